import { sql } from 'kysely'
import { StoreError } from './errors.ts'
import type { Store } from './open.ts'
import { texts } from './texts.fa.ts'

/** Writes a consistent, compact copy while others go on working. The file must not exist yet. */
export async function backUpStore({ db, engine }: Store, path: string): Promise<void> {
  try {
    await engine.backUp(db, path)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StoreError('cannot_back_up', texts.cannotBackUp(path, reason), { cause: error })
  }
}

/** What is wrong with the store, one line each; empty when all is well. */
export async function checkStore({ db, engine }: Store): Promise<string[]> {
  const problems = await engine.problems(db)
  const stale = await sql<{ id: number }>`
    select o.id from observation o
    left join observation_revision r on r.observation_id = o.id and r.revision = o.head_revision
    where r.observation_id is null or r.retired <> o.retired or r.value is distinct from o.value
      or r.indicator_id <> o.indicator_id or r.place_id <> o.place_id or r.period <> o.period
      or exists (select 1 from observation_revision newer
                 where newer.observation_id = o.id and newer.revision > o.head_revision)
    limit 100`.execute(db)
  for (const { id } of stale.rows) problems.push(texts.staleProjection(id))
  return problems
}
