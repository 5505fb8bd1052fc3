import { selectObservations, toObservation } from './observation-rows.ts'
import type { Executor } from './open.ts'
import type { Kind, Measure, Observation } from './types.ts'

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
  readonly limit?: number
}

/** Current observations, the newest period first; each filter that is left out lets all through. */
export async function findObservations(
  db: Executor,
  filter: ObservationFilter,
): Promise<Observation[]> {
  const { indicatorIds, placeIds, ids, kind, measure, period, endsFrom, endsUntil, limit } = filter
  if ([indicatorIds, placeIds, ids].some((list) => list?.length === 0)) return []
  let query = selectObservations(db).where('o.retired', '=', 0)
  if (indicatorIds) query = query.where('o.indicator_id', 'in', indicatorIds)
  if (placeIds) query = query.where('o.place_id', 'in', placeIds)
  if (ids) query = query.where('o.id', 'in', ids)
  if (kind) query = query.where('o.kind', '=', kind)
  if (measure) query = query.where('o.measure', '=', measure)
  if (period) query = query.where('o.period', '=', period)
  if (endsFrom) query = query.where('o.last_day', '>=', endsFrom)
  if (endsUntil) query = query.where('o.last_day', '<=', endsUntil)
  query = query
    .orderBy('o.last_day', 'desc')
    .orderBy((eb) => eb.fn.coalesce('o.first_day', eb.val('')), 'desc')
    .orderBy('o.id')
  if (limit !== undefined) query = query.limit(limit)
  return (await query.execute()).map(toObservation)
}

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
    .where('retired', '=', 0)
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
  for (const comparison of ['<', '>'] as const) {
    const row = await db
      .selectFrom('observation')
      .select('id')
      .where('indicator_id', '=', indicatorId)
      .where('place_id', comparison, placeId)
      .where('retired', '=', 0)
      .limit(1)
      .executeTakeFirst()
    if (row) return true
  }
  return false
}

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
  return await db
    .selectFrom('observation')
    .select(['period', 'first_day as firstDay', 'last_day as lastDay', 'kind', 'measure'])
    .distinct()
    .where('indicator_id', '=', indicatorId)
    .where('place_id', '=', placeId)
    .where('retired', '=', 0)
    .orderBy('last_day', 'desc')
    .orderBy('period')
    .execute()
}

export interface IndicatorOfPlace {
  readonly indicatorId: number
  readonly observations: number
  /** ISO day on which the newest period ends. */
  readonly latestDay: string
}

/** What is known of a place: its indicators, the ones with the newest figures first. */
export async function indicatorsOfPlace(
  db: Executor,
  placeId: number,
): Promise<IndicatorOfPlace[]> {
  return await db
    .selectFrom('observation')
    .select([
      'indicator_id as indicatorId',
      (eb) => eb.fn.countAll<number>().as('observations'),
      (eb) => eb.fn.max('last_day').as('latestDay'),
    ])
    .where('place_id', '=', placeId)
    .where('retired', '=', 0)
    .groupBy('indicator_id')
    .orderBy('latestDay', 'desc')
    .orderBy('indicator_id')
    .execute()
}

/** How many current observations the store holds. */
export async function countObservations(db: Executor): Promise<number> {
  const row = await db
    .selectFrom('observation')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('retired', '=', 0)
    .executeTakeFirstOrThrow()
  return row.count
}
