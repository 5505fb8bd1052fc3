import { setImmediate } from 'node:timers/promises'
import { sql, type Transaction } from 'kysely'
import {
  type ChangeContext,
  changeSetOfUpdate,
  type RecordedChangeSet,
  startChangeSet,
} from './change-sets.ts'
import { StoreError } from './errors.ts'
import type { ImportRow } from './import-columns.ts'
import { type Candidate, exactMatch, matchRow } from './import-matching.ts'
import { type ImportReaders, type ReadRow, type RefusedRow, readRow } from './import-reading.ts'
import { guessAdditive } from './import-words.ts'
import { type IndicatorIndex, indicatorIndex } from './indicator-index.ts'
import { toContent } from './observation-rows.ts'
import type { Store } from './open.ts'
import { placeIndex } from './place-index.ts'
import { nextObservationId, projectChangeSet, projectionOf, revisionRow } from './revisions.ts'
import type { ObservationRevisionTable, Schema } from './schema.ts'
import { findOrCreateSource, type SourceInput, sourceIdentity } from './sources.ts'
import { texts } from './texts.fa.ts'
import type { Indicator, ObservationContent } from './types.ts'
import { loadVocabulary } from './vocabulary.ts'
import { changeVocabulary } from './vocabulary-changes.ts'

export interface ImportOptions {
  readonly readers: ImportReaders
  /** For rows that name no source of their own, such as `{ title: 'name of the file' }`. */
  readonly defaultSource?: SourceInput
  /** Finds out what would happen, and changes nothing. */
  readonly dryRun?: boolean
  /** Imports the good rows although others are refused; otherwise it is all or nothing. */
  readonly skipErrors?: boolean
}

export interface ChangedRow {
  readonly row: number
  readonly observationId: number
  readonly before: ObservationContent
  readonly after: ObservationContent
}

export interface ImportReport {
  readonly new: number
  readonly changed: number
  readonly unchanged: number
  readonly refused: number
  /** The first of the refused and of the changed rows; the counts count all. */
  readonly refusedRows: readonly RefusedRow[]
  readonly changedRows: readonly ChangedRow[]
  readonly newIndicators: readonly string[]
  /** Null when nothing was written: a dry run, a refused row, or nothing new. */
  readonly changeSet: RecordedChangeSet | null
  /** True when this update was imported before. */
  readonly repeated: boolean
}

const BATCH = 500
const ROWS_LISTED = 10_000

/**
 * Imports rows as one change set in one transaction, a batch at a time, so that a million rows
 * need no more memory than a thousand. A row with the key of an observation (indicator, place,
 * period, kind, measure, source) corrects it; another source stands beside it. A dry run does
 * all of it and takes it back, so that it tells exactly what would happen.
 */
export async function importRows(
  store: Store,
  context: ChangeContext,
  rows: Iterable<ImportRow> | AsyncIterable<ImportRow>,
  options: ImportOptions,
): Promise<ImportReport> {
  let report: ImportReport | null = null
  try {
    return await store.db.transaction().execute(async (trx) => {
      const earlier = await changeSetOfUpdate(trx, context.updateId ?? null)
      if (earlier) return { ...emptyTally(), changeSet: earlier, repeated: true }
      report = await importInTransaction(trx, context, rows, options)
      if (!report.changeSet) throw new TakenBack()
      return report
    })
  } catch (error) {
    if (error instanceof TakenBack && report) return report
    throw error
  }
}

/** Rolls the transaction back without being a failure. */
class TakenBack extends Error {}

/** {@link importRows} inside a transaction of the caller, who must roll back when no change set is given. */
export async function importInTransaction(
  trx: Transaction<Schema>,
  context: ChangeContext,
  rows: Iterable<ImportRow> | AsyncIterable<ImportRow>,
  options: ImportOptions,
): Promise<ImportReport> {
  const vocabulary = await loadVocabulary(trx)
  const changeSet = await startChangeSet(trx, context)
  const firstNewId = await nextObservationId(trx)
  const state: ImportState = {
    trx,
    changeSetId: changeSet.id,
    options,
    places: placeIndex(vocabulary),
    indicators: indicatorIndex(vocabulary),
    sourceIds: new Map(),
    firstNewId,
    nextId: firstNewId,
    claimed: new Uint8Array(firstNewId),
    tally: emptyTally(),
  }
  let batch: ImportRow[] = []
  for await (const row of rows) {
    batch.push(row)
    if (batch.length < BATCH) continue
    await importBatch(state, batch)
    batch = []
    // A large import must not keep everything else in the process waiting.
    await setImmediate()
  }
  await importBatch(state, batch)
  const { tally } = state
  const kept =
    !options.dryRun &&
    (tally.refused === 0 || options.skipErrors === true) &&
    tally.new + tally.changed > 0
  return { ...tally, changeSet: kept ? changeSet : null, repeated: false }
}

interface Tally {
  new: number
  changed: number
  unchanged: number
  refused: number
  refusedRows: RefusedRow[]
  changedRows: ChangedRow[]
  newIndicators: string[]
}

const emptyTally = (): Tally => ({
  new: 0,
  changed: 0,
  unchanged: 0,
  refused: 0,
  refusedRows: [],
  changedRows: [],
  newIndicators: [],
})

interface ImportState {
  readonly trx: Transaction<Schema>
  readonly changeSetId: number
  readonly options: ImportOptions
  readonly places: ReturnType<typeof placeIndex>
  readonly indicators: IndicatorIndex
  readonly sourceIds: Map<string, number>
  readonly firstNewId: number
  nextId: number
  /** 1 for each observation that a row of this import stands for. */
  readonly claimed: Uint8Array
  readonly tally: Tally
}

interface PreparedRow {
  readonly read: ReadRow
  readonly row: ObservationRevisionTable
}

