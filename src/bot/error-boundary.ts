import type { BotError } from 'grammy'
import { StoreError } from '../facts/errors.ts'
import { isUnreachable } from './api-policy.ts'
import { describeError, type Logger } from './logger.ts'
import type { BotContext } from './services.ts'
import { texts } from './texts.fa.ts'
import { TaskError } from './work/task-thread.ts'

/**
 * Nobody is left in silence: the person is told in Persian, the log gets the details. What the
 * store refuses is told as the store words it, and why slow work was left undone.
 */
export const tellAndLog =
  (logger: Logger) =>
  async ({ error, ctx }: BotError<BotContext>): Promise<void> => {
    const update = ctx.update.update_id
    if (isUnreachable(error)) {
      logger.info({ update, chat: ctx.chat?.id }, 'the chat is out of reach')
      return
    }
    const isRefusal = error instanceof StoreError
    const isUndone = error instanceof TaskError
    if (!isRefusal) logger.error({ update, ...describeError(error) }, 'an update failed')
    try {
      const text = isRefusal ? error.message : isUndone ? texts.undone[error.code] : texts.failed
      if (ctx.inlineQuery) await ctx.answerInlineQuery([], { cache_time: 0 })
      else if (ctx.chat) await ctx.reply(text)
      else if (ctx.callbackQuery) await ctx.answerCallbackQuery({ text, show_alert: true })
    } catch (second) {
      logger.warn({ update, ...describeError(second) }, 'the person could not be told')
    }
  }
