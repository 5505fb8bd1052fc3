import { afterEach, describe, expect, it } from 'vitest'
import type { Action } from '../../src/bot/callback-data.ts'
import { COMMANDS } from '../../src/bot/commands.ts'
import { type Deed, may, RIGHTS } from '../../src/bot/rights.ts'
import type { Access } from '../../src/bot/services.ts'
import { texts } from '../../src/bot/texts.fa.ts'
import { saveDraft } from '../../src/facts/drafts.ts'
import { createInvitation } from '../../src/facts/invitations.ts'
import { putMember } from '../../src/facts/members.ts'
import type { Store } from '../../src/facts/open.ts'
import { reportMistake } from '../../src/facts/reports.ts'
import type { Role } from '../../src/facts/types.ts'
import { added, by, FACTORIES, storeWithVocabulary } from '../facts/store-for-tests.ts'
import { type HostileStage, NOW, openHostileStage, saidBy } from '../hostile/hostile-stage.ts'
import { storeAsker } from './store-asker.ts'

const OWNER = 7
const ROLES: readonly { readonly role: Role | null; readonly id: number }[] = [
  { role: null, id: 2001 },
  { role: 'member', id: 2002 },
  { role: 'editor', id: 2003 },
  { role: 'admin', id: 2004 },
  { role: 'owner', id: OWNER },
]
const BOT = '@arqam_trial_bot'
const groupOf = (id: number) => -1_000_000_000_000 - id

const REFUSALS: readonly string[] = [
  texts.adminsOnly,
  texts.ownersOnly,
  texts.privateOnly,
  texts.membersOnlyInGroups,
  ...ROLES.map(({ id }) => texts.membersOnly(id)),
]

const stages: HostileStage[] = []
afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close()
})

async function open(access: Access): Promise<HostileStage> {
  const store = await storeWithVocabulary()
  await added(store)
  // One figure is put aside on the way.
  await added(store, { period: '1398' })
  for (const { role, id } of ROLES) {
    if (role === null || role === 'owner') continue
    await putMember(store, by('مالک'), { telegramId: id, name: role, role })
  }
  const asker = storeAsker(store)
  const stage = await openHostileStage({ store, asker, ownerIds: [OWNER], access })
  stages.push(stage)
  for (const { id } of ROLES) {
    stage.person(userOf(id))
    const person = stage.server.user({ id, firstName: 'کسی' })
    stage.server.group({ id: groupOf(id), title: 'گروه', members: [person] })
  }
  return stage
}

const userOf = (id: number) => ({ id, is_bot: false, first_name: 'کسی' })
type Where = 'private' | 'group'
const chatOf = (id: number, where: Where) =>
  where === 'private'
    ? { id, type: 'private', first_name: 'کسی' }
    : { id: groupOf(id), type: 'supergroup', title: 'گروه' }

let messageId = 10_000

function messageOf(id: number, where: Where, text: string) {
  const [command = ''] = text.split(' ')
  const entities = text.startsWith('/')
    ? [{ type: 'bot_command', offset: 0, length: command.length }]
    : [{ type: 'mention', offset: 0, length: BOT.length }]
  const message_id = messageId++
  return { message_id, date: 0, chat: chatOf(id, where), from: userOf(id), text, entities }
}

/** What the store holds that a deed may change, counted. */
async function stateOf({ db }: Store): Promise<string> {
  const counted = [
    'change_set',
    'observation_revision',
    'member',
    'mistake_report',
    'subscription',
  ] as const
  const counts = await Promise.all(
    counted.map(async (table) => {
      const rows = await db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as('n'))
        .execute()
      return Number(rows[0]?.n)
    }),
  )
  const open = await db
    .selectFrom('draft')
    .select('id')
    .where('status', '=', 'open')
    .where('kind', 'in', ['pending', 'proposed', 'dialog', 'invitation', 'review'])
    .execute()
  return JSON.stringify([counts, open])
}

