import type { Bot } from 'grammy'
import type { Update } from 'grammy/types'
import type { Inbox } from './inbox.ts'
import { describeError, type Logger } from './logger.ts'
import type { BotContext } from './services.ts'
import { texts } from './texts.fa.ts'

/**
 * Tells whoever waits for what too many processes died with that it failed: silence is worse.
 * Nothing of the update is looked at but where it came from.
 */
export async function tellGivenUp(
  bot: Pick<Bot<BotContext>, 'api'>,
  inbox: Pick<Inbox, 'givenUp' | 'done'>,
  logger: Logger,
): Promise<void> {
  for (const update of await inbox.givenUp()) {
    const chatId = chatOf(update)
    logger.error({ update: update.update_id, chat: chatId }, 'an update is given up')
    try {
      if (chatId !== undefined) await bot.api.sendMessage(chatId, texts.failed)
    } catch (error) {
      logger.warn({ update: update.update_id, ...describeError(error) }, 'nobody could be told')
    } finally {
      inbox.done(update)
    }
  }
}

const chatOf = ({ message, edited_message, callback_query }: Update): number | undefined =>
  (message ?? edited_message ?? callback_query?.message)?.chat.id
