import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Bot, GrammyError, InputFile, webhookCallback } from 'grammy'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type BotApiServer, createBotApiServer } from '../../src/trial/bot-api-server.ts'
import type { Person } from '../../src/trial/people/person.ts'
import { createEchoBot, PIXEL, startPolling } from './echo-bot.ts'

let server: BotApiServer
let sara: Person
let bot: Bot

beforeEach(async () => {
  server = await createBotApiServer({ token: '42:TEST' })
  sara = server.user({ id: 1001, firstName: 'سارا' })
  bot = createEchoBot(server)
})

afterEach(async () => {
  expect(server.violations).toEqual([])
  await server.close()
})

describe('a bot in long polling', () => {
  let stop: () => Promise<void>
  beforeEach(() => {
    stop = startPolling(bot)
  })
  afterEach(() => stop())

  it('gets texts and answers them', async () => {
    const asked = sara.sendText('تولید قم؟')
    const reply = await server.nextMessage(sara.chat.id)
    expect(reply).toMatchObject({ text: 'تولید قم؟', from: { id: 42, is_bot: true } })
    expect(reply.message_id).toBe(asked.message_id + 1)
  })

  it('gets commands, with the payload of a link', async () => {
    sara.start('f_12')
    expect((await server.nextMessage(1001)).text).toBe('سلام f_12')
  })

  it('parses HTML into entities', async () => {
    sara.sendText('/rich')
    const { text, entities } = await server.nextMessage(1001)
    expect(text).toContain('درشت و کج')
    expect(entities?.map((entity) => entity.type)).toEqual([
      'bold',
      'italic',
      'underline',
      'strikethrough',
      'code',
      'spoiler',
      'text_link',
      'expandable_blockquote',
    ])
  })

  it('answers presses by toast, alert and edit', async () => {
    sara.sendText('/buttons')
    const message = await server.nextMessage(1001)
    expect(await sara.press(message, 'منبع').answer()).toEqual({
      show_alert: false,
      text: 'منبع: ایرنا',
    })
    expect(await sara.press(message, 'alert').answer()).toMatchObject({ show_alert: true })
    sara.press(message, 'ویرایش')
    expect(await server.nextEdit(1001)).toMatchObject({ text: 'ویرایش شد', message_id: 2 })
    expect(() => sara.press(message, 'نیست')).toThrow('No button «نیست»')
  })

  it('sends photos and documents and reads uploads', async () => {
    sara.sendText('نمودار')
    const photo = await server.nextMessage(1001)
    expect(photo).toMatchObject({ caption: 'نمودار', photo: [{ width: 1, height: 1 }] })
    sara.sendText('/file')
    const sent = await server.nextMessage(1001)
    expect(sent.document).toMatchObject({ file_name: 'گزارش قم.csv', mime_type: 'text/csv' })
    sara.sendDocument({ name: 'داده.csv', bytes: Buffer.from('۱۲۳') })
    expect((await server.nextMessage(1001)).text).toBe('داده.csv: 6 بایت')
  })

  it('sees edits, inline queries and chosen results', async () => {
    const message = sara.sendText('یک')
    await server.nextMessage(1001)
    sara.editText(message, 'دو')
    expect((await server.nextMessage(1001)).text).toBe('ویراسته: دو')
    const ask = sara.inlineQuery('قم')
    expect((await ask.answer()).results).toMatchObject([{ id: 'one', title: 'پاسخ «قم»' }])
    expect(sara.chooseInlineResult(ask, 'one')).toMatchObject({
      text: 'پاسخ قم',
      via_bot: { id: 42 },
    })
  })

  it('gets a repeated update again', async () => {
    sara.sendText('یک')
    await server.nextMessage(1001)
    server.redeliver(100_001)
    expect((await server.nextMessage(1001)).text).toBe('یک')
  })

  it('meets planned faults', async () => {
    server.fail('sendMessage', { retryAfter: 3 })
    const limited = await bot.api.sendMessage(1001, 'یک').catch((error: unknown) => error)
    expect(limited).toBeInstanceOf(GrammyError)
    expect(limited).toMatchObject({ error_code: 429, parameters: { retry_after: 3 } })

    sara.sendText('سلام')
    await server.nextMessage(1001)
    server.fail('sendMessage', { reset: 'after' })
    await expect(bot.api.sendMessage(1001, 'گم نشد')).rejects.toThrow('Network request')
    expect((await server.nextMessage(1001)).text).toBe('گم نشد')
  })
})

