/**
 * The real bot in a process of its own, with short waits. Writes a line «heap BYTES» after a
 * collection of garbage when its parent sends a message; ends in order at SIGTERM.
 */
import { createAsker } from '../../../src/answers/create-asker.ts'
import { createBot, createNoticeApi } from '../../../src/bot/create-bot.ts'
import { createInbox } from '../../../src/bot/inbox.ts'
import { describeError, type Logger } from '../../../src/bot/logger.ts'
import { startNotifier } from '../../../src/bot/notifier.ts'
import { startPolling } from '../../../src/bot/polling.ts'
import { createSendPace } from '../../../src/bot/send-pace.ts'
import { openConfigured } from '../../../src/cli/open.ts'

const SECONDS_FOR_A_CALL = 1.5

const say = (line: string) => process.stdout.write(`${line}\n`)

async function main(database: string, apiRoot: string, token: string, owner: number) {
  process.on('unhandledRejection', (error) => {
    say(`unhandled ${JSON.stringify(describeError(error))}`)
  })
  const configuration = { DATABASE_URL: database, ARQAM_EMPTY: '0' as const }
  const store = await openConfigured({ database, empty: false }, configuration, new Date())
  const log = (level: string) => (fields: object, message: string) =>
    say(`${level} ${message} ${JSON.stringify(fields)}`)
  const logger: Logger = {
    debug: () => undefined,
    info: () => undefined,
    warn: log('warn'),
    error: log('error'),
  }
  const clock = () => new Date()
  const asker = createAsker(store)
  const services = { store, asker, ownerIds: [owner], access: 'open' as const, clock, logger }
  const pace = createSendPace()
  const timeoutSeconds = SECONDS_FOR_A_CALL
  // These people are quicker than any.
  const botOptions = { ...services, token, apiRoot, pace, timeoutSeconds, limits: null }
  const bot = createBot(botOptions)
  const polling = startPolling(bot, {
    ...{ logger, inbox: createInbox(services), retryInterval: 50, pollTimeout: 1 },
  })
  const notifier = startNotifier(createNoticeApi(botOptions), { ...services, pace, interval: 200 })
  process.on('message', () => {
    globalThis.gc?.()
    say(`heap ${process.memoryUsage().heapUsed}`)
  })
  process.on('SIGTERM', () => {
    void notifier
      .stop()
      .then(() => polling.stop())
      .then(() => store.close())
      .then(() => process.exit())
  })
  say('ready')
  await polling.done
}

const [database = '', apiRoot = '', token = '', owner = ''] = process.argv.slice(2)
await main(database, apiRoot, token, Number(owner))