async function importBatch(state: ImportState, batch: readonly ImportRow[]): Promise<void> {
  const prepared: PreparedRow[] = []
  for (const row of batch) {
    const read = readRow(row, { ...state.options, places: state.places })
    const ready = 'reason' in read ? read : await prepareRow(state, read)
    if ('reason' in ready) refuse(state, ready)
    else prepared.push(ready)
  }
  const candidates = await candidatesOf(state, prepared)
  const added: ObservationRevisionTable[] = []
  const corrected: ObservationRevisionTable[] = []

  // Rows that are stored as they stand come first, so that no other row takes their observation.
  const others = prepared.filter(({ read, row }) => {
    const stored = exactMatch(read, row, of(row))
    if (!stored) return true
    claim(state, stored.observation_id)
    state.tally.unchanged++
    return false
  })
  for (const { read, row } of others) {
    if (exactMatch(read, row, of(row))) {
      state.tally.unchanged++
      continue
    }
    const match = matchRow(read, row, of(row))
    if (match.outcome === 'changed') {
      const { observation_id, revision } = match.stored
      const next = revision + 1
      const stored = { ...match.row, observation_id, revision: next, content_revision: next }
      corrected.push(stored)
      claim(state, observation_id)
      replace(row, stored)
      noteChange(state, read, match.stored, stored)
    } else if (match.outcome === 'new') {
      const stored = { ...row, observation_id: state.nextId++ }
      added.push(stored)
      replace(row, stored)
      state.tally.new++
    } else {
      refuse(state, { row: read.row, column: 'value', reason: texts.import.contradicts })
    }
  }
  await write(state, added, corrected)

  function of(row: ObservationRevisionTable): Candidate[] {
    const found = candidates.get(keyOf(row)) ?? []
    return found.map((stored) => ({ stored, claimed: isClaimed(state, stored) }))
  }
  /** Later rows of the batch must see what this one made of the observation. */
  function replace(row: ObservationRevisionTable, stored: ObservationRevisionTable): void {
    const found = candidates.get(keyOf(row)) ?? []
    const others = found.filter((known) => known.observation_id !== stored.observation_id)
    candidates.set(keyOf(row), [...others, stored])
  }
}

/** Gives a row its ids and its value in the base unit; what it names and is new is added now. */
async function prepareRow(state: ImportState, read: ReadRow): Promise<PreparedRow | RefusedRow> {
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

async function addIndicator(state: ImportState, read: ReadRow, unit: string): Promise<Indicator> {
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

async function sourceId(state: ImportState, source: SourceInput): Promise<number> {
  const identity = sourceIdentity(source)
  const known = state.sourceIds.get(identity)
  if (known !== undefined) return known
  const id = await findOrCreateSource(state.trx, source)
  if (state.sourceIds.size >= ROWS_LISTED) state.sourceIds.clear()
  state.sourceIds.set(identity, id)
  return id
}

const keyOf = (row: ObservationRevisionTable) =>
  [row.indicator_id, row.place_id, row.period, row.kind, row.measure, row.source_id].join('|')

/** The live observations that have the key of a row, for a whole batch at once. */
async function candidatesOf(
  { trx }: ImportState,
  prepared: readonly PreparedRow[],
): Promise<Map<string, ObservationRevisionTable[]>> {
  const found = new Map<string, ObservationRevisionTable[]>()
  if (prepared.length === 0) return found
  const keys = new Map<string, ReturnType<typeof sql>>()
  for (const { row } of prepared) {
    const { indicator_id, place_id, period } = row
    keys.set(
      `${indicator_id}|${place_id}|${period}`,
      sql`(${sql.lit(indicator_id)}, ${sql.lit(place_id)}, ${period})`,
    )
  }
  const { rows } = await sql<ObservationRevisionTable>`
    with wanted(indicator_id, place_id, period) as (values ${sql.join([...keys.values()])})
    select r.* from wanted
    join observation o on o.indicator_id = wanted.indicator_id
      and o.place_id = wanted.place_id and o.period = wanted.period and o.retired = 0
    join observation_revision r on r.observation_id = o.id and r.revision = o.head_revision
    order by o.id`.execute(trx)
  for (const row of rows) {
    const known = found.get(keyOf(row))
    if (known) known.push(row)
    else found.set(keyOf(row), [row])
  }
  return found
}

const isClaimed = (state: ImportState, stored: ObservationRevisionTable) =>
  stored.observation_id >= state.firstNewId || state.claimed[stored.observation_id] === 1

function claim(state: ImportState, observationId: number): void {
  state.claimed[observationId] = 1
}

function refuse({ tally }: ImportState, refused: RefusedRow): void {
  tally.refused++
  if (tally.refusedRows.length < ROWS_LISTED) tally.refusedRows.push(refused)
}

function noteChange(
  { tally }: ImportState,
  read: ReadRow,
  before: ObservationRevisionTable,
  after: ObservationRevisionTable,
): void {
  tally.changed++
  if (tally.changedRows.length >= ROWS_LISTED) return
  tally.changedRows.push({
    row: read.row,
    observationId: before.observation_id,
    before: toContent(before),
    after: toContent(after),
  })
}

async function write(
  { trx, changeSetId }: ImportState,
  added: readonly ObservationRevisionTable[],
  corrected: readonly ObservationRevisionTable[],
): Promise<void> {
  if (added.length > 0) {
    await trx.insertInto('observation').values(added.map(projectionOf)).execute()
  }
  const revisions = [...added, ...corrected]
  if (revisions.length > 0) {
    await trx.insertInto('observation_revision').values(revisions).execute()
  }
  if (corrected.length > 0) {
    const ids = corrected.map((row) => row.observation_id)
    await projectChangeSet(trx, changeSetId, ids)
  }
}
