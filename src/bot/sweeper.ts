import { holdLease } from '../facts/leases.ts'
import { sweep } from '../facts/retention.ts'
import { describeError } from './logger.ts'
import type { Services } from './services.ts'

type Sweeping = Pick<Services, 'store' | 'clock' | 'logger'>

const WORK = 'sweep'
const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS
/** The first answers after a start come before it. */
const FIRST_AFTER_MS = 60 * 1000

/** Sweeps the store once a day, in one of all processes: in the one that takes the day's lease. */
export function startSweeper({ store, clock, logger }: Sweeping): { stop(): Promise<void> } {
  const stopping = new AbortController()
  let sweeping: Promise<void> = Promise.resolve()
  let timer = setTimeout(next, FIRST_AFTER_MS)
  timer.unref()

  function next(): void {
    sweeping = sweepOnce()
    timer = setTimeout(next, HOUR_MS)
    timer.unref()
  }

  async function sweepOnce(): Promise<void> {
    try {
      // Never given back, and not even to be held on to: the next is due a day later.
      const isDue = await holdLease(store.db, WORK, crypto.randomUUID(), clock(), DAY_MS)
      if (!isDue) return
      const swept = await sweep(store.db, clock(), stopping.signal)
      logger.info(swept, 'swept what is past its time')
    } catch (error) {
      logger.error(describeError(error), 'the store could not be swept')
    }
  }

  return {
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      await sweeping
    },
  }
}
