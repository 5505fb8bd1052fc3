import { setTimeout as wait } from 'node:timers/promises'
import { GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import { z } from 'zod'
import { type BotOptions, createBot, createNoticeApi } from '../bot/create-bot.ts'
import { tellGivenUp } from '../bot/given-up.ts'
import { createInbox } from '../bot/inbox.ts'
import { describeError, type Logger } from '../bot/logger.ts'
import { startNotifier } from '../bot/notifier.ts'
import { ALLOWED_UPDATES, type Polling } from '../bot/polling.ts'
import { createSendPace } from '../bot/send-pace.ts'
import { announceCommands } from './announce-commands.ts'
import { RunError } from './errors.ts'
import { refusal } from './refusal.ts'
import type { StatusPages } from './status-pages.ts'
import { startWebhookServer, type WebhookServerOptions } from './webhook-server.ts'

export interface WebhookOptions extends BotOptions {
  readonly webhookUrl: string
  readonly secret: string
  readonly port: number
  readonly pages: StatusPages
}

const RETRY_MILLISECONDS = 3000
/** Telegram has its answer by then, whether or not the update is handled. */
const ACKNOWLEDGED_MS = 30_000

/** What every update has; the rest is Telegram's word, whose secret the call carried. */
const updateSchema = z.looseObject({ update_id: z.number() })

/**
 * The bot by webhook: listens first, then tells Telegram where. Waits while Telegram is out of
 * reach; throws a RunError when it refuses or the port is taken.
 */
export async function serveWebhook(options: WebhookOptions): Promise<Polling> {
  const { webhookUrl, secret, port, logger, pages } = options
  const pace = createSendPace()
  const bot = createBot({ ...options, pace })
  bot.botInfo = await reached(() => bot.api.getMe(), logger)
  const inbox = createInbox(options)

  async function handle(taken: readonly Update[]): Promise<void> {
    for (const update of taken) {
      try {
        await bot.handleUpdate(update)
      } finally {
        inbox.done(update)
      }
    }
  }

  const server = await listen({
    port,
    path: new URL(webhookUrl).pathname,
    secret,
    pages,
    handle: async (update) => handle(await inbox.take([updateSchema.parse(update) as Update])),
    onError: (error) => logger.error(describeError(error), 'a call of the webhook failed'),
  })
  const announce = () =>
    bot.api.setWebhook(webhookUrl, { secret_token: secret, allowed_updates: ALLOWED_UPDATES })
  await reached(announce, logger).catch(async (error: unknown) => {
    await server.close()
    throw error
  })
  logger.info({ port: server.port }, 'listening for the webhook')
  // What was acknowledged by a process that died: Telegram will not send it again. Of what came
  // shortly before this start it is not known yet whether it was.
  const takeUp = async () =>
    handle(await inbox.leftSince(ACKNOWLEDGED_MS)).catch((error: unknown) =>
      logger.error(describeError(error), 'an update failed'),
    )
  void takeUp()
  void tellGivenUp(bot, inbox, logger)
  const later = setTimeout(() => void takeUp(), ACKNOWLEDGED_MS)
  const notifier = startNotifier(createNoticeApi({ ...options, pace }), { ...options, pace })
  announceCommands(bot, options)
  let stopped: () => void = () => undefined
  const done = new Promise<void>((resolve) => {
    stopped = resolve
  })
  return {
    done,
    // The webhook stays set: Telegram keeps the updates for the next start.
    async stop() {
      clearTimeout(later)
      await notifier.stop()
      await server.close()
      await inbox.close()
      stopped()
    },
  }
}

/** Tries until Telegram answers; what it refuses is no matter of trying. */
async function reached<Result>(call: () => Promise<Result>, logger: Logger): Promise<Result> {
  for (;;) {
    try {
      return await call()
    } catch (error) {
      if (error instanceof GrammyError && error.error_code < 500)
        throw new RunError(refusal(error), { cause: error })
      logger.warn(describeError(error), 'still waiting for Telegram')
      await wait(RETRY_MILLISECONDS)
    }
  }
}

async function listen(options: WebhookServerOptions) {
  try {
    return await startWebhookServer(options)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error
    const reason = code === 'EACCES' ? 'needs rights that the program lacks' : 'is taken'
    throw new RunError(`PORT ${options.port} ${reason}`, { cause: error })
  }
}