describe('getting updates', () => {
  it('gives each update until its offset is passed', async () => {
    sara.sendText('یک')
    sara.sendText('دو')
    const [first, second] = await bot.api.getUpdates()
    expect(await bot.api.getUpdates({ limit: 1 })).toEqual([first])
    expect(await bot.api.getUpdates({ offset: second?.update_id ?? 0 })).toEqual([second])
    expect(await bot.api.getUpdates()).toEqual([second])
  })

  it('waits for an update as long as it was told to', async () => {
    const polled = bot.api.getUpdates({ timeout: 20 })
    setTimeout(() => sara.sendText('دیر'), 20)
    expect(await polled).toMatchObject([{ message: { text: 'دیر' } }])
  })

  it('lets the newer of two polls win', async () => {
    const older = bot.api.getUpdates({ timeout: 20 }).catch((error: unknown) => error)
    await new Promise((resolve) => setTimeout(resolve, 50))
    sara.sendText('یک')
    server.world.updates.clear()
    const newer = bot.api.getUpdates({ timeout: 20 })
    expect(await older).toMatchObject({ error_code: 409 })
    sara.sendText('دو')
    expect(await newer).toMatchObject([{ message: { text: 'دو' } }])
  })

  it('keeps only the last ones for a negative offset', async () => {
    for (const text of ['یک', 'دو', 'سه']) sara.sendText(text)
    expect(await bot.api.getUpdates({ offset: -1 })).toMatchObject([{ message: { text: 'سه' } }])
    expect(await bot.api.getUpdates()).toHaveLength(1)
  })

  it('leaves out kinds that were not asked for', async () => {
    await bot.api.getUpdates({ allowed_updates: ['callback_query'] })
    sara.sendText('یک')
    expect(await bot.api.getUpdates()).toEqual([])
  })
})

describe('planned faults', () => {
  it('come as often as planned, carry what Telegram would tell, and may lose the call', async () => {
    sara.start()
    server.fail('sendMessage', { times: 2, status: 502, description: 'Bad Gateway' })
    server.fail('sendMessage', { status: 400, migrateToChatId: -100_5 })
    server.fail('sendMessage', { reset: 'before' })
    const send = () => bot.api.sendMessage(1001, 'یک').catch((error: unknown) => error)
    expect(await send()).toMatchObject({ error_code: 502, description: 'Bad Gateway' })
    expect(await send()).toMatchObject({ error_code: 502 })
    expect(await send()).toMatchObject({ parameters: { migrate_to_chat_id: -1005 } })
    expect(await send()).not.toHaveProperty('error_code')
    expect(server.messages(1001)).toHaveLength(1)
    expect(await send()).toMatchObject({ text: 'یک' })
  })
})

describe('a webhook', () => {
  it('delivers with the secret, again after an error, and shuts polling out', async () => {
    const handled: string[] = []
    const hooked = new Bot(server.token, { client: { apiRoot: server.apiRoot } })
    hooked.on('message:text', (context) => {
      handled.push(context.message.text)
      if (handled.length === 1) throw new Error('once')
    })
    await hooked.init()
    const callback = webhookCallback(hooked, 'http', { secretToken: 'a_secret' })
    const receiver = createServer((request, response) => {
      callback(request, response).catch(() => response.writeHead(500).end())
    })
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
    const { port } = receiver.address() as AddressInfo

    await bot.api.setWebhook(`http://127.0.0.1:${port}/`, { secret_token: 'a_secret' })
    await expect(bot.api.getUpdates()).rejects.toThrow("can't use getUpdates method while webhook")
    sara.sendText('یک')
    sara.sendText('دو')
    await expect.poll(() => handled).toEqual(['یک', 'یک', 'دو'])
    expect(await bot.api.getWebhookInfo()).toMatchObject({ pending_update_count: 0 })
    await bot.api.deleteWebhook()
    expect(await bot.api.getUpdates()).toEqual([])
    receiver.closeAllConnections()
    receiver.close()
  })

  it('refuses a secret token that Telegram refuses', async () => {
    await expect(
      bot.api.setWebhook('http://127.0.0.1:1/', { secret_token: 'راز' }),
    ).rejects.toThrow('secret token contains unallowed characters')
  })
})

