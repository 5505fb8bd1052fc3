import { sql } from 'kysely'
import { compiledOnce } from './compiled-once.ts'
import { selectObservations, toObservation } from './observation-rows.ts'
import type { Executor } from './open.ts'
import type { Kind, Measure, Observation, Outline } from './types.ts'

export interface ObservationFilter {
  readonly indicatorIds?: readonly number[]
  readonly placeIds?: readonly number[]
  readonly ids?: readonly number[]
  readonly kind?: Kind
  readonly measure?: Measure
  /** Canonical notation, matched exactly. */
  readonly period?: string
  /** ISO days: only observations that end within them. */
  readonly endsFrom?: string
  readonly endsUntil?: string
  /** Only texts, which have no value. */
  readonly statements?: boolean
  readonly limit?: number
}

/** Current observations, the newest period first; each filter that is left out lets all through. */
export async function findObservations(
  db: Executor,
  filter: ObservationFilter,
): Promise<Observation[]> {
  if (isNever(filter)) return []
  const rows = await inFull(db, filter).execute()
  return rows.map(toObservation)
}

/** What is looked for stands in one narrow table; only what is found is read in full. */
const inFull = (db: Executor, filter: ObservationFilter) =>
  selectObservations(db)
    .where('o.id', 'in', idsOf(db, filter))
    .orderBy('o.last_day', 'desc')
    .orderBy((eb) => eb.fn.coalesce('o.first_day', eb.val('')), 'desc')
    .orderBy('o.id')

/** {@link findObservations} of one indicator in one place: what nearly every question looks up. */
export async function observationsAt(
  db: Executor,
  indicatorId: number,
  placeId: number,
): Promise<Observation[]> {
  return (await rowsAt(db, indicatorId, placeId)).map(toObservation)
}

const rowsAt = compiledOnce(2, (db, indicatorId = 0, placeId = 0) =>
  inFull(db, { indicatorIds: [indicatorId], placeIds: [placeId] }),
)

/** {@link findObservations}, without what was said and by whom: enough to choose among many. */
export async function findOutlines(db: Executor, filter: ObservationFilter): Promise<Outline[]> {
  if (isNever(filter)) return []
  return await idsOf(db, filter)
    .select([
      'indicator_id as indicatorId',
      'place_id as placeId',
      'period',
      'first_day as firstDay',
      'last_day as lastDay',
      'kind',
      'measure',
      'value',
    ])
    .clearOrderBy()
    .orderBy('last_day', 'desc')
    .orderBy(firstDay, 'desc')
    .orderBy('id')
    .execute()
}

/** Of a place the newest of each indicator, kind and measure: all that end on the same last day. */
export async function newestOfPlace(db: Executor, placeId: number): Promise<Outline[]> {
  const { rows } = await sql<Outline>`
    select o.id, o.indicator_id as "indicatorId", o.place_id as "placeId", o.period,
      o.first_day as "firstDay", o.last_day as "lastDay", o.kind, o.measure, o.value
    from (select indicator_id, kind, measure, max(last_day) as last_day from observation
          where place_id = ${placeId} and retired = 0 group by indicator_id, kind, measure) newest
    cross join observation o
    where o.place_id = ${placeId} and o.indicator_id = newest.indicator_id
      and o.kind = newest.kind and o.measure = newest.measure
      and o.last_day = newest.last_day and o.retired = 0
    order by o.last_day desc, coalesce(o.first_day, '') desc, o.id`.execute(db)
  return rows
}

const isNever = ({ indicatorIds, placeIds, ids }: ObservationFilter): boolean =>
  [indicatorIds, placeIds, ids].some((list) => list?.length === 0)

function idsOf(db: Executor, filter: ObservationFilter) {
  const { indicatorIds, placeIds, ids, kind, measure, period } = filter
  const { endsFrom, endsUntil, statements = false, limit } = filter
  let query = db.selectFrom('observation').select('id').where('retired', '=', sql.lit(0))
  if (indicatorIds) query = query.where('indicator_id', 'in', indicatorIds)
  if (placeIds) query = query.where('place_id', 'in', placeIds)
  if (ids) query = query.where('id', 'in', ids)
  if (kind) query = query.where('kind', '=', kind)
  if (measure) query = query.where('measure', '=', measure)
  if (period) query = query.where('period', '=', period)
  if (endsFrom) query = query.where('last_day', '>=', endsFrom)
  if (statements) query = query.where('value', 'is', null)
  if (endsUntil) query = query.where('last_day', '<=', endsUntil)
  if (limit === undefined) return query
  const newest = query.orderBy('last_day', 'desc')
  // Without other conditions an index gives the newest ones; it cannot know the first days.
  const isOfAll = !indicatorIds && !placeIds && !ids && !period
  return (isOfAll ? newest : newest.orderBy(firstDay, 'desc')).orderBy('id').limit(limit)
}

