import type { Executor } from './open.ts'

/** True the first time an update is seen, false when Telegram repeats it. */
export async function isFirstDelivery(db: Executor, updateId: number, now: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('processed_update')
    .values({ update_id: updateId, processed_at: now.toISOString() })
    .onConflict((conflict) => conflict.column('update_id').doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Forgets updates that Telegram cannot repeat any more; it keeps them for a day. */
export async function forgetUpdatesBefore(db: Executor, instant: Date): Promise<void> {
  await db
    .deleteFrom('processed_update')
    .where('processed_at', '<', instant.toISOString())
    .execute()
}
