import type { Executor } from './open.ts'

export interface ReceivedUpdate {
  readonly updateId: number
  /** The update itself, any JSON value. */
  readonly content: unknown
}

/**
 * An update that ends the process each time it is handled is given up after so many: enough for
 * one that only had bad luck, a minute or two of restarts for one that is to blame.
 */
const MOST_TRIES = 30

/** Which of these updates need not be handled: they are finished, or were tried too often. */
export async function settledUpdates(
  db: Executor,
  updateIds: readonly number[],
): Promise<Set<number>> {
  if (updateIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('processed_update')
    .select('update_id')
    .where('update_id', 'in', updateIds)
    .where((eb) => eb.or([eb('content', 'is', null), eb('tries', '>=', MOST_TRIES)]))
    .execute()
  return new Set(rows.map((row) => row.update_id))
}

/** Keeps updates until they are finished; counts a try of those that are kept already. */
export async function keepUpdates(
  db: Executor,
  updates: readonly ReceivedUpdate[],
  now: Date,
): Promise<void> {
  if (updates.length === 0) return
  const processed_at = now.toISOString()
  await db
    .insertInto('processed_update')
    .values(
      updates.map(({ updateId, content }) => ({
        ...{ update_id: updateId, processed_at, content: JSON.stringify(content), tries: 1 },
      })),
    )
    .onConflict((conflict) =>
      conflict
        .column('update_id')
        .doUpdateSet((eb) => ({ tries: eb('processed_update.tries', '+', 1) }))
        .where('processed_update.content', 'is not', null),
    )
    .execute()
}

/** Notes that updates were handled: from now on they are only remembered. */
export async function finishUpdates(db: Executor, updateIds: readonly number[]): Promise<void> {
  await db
    .updateTable('processed_update')
    .set({ content: null })
    .where('update_id', 'in', updateIds)
    .execute()
}

/**
 * Updates that were taken before a moment and never finished, the oldest first. Only read: while an
 * import holds the store, answers do not wait for it.
 */
export async function unfinishedUpdates(
  db: Executor,
  takenBefore: Date,
): Promise<ReceivedUpdate[]> {
  const left = unfinished(db).where('processed_at', '<=', takenBefore.toISOString())
  return (await left.where('tries', '<', MOST_TRIES).execute()).map(toReceived)
}

/** Updates that were tried too often and never finished. */
export async function givenUpUpdates(db: Executor): Promise<ReceivedUpdate[]> {
  return (await unfinished(db).where('tries', '>=', MOST_TRIES).execute()).map(toReceived)
}

const unfinished = (db: Executor) =>
  db
    .selectFrom('processed_update')
    .select(['update_id', 'content'])
    .where('content', 'is not', null)
    .orderBy('update_id')

const toReceived = (row: {
  readonly update_id: number
  readonly content: string | null
}): ReceivedUpdate => ({
  updateId: row.update_id,
  content: JSON.parse(row.content ?? 'null') as unknown,
})

/** Forgets updates that Telegram cannot repeat any more; it keeps them for a day. */
export async function forgetUpdatesBefore(db: Executor, instant: Date): Promise<void> {
  await db
    .deleteFrom('processed_update')
    .where('processed_at', '<', instant.toISOString())
    .execute()
}
