import { compiledOnce } from './compiled-once.ts'
import { type Executor, storeVersion } from './open.ts'
import type { Vocabulary } from './types.ts'

/** All live places, indicators and aliases, with the version of the store that they were read at. */
export async function loadVocabulary(db: Executor): Promise<Vocabulary> {
  // Read first: a change in between makes the cache look old, never look new.
  const version = await storeVersion(db)
  const places = await db
    .selectFrom('place')
    .select(['id', 'name', 'kind', 'iso_code as isoCode', 'parent_id as parentId'])
    .where('retired_in', 'is', null)
    .orderBy('id')
    .execute()
  const indicators = await db
    .selectFrom('indicator')
    .select(['id', 'name', 'unit', 'additive', 'definition'])
    .where('retired_in', 'is', null)
    .orderBy('id')
    .execute()
  const aliases = await db
    .selectFrom('alias')
    .leftJoin('unit', (join) =>
      join.onRef('unit.id', '=', 'alias.target_id').on('alias.target', '=', 'unit'),
    )
    .select(['alias.id', 'target', 'target_id as targetId', 'text', 'unit.name as unit'])
    .where('retired_in', 'is', null)
    .orderBy('alias.id')
    .execute()
  return {
    version,
    places,
    indicators: indicators.map((row) => ({ ...row, additive: row.additive === 1 })),
    aliases: aliases.map(({ unit, ...alias }) => ({ ...alias, ...(unit !== null && { unit }) })),
  }
}

/**
 * Which change of a name was the newest: what was read at it is good while it stays, however many
 * figures come meanwhile. One step down an index.
 */
export async function vocabularyVersion(db: Executor): Promise<number> {
  const [row] = await newestEvent(db)
  return row?.newest ?? 0
}

const newestEvent = compiledOnce(0, (db) =>
  db.selectFrom('vocabulary_event').select((eb) => eb.fn.max('id').as('newest')),
)

/** The names of all units that indicators are counted in, with the ids that aliases point to. */
export async function loadUnits(db: Executor): Promise<{ id: number; name: string }[]> {
  return await db.selectFrom('unit').select(['id', 'name']).orderBy('id').execute()
}
