import { setTimeout as wait } from 'node:timers/promises'
import type { UpdateSupplier } from '@grammyjs/runner'
import { type Bot, GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import { tellGivenUp } from './given-up.ts'
import type { Inbox } from './inbox.ts'
import { describeError, type Logger } from './logger.ts'
import type { BotContext } from './services.ts'

/** The runner's and grammY's own kind of it. */
type Signal = Parameters<UpdateSupplier<Update>['supply']>[1]

/** What one poll may give. */
const MOST_AT_ONCE = 100

export interface SupplyOptions {
  readonly inbox: Inbox
  readonly logger: Logger
  /** Kinds of updates that are asked for. */
  readonly allowed: readonly Exclude<keyof Update, 'update_id'>[]
  /** Milliseconds between tries while Telegram is out of reach. */
  readonly retryInterval: number
  /** Seconds that one poll waits for updates. */
  readonly pollTimeout: number
  /** Milliseconds for which another poller is borne. */
  readonly conflictPatience: number
  /** Cuts waiting short. */
  readonly stopping: AbortSignal
}

/**
 * Updates by long polling, each once. Only what is in the inbox is confirmed by the next poll.
 * Whatever goes wrong is tried again for ever, but for a refused token and another poller that
 * does not go: those are thrown.
 */
export function supplyOf(bot: Bot<BotContext>, options: SupplyOptions): UpdateSupplier<Update> {
  const { inbox, logger, allowed, retryInterval, pollTimeout, conflictPatience, stopping } = options
  /** What comes before it is confirmed by the next poll. */
  let offset = 0
  /** One after the last that came. */
  let next = 0
  /** Those that came and are not confirmed: they come again with every poll. */
  const waiting = new Set<number>()
  let isFirst = true
  let conflictSince: number | null = null

  async function poll(limit: number, signal: Signal): Promise<Update[]> {
    for (;;) {
      try {
        const updates = await bot.api.getUpdates(
          { offset, limit, timeout: pollTimeout, allowed_updates: allowed },
          signal,
        )
        conflictSince = null
        return updates
      } catch (error) {
        if (signal.aborted) throw error
        await wait(delayAfter(error), undefined, { signal: stopping })
      }
    }
  }

  /** Throws what no waiting will mend. */
  function delayAfter(error: unknown): number {
    if (!(error instanceof GrammyError)) return retryInterval
    if (error.error_code === 401) throw error
    if (error.error_code === 409) {
      // After a restart the poll of the process before may hang on for a while.
      conflictSince ??= performance.now()
      if (performance.now() - conflictSince >= conflictPatience) throw error
      logger.warn(describeError(error), 'another program polls')
    }
    return Math.max(retryInterval, (error.parameters.retry_after ?? 0) * 1000)
  }

  return {
    async supply(batchSize, signal) {
      await bot.init(signal)
      if (isFirst) {
        isFirst = false
        void tellGivenUp(bot, inbox, logger)
        const left = await inbox.leftSince(0)
        if (left.length > 0) logger.info({ updates: left.length }, 'taking up what was left')
        if (left.length > 0) return left
      }
      for (;;) {
        const isKept = await inbox.kept()
        if (isKept) {
          offset = next
          waiting.clear()
        }
        const most = Math.max(1, Math.min(batchSize, MOST_AT_ONCE))
        const updates = await poll(isKept ? most : MOST_AT_ONCE, signal)
        if (updates.length === 0) return []
        const others = updates.filter(({ update_id }) => !waiting.has(update_id))
        for (const { update_id } of others) {
          waiting.add(update_id)
          // Also of those seen before: unconfirmed they would come for ever.
          next = Math.max(next, update_id + 1)
        }
        const taken = await inbox.take(others)
        if (taken.length > 0) return taken
      }
    },
  }
}
