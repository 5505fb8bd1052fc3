import type { Middleware } from 'grammy'
import type { MessageOrigin } from 'grammy/types'
import { z } from 'zod'
import type { BotContext } from './services.ts'

const chat = z.looseObject({ id: z.number(), type: z.string() })
const user = z.looseObject({ id: z.number(), is_bot: z.boolean(), first_name: z.string() })

/** What told of a forwarded message before Bot API 7.0, and does so in other messengers. */
const oldForward = z.object({
  forward_date: z.number().default(0),
  forward_from_chat: chat.extend({ title: z.string().default('') }).optional(),
  forward_from_message_id: z.number().optional(),
  forward_signature: z.string().optional(),
  forward_from: user.optional(),
  forward_sender_name: z.string().optional(),
})

/**
 * Messengers that follow an older Bot API tell where a message was forwarded from by other fields:
 * it is the same message everywhere behind this, and has as few rights.
 */
export function readOldForwards(): Middleware<BotContext> {
  return async (ctx, next) => {
    const message = ctx.message ?? ctx.editedMessage
    if (message && message.forward_origin === undefined) {
      const origin = oldOrigin(message)
      if (origin !== null) message.forward_origin = origin
    }
    await next()
  }
}

/** The origin that the older fields of a message tell of, or null. */
export function oldOrigin(message: object): MessageOrigin | null {
  const old = oldForward.safeParse(message).data
  if (old === undefined) return null
  const { forward_date: date, forward_from_chat: from, forward_signature: signature } = old
  const signed = signature !== undefined && { author_signature: signature }
  if (from?.type === 'channel') {
    const { id, title } = from
    const username = z.string().safeParse(from.username).data
    return {
      type: 'channel',
      date,
      chat: { id, type: 'channel', title, ...(username !== undefined && { username }) },
      message_id: old.forward_from_message_id ?? 0,
      ...signed,
    }
  }
  if (from) {
    return {
      type: 'chat',
      date,
      sender_chat: { id: from.id, type: 'supergroup', title: from.title },
      ...signed,
    }
  }
  if (old.forward_from) return { type: 'user', date, sender_user: old.forward_from }
  if (old.forward_sender_name !== undefined) {
    return { type: 'hidden_user', date, sender_user_name: old.forward_sender_name }
  }
  return null
}
