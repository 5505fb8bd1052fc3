import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type BotApiServer, createBotApiServer } from '../../src/trial/bot-api-server.ts'
import type { Person } from '../../src/trial/people/person.ts'
import { PIXEL } from './echo-bot.ts'

const HOUR = 3_600_000
let clock = new Date('2025-11-24T08:00:00Z')
let server: BotApiServer
let sara: Person

beforeAll(async () => {
  server = await createBotApiServer({ token: '42:TEST', now: () => clock })
  sara = server.user({ id: 1001, firstName: 'سارا' })
  sara.start()
})
afterAll(() => server.close())
afterEach(() => {
  server.world.violations.length = 0
})

async function call(method: string, parameters: Record<string, unknown> = {}) {
  const response = await fetch(`${server.apiRoot}/bot42:TEST/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(parameters),
  })
  return (await response.json()) as { ok: boolean; result?: never; description?: string }
}

const send = (parameters: Record<string, unknown>) =>
  call('sendMessage', { chat_id: 1001, ...parameters })
const withButton = (button: unknown) => ({
  text: 'متن',
  reply_markup: { inline_keyboard: [[button]] },
})

describe('what sendMessage refuses', () => {
  const LONG = 'الف '.repeat(1024)
  it.each<[string, Record<string, unknown>, string]>([
    ['no text', {}, 'message text is empty'],
    ['spaces only', { text: ' \n ' }, 'message text is empty'],
    ['tags only', { text: '<b> </b>', parse_mode: 'HTML' }, 'message text is empty'],
    ['4097 units', { text: `${LONG}به` }, 'message is too long'],
    ['an unknown chat', { chat_id: 5, text: 'الف' }, 'chat not found'],
    ['no chat', { chat_id: null, text: 'الف' }, 'chat_id is empty'],
    ['an unknown parse mode', { text: 'الف', parse_mode: 'BBCode' }, 'unsupported parse_mode'],
    [
      'an entity past the end',
      { text: 'الف', entities: [{ type: 'bold', offset: 2, length: 5 }] },
      'ends after the end of the text',
    ],
    [
      'a reply to nothing',
      { text: 'الف', reply_parameters: { message_id: 999 } },
      'message to be replied not found',
    ],
    ['a button without an action', withButton({ text: 'الف' }), 'Text buttons are unallowed'],
    [
      '65 bytes of data',
      withButton({ text: 'الف', callback_data: `${'س'.repeat(32)}1` }),
      'BUTTON_DATA_INVALID',
    ],
    ['empty data', withButton({ text: 'الف', callback_data: '' }), 'BUTTON_DATA_INVALID'],
    ['an empty label', withButton({ text: ' ', callback_data: 'a' }), 'must be non-empty'],
    ['a bad address', withButton({ text: 'الف', url: 'javascript:1' }), 'Wrong HTTP URL'],
    [
      'two actions',
      withButton({ text: 'الف', url: 'https://example.org', callback_data: 'a' }),
      'exactly one action',
    ],
    [
      'too much to copy',
      withButton({ text: 'الف', copy_text: { text: '۱'.repeat(257) } }),
      'BUTTON_COPY_TEXT_INVALID',
    ],
    ['an unknown markup', { text: 'الف', reply_markup: { buttons: [] } }, 'reply keyboard markup'],
    [
      'a keyboard without a label',
      { text: 'الف', reply_markup: { keyboard: [['']] } },
      'button text must be non-empty',
    ],
    ['a number for text', { text: 12 }, 'parameter "text" must be a string'],
  ])('%s', async (_, parameters, description) => {
    expect(await send(parameters)).toMatchObject({
      ok: false,
      description: expect.stringContaining(description),
    })
  })
})

describe('what sendMessage takes', () => {
  it.each<[string, Record<string, unknown>]>([
    ['4096 units after parsing', { text: `<b>${'ا'.repeat(4096)}</b>`, parse_mode: 'HTML' }],
    ['64 bytes of data', withButton({ text: 'الف', callback_data: 'س'.repeat(32) })],
    [
      'a reply to nothing, if it may',
      { text: 'الف', reply_parameters: { message_id: 999, allow_sending_without_reply: true } },
    ],
    ['a keyboard of plain texts', { text: 'الف', reply_markup: { keyboard: [['یک', 'دو']] } }],
    ['an empty inline keyboard', { text: 'الف', reply_markup: { inline_keyboard: [] } }],
    ['JSON within JSON', { text: 'الف', reply_markup: '{"force_reply":true}' }],
    ['numbers and booleans as texts', { chat_id: '1001', text: 'الف', protect_content: 'true' }],
  ])('%s', async (_, parameters) => {
    expect(await send(parameters)).toMatchObject({ ok: true })
  })
})

describe('edits and deletions', () => {
  it.each<[string, string, Record<string, unknown>, string]>([
    ['the same text', 'editMessageText', { text: 'متن' }, 'message is not modified: specified new'],
    [
      'of nothing',
      'editMessageText',
      { text: 'الف', message_id: 999 },
      'message to edit not found',
    ],
    ['of another', 'editMessageText', { text: 'الف', message_id: 1 }, "message can't be edited"],
    ['a caption of a text', 'editMessageCaption', { caption: 'الف' }, 'there is no caption'],
    ['the same buttons', 'editMessageReplyMarkup', {}, 'message is not modified'],
    ['of nothing', 'deleteMessage', { message_id: 999 }, 'message to delete not found'],
    ['of none', 'deleteMessages', { message_ids: [] }, 'identifiers are not specified'],
    [
      'of an unknown inline message',
      'editMessageText',
      { inline_message_id: 'x', text: 'الف' },
      'MESSAGE_ID_INVALID',
    ],
  ])('refuse: %s by %s', async (_, method, parameters, description) => {
    const sent = await send({ text: 'متن' })
    const { message_id } = sent.result ?? { message_id: 0 }
    const answer = await call(method, { chat_id: 1001, message_id, ...parameters })
    expect(answer.description).toContain(description)
  })

  it('refuse to delete what is older than two days', async () => {
    const sent = await send({ text: 'کهنه' })
    clock = new Date(clock.getTime() + 49 * HOUR)
    const { message_id } = sent.result ?? { message_id: 0 }
    expect((await call('deleteMessage', { chat_id: 1001, message_id })).description).toBe(
      "Bad Request: message can't be deleted for everyone",
    )
  })

  it('take the buttons away when they name none', async () => {
    const sent = await send(withButton({ text: 'الف', callback_data: 'a' }))
    const { message_id } = sent.result ?? { message_id: 0 }
    const edited = await call('editMessageText', { chat_id: 1001, message_id, text: 'متن' })
    expect(edited).toMatchObject({ ok: true })
    expect(edited.result).not.toHaveProperty('reply_markup')
  })
})

describe('answers to queries', () => {
  const TOO_OLD = 'query is too old and response timeout expired or query ID is invalid'

  async function pressed(): Promise<string> {
    await send(withButton({ text: 'الف', callback_data: 'a' }))
    const message = server.messages(1001).at(-1)
    if (!message) throw new Error('not sent')
    return sara.press(message, 'الف').query
  }

  it('are taken once, in time and for queries that there are', async () => {
    const query = await pressed()
    const answerIt = () => call('answerCallbackQuery', { callback_query_id: query })
    expect(await answerIt()).toMatchObject({ ok: true })
    expect((await answerIt()).description).toContain(TOO_OLD)
    const late = await pressed()
    clock = new Date(clock.getTime() + 20_000)
    for (const id of [late, 'never']) {
      const answer = await call('answerCallbackQuery', { callback_query_id: id })
      expect(answer.description).toContain(TOO_OLD)
    }
  })

  it('are short', async () => {
    const answer = await call('answerCallbackQuery', {
      callback_query_id: await pressed(),
      text: 'ا'.repeat(201),
    })
    expect(answer.description).toBe('Bad Request: MESSAGE_TOO_LONG')
  })

  it.each<[string, unknown[], string]>([
    ['without a title', [{ type: 'article', id: '1' }], 'title of article'],
    ['without content', [{ type: 'article', id: '1', title: 'الف' }], 'input_message_content'],
    ['with an id twice', [article('1'), article('1')], 'RESULT_ID_DUPLICATE'],
    ['with too long an id', [article('س'.repeat(33))], 'RESULT_ID_INVALID'],
    ['of more than 50', Array.from({ length: 51 }, (_, n) => article(`${n}`)), 'RESULTS_TOO_MUCH'],
    ['with broken HTML', [article('1', '<b>الف')], "can't parse entities"],
  ])('hold no results %s', async (_, results, description) => {
    const { query } = sara.inlineQuery('قم')
    const answer = await call('answerInlineQuery', { inline_query_id: query, results })
    expect(answer.description).toContain(description)
  })
})

function article(id: string, message_text = 'متن') {
  return {
    type: 'article',
    id,
    title: 'الف',
    input_message_content: { message_text, parse_mode: 'HTML' },
  }
}

describe('settings', () => {
  it.each<[string, string, Record<string, unknown>, string]>([
    ['a Persian command', 'setMyCommands', command('راهنما'), 'BOT_COMMAND_INVALID'],
    ['a capital', 'setMyCommands', command('Help'), 'BOT_COMMAND_INVALID'],
    ['no description', 'setMyCommands', command('help', ''), 'description must be non-empty'],
    [
      'a stranger as scope',
      'setMyCommands',
      { ...command('help'), scope: { type: 'chat', chat_id: 77 } },
      'chat not found',
    ],
    ['a long description', 'setMyDescription', { description: 'ا'.repeat(513) }, 'too long'],
    [
      'a long short one',
      'setMyShortDescription',
      { short_description: 'ا'.repeat(121) },
      'too long',
    ],
    [
      'an unknown action',
      'sendChatAction',
      { chat_id: 1001, action: 'thinking' },
      'wrong parameter',
    ],
    ['an unknown file', 'getFile', { file_id: 'x' }, 'wrong file_id'],
  ])('refuse %s', async (_, method, parameters, description) => {
    expect((await call(method, parameters)).description).toContain(description)
  })
})

function command(name: string, description = 'شرح') {
  return { commands: [{ command: name, description }] }
}

describe('files', () => {
  async function upload(method: string, field: string, bytes: Buffer, caption = '') {
    const form = new FormData()
    form.set('chat_id', '1001')
    form.set('caption', caption)
    form.set(field, new Blob([bytes]), 'نام فایل.png')
    const address = `${server.apiRoot}/bot42:TEST/${method}`
    const response = await fetch(address, { method: 'POST', body: form })
    return (await response.json()) as { ok: boolean; description?: string; result?: unknown }
  }

  it('come by form and go by path', async () => {
    const sent = await upload('sendDocument', 'document', PIXEL, 'شرح')
    expect(sent.result).toMatchObject({
      caption: 'شرح',
      document: { file_name: 'نام فایل.png', file_size: PIXEL.length, mime_type: 'image/png' },
    })
    const id = server.messages(1001).at(-1)?.document?.file_id
    const file = await call('getFile', { file_id: id })
    const { file_path } = file.result ?? { file_path: '' }
    const found = await fetch(`${server.apiRoot}/file/bot42:TEST/${file_path}`)
    expect(Buffer.from(await found.arrayBuffer())).toEqual(PIXEL)
  })

  it.each<[string, string, Buffer, string, string]>([
    ['empty', 'document', Buffer.alloc(0), '', 'file must be non-empty'],
    ['no picture', 'photo', Buffer.from('متن'), '', 'IMAGE_PROCESS_FAILED'],
    ['too long a strip', 'photo', resized(3000, 100), '', 'PHOTO_INVALID_DIMENSIONS'],
    ['too large a picture', 'photo', resized(9000, 9000), '', 'PHOTO_INVALID_DIMENSIONS'],
    ['of too long a caption', 'photo', PIXEL, 'ا'.repeat(1025), 'caption is too long'],
  ])('are refused when %s (%s)', async (_, field, bytes, caption, description) => {
    const method = field === 'photo' ? 'sendPhoto' : 'sendDocument'
    expect((await upload(method, field, bytes, caption)).description).toContain(description)
  })

  function resized(width: number, height: number): Buffer {
    const picture = Buffer.from(PIXEL)
    picture.writeUInt32BE(width, 16)
    picture.writeUInt32BE(height, 20)
    return picture
  }
})

describe('slips that Telegram lets pass', () => {
  it('are kept as violations', async () => {
    expect(await send({ text: 'الف', parsemode: 'HTML' })).toMatchObject({ ok: true })
    expect(server.violations).toEqual([
      { method: 'sendMessage', parameter: 'parsemode', problem: 'unknown parameter' },
    ])
  })
})

describe('addresses', () => {
  it.each<[string, number, string]>([
    ['/bot42:TEST/sendSomething', 404, 'Not Found: method not found'],
    ['/bot42:WRONG/getMe', 401, 'Unauthorized'],
    ['/botless/getMe', 404, 'Not Found'],
    ['/file/bot42:TEST/photos/none.jpg', 404, 'Not Found: file not found'],
    ['/', 404, 'Not Found'],
  ])('%s is answered by %d', async (path, status, description) => {
    const response = await fetch(server.apiRoot + path)
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({ ok: false, error_code: status, description })
  })

  it('take calls by query, and names of methods in any case', async () => {
    const path = '/bot42:TEST/SENDmessage?chat_id=1001&text=%D8%A7%D9%84%D9%81'
    expect(await (await fetch(server.apiRoot + path)).json()).toMatchObject({ ok: true })
    const form = new URLSearchParams({ chat_id: '1001', text: 'الف' })
    const address = `${server.apiRoot}/bot42:TEST/sendMessage`
    const response = await fetch(address, { method: 'POST', body: form })
    expect(await response.json()).toMatchObject({ ok: true, result: { text: 'الف' } })
  })
})
