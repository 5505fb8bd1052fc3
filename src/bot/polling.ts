import { setTimeout as wait } from 'node:timers/promises'
import {
  createConcurrentSink,
  createRunner,
  createSource,
  type RunnerHandle,
} from '@grammyjs/runner'
import { type Bot, type BotError, GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import type { Inbox } from './inbox.ts'
import { describeError, type Logger } from './logger.ts'
import type { BotContext } from './services.ts'
import { texts } from './texts.fa.ts'
import { supplyOf } from './update-supply.ts'

export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'inline_query',
  'chosen_inline_result',
  'my_chat_member',
] as const

/** Milliseconds between looks at whether the last updates are handled. */
const HANDLED_CHECK = 20

export interface PollingOptions {
  readonly logger: Logger
  readonly inbox: Inbox
  /** Milliseconds between tries while Telegram is out of reach. Default 3000. */
  readonly retryInterval?: number
  /** Seconds that one poll waits for updates. Default 30. */
  readonly pollTimeout?: number
  /** Milliseconds for which another poller with the same token is borne. Default a minute. */
  readonly conflictPatience?: number
}

const MINUTE = 60_000

export interface Polling {
  /** Resolves once stopped; rejects, with a Persian message, when polling ended by itself. */
  readonly done: Promise<void>
  /** Waits for updates that are being handled. */
  stop(): Promise<void>
}

/** Polling that cannot go on: a wrong token, or another poller with the same one. */
export class PollingError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'PollingError'
  }
}

/**
 * Starts to poll for updates, different chats at once. A webhook that was set before is taken away.
 * Network errors are waited out for ever; `done` rejects with a PollingError when the token is
 * refused, or when another program polls and does not end.
 */
export function startPolling(
  bot: Bot<BotContext>,
  {
    logger,
    inbox,
    retryInterval = 3000,
    pollTimeout = 30,
    conflictPatience = MINUTE,
  }: PollingOptions,
): Polling {
  const stopping = new AbortController()
  const sink = createConcurrentSink<Update, BotError<BotContext>>(
    {
      async consume(update) {
        try {
          await bot.handleUpdate(update)
        } finally {
          inbox.done(update)
        }
      },
    },
    async (error: BotError<BotContext>) => void (await bot.errorHandler(error)),
  )
  let runner: RunnerHandle | undefined
  const done = poll()

  async function poll(): Promise<void> {
    try {
      await takeAwayWebhook()
      if (stopping.signal.aborted) return
      const supply = supplyOf(bot, {
        ...{ inbox, logger, retryInterval, pollTimeout, conflictPatience },
        ...{ stopping: stopping.signal, allowed: ALLOWED_UPDATES },
      })
      runner = createRunner(createSource(supply), sink)
      runner.start()
      await runner.task()
    } catch (error) {
      if (stopping.signal.aborted) return
      throw explain(error, logger)
    }
    if (!stopping.signal.aborted) throw new PollingError(texts.pollingEnded)
  }

  /** Also the first sign of life: until Telegram is reached, each try is logged. */
  async function takeAwayWebhook(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await bot.api.deleteWebhook()
        return
      } catch (error) {
        if (error instanceof GrammyError && error.error_code < 500) throw error
        logger.warn(describeError(error), 'still waiting for Telegram')
        await wait(retryInterval, undefined, { signal: stopping.signal }).catch(() => undefined)
      }
    }
  }

  return {
    done,
    async stop() {
      stopping.abort()
      if (runner?.isRunning()) await runner.stop()
      // The runner's own stop ends the polls only; their updates are confirmed to Telegram already.
      while (sink.size() > 0) await wait(HANDLED_CHECK)
      await inbox.close()
    },
  }
}

function explain(error: unknown, logger: Logger): PollingError {
  logger.error(describeError(error), 'polling ended')
  const code = error instanceof GrammyError ? error.error_code : null
  const message =
    code === 401 ? texts.wrongToken : code === 409 ? texts.otherPoller : texts.pollingEnded
  return new PollingError(message, { cause: error })
}
