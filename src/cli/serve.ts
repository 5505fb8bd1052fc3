import { createAsker } from '../answers/create-asker.ts'
import { describeError } from '../bot/logger.ts'
import { createMetrics, type Metrics } from '../bot/metrics.ts'
import type { Polling } from '../bot/polling.ts'
import type { Services } from '../bot/services.ts'
import { startSweeper } from '../bot/sweeper.ts'
import { slowWorkInThread } from '../bot/work/slow-work.ts'
import type { Call } from './command.ts'
import { type Configuration, configurationDoubts, readConfiguration } from './configuration.ts'
import { createLogger } from './logging.ts'
import { openConfigured } from './open.ts'
import { noWords } from './options.ts'
import { proxyAgent } from './proxy.ts'
import { redactor } from './redactor.ts'
import { servePolling } from './serve-polling.ts'
import { serveTrial, welcome } from './serve-trial.ts'
import { serveWebhook } from './serve-webhook.ts'
import { serveStatus, statusPages } from './status-pages.ts'
import { watchStopSignals } from './stop-signals.ts'

const STOP_LIMITS = { hard: 10_000, same: 500 }
const WEBHOOK_PORT = 8080
/** What still waits for Telegram when all is closed has nothing left to say. */
const LINGER_MILLISECONDS = 200

/** `arqam serve`: the bot until a signal ends it, or the trial where there is no token. */
export async function serve({ options, environment, clock }: Call): Promise<number> {
  noWords(options)
  const configuration = readConfiguration(environment)
  const { BOT_TOKEN, LOG_LEVEL, OWNER_IDS, ACCESS } = configuration
  // In a trial the terminal belongs to the newcomer, who looks for the address.
  const level = LOG_LEVEL ?? (BOT_TOKEN === undefined ? 'warn' : 'info')
  const metrics = createMetrics()
  const logger = createLogger(level, redactor(environment), (line) =>
    metrics.count('arqam_log_lines_total', { level: line }),
  )
  for (const doubt of configurationDoubts(configuration)) logger.warn({}, doubt)
  const requested = watchStopSignals({
    ...STOP_LIMITS,
    underNpm: environment.npm_lifecycle_event !== undefined,
  })
  const store = await openConfigured(options, configuration, clock())
  try {
    process.on('unhandledRejection', (error) => {
      logger.fatal(describeError(error), 'a fault of the program')
      process.exit(1)
    })
    const ahead = createAsker(store)
    const asker = metrics.counting(ahead)
    const slowWork = slowWorkInThread()
    const services = { store, asker, ownerIds: OWNER_IDS, access: ACCESS, clock, logger, slowWork }
    const sweeper = startSweeper(services)
    let running: Polling | undefined
    const ended = start(services, metrics, configuration).then((started) => {
      running = started
      // Nobody waits for this; should it fail, the first question meets the same and tells it.
      ahead.prepare().catch((error) => logger.warn(describeError(error), 'not prepared'))
      return started.done
    })
    try {
      await Promise.race([requested, ended])
      logger.info({}, 'stopping')
    } finally {
      await running?.stop()
      await sweeper.stop()
      await slowWork.close()
    }
    return 0
  } finally {
    await store.close()
    logger.info({}, 'stopped')
    setTimeout(() => process.exit(), LINGER_MILLISECONDS).unref()
  }
}

async function start(
  services: Services,
  metrics: Metrics,
  configuration: Configuration,
): Promise<Polling> {
  const { BOT_TOKEN, BOT_API_ROOT, WEBHOOK_URL, WEBHOOK_SECRET, PORT, PROXY_URL } = configuration
  if (BOT_TOKEN === undefined) {
    const trial = await serveTrial(services, PORT)
    console.log(welcome(trial.url))
    return { done: new Promise(() => undefined), stop: () => trial.close() }
  }
  const agent = await proxyAgent(PROXY_URL)
  const options = {
    ...services,
    metrics,
    token: BOT_TOKEN,
    ...(BOT_API_ROOT !== undefined && { apiRoot: BOT_API_ROOT }),
    ...(agent && { agent }),
  }
  const pages = statusPages(services.store, metrics, services.logger)
  if (WEBHOOK_URL === undefined || WEBHOOK_SECRET === undefined) {
    const status = PORT === undefined ? null : await serveStatus(pages, PORT)
    services.logger.info({ ...(status && { port: status.port }) }, 'polling')
    const polling = servePolling(options)
    const stop = async () => {
      await polling.stop()
      await status?.close()
    }
    return { done: polling.done, stop }
  }
  const webhook = { webhookUrl: WEBHOOK_URL, secret: WEBHOOK_SECRET, port: PORT ?? WEBHOOK_PORT }
  return await serveWebhook({ ...options, ...webhook, pages })
}
