import { describe, expect, it } from 'vitest'
import { createBot } from '../../src/bot/create-bot.ts'
import { describeError } from '../../src/bot/logger.ts'
import { startPolling } from '../../src/bot/polling.ts'
import { createBotApiServer } from '../../src/trial/bot-api-server.ts'
import { added, FACTORIES, freshStore } from '../facts/store-for-tests.ts'
import { openStage, TOKEN } from './harness.ts'
import { storeAsker } from './store-asker.ts'

const QUESTION = `${FACTORIES} قم`

describe('when something fails', () => {
  it('tells the asker, logs the error without the token, and goes on', async () => {
    const { store, sara, say, logged } = await openStage()
    await added(store)
    expect((await say(sara, 'خراب')).text).toContain('ببخشید')
    const failure = logged.find(({ level }) => level === 'error')
    expect(JSON.stringify(failure)).toContain('boom')
    expect(JSON.stringify(failure)).not.toContain('SECRET')
    expect((await say(sara, QUESTION)).text).toContain('۳۷ واحد')
  })

  it.each([
    [
      'a press that is too old',
      'answerCallbackQuery',
      {
        status: 400,
        description:
          'Bad Request: query is too old and response timeout expired or query ID is invalid',
      },
    ],
    ['a flood wait', 'sendMessage', { retryAfter: 1 }],
  ])('answers all the same: %s', async (_, method, fault) => {
    const { server, store, sara, say, press, logged } = await openStage()
    await added(store)
    const answer = await say(sara, QUESTION)
    server.fail(method, fault)
    expect((await press(sara, answer, 'منبع کامل')).text).toContain('گزارش استان')
    expect(logged.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('takes an unchanged edit as done', async () => {
    const { server, owner, say, pressToEdit, logged } = await openStage()
    const preview = await say(owner, `/add ${FACTORIES}، قم، ۱۴۰۰، ۳۵ واحد، منبع: الف`)
    server.fail('editMessageText', {
      status: 400,
      description:
        'Bad Request: message is not modified: specified new message content and reply markup are exactly the same',
    })
    owner.press(preview, 'ثبت')
    await server.nextCall('editMessageText')
    await pressToEdit(owner, await say(owner, `/edit 1 مقدار ۳۶`), 'ثبت')
    expect(logged.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('sends anew what can no longer be edited', async () => {
    const { server, owner, say, press } = await openStage()
    const preview = await say(owner, `/add ${FACTORIES}، قم، ۱۴۰۰، ۳۵ واحد، منبع: الف`)
    server.fail('editMessageText', {
      status: 400,
      description: "Bad Request: message can't be edited",
    })
    expect((await press(owner, preview, 'ثبت')).text).toContain('ثبت شد')
  })

  it('is not disturbed by who blocked it', async () => {
    const { server, store, sara, owner, say, logged } = await openStage()
    await added(store)
    server.fail('sendMessage', {
      status: 403,
      description: 'Forbidden: bot was blocked by the user',
    })
    sara.sendText(QUESTION)
    await server.nextCall('sendMessage')
    expect((await say(owner, QUESTION)).text).toContain('۳۷ واحد')
    expect(logged.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('says of every old button that it has expired', async () => {
    const { server, owner, sara, say } = await openStage()
    const preview = await say(owner, `/add ${FACTORIES}، قم، ۱۴۰۰، ۳۵ واحد، منبع: الف`)
    const [button] = preview.reply_markup?.inline_keyboard[0] ?? []
    if (!button) throw new Error('no button')
    button.callback_data = 'zz:of another time'
    const press = owner.press(preview, 'zz:of another time')
    expect(await press.answer()).toMatchObject({
      show_alert: true,
      text: expect.stringContaining('کار نمی‌کند'),
    })
    button.callback_data = 'c:99:0'
    owner.press(preview, 'c:99:0')
    expect((await server.nextMessage(owner.chat.id)).text).toContain('کار نمی‌کند')
    void sara
  })
})

describe('polling', () => {
  const silent = { debug() {}, info() {}, warn() {}, error() {} }

  it.each([
    [401, 'Unauthorized', 'BOT_TOKEN'],
    [409, 'Conflict: terminated by other getUpdates request', 'یک نمونه'],
  ])('ends with a clear sentence on %s', async (status, description, said) => {
    const server = await createBotApiServer({ token: TOKEN })
    const store = await freshStore()
    const bot = createBot({
      token: TOKEN,
      store,
      asker: storeAsker(store),
      ownerIds: [],
      access: 'open',
      clock: () => new Date(),
      apiRoot: server.apiRoot,
      logger: silent,
    })
    server.fail('getUpdates', { status, description })
    const polling = startPolling(bot, { logger: silent, retryInterval: 10 })
    await expect(polling.done).rejects.toThrow(said)
    await polling.stop()
    await server.close()
  })

  it('outlasts network errors', async () => {
    const { server, store, sara, say } = await openStage()
    await added(store)
    server.fail('getUpdates', { times: 3, reset: 'before' })
    await say(sara, QUESTION)
    expect((await say(sara, QUESTION)).text).toContain('۳۷ واحد')
  })
})

describe('what a log says of an error', () => {
  it('names its causes without the token', () => {
    const inner = new Error(
      'request to https://api.telegram.org/bot123456:AAE-secret_x/getMe failed',
    )
    const outer = Object.assign(new Error('Network request failed'), { error: inner })
    const said = JSON.stringify(describeError(outer))
    expect(said).toContain('Network request failed')
    expect(said).toContain('getMe')
    expect(said).not.toContain('secret')
  })
})
