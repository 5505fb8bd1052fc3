import { describe, expect, it } from 'vitest'
import { createBot } from '../../src/bot/create-bot.ts'
import { createInbox } from '../../src/bot/inbox.ts'
import { describeError } from '../../src/bot/logger.ts'
import { startPolling } from '../../src/bot/polling.ts'
import { keepUpdates } from '../../src/facts/update-inbox.ts'
import { createBotApiServer } from '../../src/trial/bot-api-server.ts'
import { added, FACTORIES, freshStore } from '../facts/store-for-tests.ts'
import { openStage, TOKEN } from './harness.ts'
import { storeAsker } from './store-asker.ts'

const QUESTION = `${FACTORIES} قم`
/** The id that the server gives to the first. */
const FIRST_UPDATE = 100_001

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

  it.each([
    ['Telegram is in trouble', { times: 2, status: 500 }, 1],
    ['no answer comes', { times: 2, reset: 'before' as const }, 1],
    ['the answer of Telegram is lost', { reset: 'after' as const }, 2],
  ])('is not silent when %s', async (_, fault, times) => {
    const { server, store, sara, say } = await openStage()
    await added(store)
    server.fail('sendMessage', fault)
    for (let count = 0; count < times; count++) {
      const answer =
        count === 0 ? await say(sara, QUESTION) : await server.nextMessage(sara.chat.id)
      expect(answer.text).toContain('۳۷ واحد')
    }
  })

  it('answers once what is delivered twice', async () => {
    const { server, store, sara, say } = await openStage()
    await added(store)
    await say(sara, QUESTION)
    server.redeliver(FIRST_UPDATE)
    expect((await say(sara, 'خراب')).text).toContain('ببخشید')
    const answers = server.messages(sara.chat.id).filter(({ text }) => text?.includes('۳۷ واحد'))
    expect(answers).toHaveLength(1)
  })

  it('answers in the supergroup that the group became', async () => {
    const { server, store, sara } = await openStage()
    await added(store)
    server.group({ id: -1, title: 'گروه', members: [sara] })
    server.group({ id: -1001, title: 'گروه', members: [sara] })
    server.fail('sendMessage', {
      status: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      migrateToChatId: -1001,
    })
    sara.sendText(`@${server.bot.username} ${QUESTION}`, { chat: -1 })
    expect((await server.nextMessage(-1001)).text).toContain('۳۷ واحد')
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
    const services = {
      ...{ store, asker: storeAsker(store), ownerIds: [], access: 'open' as const },
      ...{ clock: () => new Date(), logger: silent },
    }
    const bot = createBot({ ...services, token: TOKEN, apiRoot: server.apiRoot })
    server.fail('getUpdates', { status, description, times: 1000 })
    const polling = startPolling(bot, {
      ...{ logger: silent, inbox: createInbox(services), retryInterval: 10 },
      conflictPatience: 50,
    })
    await expect(polling.done).rejects.toThrow(said)
    await polling.stop()
    await server.close()
  })

  it.each([
    ['network errors', { times: 3, reset: 'before' as const }],
    ['lost answers', { times: 3, reset: 'after' as const }],
    ['trouble at Telegram', { times: 3, status: 502 }],
    ['a poll of the process before that hangs on', { status: 409, description: 'Conflict' }],
  ])('outlasts %s', async (_, fault) => {
    const { server, store, sara, say } = await openStage()
    await added(store)
    server.fail('getUpdates', fault)
    await say(sara, QUESTION)
    expect((await say(sara, QUESTION)).text).toContain('۳۷ واحد')
  })

  it('takes up what a process before it died with', async () => {
    const { server, store, sara, say, restart } = await openStage()
    await added(store)
    await say(sara, QUESTION)
    const message = { message_id: 99, date: 1, chat: sara.chat, from: sara.user, text: QUESTION }
    const left = { updateId: 5, content: { update_id: 5, message } }
    await keepUpdates(store.db, [left], new Date('2026-11-24T07:59:00Z'))
    await restart()
    expect((await server.nextMessage(sara.chat.id)).text).toContain('۳۷ واحد')
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
