import { setTimeout as wait } from 'node:timers/promises'
import type { Update } from 'grammy/types'
import { z } from 'zod'
import {
  finishUpdates,
  forgetUpdatesBefore,
  givenUpUpdates,
  keepUpdates,
  type ReceivedUpdate,
  settledUpdates,
  unfinishedUpdates,
} from '../facts/update-inbox.ts'
import { describeError } from './logger.ts'
import type { Services } from './services.ts'

/** Telegram repeats an update for a day at most. */
const REMEMBERED_MS = 36 * 60 * 60 * 1000
const FORGETTING_MS = 60 * 60 * 1000
/** Finished updates are noted together: one write for all of so many milliseconds. */
const NOTED_AFTER_MS = 50
/** While a long import holds the store, what is new is fetched beside what is not kept yet. */
const PATIENCE_MS = 250
/** A lost connection is made anew within one wait. */
const TRIES_TO_KEEP = 3

/**
 * Updates pass through the store before they are confirmed to Telegram, so that each is handled
 * once: not twice when it is delivered twice, and not never when the process dies with it. What dies
 * between the answer and the note of it is handled again: an answer may then be seen twice, while
 * changes are kept apart by the id of their update.
 */
export interface Inbox {
  /**
   * Those of the updates that are to be handled; no answer waits until they are kept. When the
   * store is out of reach: all of them.
   */
  take(updates: readonly Update[]): Promise<Update[]>
  /**
   * Waits until what was taken is kept, and may be confirmed; not long: false where the store is
   * held. What a store that fails will not keep may be confirmed: nobody else would answer it.
   */
  kept(): Promise<boolean>
  done(update: Update): void
  /** What a process before this one took and did not finish, if it took it so long ago. */
  leftSince(milliseconds: number): Promise<Update[]>
  /** What too many processes died with; it is not to be handled again. */
  givenUp(): Promise<Update[]>
  /** Waits until all that is done is noted. */
  close(): Promise<void>
}

export function createInbox({
  store,
  clock,
  logger,
}: Pick<Services, 'store' | 'clock' | 'logger'>): Inbox {
  const { db } = store
  /** Those that are handled now, and those whose end is not noted yet. */
  const inHand = new Set<number>()
  let finished: number[] = []
  let noting: Promise<void> | null = null
  let keeping: Promise<void> = Promise.resolve()
  let forgottenAt = 0

  async function note(): Promise<void> {
    await wait(NOTED_AFTER_MS)
    // Noted before they are kept, they would be kept for ever.
    await keeping
    const ids = finished
    finished = []
    noting = null
    try {
      await finishUpdates(db, ids)
      for (const id of ids) inHand.delete(id)
      if (clock().getTime() - forgottenAt < FORGETTING_MS) return
      forgottenAt = clock().getTime()
      await forgetUpdatesBefore(db, new Date(forgottenAt - REMEMBERED_MS))
    } catch (error) {
      // With the next ones, then: until it is noted they count as in hand.
      finished.push(...ids)
      logger.error(describeError(error), 'handled updates could not be noted')
    }
  }

  async function keepSurely(received: readonly ReceivedUpdate[]): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await keepUpdates(db, received, clock())
      } catch (error) {
        if (tries === TRIES_TO_KEEP) {
          return logger.error(describeError(error), 'updates could not be kept')
        }
        await wait(PATIENCE_MS)
      }
    }
  }

  function keepLater(received: readonly ReceivedUpdate[]): void {
    keeping = Promise.all([keeping, keepSurely(received)]).then(() => undefined)
  }

  function keep(updates: readonly Update[]): Update[] {
    for (const { update_id } of updates) inHand.add(update_id)
    return [...updates]
  }

  return {
    async take(updates) {
      const others = new Map(
        updates.flatMap((update) =>
          inHand.has(update.update_id) ? [] : [[update.update_id, update]],
        ),
      )
      keep([...others.values()])
      try {
        for (const id of await settledUpdates(db, [...others.keys()])) {
          others.delete(id)
          inHand.delete(id)
        }
      } catch (error) {
        logger.error(describeError(error), 'it is not known whether updates were handled before')
      }
      const taken = [...others.values()]
      const received = taken.map((update) => ({ updateId: update.update_id, content: update }))
      keepLater(received)
      return taken
    },
    kept: () => Promise.race([keeping.then(() => true), wait(PATIENCE_MS, false)]),
    done({ update_id }) {
      finished.push(update_id)
      noting ??= note()
    },
    async leftSince(milliseconds) {
      try {
        const takenBefore = new Date(clock().getTime() - milliseconds)
        const all = await unfinishedUpdates(db, takenBefore)
        const left = all.filter(({ updateId }) => !inHand.has(updateId))
        // Counts a try of each; its end is not waited for.
        keepLater(left)
        return keep(left.flatMap(({ content }) => readUpdate(content) ?? []))
      } catch (error) {
        logger.error(describeError(error), 'unfinished updates could not be read')
        return []
      }
    },
    async givenUp() {
      try {
        const all = await givenUpUpdates(db)
        return keep(all.flatMap(({ content }) => readUpdate(content) ?? []))
      } catch (error) {
        logger.error(describeError(error), 'given up updates could not be read')
        return []
      }
    },
    async close() {
      while (noting) await noting
    },
  }
}

const updateSchema = z.looseObject({ update_id: z.number() })

/** What this program kept as it came from Telegram, whose word it is. */
function readUpdate(content: unknown): Update | null {
  const read = updateSchema.safeParse(content)
  return read.success ? (read.data as Update) : null
}
