import { GrammyError } from 'grammy'
import type { Part } from '../answers/answer.ts'
import { renderPages } from '../answers/render.ts'
import { renderRich } from '../answers/render-rich.ts'
import { describeError } from './logger.ts'
import { inDigits, type ReplyOptions } from './replies.ts'
import type { BotContext, Services } from './services.ts'

/** Refusals in a row by the server of a bot; one that does not know rich messages is asked no more. */
const refusals = new WeakMap<Services, number>()
const MOST_REFUSALS = 3

/**
 * Sends a list of figures as a Rich Message, with a real table, and gives its id. Null where a
 * plain message must do: for what is no list or takes several pages, where the server will not have
 * this one, and on servers that do not know it, which are asked once until the program starts again.
 */
export async function sendRich(
  ctx: BotContext,
  services: Services,
  parts: readonly Part[],
  { keyboard = [], replyTo, inPlaceOf, digits }: ReplyOptions,
): Promise<number | null> {
  if (!ctx.chat || inPlaceOf !== undefined || isUseless(services)) return null
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
    refusals.delete(services)
    return message_id
  } catch (error) {
    if (!(error instanceof GrammyError) || ![400, 404].includes(error.error_code)) throw error
    const isUnknown = error.error_code === 404 || /not supported|unsupported/i.test(error.message)
    refusals.set(services, isUnknown ? MOST_REFUSALS : (refusals.get(services) ?? 0) + 1)
    logger.warn(describeError(error), 'a rich message was refused; it goes as text')
    return null
  }
}

const isUseless = (services: Services): boolean => (refusals.get(services) ?? 0) >= MOST_REFUSALS
