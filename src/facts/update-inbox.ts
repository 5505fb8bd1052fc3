import type { Executor } from './open.ts'

export interface ReceivedUpdate {
  readonly updateId: number
  /** The update itself, any JSON value. */
  readonly content: unknown
}

/** An update that ends the process each time it is handled is given up after so many. */
const MOST_TRIES = 3
const AT_ONCE = 100

/**
 * Takes updates in before they are handled, and gives the ids of those that are to be handled:
 * new ones, and those that whoever took them did not finish. Handled ones that are repeated are not.
 */
export async function takeUpdates(
  db: Executor,
  updates: readonly ReceivedUpdate[],
  now: Date,
): Promise<Set<number>> {
  const rows = new Map(
    updates.map(({ updateId, content }) => [
      updateId,
      {
        update_id: updateId,
        processed_at: now.toISOString(),
        content: JSON.stringify(content),
        tries: 1,
      },
    ]),
  )
  if (rows.size === 0) return new Set()
  const taken = await db
    .insertInto('processed_update')
    .values([...rows.values()])
    .onConflict((conflict) =>
      conflict
        .column('update_id')
        .doUpdateSet((eb) => ({ tries: eb('processed_update.tries', '+', 1) }))
        .where('processed_update.content', 'is not', null)
        .where('processed_update.tries', '<', MOST_TRIES),
    )
    .returning('update_id')
    .execute()
  return new Set(taken.map((row) => row.update_id))
}

/** Notes that updates were handled: from now on they are only remembered. */
export async function finishUpdates(db: Executor, updateIds: readonly number[]): Promise<void> {
  await db
    .updateTable('processed_update')
    .set({ content: null })
    .where('update_id', 'in', updateIds)
    .execute()
}

/** Updates that were taken before a moment and never finished, the oldest first; counts a try. */
export async function unfinishedUpdates(db: Executor, takenBefore: Date): Promise<unknown[]> {
  const rows = await db
    .selectFrom('processed_update')
    .select(['update_id', 'content'])
    .where('content', 'is not', null)
    .where('tries', '<', MOST_TRIES)
    .where('processed_at', '<=', takenBefore.toISOString())
    .orderBy('update_id')
    .limit(AT_ONCE)
    .execute()
  if (rows.length === 0) return []
  await db
    .updateTable('processed_update')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where(
      'update_id',
      'in',
      rows.map((row) => row.update_id),
    )
    .execute()
  return rows.map(({ content }) => JSON.parse(content ?? 'null') as unknown)
}

/** Forgets updates that Telegram cannot repeat any more; it keeps them for a day. */
export async function forgetUpdatesBefore(db: Executor, instant: Date): Promise<void> {
  await db
    .deleteFrom('processed_update')
    .where('processed_at', '<', instant.toISOString())
    .execute()
}
