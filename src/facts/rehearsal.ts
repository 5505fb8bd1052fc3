import type { Transaction } from 'kysely'
import type { Store } from './open.ts'
import type { Schema } from './schema.ts'

/**
 * Runs `work` in a transaction that is taken back, whatever it did, and gives what it gave: what
 * would happen is found out by doing it. `work` must use the transaction only.
 */
export async function rehearse<Result>(
  { db }: Pick<Store, 'db'>,
  work: (trx: Transaction<Schema>) => Promise<Result>,
): Promise<Result> {
  let outcome: { readonly result: Result } | null = null
  try {
    await db.transaction().execute(async (trx) => {
      outcome = { result: await work(trx) }
      throw new TakenBack()
    })
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error
  }
  if (outcome === null) throw new Error('a rehearsal ended without an outcome')
  return (outcome as { readonly result: Result }).result
}

/** Rolls the transaction back without being a failure. */
class TakenBack extends Error {}
