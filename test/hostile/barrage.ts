import fc from 'fast-check'
import { createAsker } from '../../src/answers/create-asker.ts'
import { applyChanges, type Operation } from '../../src/facts/changes.ts'
import { saveDraft } from '../../src/facts/drafts.ts'
import { putMember, removeMember } from '../../src/facts/members.ts'
import type { Store } from '../../src/facts/open.ts'
import type { RecordedCall } from '../../src/trial/call-handler.ts'
import type { Message } from '../../src/trial/wire-types.ts'
import { by, figure, VOCABULARY } from '../facts/sample-figures.ts'
import { type Content, NOW, openHostileStage, saidBy } from './hostile-stage.ts'
import { GROUP, hostileUpdate, PEOPLE } from './updates.ts'

export interface BarrageOptions {
  /** An empty store; the barrage fills it with figures of hostile names. */
  readonly store: Store
  readonly seed: number
  readonly count: number
  readonly say?: (line: string) => void
}

export interface Barrage {
  readonly inputs: number
  readonly replies: number
  /** What did not hold, with the input that broke it. */
  readonly broken: readonly string[]
}

const NAMES = [
  'تولید <b>گندم</b> & \u202eجو\u202c',
  '=HYPERLINK("http://evil.example")',
  "نام'; DROP TABLE member; --",
  `بلند ${'دراز '.repeat(30)}`.trim(),
  '[پیوند](tg://user?id=7) *درشت*',
] as const