describe('groups', () => {
  it('show the bot only what is meant for it', async () => {
    const reza = server.user({ id: 1002, firstName: 'رضا' })
    const group = server.group({ id: -1001, title: 'گروه', members: [reza, sara] }).chat.id
    const own = await bot.api.sendMessage(group, 'من هستم')
    const said = [
      'سلام همه',
      '/ask قم',
      '/ask@arqam_trial_bot یزد',
      '/ask@other_bot یزد',
      '@arqam_trial_bot فارس',
      '/راهنما',
    ]
    for (const text of said) reza.sendText(text, { chat: group })
    reza.sendText('در پاسخ', { chat: group, replyTo: own.message_id })
    const updates = await bot.api.getUpdates()
    expect(updates.map((update) => update.message?.text)).toEqual([
      '/ask قم',
      '/ask@arqam_trial_bot یزد',
      '@arqam_trial_bot فارس',
      'در پاسخ',
    ])
    expect(updates.at(-1)?.message?.reply_to_message?.text).toBe('من هستم')
  })

  it('name their members and administrators', async () => {
    const group = server.group({ id: -1001, title: 'گروه', members: [sara] }).chat.id
    expect(await bot.api.getChat(group)).toMatchObject({ title: 'گروه', type: 'supergroup' })
    expect(await bot.api.getChatMember(group, 1001)).toMatchObject({ status: 'creator' })
    expect(await bot.api.getChatAdministrators(group)).toHaveLength(1)
    expect(await bot.api.getChatMemberCount(group)).toBe(2)
  })
})

describe('people the bot cannot reach', () => {
  it('are unknown until they write, and forbidden once they block', async () => {
    await expect(bot.api.sendMessage(1001, 'سلام')).rejects.toThrow('chat not found')
    sara.start()
    await bot.api.sendMessage(1001, 'سلام')
    sara.blockBot()
    await expect(bot.api.sendMessage(1001, 'سلام')).rejects.toThrow('bot was blocked by the user')
    expect((await bot.api.getUpdates()).at(-1)?.my_chat_member).toMatchObject({
      new_chat_member: { status: 'kicked' },
    })
    sara.unblockBot()
    await bot.api.sendMessage(1001, 'سلام')
  })
})

describe('what the bot says about itself', () => {
  it('keeps commands by scope and language', async () => {
    sara.start()
    const list = [{ command: 'ask', description: 'پرسش' }]
    await bot.api.setMyCommands(list)
    await bot.api.setMyCommands([], { scope: { type: 'chat', chat_id: 1001 } })
    expect(await bot.api.getMyCommands()).toEqual(list)
    expect(await bot.api.getMyCommands({ scope: { type: 'chat', chat_id: 1001 } })).toEqual([])
    await bot.api.deleteMyCommands()
    expect(await bot.api.getMyCommands()).toEqual([])
    await bot.api.setMyDescription('آمار تولید', { language_code: 'fa' })
    expect(await bot.api.getMyDescription({ language_code: 'fa' })).toEqual({
      description: 'آمار تولید',
    })
  })
})

describe('messages made of others', () => {
  it('are copied, forwarded, grouped, reacted to and deleted', async () => {
    const asked = sara.sendText('اصل')
    const copy = await bot.api.copyMessage(1001, 1001, asked.message_id)
    const forwarded = await bot.api.forwardMessage(1001, 1001, asked.message_id)
    expect(forwarded).toMatchObject({ text: 'اصل', forward_origin: { type: 'user' } })
    const album = await bot.api.sendMediaGroup(1001, [
      { type: 'photo', media: new InputFile(PIXEL), caption: 'یکم' },
      { type: 'photo', media: new InputFile(PIXEL) },
    ])
    const groups = server
      .messages(1001)
      .slice(-2)
      .map((message) => message.media_group_id)
    expect(groups[0]).toMatch(/\d+/)
    expect(groups[1]).toBe(groups[0])
    await bot.api.setMessageReaction(1001, asked.message_id, [{ type: 'emoji', emoji: '👍' }])
    await bot.api.deleteMessage(1001, copy.message_id)
    await bot.api.deleteMessages(
      1001,
      album.map((message) => message.message_id),
    )
    expect(server.messages(1001).map((message) => message.text)).toEqual(['اصل', 'اصل'])
  })

  it('take an earlier file by its id, and other contents by edit', async () => {
    sara.start()
    const first = await bot.api.sendPhoto(1001, new InputFile(PIXEL))
    const id = first.photo.at(-1)?.file_id ?? ''
    const second = await bot.api.sendPhoto(1001, id, { caption: 'یک' })
    expect(second.photo.at(-1)?.file_id).toBe(id)
    await expect(bot.api.sendDocument(1001, id)).rejects.toThrow("can't use file of type Photo")
    await bot.api.editMessageCaption(1001, second.message_id, { caption: 'دو' })
    await bot.api.editMessageMedia(1001, second.message_id, {
      type: 'photo',
      media: new InputFile(PIXEL),
      caption: 'سه',
    })
    expect(server.messages(1001).at(-1)?.caption).toBe('سه')
  })
})
