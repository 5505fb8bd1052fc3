import { run } from '@grammyjs/runner'
import { type Bot, GrammyError } from 'grammy'
import { describeError, type Logger } from './logger.ts'
import type { BotContext } from './services.ts'
import { texts } from './texts.fa.ts'

export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'inline_query',
  'chosen_inline_result',
  'my_chat_member',
] as const

export interface PollingOptions {
  readonly logger: Logger
  /** Milliseconds between tries while Telegram is out of reach. Default 3000. */
  readonly retryInterval?: number
  /** Seconds that one poll waits for updates. Default 30. */
  readonly pollTimeout?: number
}

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
 * Starts to poll for updates, different chats at once. Network errors are waited out for ever;
 * `done` rejects with a PollingError when the token is refused or another program polls.
 */
export function startPolling(
  bot: Bot<BotContext>,
  { logger, retryInterval = 3000, pollTimeout = 30 }: PollingOptions,
): Polling {
  let stopping = false
  const runner = run(bot, {
    runner: {
      // A growing interval would be hours long after an outage of hours.
      retryInterval,
      maxRetryTime: Number.POSITIVE_INFINITY,
      // What it prints holds the token.
      silent: true,
      fetch: { allowed_updates: ALLOWED_UPDATES, timeout: pollTimeout },
    },
  })
  const done = watch()

  async function watch(): Promise<void> {
    try {
      await runner.task()
    } catch (error) {
      throw explain(error, logger)
    }
    if (!stopping) throw new PollingError(texts.pollingEnded)
  }

  return {
    done,
    async stop() {
      stopping = true
      if (runner.isRunning()) await runner.stop()
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
