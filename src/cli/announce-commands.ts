import type { Bot } from 'grammy'
import { publishCommands } from '../bot/commands.ts'
import { describeError } from '../bot/logger.ts'
import type { BotContext, Services } from '../bot/services.ts'

/**
 * Tells Telegram the menus once it is reached, beside the work: no answer waits for them, and an
 * early end may cut it short.
 */
export function announceCommands(bot: Bot<BotContext>, services: Services): void {
  bot
    .init()
    .then(() => {
      services.logger.info({ bot: bot.botInfo.username }, 'Telegram is reached')
      return publishCommands(bot.api, services)
    })
    .catch((error: unknown) =>
      services.logger.debug(describeError(error), 'the commands menus were not set'),
    )
}
