import { publishCommands } from '../bot/commands.ts'
import { type BotOptions, createBot } from '../bot/create-bot.ts'
import { type Polling, startPolling } from '../bot/polling.ts'

/** The bot by long polling. The menus are told to Telegram meanwhile: no answer waits for them. */
export function servePolling(options: BotOptions): Polling {
  const bot = createBot(options)
  const polling = startPolling(bot, { logger: options.logger })
  void publishCommands(bot.api, options)
  return polling
}