/** Something of the person's own, so that a press would work if it were allowed. */
async function dataOf({ store }: HostileStage, action: Action, id: number): Promise<string> {
  const chatId = id
  const pending = {
    type: 'change',
    updateId: messageId++,
    command: 'retire',
    reason: 'آزمون',
    actor: 'کسی',
    operations: [{ type: 'retire_observation', observationId: 1, expectedRevision: 1 }],
  }
  const save = (kind: string, payload: unknown) =>
    saveDraft(store.db, { chatId, telegramId: id, kind, payload }, NOW)
  switch (action) {
    case 'confirm':
      return `ok:${await save('pending', pending)}`
    case 'cancel':
      return `no:${await save('pending', pending)}`
    case 'withdraw':
      return `wd:${await save('proposed', { ...pending, seen: 'x' })}`
    case 'approve':
      return `ap:${await save('proposed', { ...pending, seen: 'x' })}`
    case 'reject':
      return `rj:${await save('proposed', { ...pending, seen: 'x' })}`
    case 'revokeInvitation': {
      const expires = new Date(NOW.getTime() + 1000)
      return `iv:${await createInvitation(store.db, id, 'member', 's', expires, NOW)}`
    }
    case 'handleReport': {
      const report = { chatId, telegramId: id, observationId: 1, text: '', reportedAt: NOW }
      return `hr:${await reportMistake(store.db, report)}:c`
    }
    default:
      return SAMPLES[action]
  }
}

const SAMPLES: Readonly<
  Record<
    Exclude<
      Action,
      'confirm' | 'cancel' | 'withdraw' | 'approve' | 'reject' | 'revokeInvitation' | 'handleReport'
    >,
    string
  >
> = {
  source: 's:1',
  periods: 'y:1',
  figure: 'f:1:2:1399:a',
  report: 'r:1',
  edit: 'e:1',
  choose: 'c:1:0',
  page: 'p:1:1',
  example: 'x:0',
  reported: 'rd:1',
  nearest: 'n:1:1',
  setting: 'g:digits:latin',
  chart: 'ch:0_1_2',
  file: 'fl:0_1_2',
  target: 'tg:0_1_2',
  compare: 'cm:0_1_2',
  compareWith: 'cw:0_1_2:3',
  watch: 'wt:0_1_2',
  unwatch: 'uw:1',
  entry: 'w:1:0:x',
  editField: 'ef:1:1',
  undo: 'u:1',
  unanswered: 'q:v:1',
  review: 'rv:1:h',
  again: 'ag:0_1_2',
}

async function updateFor(stage: HostileStage, deed: Deed, id: number, where: Where) {
  if (deed.startsWith('/')) {
    // The example of /admins appoints, which is a deed of its own.
    const known = deed === '/admins' ? undefined : COMMANDS.find(({ name }) => `/${name}` === deed)
    const example = known?.example ?? deed
    const [command = '', ...rest] = example.split(' ')
    const name = where === 'group' ? `${command}${BOT}` : command
    return { message: messageOf(id, where, [name, ...rest].join(' ')) }
  }
  if (deed.startsWith('press ')) {
    const data = await dataOf(stage, deed.slice('press '.length) as Action, id)
    const message = { ...messageOf(id, where, 'پیام'), from: stage.server.bot }
    const query = { id: `q${messageId++}`, from: userOf(id), chat_instance: '1', data, message }
    return { callback_query: query }
  }
  if (deed === 'question') return { message: messageOf(id, where, `${BOT} ${FACTORIES} قم`) }
  if (deed === 'appoint') {
    const name = where === 'group' ? `/admins${BOT}` : '/admins'
    return { message: messageOf(id, where, `${name} add 123456 کسی ویراستار`) }
  }
  if (deed !== 'inline question') return null
  const query = { id: `i${messageId++}`, from: userOf(id), query: `${FACTORIES} قم`, offset: '' }
  return { inline_query: query }
}

/** Those that come by one update; the others stand below, or belong to one of these. */
const isTested = (deed: Deed) =>
  deed.startsWith('/') || deed.startsWith('press ') || /^((inline )?question|appoint)$/.test(deed)
const DEEDS = (Object.keys(RIGHTS) as Deed[]).filter(isTested)

