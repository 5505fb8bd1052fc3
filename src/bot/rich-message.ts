import { GrammyError } from 'grammy'
import type { Part } from '../answers/answer.ts'
import { renderPages } from '../answers/render.ts'
import { renderRich } from '../answers/render-rich.ts'
import { describeError } from './logger.ts'
import { inDigits, type ReplyOptions } from './replies.ts'
import type { BotContext, Services } from './services.ts'

/** Bots whose server was asked for a Rich Message once, and would not have it. */
const without = new WeakSet<Services>()

/**
 * Sends a list of figures as a Rich Message, with a real table, and gives its id. Null where a
 * plain message must do: for what is no list or takes several pages, and on servers that do not
 * know it, which are asked once until the program starts again.
 */
export async function sendRich(
  ctx: BotContext,
  services: Services,
  parts: readonly Part[],
  { keyboard = [], replyTo, inPlaceOf, digits }: ReplyOptions,
): Promise<number | null> {
  if (!ctx.chat || inPlaceOf !== undefined || without.has(services)) return null
  const shown = await inDigits(ctx.chat.id, services, parts, digits)
  const html = renderRich(shown)
  if (html === null || renderPages(shown).length > 1) return null
  const { logger } = services
  try {
    const { message_id } = await ctx.replyWithRichMessage(
      { html, is_rtl: true, skip_entity_detection: true },
      {
        reply_markup: { inline_keyboard: keyboard.map((row) => [...row]) },
        ...(replyTo !== undefined && {
          reply_parameters: { message_id: replyTo, allow_sending_without_reply: true },
        }),
      },
    )
    return message_id
  } catch (error) {
    const isRefused = error instanceof GrammyError && [400, 404].includes(error.error_code)
    if (!isRefused) throw error
    without.add(services)
    logger.info(describeError(error), 'the server takes no rich messages')
    return null
  }
}
