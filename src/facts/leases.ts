import type { Executor } from './open.ts'

/**
 * Takes a piece of work, or goes on holding it, until a moment from now; false while another
 * process holds it. Who dies holding it loses it when the time is over.
 */
export async function holdLease(
  db: Executor,
  name: string,
  holder: string,
  now: Date,
  milliseconds: number,
): Promise<boolean> {
  const after = (time: number) => new Date(now.getTime() + time).toISOString()
  const row = { holder, expires_at: after(milliseconds) }
  const held = await db
    .insertInto('lease')
    .values({ name, ...row })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet(row)
        .where((eb) =>
          eb.or([
            eb('lease.holder', '=', holder),
            eb('lease.expires_at', '<', after(0)),
            // Nobody takes it for so long: the clock of whoever did was ahead.
            eb('lease.expires_at', '>', after(2 * milliseconds)),
          ]),
        ),
    )
    .returning('name')
    .executeTakeFirst()
  return held !== undefined
}

/** Gives the work up, so that another process need not wait. */
export async function endLease(db: Executor, name: string, holder: string): Promise<void> {
  await db.deleteFrom('lease').where('name', '=', name).where('holder', '=', holder).execute()
}
