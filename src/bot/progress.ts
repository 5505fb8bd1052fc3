import type { BotContext } from './services.ts'

/** Telegram lets a bot edit a message about once in two seconds without complaint. */
const EVERY_MS = 2500
const EVERY_STEPS = 500

export interface Progress {
  /** One more is done; costs nothing most of the time, and never waits. */
  step(): void
  /** Takes the message away. */
  end(): Promise<void>
}

/**
 * A message that counts while long work goes on. It is written beside the work, never waited for:
 * the work may hold a transaction. Short work shows nothing but that the bot is typing.
 */
export async function startProgress(
  ctx: BotContext,
  text: (count: number) => string,
): Promise<Progress> {
  const chatId = ctx.chat?.id ?? 0
  let messageId: number | null = null
  let writing: Promise<void> | null = null
  let count = 0
  let shownAt = performance.now()
  await ctx.replyWithChatAction('typing')

  async function write(): Promise<void> {
    try {
      if (messageId === null) messageId = (await ctx.reply(text(count))).message_id
      else await ctx.api.editMessageText(chatId, messageId, text(count))
    } catch {
      // The work matters, not its counter.
    }
  }

  return {
    step() {
      count++
      if (count % EVERY_STEPS !== 0 || writing) return
      if (performance.now() - shownAt < EVERY_MS) return
      shownAt = performance.now()
      writing = write().finally(() => {
        writing = null
      })
    },
    async end() {
      await writing
      if (messageId === null) return
      try {
        await ctx.api.deleteMessage(chatId, messageId)
      } catch {
        // It stays with its last count.
      }
    },
  }
}
