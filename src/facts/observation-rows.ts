import type { Executor } from './open.ts'
import type { ObservationRevisionTable } from './schema.ts'
import type { Observation, ObservationContent, Quantity } from './types.ts'

/** Each observation at its newest revision, with its source. Retired ones are for the caller to leave out. */
export const selectObservations = (db: Executor) =>
  db
    .selectFrom('observation as o')
    .innerJoin('observation_revision as r', (join) =>
      join.onRef('r.observation_id', '=', 'o.id').onRef('r.revision', '=', 'o.head_revision'),
    )
    // Each has one. Of an inner join SQLite may begin with the sources: thousands of times the work.
    .leftJoin('source as s', 's.id', 'r.source_id')
    .selectAll('r')
    .select([
      's.title as source_title',
      's.publisher as source_publisher',
      's.url as source_url',
      's.published_on as source_published_on',
    ])

interface ObservationRow extends ObservationRevisionTable {
  readonly source_title: string | null
  readonly source_publisher: string | null
  readonly source_url: string | null
  readonly source_published_on: string | null
}

export const toObservation = (row: ObservationRow): Observation => ({
  id: row.observation_id,
  revision: row.revision,
  changeSetId: row.change_set_id,
  ...toContent(row),
  value: row.value,
  firstDay: row.first_day,
  lastDay: row.last_day,
  source: {
    id: row.source_id,
    title: row.source_title,
    publisher: row.source_publisher,
    url: row.source_url,
    publishedOn: row.source_published_on,
  },
})

export const toContent = (row: ObservationRevisionTable): ObservationContent => ({
  indicatorId: row.indicator_id,
  placeId: row.place_id,
  period: row.period,
  periodBasis: row.period_basis,
  kind: row.kind,
  measure: row.measure,
  qualifier: row.qualifier,
  quantity: toQuantity(row),
  statement: row.statement,
  speaker: row.speaker,
  quote: row.quote,
  sourceId: row.source_id,
  note: row.note,
})

type QuantityColumns = Pick<ObservationRevisionTable, 'digits' | 'decimals' | 'power' | 'unit'>

function toQuantity({ digits, decimals, power, unit }: QuantityColumns): Quantity | null {
  if (digits === null || decimals === null || power === null || unit === null) return null
  return { digits, decimals, power, unit }
}
