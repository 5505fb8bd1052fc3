import type { InlineKeyboardButton } from 'grammy/types'
import { z } from 'zod'
import type { Part } from '../answers/answer.ts'
import { renderPages } from '../answers/render.ts'
import { type ChatSettings, settingsOf } from '../facts/settings.ts'
import { isUneditable } from './api-policy.ts'
import { encodeCallback } from './callback-data.ts'
import { inLatin } from './digits.ts'
import { keptPayload } from './kept.ts'
import type { BotContext, Services } from './services.ts'
import { texts } from './texts.fa.ts'

export type Keyboard = readonly (readonly InlineKeyboardButton[])[]

export interface ReplyOptions {
  readonly keyboard?: Keyboard
  /** The message that it answers, in groups. */
  readonly replyTo?: number | undefined
  /** A message of the bot in whose place it comes, as long as that can be edited. */
  readonly inPlaceOf?: number | undefined
  /** The digits that the chat chose, where they are known; else they are looked up. */
  readonly digits?: ChatSettings['digits']
}

/** The pages of a long message, kept so that «بیشتر» still works after a restart. */
const pagesSchema = z.object({
  pages: z.array(z.string()),
  keyboard: z.array(
    z.array(
      z.union([
        z.object({ text: z.string(), callback_data: z.string() }),
        z.object({ text: z.string(), url: z.string() }),
      ]),
    ),
  ),
})

/** Sends the parts as one message, and gives its id; what does not fit comes by its button. */
export async function sendParts(
  ctx: BotContext,
  services: Services,
  parts: readonly Part[],
  { keyboard = [], replyTo, inPlaceOf, digits }: ReplyOptions = {},
): Promise<number> {
  const { text, rows } = await firstPage(ownerOf(ctx), services, parts, keyboard, digits)
  if (inPlaceOf !== undefined && ctx.chat) {
    try {
      await ctx.api.editMessageText(ctx.chat.id, inPlaceOf, text, style(rows))
      return inPlaceOf
    } catch (error) {
      if (!isUneditable(error)) throw error
    }
  }
  const message = await ctx.reply(text, {
    ...style(rows),
    ...(replyTo !== undefined && {
      reply_parameters: { message_id: replyTo, allow_sending_without_reply: true },
    }),
  })
  return message.message_id
}

/** Puts the parts in the place of the message whose button was pressed, or sends them when it is gone. */
export async function editParts(
  ctx: BotContext,
  services: Services,
  parts: readonly Part[],
  { keyboard = [] }: ReplyOptions = {},
): Promise<void> {
  const { text, rows } = await firstPage(ownerOf(ctx), services, parts, keyboard)
  await editOrSend(ctx, text, rows)
}

/** Turns to a page of a long message; false when its pages are not kept any more. */
export async function turnPage(
  ctx: BotContext,
  services: Services,
  reference: string | undefined,
  page: number,
): Promise<boolean> {
  const kept = pagesSchema.safeParse(await keptPayload(ctx, services, reference, 'pages'))
  const { pages, keyboard } = kept.success ? kept.data : { pages: [], keyboard: [] }
  const text = pages[page]
  if (text === undefined || reference === undefined) return false
  await editOrSend(ctx, text, [...keyboard, pagerRow(reference, page, pages.length)])
  return true
}

/** The parts in the digits that the chat chose. */
export async function inDigits(
  chatId: number,
  { store }: Services,
  parts: readonly Part[],
  known?: ChatSettings['digits'],
): Promise<readonly Part[]> {
  const digits = known ?? (chatId === 0 ? 'persian' : (await settingsOf(store.db, chatId)).digits)
  if (digits === 'persian') return parts
  return parts.map((part) => (part.type === 'break' ? part : { ...part, text: inLatin(part.text) }))
}

async function editOrSend(ctx: BotContext, text: string, rows: Keyboard): Promise<void> {
  try {
    await ctx.editMessageText(text, style(rows))
  } catch (error) {
    if (!isUneditable(error)) throw error
    await ctx.reply(text, style(rows))
  }
}

/** Where a message goes, and for whom. */
export interface Owner {
  readonly chatId: number
  readonly telegramId: number
}

/** The chat and the person of an update. */
export const ownerOf = (ctx: BotContext): Owner => ({
  chatId: ctx.chat?.id ?? 0,
  telegramId: ctx.from?.id ?? 0,
})

/** A message that answers nothing which was sent just now; its pages turn as any other's. */
export async function messageFor(
  owner: Owner,
  services: Services,
  parts: readonly Part[],
  keyboard: Keyboard = [],
): Promise<{ text: string; options: ReturnType<typeof style> }> {
  const { text, rows } = await firstPage(owner, services, parts, keyboard)
  return { text, options: style(rows) }
}

async function firstPage(
  owner: Owner,
  services: Services,
  parts: readonly Part[],
  keyboard: Keyboard,
  digits?: ChatSettings['digits'],
): Promise<{ text: string; rows: Keyboard }> {
  const { store, clock } = services
  const pages = renderPages(await inDigits(owner.chatId, services, parts, digits))
  const text = pages[0]?.html ?? ''
  if (pages.length < 2) return { text, rows: keyboard }
  const payload = { pages: pages.map(({ html }) => html), keyboard }
  const kept = { chatId: owner.chatId, kind: 'pages', payload }
  const id = store.afterwards.keep(kept, clock())
  return { text, rows: [...keyboard, pagerRow(id, 0, pages.length)] }
}

function pagerRow(id: string, page: number, count: number): InlineKeyboardButton[] {
  const row: InlineKeyboardButton[] = []
  const to = (page: number) => encodeCallback('page', id, page)
  if (page > 0) row.push({ text: texts.buttons.back, callback_data: to(page - 1) })
  if (page < count - 1) row.push({ text: texts.buttons.more, callback_data: to(page + 1) })
  return row
}

/** How every text of the bot is sent. */
export const style = (rows: Keyboard) => ({
  parse_mode: 'HTML' as const,
  link_preview_options: { is_disabled: true },
  reply_markup: { inline_keyboard: rows.map((row) => [...row]) },
})

/** Buttons in rows of so many. */
export const inRows = (buttons: readonly InlineKeyboardButton[], size = 2): Keyboard =>
  buttons.flatMap((_, index) => (index % size === 0 ? [buttons.slice(index, index + size)] : []))
