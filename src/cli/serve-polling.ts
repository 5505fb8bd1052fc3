import { type BotOptions, createBot, createNoticeApi } from '../bot/create-bot.ts'
import { createInbox } from '../bot/inbox.ts'
import { startNotifier } from '../bot/notifier.ts'
import { type Polling, startPolling } from '../bot/polling.ts'
import { createSendPace } from '../bot/send-pace.ts'
import { announceCommands } from './announce-commands.ts'

/** The bot by long polling. The menus are told to Telegram meanwhile: no answer waits for them. */
export function servePolling(options: BotOptions): Polling {
  const pace = createSendPace()
  const bot = createBot({ ...options, pace })
  const polling = startPolling(bot, { logger: options.logger, inbox: createInbox(options) })
  const notifier = startNotifier(createNoticeApi({ ...options, pace }), { ...options, pace })
  announceCommands(bot, options)
  return {
    done: polling.done,
    async stop() {
      await notifier.stop()
      await polling.stop()
    },
  }
}