const firstDay = sql`coalesce(first_day, '')`

/** The current observation with this id, or null when there is none or it was retired. */
export async function observationById(db: Executor, id: number): Promise<Observation | null> {
  const row = await selectObservations(db)
    .where('o.id', '=', id)
    .where('o.retired', '=', 0)
    .executeTakeFirst()
  return row ? toObservation(row) : null
}

export interface PlaceWithIndicator {
  readonly placeId: number
  readonly observations: number
}

/** The places that an indicator has current observations for. */
export async function placesWithIndicator(
  db: Executor,
  indicatorId: number,
): Promise<PlaceWithIndicator[]> {
  return await db
    .selectFrom('observation')
    .select(['place_id as placeId', (eb) => eb.fn.countAll<number>().as('observations')])
    .where('indicator_id', '=', indicatorId)
    .where('retired', '=', sql.lit(0))
    .groupBy('place_id')
    .orderBy('place_id')
    .execute()
}

/** Whether an indicator has a current observation for another place than this one. */
export async function isHeldElsewhere(
  db: Executor,
  indicatorId: number,
  placeId: number,
): Promise<boolean> {
  for (const look of heldBeside) if ((await look(db, indicatorId, placeId)).length > 0) return true
  return false
}

const heldBeside = (['<', '>'] as const).map((comparison) =>
  compiledOnce(2, (db, indicatorId = 0, placeId = 0) =>
    db
      .selectFrom('observation')
      .select('id')
      .where('indicator_id', '=', indicatorId)
      .where('place_id', comparison, placeId)
      .where('retired', '=', sql.lit(0))
      .limit(1),
  ),
)

export interface KnownPeriod {
  readonly period: string
  readonly firstDay: string | null
  readonly lastDay: string
  readonly kind: Kind
  readonly measure: Measure
}

/** The periods that an indicator has current observations for in a place, newest first. */
export async function periodsOf(
  db: Executor,
  indicatorId: number,
  placeId: number,
): Promise<KnownPeriod[]> {
  return await knownPeriods(db, indicatorId, placeId)
}

const knownPeriods = compiledOnce(2, (db, indicatorId = 0, placeId = 0) =>
  db
    .selectFrom('observation')
    .select(['period', 'first_day as firstDay', 'last_day as lastDay', 'kind', 'measure'])
    .distinct()
    .where('indicator_id', '=', indicatorId)
    .where('place_id', '=', placeId)
    .where('retired', '=', sql.lit(0))
    .orderBy('last_day', 'desc')
    .orderBy('period')
    .orderBy('kind')
    .orderBy('measure'),
)

export interface IndicatorOfPlace {
  readonly indicatorId: number
  readonly observations: number
  /** ISO day on which the newest period ends. */
  readonly latestDay: string
}

/** What is known of a place: its indicators, the ones with the newest figures first; all, or so many. */
export async function indicatorsOfPlace(
  db: Executor,
  placeId: number,
  most?: number,
): Promise<IndicatorOfPlace[]> {
  return await db
    .selectFrom('observation')
    .select([
      'indicator_id as indicatorId',
      (eb) => eb.fn.countAll<number>().as('observations'),
      (eb) => eb.fn.max('last_day').as('latestDay'),
    ])
    .where('place_id', '=', placeId)
    .where('retired', '=', sql.lit(0))
    .groupBy('indicator_id')
    .orderBy('latestDay', 'desc')
    .orderBy('indicator_id')
    .$if(most !== undefined, (query) => query.limit(most ?? 0))
    .execute()
}

/** How many current observations the store holds. */
export async function countObservations(db: Executor): Promise<number> {
  const row = await db
    .selectFrom('observation')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('retired', '=', sql.lit(0))
    .executeTakeFirstOrThrow()
  return row.count
}
