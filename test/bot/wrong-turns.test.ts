import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeSetsOf } from '../../src/facts/history.ts'
import { putMember } from '../../src/facts/members.ts'
import type { Person, Press } from '../../src/trial/people/person.ts'
import { added, by, FACTORIES, FINANCE } from '../facts/store-for-tests.ts'
import { lastUpdateId, openStage, type Stage } from './harness.ts'

const TEXTS = [
  '/add',
  '/cancel',
  '/edit 1',
  '/edit 1 مقدار ۳۸',
  `/add ${FACTORIES}، قم`,
  `/add ${FACTORIES}، قم، ۱۴۰۰، ۴۰ واحد، منبع: الف`,
  `/alias الف = ${FACTORIES}`,
  `/merge ${FACTORIES} = ${FINANCE}`,
  '/history',
  '/undo',
  '/undo 2',
  '/unanswered',
  '/reports',
  '/proposals',
  '/invite',
  '/retire 1 دلیل',
  FACTORIES,
  `${FACTORIES} قم`,
  'چیز دیگر',
  'قم',
  'مهر',
  '۱۴۰۰',
  'هدف',
  '۴۰',
  '۴۰ واحد',
  'دوره: ۱۳۹۸',
  '-',
  'خبرگزاری',
  'چند بود؟',
  'اصلاح',
  '/report',
  'مدیرکل صمت قم گفت: در سال ۱۴۰۰ تعداد ۱۲ واحد راکد احیا شد و هدف ۲۰ واحد بود.',
  'منبع: خبرگزاری الف',
  'تاریخ: ۱۴۰۰/۰۲/۱۲',
  `/rename ${FACTORIES} = نام تازه`,
  '/admins add 1009 رضا ویراستار',
  '/admins remove 1003',
  '/stats',
  '/template csv',
]

/** Two good rows and a bad one. */
const SHEET = new TextEncoder().encode(
  [
    'شاخص,مکان,دوره,مقدار,واحد,عنوان منبع',
    `${FACTORIES},قم,1401,41,واحد,گزارش`,
    `${FACTORIES},قم,1402,4100,واحد,گزارش`,
    `${FACTORIES},قمم,1403,43,واحد,گزارش`,
  ].join('\n'),
)

type Presser = 'owner' | 'admin' | 'stranger'

/**
 * A text, a sheet, a press of any button of any recent message by its owner, by another admin or by
 * a stranger, the last update once more, or a restart.
 */
const turn = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(...TEXTS).map((text) => ({ type: 'text' as const, text })),
  },
  {
    weight: 6,
    arbitrary: fc
      .record({
        message: fc.nat({ max: 3 }),
        button: fc.nat({ max: 20 }),
        presser: fc.constantFrom<Presser>('owner', 'owner', 'owner', 'admin', 'stranger'),
      })
      .map((press) => ({ type: 'press' as const, ...press })),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'again' as const }) },
  { weight: 1, arbitrary: fc.constant({ type: 'sheet' as const }) },
  { weight: 1, arbitrary: fc.constant({ type: 'restart' as const }) },
)

/** What stores something is left alone. */
const STORES = new Set(['ثبت', 'تأیید'])

/** Waits for the answer to a text or a press, and until nothing more comes. */
async function settled({ server, owner }: Stage, press?: Press): Promise<void> {
  if (press) await press.answer()
  else
    await server.waitFor(
      () => server.messages(owner.chat.id).at(-1)?.from.is_bot,
      'an answer to whatever was typed',
    )
  for (let seen = -1; seen !== server.calls.length; ) {
    seen = server.calls.length
    await wait(20)
  }
}

/** A press of someone else's button, as a forged client may send it from its own chat. */
function forged({ server }: Stage, person: Person, button: { callback_data?: string }): Press {
  const own = server
    .messages(person.chat.id)
    .filter(({ from }) => from.is_bot)
    .at(-1)
  if (!own) throw new Error('nothing to press')
  const { callback_data = '' } = button
  const held = { ...own, reply_markup: { inline_keyboard: [[{ text: 'x', callback_data }]] } }
  server.world.rooms.get(person.chat.id)?.messages.set(own.message_id, held)
  return person.press(held, callback_data)
}

describe('whatever an admin types and presses', () => {
  it('nothing is stored without «ثبت», nothing fails, and nobody is left in silence', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { minLength: 8, maxLength: 16 }), async (turns) => {
        const stage = await openStage()
        await added(stage.store)
        await putMember(stage.store, by('مالک'), { telegramId: 1003, name: 'علی', role: 'admin' })
        const ali = stage.server.user({ id: 1003, firstName: 'علی' })
        const others = { admin: ali, stranger: stage.sara }
        for (const person of Object.values(others)) await stage.say(person, '/start')
        let last: number | null = null
        const before = (await changeSetsOf(stage.store.db)).length
        for (const one of turns) {
          const { owner, server } = stage
          if (one.type === 'restart') await stage.restart()
          if (one.type === 'text') {
            owner.sendText(one.text)
            last = lastUpdateId(server)
            await settled(stage)
          }
          if (one.type === 'sheet') {
            owner.sendDocument({ name: 'ارقام.csv', bytes: SHEET })
            last = lastUpdateId(server)
            await settled(stage)
          }
          if (one.type === 'again' && last !== null) {
            server.redeliver(last)
            await settled(stage)
          }
          if (one.type === 'press') {
            const withButtons = server
              .messages(owner.chat.id)
              .filter(({ reply_markup }) => reply_markup?.inline_keyboard?.flat().length)
            const message = withButtons.at(-1 - one.message)
            const buttons = (message?.reply_markup?.inline_keyboard ?? [])
              .flat()
              .filter(({ text, callback_data }) => callback_data && !STORES.has(text))
            const button = buttons[one.button % buttons.length]
            if (!message || !button?.callback_data) continue
            if (one.presser === 'owner') {
              const press = owner.press(message, button.callback_data)
              last = lastUpdateId(server)
              await settled(stage, press)
              continue
            }
            const other = others[one.presser]
            await settled(stage, forged(stage, other, button))
          }
        }
        const failed = stage.logged.filter(({ level }) => level === 'error')
        expect(failed).toEqual([])
        expect(stage.server.violations).toEqual([])
        expect(await changeSetsOf(stage.store.db)).toHaveLength(before)
      }),
      { numRuns: 15, interruptAfterTimeLimit: 120_000 },
    )
  }, 180_000)
})