/** Refusals that hostile input may bring about: what it is about was never there. */
const EXPECTED: readonly RegExp[] = [
  /^editMessageText: .*(message to edit not found|message is not modified|message can't be edited)/,
  /^(get|send)File: /,
  /^getFile: /,
  /^(set|delete)MyCommands: /,
  /^answerCallbackQuery: .*query is too old/,
  // A picture is sent by the id of an earlier one where there is one, and anew where that is gone:
  // here with the stand-in of the barrage before.
  /^sendPhoto: .*wrong file identifier/,
  // The stand-in knows none, and the bot asks once.
  /^sendRichMessage: Not Found/,
]

/** Hands as many hostile updates to the bot as are wanted, and looks at all that it does. */
export async function barrage({ store, seed, count, say }: BarrageOptions): Promise<Barrage> {
  await fill(store)
  const asker = createAsker(store)
  const stage = await openHostileStage({ store, asker, ownerIds: [PEOPLE.owner] })
  const people = [PEOPLE.owner, PEOPLE.editor, PEOPLE.demoted, PEOPLE.member, ...PEOPLE.strangers]
  for (const id of people) stage.person({ id, is_bot: false, first_name: 'کسی' })
  const members = people.map((id) => stage.server.user({ id, firstName: 'کسی' }))
  stage.server.group({ id: GROUP, title: 'گروه', members })
  const broken: string[] = []
  const unhandled: unknown[] = []
  const note = (error: unknown) => void unhandled.push(error)
  process.on('unhandledRejection', note)
  let replies = 0
  let inputs = 0
  const errors = stage.errors as string[]
  const violations = stage.server.violations as unknown[]
  const recorded = stage.server.calls as RecordedCall[]
  const slice = 500
  try {
    for (let part = 0; inputs < count && broken.length < 20; part++) {
      const size = Math.min(slice, count - inputs)
      for (const update of fc.sample(hostileUpdate, { numRuns: size, seed: seed + part })) {
        inputs++
        const found: string[] = []
        try {
          const calls = await stage.deliver(update)
          replies += calls.filter((call) => saidBy(call) !== null).length
          found.push(...problemsOf(update, calls))
        } catch (error) {
          found.push(`it threw ${error instanceof Error ? error.stack : String(error)}`)
        }
        found.push(...errors.splice(0), ...violations.splice(0).map((one) => JSON.stringify(one)))
        found.push(...unhandled.splice(0).map((one) => `unhandled: ${String(one)}`))
        // Nothing is kept of what went well: memory stays flat.
        recorded.length = 0
        for (const problem of found) {
          broken.push(`${problem} ← ${JSON.stringify(update).slice(0, 900)}`)
        }
      }
      broken.push(...(await wrongRights(store)))
      for (const room of stage.server.world.rooms.values()) room.messages.clear()
      stage.server.world.callbacks.clear()
      stage.server.world.inlineQueries.clear()
      say?.(`${inputs} hostile updates, ${broken.length} broken`)
    }
  } finally {
    process.off('unhandledRejection', note)
    await stage.close()
  }
  return { inputs, replies, broken }
}

async function fill(store: Store): Promise<void> {
  const indicators = NAMES.map(
    (name): Operation => ({ type: 'add_indicator', name, unit: 'واحد', additive: true }),
  )
  await applyChanges(store, by('ارقام'), [...VOCABULARY, ...indicators])
  const content = ['1398', '1399', '1400'].flatMap((period) =>
    ['قم', 'یزد'].flatMap((place) => [
      figure({ period, placeId: { name: place } }),
      ...NAMES.map((name) =>
        figure({
          period,
          placeId: { name: place },
          indicatorId: { name },
          quote: `${name} «\u2067نقل»`,
          speaker: name,
          sourceId: { title: name, publisher: '<i>', url: 'http://a.b/?<>&"' },
        }),
      ),
    ]),
  )
  await applyChanges(
    store,
    by('الف'),
    content.map((one): Operation => ({ type: 'add_observation', content: one })),
  )
  const { editor, member, demoted } = PEOPLE
  await putMember(store, by('مالک'), { telegramId: editor, name: NAMES[0], role: 'editor' })
  await putMember(store, by('مالک'), { telegramId: member, name: NAMES[4], role: 'member' })
  await putMember(store, by('مالک'), { telegramId: demoted, name: 'پیشین', role: 'admin' })
  await removeMember(store, by('مالک'), demoted)
  for (const telegramId of [demoted, editor, ...PEOPLE.strangers]) {
    const retire = { type: 'retire_observation', observationId: 1, expectedRevision: 1 }
    const payload = {
      ...{ type: 'change', updateId: telegramId, command: 'retire', reason: 'x', seen: 'x' },
      actor: 'x',
      operations: [retire],
    }
    for (const kind of ['pending', 'proposed']) {
      await saveDraft(store.db, { chatId: telegramId, telegramId, kind, payload }, NOW)
    }
  }
}

/** What is wrong with how an update was taken: silence, a refused call, text that is not plain. */
function problemsOf(update: Content, calls: readonly RecordedCall[]): string[] {
  const problems: string[] = []
  for (const { method, error, parameters, result } of calls) {
    if (error) {
      const refused = `${method}: ${error.description}`
      if (!EXPECTED.some((known) => known.test(refused))) {
        problems.push(
          `Telegram would refuse ${refused}: ${JSON.stringify(parameters).slice(0, 600)}`,
        )
      }
    }
    problems.push(...unplain(result as Partial<Message> | undefined))
  }
  if (isUnanswered(update, calls)) problems.push('no reply')
  return problems
}

const ENTITIES = /^(bold|italic|blockquote|url|email|mention|hashtag|bot_command)$/
const UNSEEN = /[\u200b\u202a-\u202e\u2060-\u2065\ufeff\u{e0000}-\u{e007f}]/u

function unplain(message: Partial<Message> | undefined): string[] {
  if (typeof message !== 'object' || message === null) return []
  const { text = '', caption = '', entities = [], caption_entities = [], reply_markup } = message
  const labels = (reply_markup?.inline_keyboard ?? []).flat().map((button) => button.text)
  const unseen = [text, caption, ...labels].filter((one) => UNSEEN.test(one))
  const odd = [...entities, ...caption_entities].filter(({ type }) => !ENTITIES.test(type))
  return [
    ...unseen.map((one) => `unseen marks in ${JSON.stringify(one)}`),
    ...odd.map(({ type }) => `an entity «${type}» in ${JSON.stringify(text)}`),
  ]
}

function isUnanswered(update: Content, calls: readonly RecordedCall[]): boolean {
  const did = (method: string) => calls.some((call) => call.method === method)
  if (update.callback_query) return !did('answerCallbackQuery')
  if (update.inline_query) return !did('answerInlineQuery')
  const message = update.message as Partial<Message> | undefined
  if (message?.chat?.type !== 'private' || !message.from) return false
  return !calls.some((call) => saidBy(call) !== null)
}

/** Changes that someone made who may make none. */
async function wrongRights({ db }: Store): Promise<string[]> {
  const made = await db
    .selectFrom('change_set')
    .select(['id', 'actor_telegram_id as actor', 'command', 'reason'])
    .where('actor_telegram_id', 'in', [
      PEOPLE.demoted,
      PEOPLE.editor,
      PEOPLE.member,
      ...PEOPLE.strangers,
    ])
    .execute()
  const wrong = made.filter(({ actor, reason }) => {
    return actor !== PEOPLE.editor || !reason?.includes('تأیید')
  })
  const members = await db
    .selectFrom('member')
    .select('telegram_id as id')
    .where('removed_at', 'is', null)
    .where('telegram_id', 'in', [PEOPLE.demoted, ...PEOPLE.strangers])
    .execute()
  return [
    ...wrong.map((one) => `a change without the right: ${JSON.stringify(one)}`),
    ...members.map(({ id }) => `${id} became a member`),
  ]
}
