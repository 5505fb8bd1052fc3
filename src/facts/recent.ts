import { sql } from 'kysely'
import type { Executor } from './open.ts'
import type { Source } from './types.ts'

/** What was entered last, to be offered again. All lists begin with the newest. */

/** Indicators by when a figure of theirs was last entered or corrected. */
export async function recentIndicators(db: Executor, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select r.indicator_id as id from observation_revision r
    join indicator i on i.id = r.indicator_id and i.retired_in is null
    group by r.indicator_id order by max(r.change_set_id) desc, count(*) desc, r.indicator_id
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
    select r.place_id as id from observation_revision r
    join place p on p.id = r.place_id and p.retired_in is null
    group by r.place_id
    order by max(case when r.indicator_id = ${indicatorId ?? 0} then 1 else 0 end) desc,
      max(r.change_set_id) desc, count(*) desc, r.place_id
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
    select unit, power from observation_revision
    where indicator_id = ${indicatorId} and unit is not null
    group by unit, power order by max(change_set_id) desc, count(*) desc limit ${limit}`.execute(db)
  return rows.map(({ unit, power }) => ({ unit, power }))
}

/** Sources of figures, those that this person entered first. */
export async function recentSources(
  db: Executor,
  telegramId: number,
  limit: number,
): Promise<Source[]> {
  const { rows } = await sql<{
    id: number
    title: string | null
    publisher: string | null
    url: string | null
    published_on: string | null
  }>`
    select s.id, s.title, s.publisher, s.url, s.published_on from observation_revision r
    join source s on s.id = r.source_id
    join change_set c on c.id = r.change_set_id
    group by s.id, s.title, s.publisher, s.url, s.published_on
    order by max(case when c.actor_telegram_id = ${telegramId} then c.id else 0 end) desc,
      max(c.id) desc, s.id
    limit ${limit}`.execute(db)
  return rows.map(({ published_on, ...source }) => ({ ...source, publishedOn: published_on }))
}
