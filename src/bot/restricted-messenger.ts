import type { RawApi, Transformer } from 'grammy'
import type { Capabilities } from './capabilities.ts'
import type { Logger } from './logger.ts'
import { withoutMarkup } from './without-markup.ts'

type Payload = Record<string, unknown>

/** What may be left out of a call without a loss to the reader. */
const SPARE = ['parse_mode', 'link_preview_options', 'reply_parameters', 'allowed_updates'] as const
type Spare = (typeof SPARE)[number]

/** Methods whose absence harms nobody: menus, signs of work, and what only inline mode needs. */
const DISPENSABLE = new Set([
  'setMyCommands',
  'deleteMyCommands',
  'sendChatAction',
  'answerCallbackQuery',
  'answerInlineQuery',
  'editMessageReplyMarkup',
])

/** What takes the place of a method that is missing, with the words of the call if it has any. */
const SUBSTITUTES: Readonly<Record<string, keyof RawApi>> = {
  editMessageText: 'sendMessage',
  editMessageCaption: 'sendMessage',
  sendPhoto: 'sendMessage',
}

/**
 * Speaks to messengers that understand less of the Bot API than Telegram: what is known to be
 * missing is not used, what turns out to be missing is done without and remembered. Markup goes,
 * buttons that lead nowhere go, an edit becomes a new message; the words of an answer, its figures
 * and its sources always arrive whole.
 */
export function adaptTo(capabilities: Capabilities, logger: Logger): Transformer {
  const lacking = new Set(capabilities.lacks)
  const dropped = new Set<Spare>(capabilities.html ? [] : ['parse_mode', 'link_preview_options'])

  return async (previous, method, payload, signal) => {
    // The types tie each method to its payload; here any method may meet any messenger.
    const call = (name: string, fields: Payload) =>
      previous(name as typeof method, fields as typeof payload, signal)
    let name: string = method
    let fields: Payload = { ...payload }
    if (!capabilities.telegramLinks) fields = withoutTelegramLinks(fields)
    // Each round does without one thing more.
    for (let round = 0; round <= SPARE.length + 1; round++) {
      if (lacking.has(name)) {
        if (DISPENSABLE.has(name)) return { ok: true, result: true as never }
        const substitute = substituteOf(name, fields)
        if (substitute !== null) ({ name, fields } = substitute)
      }
      fields = without(fields, dropped)
      const response = await call(name, fields)
      if (response.ok) return response
      const found = missing(response, name, fields)
      if (found === null) return response
      if ('method' in found) {
        if (lacking.has(found.method)) return response
        lacking.add(found.method)
      } else if (found.forNow) {
        fields = without(fields, new Set([found.parameter]))
        continue
      } else dropped.add(found.parameter)
      logger.warn({ ...found, said: response.description }, 'the messenger lacks something')
    }
    return await call(name, fields)
  }
}

type Missing = { readonly method: string } | { readonly parameter: Spare; readonly forNow: boolean }

interface Refusal {
  readonly error_code: number
  readonly description: string
}

/** What a refusal tells of the messenger; null when it is about the call. */
function missing(
  { error_code, description }: Refusal,
  method: string,
  fields: Payload,
): Missing | null {
  const isKnown = DISPENSABLE.has(method) || method in SUBSTITUTES
  const noMethod =
    /method not (?:found|allowed|supported|implemented)|no such method|unknown method/i
  if (isKnown && (noMethod.test(description) || [404, 405, 501].includes(error_code))) {
    return { method }
  }
  if (error_code !== 400) return null
  const parameter = SPARE.find(
    (one) =>
      fields[one] !== undefined && new RegExp(one.replace('_', '[_ ]'), 'i').test(description),
  )
  if (parameter !== undefined) return { parameter, forNow: false }
  // A slip in the markup of one message must not cost the reader the figure.
  if (fields.parse_mode !== undefined && /can't parse (?:entities|caption)/i.test(description)) {
    return { parameter: 'parse_mode', forNow: true }
  }
  return null
}

function without(fields: Payload, dropped: ReadonlySet<Spare>): Payload {
  const left = { ...fields }
  for (const name of dropped) {
    const value = left[name]
    if (value === undefined) continue
    delete left[name]
    if (name === 'parse_mode') {
      for (const text of ['text', 'caption']) {
        if (typeof left[text] === 'string') left[text] = withoutMarkup(left[text])
      }
    }
    if (name === 'reply_parameters' && isObject(value)) left.reply_to_message_id = value.message_id
  }
  return left
}

function substituteOf(name: string, fields: Payload): { name: string; fields: Payload } | null {
  const substitute = SUBSTITUTES[name]
  if (substitute === undefined || fields.chat_id === undefined) return null
  const { message_id, photo, caption, text, ...rest } = fields
  const words = text ?? caption
  return words ? { name: substitute, fields: { ...rest, text: words } } : null
}

function withoutTelegramLinks(fields: Payload): Payload {
  const { reply_markup: markup } = fields
  if (!isObject(markup) || !Array.isArray(markup.inline_keyboard)) return fields
  const rows = markup.inline_keyboard
    .map((row: unknown) => (Array.isArray(row) ? row.filter((one) => !isTelegramLink(one)) : []))
    .filter((row) => row.length > 0)
  return { ...fields, reply_markup: { ...markup, inline_keyboard: rows } }
}

const isTelegramLink = (button: unknown): boolean =>
  isObject(button) && typeof button.url === 'string' && button.url.startsWith('https://t.me/')

const isObject = (value: unknown): value is Payload => typeof value === 'object' && value !== null
