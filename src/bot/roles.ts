import type { Middleware } from 'grammy'
import { roleOf } from '../facts/members.ts'
import type { Role } from '../facts/types.ts'
import { isInvitation } from './invitation-link.ts'
import { isForBot } from './question-in.ts'
import { may } from './rights.ts'
import type { BotContext, Services } from './services.ts'
import { texts } from './texts.fa.ts'

/** Whether a person may propose changes; those of an editor wait for an admin. */
export const mayEdit = (role: Role | null): boolean => may(role, '/edit')

/**
 * Notes what the sender may do; where only members may ask, strangers come no further than with an
 * invitation. What is written in the name of a group or channel has nobody's rights, and a
 * forwarded text has none of its author's or bearer's: it may ask, but change nothing.
 */
export function gate({ store, ownerIds, access }: Services): Middleware<BotContext> {
  return async (ctx, next) => {
    const message = ctx.message ?? ctx.editedMessage
    const isAnonymous = message?.sender_chat !== undefined
    const id = isAnonymous ? undefined : ctx.from?.id
    const role = id === undefined ? null : await roleOf(store.db, id, ownerIds)
    const isForwardedText = message?.forward_origin !== undefined && message.text !== undefined
    ctx.role = role !== null && isForwardedText ? 'member' : role
    const isInvited = ctx.chat?.type === 'private' && isInvitation(ctx.message?.text)
    const isGranted = may(role, isInvited ? 'invitation' : 'question', access)
    // That the bot was thrown out is to be known, whoever did it.
    if (isGranted || ctx.myChatMember) return await next()
    const text = texts.membersOnly(ctx.from?.id ?? 0)
    if (ctx.callbackQuery) await ctx.answerCallbackQuery({ text, show_alert: true })
    else if (ctx.inlineQuery) await ctx.answerInlineQuery([], { cache_time: 0, is_personal: true })
    else if (ctx.message && ctx.chat?.type === 'private') await ctx.reply(text)
    else if (ctx.message && isForBot(ctx.message, ctx.me)) {
      await ctx.reply(texts.membersOnlyInGroups)
    }
  }
}
