import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { sql } from 'kysely'
import { copyStore } from './copy-store.ts'
import { StoreError } from './errors.ts'
import { openStore, type Store } from './open.ts'
import { texts } from './texts.fa.ts'

/**
 * Writes a consistent, compact copy while others go on working: a SQLite file, whichever engine
 * the store is on. The file must not exist yet, and is there only when it is whole.
 */
export async function backUpStore(store: Store, path: string): Promise<void> {
  const { db, engine } = store
  const unfinished = `${path}.unfinished`
  try {
    if (existsSync(path)) throw new Error(texts.fileExists)
    await rm(unfinished, { force: true })
    await (engine.backUp?.(db, unfinished) ?? copyInto(store, unfinished))
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    const reason = error instanceof Error ? error.message : String(error)
    throw new StoreError('cannot_back_up', texts.cannotBackUp(path, reason), { cause: error })
  }
}

async function copyInto(store: Store, path: string): Promise<void> {
  const copy = await openStore({ url: `file:${path}` })
  try {
    await copyStore(store, copy)
  } finally {
    await copy.close()
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
