import { z } from 'zod'
import { badRequest } from './api-error.ts'
import { byteLength, LIMITS } from './limits.ts'
import type { InlineButton, InlineKeyboard, ReplyMarkup } from './wire-types.ts'

const inlineButton = z.strictObject({
  text: z.string(),
  callback_data: z.string().optional(),
  url: z.string().optional(),
  copy_text: z.strictObject({ text: z.string() }).optional(),
  switch_inline_query: z.string().optional(),
  switch_inline_query_current_chat: z.string().optional(),
  style: z.enum(['danger', 'success', 'primary']).optional(),
})
const keyboardButton = z.union([
  z.string().transform((text) => ({ text })),
  z.strictObject({ text: z.string(), style: z.string().optional() }),
])
const replyKeyboard = z.strictObject({
  keyboard: z.array(z.array(keyboardButton)),
  is_persistent: z.boolean().optional(),
  resize_keyboard: z.boolean().optional(),
  one_time_keyboard: z.boolean().optional(),
  input_field_placeholder: z.string().max(LIMITS.placeholderUnits).optional(),
  selective: z.boolean().optional(),
})
const replyOrRemove = z.union([
  replyKeyboard,
  z.strictObject({ remove_keyboard: z.literal(true), selective: z.boolean().optional() }),
  z.strictObject({
    force_reply: z.literal(true),
    input_field_placeholder: z.string().max(LIMITS.placeholderUnits).optional(),
    selective: z.boolean().optional(),
  }),
])

const ACTIONS = [
  'callback_data',
  'url',
  'copy_text',
  'switch_inline_query',
  'switch_inline_query_current_chat',
] as const

/**
 * Checks the markup of a new message as Telegram does: shape, one action a button, lengths.
 * Stricter in one thing: a field that no button has is refused, as Telegram would ignore it silently.
 */
export function checkReplyMarkup(value: unknown): ReplyMarkup | undefined {
  if (value === undefined) return undefined
  if (isRecord(value) && 'inline_keyboard' in value) return checkInlineKeyboard(value)
  const parsed = replyOrRemove.safeParse(value)
  if (!parsed.success) throw badRequest("can't parse reply keyboard markup JSON object")
  const markup = parsed.data
  if ('keyboard' in markup) {
    const rows = markup.keyboard.filter((row) => row.length > 0)
    if (rows.flat().some((button) => button.text.trim() === '')) {
      throw badRequest("can't parse keyboard button: button text must be non-empty")
    }
    return compact({ ...markup, keyboard: rows })
  }
  return compact(markup)
}

/** Checks an inline keyboard, the only markup that edits accept. An empty one means none. */
export function checkInlineKeyboard(value: unknown): InlineKeyboard | undefined {
  if (value === undefined) return undefined
  if (!isRecord(value) || !Array.isArray(value.inline_keyboard)) {
    throw badRequest('inline keyboard expected')
  }
  const rows = value.inline_keyboard.map((row: unknown) => {
    if (!Array.isArray(row))
      throw badRequest("can't parse inline keyboard: expected an array of rows")
    return row.map(checkButton)
  })
  const filled = rows.filter((row) => row.length > 0)
  if (filled.flat().length > LIMITS.keyboardButtons) throw badRequest('reply markup is too long')
  return filled.length > 0 ? { inline_keyboard: filled } : undefined
}

function checkButton(value: unknown): InlineButton {
  const parsed = inlineButton.safeParse(value)
  if (!parsed.success) {
    throw badRequest(`can't parse inline keyboard button: ${z.prettifyError(parsed.error)}`)
  }
  const button = compact(parsed.data)
  if (button.text.trim() === '') throw badRequest('inline keyboard button text must be non-empty')
  const actions = ACTIONS.filter((action) => button[action] !== undefined)
  if (actions.length === 0) throw badRequest('Text buttons are unallowed in the inline keyboard')
  if (actions.length > 1) throw badRequest('inline keyboard button must have exactly one action')
  if (button.callback_data !== undefined) checkCallbackData(button.callback_data)
  if (button.url !== undefined) checkUrl(button.url)
  if (button.copy_text !== undefined) {
    const length = button.copy_text.text.length
    if (length === 0 || length > LIMITS.copyTextUnits) throw badRequest('BUTTON_COPY_TEXT_INVALID')
  }
  return button
}

function checkCallbackData(data: string): void {
  const bytes = byteLength(data)
  if (bytes === 0 || bytes > LIMITS.callbackDataBytes) throw badRequest('BUTTON_DATA_INVALID')
}

function checkUrl(url: string): void {
  const complete = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `http://${url}`
  if (!/^(https?|tg|ton):/i.test(complete) || !URL.canParse(complete)) {
    throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`)
  }
}

/** Leaves out fields that are undefined. */
function compact<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const filled = Object.entries(value).filter(([, field]) => field !== undefined)
  return Object.fromEntries(filled) as { [K in keyof T]: Exclude<T[K], undefined> }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