const CASES = (['open', 'members'] as const).flatMap((access) =>
  (['private', 'group'] as const).map((where) => ({ access, where })),
)

describe.each(CASES)('where $access may ask, in a $where chat', ({ access, where }) => {
  it('each deed of each role is done or refused as the table says', async () => {
    const stage = await open(access)
    for (const deed of DEEDS) {
      for (const { role, id } of ROLES) {
        const right = RIGHTS[deed]
        const isRightPlace = right.where === 'anywhere' || where === 'private'
        const isServed = may(role, deed, access) && isRightPlace
        const update = await updateFor(stage, deed, id, where)
        if (!update) continue
        const before = await stateOf(stage.store)
        const calls = await stage.deliver(update)
        const said = calls.map(saidBy).filter((text) => text !== null)
        const refused = said.filter((text) => REFUSALS.includes(text) || text === '[]')
        const what = `${deed} of ${role} (${access}, ${where}): ${JSON.stringify(said)}`
        expect(refused.length, what).toBe(isServed ? 0 : 1)
        if (!isServed) {
          expect(said, what).toHaveLength(1)
          expect(await stateOf(stage.store), what).toBe(before)
        } else if (!deed.startsWith('press ')) expect(said.length, what).toBeGreaterThan(0)
      }
    }
    expect(stage.errors).toEqual([])
    expect(stage.server.violations).toEqual([])
  })
})

describe('what comes as a file, a report or an answer', () => {
  const csv = Buffer.from(`شاخص,مکان,دوره,مقدار,واحد\n${FACTORIES},یزد,1400,12,واحد\n`)
  const report = `${`${FACTORIES} در قم در سال ۱۳۹۸ به ۳۰ واحد و در یزد به ۴۱ واحد رسید. `.repeat(3)}این را خبرگزاری در گزارشی نوشت.`

  it.each(ROLES)('of $role ($id) is taken or left as the table says', async ({ role, id }) => {
    const stage = await open('open')
    const person = stage.server.user({ id, firstName: 'کسی' })
    const sent = person.sendDocument({ name: 'a.csv', bytes: csv })
    const kinds = async () => {
      const rows = await stage.store.db.selectFrom('draft').select('kind').execute()
      return rows.map(({ kind }) => kind).filter((kind) => ['pending', 'review'].includes(kind))
    }
    await stage.deliver({ message: sent })
    expect(await kinds()).toEqual(may(role, 'sheet') ? ['pending'] : [])
    await stage.deliver({ message: messageOf(id, 'private', report) })
    expect((await kinds()).includes('review')).toBe(may(role, 'report'))
    await saveDraft(
      stage.store.db,
      {
        chatId: id,
        telegramId: id,
        kind: 'dialog',
        payload: {
          type: 'edit',
          updateId: 1,
          state: { observationId: 1, field: 'value', revision: 1 },
        },
      },
      NOW,
    )
    const before = (await kinds()).length
    await stage.deliver({ message: messageOf(id, 'private', '۳۹ واحد') })
    expect((await kinds()).length > before).toBe(may(role, 'answer in a dialog'))
    expect(stage.errors).toEqual([])
  })

  it.each(ROLES)('a change that $role ($id) confirms is made at once or waits', async (one) => {
    const { role, id } = one
    const stage = await open('open')
    const data = await dataOf(stage, 'confirm', id)
    const message = { ...messageOf(id, 'private', 'پیام'), from: stage.server.bot }
    const press = { id: 'q', from: userOf(id), chat_instance: '1', data, message }
    const count = async () =>
      (await stage.store.db.selectFrom('change_set').select('id').execute()).length
    const before = await count()
    await stage.deliver({ callback_query: press })
    expect((await count()) > before).toBe(may(role, 'change at once'))
    await stage.deliver({ callback_query: { ...press, id: 'again' } })
    expect((await count()) - before).toBe(may(role, 'change at once') ? 1 : 0)
  })
})

describe('the table of rights', () => {
  it('names every command', () => {
    for (const { name } of COMMANDS) expect(RIGHTS).toHaveProperty([`/${name}`])
  })
})
