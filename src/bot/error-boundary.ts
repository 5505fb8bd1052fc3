import type { BotError } from 'grammy'
import { StoreError } from '../facts/errors.ts'
import { troubleOf } from '../facts/trouble.ts'
import { isUnreachable } from './api-policy.ts'
import { describeError, type Logger } from './logger.ts'
import { may } from './rights.ts'
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
      // Readers can do nothing about the disk.
      const trouble = may(ctx.role, '/edit') ? troubleOf(error) : null
      const said = isUndone ? texts.undone[error.code] : (trouble ?? texts.failed)
      const text = isRefusal ? error.message : said
      if (ctx.inlineQuery) await ctx.answerInlineQuery([], { cache_time: 0 })
      else if (ctx.chat) await ctx.reply(text)
      else if (ctx.callbackQuery) await ctx.answerCallbackQuery({ text, show_alert: true })
    } catch (second) {
      logger.warn({ update, ...describeError(second) }, 'the person could not be told')
    }
  }
