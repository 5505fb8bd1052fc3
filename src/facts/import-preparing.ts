import type { Transaction } from 'kysely'
import { StoreError } from './errors.ts'
import type { ReadRow, RefusedRow } from './import-reading.ts'
import { ROWS_LISTED, type Tally } from './import-report.ts'
import { guessAdditive } from './import-words.ts'
import type { IndicatorIndex } from './indicator-index.ts'
import { revisionRow } from './revisions.ts'
import type { ObservationRevisionTable, Schema } from './schema.ts'
import { findOrCreateSource, type SourceInput, sourceIdentity } from './sources.ts'
import { texts } from './texts.fa.ts'
import type { Indicator } from './types.ts'
import { changeVocabulary } from './vocabulary-changes.ts'

/** What preparing rows needs of an import. */
export interface PreparingState {
  readonly trx: Transaction<Schema>
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
    row.source_id = await sourceId(state, read.source)
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

async function sourceId(state: PreparingState, source: SourceInput): Promise<number> {
  const identity = sourceIdentity(source)
  const known = state.sourceIds.get(identity)
  if (known !== undefined) return known
  const id = await findOrCreateSource(state.trx, source)
  if (state.sourceIds.size >= ROWS_LISTED) state.sourceIds.clear()
  state.sourceIds.set(identity, id)
  return id
}
