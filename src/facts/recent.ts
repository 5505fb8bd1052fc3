import { sql } from 'kysely'
import type { Executor } from './open.ts'
import type { Source } from './types.ts'

/**
 * What was entered last, to be offered again. All lists begin with the newest. Looked at are the
 * last revisions only: a store remembers millions, and a person the last few.
 */
const LOOKED_AT = sql.lit(2000)

const lastRevisions = sql`(
  select observation_id, change_set_id, indicator_id, place_id, source_id
  from observation_revision order by change_set_id desc limit ${LOOKED_AT})`

/** Indicators by when a figure of theirs was last entered or corrected. */
export async function recentIndicators(db: Executor, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select last.indicator_id as id from ${lastRevisions} last
    join indicator i on i.id = last.indicator_id and i.retired_in is null
    group by last.indicator_id
    order by max(last.change_set_id) desc, count(*) desc, last.indicator_id
    limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Places by when a figure of theirs was last entered; those of the indicator stand first. */
export async function recentPlaces(
  db: Executor,
  indicatorId: number | null,
  limit: number,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select last.place_id as id from (
      select place_id, change_set_id, indicator_id from ${lastRevisions} revisions
      union all
      select * from (
        select r.place_id, r.change_set_id, r.indicator_id from observation o
        join observation_revision r on r.observation_id = o.id and r.revision = o.head_revision
        where o.indicator_id = ${indicatorId ?? 0} order by o.id desc limit ${LOOKED_AT}) own
    ) last
    join place p on p.id = last.place_id and p.retired_in is null
    group by last.place_id
    order by max(case when last.indicator_id = ${indicatorId ?? 0} then 1 else 0 end) desc,
      max(last.change_set_id) desc, count(*) desc, last.place_id
    limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Periods that the indicator has current figures for. */
export async function recentPeriods(
  db: Executor,
  indicatorId: number,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ period: string }>`
    select period from observation where indicator_id = ${indicatorId} and retired = 0
    group by period order by max(last_day) desc, period limit ${limit}`.execute(db)
  return rows.map(({ period }) => period)
}

export interface QuotedUnit {
  readonly unit: string
  /** The power of ten that it is quoted with: 9 for «میلیارد تومان». */
  readonly power: number
}

/** In which units the figures of the indicator are quoted. */
export async function recentUnits(
  db: Executor,
  indicatorId: number,
  limit: number,
): Promise<QuotedUnit[]> {
  const { rows } = await sql<QuotedUnit>`
    select unit, power from (
      select r.unit, r.power, r.change_set_id from observation o
      join observation_revision r on r.observation_id = o.id and r.revision = o.head_revision
      where o.indicator_id = ${indicatorId} and r.unit is not null
      order by o.id desc limit ${LOOKED_AT}) last
    group by unit, power order by max(change_set_id) desc, count(*) desc limit ${limit}`.execute(db)
  return rows.map(({ unit, power }) => ({ unit, power }))
}

/** Sources of figures, those that this person entered first. */
export async function recentSources(
  db: Executor,
  telegramId: number,
  limit: number,
): Promise<Source[]> {
  // A left join, or SQLite may begin with all the sources.
  const { rows } = await sql<{
    id: number
    title: string | null
    publisher: string | null
    url: string | null
    published_on: string | null
  }>`
    select s.id, s.title, s.publisher, s.url, s.published_on from (
      select source_id, change_set_id from ${lastRevisions} revisions
      union all
      select * from (
        select r.source_id, r.change_set_id from change_set c
        join observation_revision r on r.change_set_id = c.id
        where c.actor_telegram_id = ${telegramId} order by c.id desc limit ${LOOKED_AT}) own
    ) last
    left join source s on s.id = last.source_id
    join change_set c on c.id = last.change_set_id
    group by s.id, s.title, s.publisher, s.url, s.published_on
    order by max(case when c.actor_telegram_id = ${telegramId} then c.id else 0 end) desc,
      max(c.id) desc, s.id
    limit ${limit}`.execute(db)
  return rows.map(({ published_on, ...source }) => ({ ...source, publishedOn: published_on }))
}
