import type { Services } from '../bot/services.ts'
import { startTrial, type Trial } from '../trial/start-trial.ts'
import { servePolling } from './serve-polling.ts'
import { texts } from './texts.fa.ts'

/** The bot behind the chat page on this machine, with the admin of the page as an owner. */
export function serveTrial(services: Services, port: number | undefined): Promise<Trial> {
  return startTrial({
    ...(port !== undefined && { port }),
    async createAndStartBot({ token, apiRoot, ownerIds }) {
      const polling = servePolling({
        ...services,
        token,
        apiRoot,
        ownerIds: [...services.ownerIds, ...ownerIds],
      })
      // The page tells of a bot that does not answer.
      polling.done.catch(() => undefined)
      return () => polling.stop()
    },
  })
}

/** What a newcomer reads in the terminal, in both languages. */
export const welcome = (url: string): string => `
  Arqam, trial: the bot behind a chat page on this machine. Open

      ${url}

  Nothing leaves this machine. For Telegram itself, get a token from @BotFather and start with
      BOT_TOKEN=… OWNER_IDS=your-id npm start
  Ctrl-C ends it.

${texts.trialWelcome(url)}
`
