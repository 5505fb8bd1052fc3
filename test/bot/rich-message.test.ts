import type { Transformer } from 'grammy'
import type { Update } from 'grammy/types'
import { describe, expect, it } from 'vitest'
import { createAsker } from '../../src/answers/create-asker.ts'
import { createBot } from '../../src/bot/create-bot.ts'
import type { Store } from '../../src/facts/open.ts'
import { FACTORIES, NOW } from '../facts/store-for-tests.ts'
import { storeToForward } from './forward-store.ts'
import { TOKEN } from './harness.ts'

const PERSON = { id: 1001, is_bot: false, first_name: 'سارا' } as const
const CHAT = { id: 1001, type: 'private', first_name: 'سارا' } as const

/** The bot with a Telegram that takes rich messages, or answers them with this error. */
function botOver(store: Store, error?: { error_code: number; description: string }) {
  const logger = { debug() {}, info() {}, warn() {}, error() {} }
  const services = { store, asker: createAsker(store), clock: () => NOW, logger }
  const bot = createBot({
    ...services,
    token: TOKEN,
    ownerIds: [],
    access: 'open',
    botInfo: { id: 42, is_bot: true, first_name: 'ارقام', username: 'arqam_bot' } as never,
  })
  const calls: { method: string; payload: Record<string, unknown> }[] = []
  const telegram: Transformer = async (_, method, payload) => {
    calls.push({ method, payload: { ...payload } })
    if (method === 'sendRichMessage' && error) return { ok: false, ...error }
    const message = { message_id: calls.length, date: 0, chat: CHAT, photo: [{ file_id: 'x' }] }
    return { ok: true, result: message as never }
  }
  bot.api.config.use(telegram)
  let update = 0
  const ask = async (text: string) => {
    update += 1
    const message = { message_id: 900 + update, date: 0, chat: CHAT, from: PERSON, text }
    await bot.handleUpdate({ update_id: update, message } as Update)
  }
  const methods = () => calls.map(({ method }) => method)
  return { ask, calls, methods }
}

const TREND = `روند ${FACTORIES} قم`

describe('where the server takes rich messages', () => {
  it('lists go as a table from right to left with their buttons, single figures as text', async () => {
    const { ask, calls, methods } = botOver(await storeToForward())
    await ask(TREND)
    expect(methods()).toEqual(['sendRichMessage', 'sendPhoto'])
    expect(calls[0]?.payload).toMatchObject({
      chat_id: CHAT.id,
      rich_message: {
        is_rtl: true,
        html: expect.stringContaining(
          '<tr><td align="right">سال ۱۳۹۹</td><td align="right"><b>۳۷ واحد</b></td></tr>',
        ),
      },
      reply_markup: { inline_keyboard: expect.arrayContaining([expect.any(Array)]) },
    })
    await ask(`${FACTORIES} قم در سال ۱۳۹۹`)
    expect(methods().at(-1)).toBe('sendMessage')
  })
})

describe('where it takes them, but not this one', () => {
  const error = { error_code: 400, description: "Bad Request: can't parse rich message" }

  it('the text goes, and the next one is tried again until three in a row were refused', async () => {
    const { ask, methods } = botOver(await storeToForward(), error)
    for (let index = 0; index < 5; index++) await ask(TREND)
    expect(methods().filter((method) => method === 'sendRichMessage')).toHaveLength(3)
    expect(methods().filter((method) => method === 'sendMessage')).toHaveLength(5)
  })
})

describe('where it does not', () => {
  it.each([
    { error_code: 404, description: 'Not Found: method not found' },
    { error_code: 400, description: 'Bad Request: rich messages are not supported' },
  ])('it is asked once ($error_code), and the text goes', async (error) => {
    const { ask, methods } = botOver(await storeToForward(), error)
    await ask(TREND)
    await ask(TREND)
    expect(methods()).toEqual([
      'sendRichMessage',
      'sendMessage',
      'sendPhoto',
      'sendMessage',
      'sendPhoto',
    ])
  })
})
