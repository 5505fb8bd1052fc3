import type { Writing } from './bulk.ts'
import { StoreError } from './errors.ts'
import type { ReadRow, RefusedRow } from './import-reading.ts'
import { ROWS_LISTED, type Tally } from './import-report.ts'
import { guessAdditive } from './import-words.ts'
import type { IndicatorIndex } from './indicator-index.ts'
import { revisionRow } from './revisions.ts'
import type { ObservationRevisionTable } from './schema.ts'
import { findOrCreateSources, type SourceInput } from './sources.ts'
import { texts } from './texts.fa.ts'
import type { Indicator } from './types.ts'
import { changeVocabulary } from './vocabulary-changes.ts'

/** What preparing rows needs of an import. */
export interface PreparingState extends Writing {
  readonly changeSetId: number
  readonly indicators: IndicatorIndex
  readonly sourceIds: Map<string, number>
  readonly tally: Tally
}

export interface PreparedRow {
  readonly read: ReadRow
  readonly row: ObservationRevisionTable
}

/** Gives a row its ids and its value in the base unit; what it names and is new is added now. */
export async function prepareRow(
  state: PreparingState,
  read: ReadRow,
): Promise<PreparedRow | RefusedRow> {
  const [known, ...others] = state.indicators.resolve(read.indicator)
  if (known && others.length > 0) {
    const names = [known, ...others].map((indicator) => indicator.name)
    const reason = texts.import.ambiguousIndicator(read.indicator, names)
    return { row: read.row, column: 'indicator', reason }
  }
  const unit = known?.unit ?? read.quantity?.unit ?? (read.unit || texts.statementUnit)
  const content = { ...read, indicatorId: 0, sourceId: 0, qualifier: read.qualifier ?? 'exact' }
  const head = {
    observationId: 0,
    revision: 1,
    changeSetId: state.changeSetId,
    retired: false,
    contentRevision: 1,
  }
  try {
    const row = revisionRow(head, content, unit)
    row.indicator_id = known?.id ?? (await addIndicator(state, read, unit)).id
    return { read, row }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    const column = error.code === 'invalid_period' ? 'period' : 'value'
    return { row: read.row, column, reason: error.message }
  }
}

async function addIndicator(
  state: PreparingState,
  read: ReadRow,
  unit: string,
): Promise<Indicator> {
  const name = read.indicator
  const additive = guessAdditive(name, unit, read.measure)
  const definition = { name, unit, additive, definition: null }
  const change = { target: 'indicator' as const, id: null, state: definition }
  const id = await changeVocabulary(state.trx, state.changeSetId, change)
  const indicator = { id, ...definition }
  state.indicators.add(indicator)
  state.tally.newIndicators.push(name)
  return indicator
}

/** Gives the rows the ids of their sources; those that are new are added, all at once. */
export async function addSources(
  state: PreparingState,
  prepared: readonly PreparedRow[],
): Promise<void> {
  const { sourceIds } = state
  const unknown = new Map<string, SourceInput>()
  for (const { read } of prepared) {
    if (!sourceIds.has(read.sourceIdentity)) unknown.set(read.sourceIdentity, read.source)
  }
  // All of this batch are looked up again: what is remembered must hold each of them.
  if (sourceIds.size + unknown.size > ROWS_LISTED) {
    sourceIds.clear()
    for (const { read } of prepared) unknown.set(read.sourceIdentity, read.source)
  }
  for (const [identity, id] of await findOrCreateSources(state, unknown))
    sourceIds.set(identity, id)
  for (const { read, row } of prepared) row.source_id = sourceIds.get(read.sourceIdentity) ?? 0
}
