import type { Middleware } from 'grammy'
import { roleOf } from '../facts/members.ts'
import type { Role } from '../facts/types.ts'
import type { BotContext, Services } from './services.ts'
import { texts } from './texts.fa.ts'

const EDITORS: readonly (Role | null)[] = ['owner', 'admin', 'editor']

/** Whether a person may propose changes; those of an editor wait for an admin. */
export const mayEdit = (role: Role | null): boolean => EDITORS.includes(role)

/** Whether a person may approve and undo what others did, and run the bot with others. */
export const mayApprove = (role: Role | null): boolean => role === 'owner' || role === 'admin'

/** Notes what the sender may do; where only members may ask, strangers come no further. */
export function gate({ store, ownerIds, access }: Services): Middleware<BotContext> {
  return async (ctx, next) => {
    const id = ctx.from?.id
    ctx.role = id === undefined ? null : await roleOf(store.db, id, ownerIds)
    if (access === 'open' || ctx.role !== null || id === undefined) return await next()
    const text = texts.membersOnly(id)
    if (ctx.callbackQuery) await ctx.answerCallbackQuery({ text, show_alert: true })
    else if (ctx.inlineQuery) await ctx.answerInlineQuery([], { cache_time: 0, is_personal: true })
    else if (ctx.message && ctx.chat?.type === 'private') await ctx.reply(text)
  }
}
