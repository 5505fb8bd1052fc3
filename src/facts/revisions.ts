import type { Transaction } from 'kysely'
import type { Columns } from './bulk.ts'
import { StoreError } from './errors.ts'
import { periodDays } from './period-days.ts'
import type { ObservationRevisionTable, ObservationTable, Schema } from './schema.ts'
import { texts } from './texts.fa.ts'
import type { ObservationContent } from './types.ts'
import { baseValue } from './values.ts'

export interface RevisionHead {
  readonly observationId: number
  readonly revision: number
  readonly changeSetId: number
  readonly retired: boolean
  readonly contentRevision: number
}

/** The columns of both tables, for statements over many rows. */
export const OBSERVATION_COLUMNS = {
  id: 'integer',
  indicator_id: 'integer',
  place_id: 'integer',
  period: 'text',
  first_day: 'text',
  last_day: 'text',
  kind: 'text',
  measure: 'text',
  value: 'double',
  head_revision: 'integer',
  retired: 'integer',
} as const satisfies Columns<keyof ObservationTable>

export const REVISION_COLUMNS = {
  observation_id: 'integer',
  revision: 'integer',
  change_set_id: 'integer',
  retired: 'integer',
  content_revision: 'integer',
  indicator_id: 'integer',
  place_id: 'integer',
  period: 'text',
  first_day: 'text',
  last_day: 'text',
  period_basis: 'text',
  kind: 'text',
  measure: 'text',
  qualifier: 'text',
  value: 'double',
  digits: 'text',
  decimals: 'integer',
  power: 'integer',
  unit: 'text',
  statement: 'text',
  speaker: 'text',
  quote: 'text',
  source_id: 'integer',
  note: 'text',
} as const satisfies Columns<keyof ObservationRevisionTable>

const orNull = (text: string | null): string | null => text?.trim() || null

/**
 * The row of a revision. Checks what it says: a value or a statement, a known period, a value that
 * fits the indicator's unit; throws a StoreError otherwise.
 */
export function revisionRow(
  head: RevisionHead,
  content: ObservationContent,
  baseUnit: string,
): ObservationRevisionTable {
  const { quantity } = content
  const statement = orNull(content.statement)
  if ((quantity === null) === (statement === null)) {
    throw new StoreError('invalid_data', texts.valueOrStatement)
  }
  const { period, firstDay, lastDay } = periodDays(content.period)
  return {
    observation_id: head.observationId,
    revision: head.revision,
    change_set_id: head.changeSetId,
    retired: head.retired ? 1 : 0,
    content_revision: head.contentRevision,
    indicator_id: content.indicatorId,
    place_id: content.placeId,
    period,
    first_day: firstDay,
    last_day: lastDay,
    period_basis: content.periodBasis,
    kind: content.kind,
    measure: content.measure,
    qualifier: content.qualifier,
    value: quantity === null ? null : baseValue(quantity, content.measure, baseUnit),
    digits: quantity?.digits ?? null,
    decimals: quantity?.decimals ?? null,
    power: quantity?.power ?? null,
    unit: quantity?.unit ?? null,
    statement,
    speaker: orNull(content.speaker),
    quote: orNull(content.quote),
    source_id: content.sourceId,
    note: orNull(content.note),
  }
}

/** The projection of a revision that look-ups read. */
export const projectionOf = (row: ObservationRevisionTable): ObservationTable => ({
  id: row.observation_id,
  indicator_id: row.indicator_id,
  place_id: row.place_id,
  period: row.period,
  first_day: row.first_day,
  last_day: row.last_day,
  kind: row.kind,
  measure: row.measure,
  value: row.value,
  head_revision: row.revision,
  retired: row.retired,
})

/** Ids are dense and never used twice; safe because a change set holds the write lock. */
export async function nextObservationId(trx: Transaction<Schema>): Promise<number> {
  const row = await trx
    .selectFrom('observation')
    .select((eb) => eb.fn.max('id').as('last'))
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

/** Appends a revision to an observation that is there, and makes it the one that look-ups read. */
export async function writeRevision(
  trx: Transaction<Schema>,
  row: ObservationRevisionTable,
): Promise<void> {
  await trx.insertInto('observation_revision').values(row).execute()
  const { id, ...projection } = projectionOf(row)
  await trx.updateTable('observation').set(projection).where('id', '=', id).execute()
}

/** Makes all observations of a change set show the revision that it gave them. */
export async function projectChangeSet(
  trx: Transaction<Schema>,
  changeSetId: number,
): Promise<void> {
  await trx
    .updateTable('observation')
    .from('observation_revision as r')
    .set((eb) => ({
      indicator_id: eb.ref('r.indicator_id'),
      place_id: eb.ref('r.place_id'),
      period: eb.ref('r.period'),
      first_day: eb.ref('r.first_day'),
      last_day: eb.ref('r.last_day'),
      kind: eb.ref('r.kind'),
      measure: eb.ref('r.measure'),
      value: eb.ref('r.value'),
      head_revision: eb.ref('r.revision'),
      retired: eb.ref('r.retired'),
    }))
    .whereRef('r.observation_id', '=', 'observation.id')
    .where('r.change_set_id', '=', changeSetId)
    .whereRef('r.revision', '>', 'observation.head_revision')
    .execute()
}
