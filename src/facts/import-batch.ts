import { setImmediate } from 'node:timers/promises'
import { insertRows, withRows } from './bulk.ts'
import type { ImportRow } from './import-columns.ts'
import { type Candidate, exactMatch, matchRow } from './import-matching.ts'
import {
  addSources,
  type PreparedRow,
  type PreparingState,
  prepareRow,
} from './import-preparing.ts'
import { type ReadingContext, type ReadRow, type RefusedRow, readRow } from './import-reading.ts'
import { ROWS_LISTED } from './import-report.ts'
import { type WrittenRow, warnOfRows } from './import-warnings.ts'
import { toContent } from './observation-rows.ts'
import { OBSERVATION_COLUMNS, projectionOf, REVISION_COLUMNS } from './revisions.ts'
import type { ObservationRevisionTable } from './schema.ts'
import { texts } from './texts.fa.ts'

/** An import on its way through a transaction. */
export interface ImportState extends PreparingState {
  readonly reading: ReadingContext
  /** Odd rows are looked for, as seen on this ISO day. */
  readonly warnOn?: string
  readonly firstNewId: number
  nextId: number
  /** 1 for each observation that a row of this import stands for. */
  readonly claimed: Uint8Array
}

/** Reads, matches and writes some rows. */
export async function importBatch(state: ImportState, batch: readonly ImportRow[]): Promise<void> {
  const prepared: PreparedRow[] = []
  for (const row of batch) {
    const read = readRow(row, state.reading)
    const ready = 'reason' in read ? read : await prepareRow(state, read)
    if ('reason' in ready) refuse(state, ready)
    else prepared.push(ready)
  }
  // A large import must not keep everything else in the process waiting: it goes by short steps.
  await setImmediate()
  await addSources(state, prepared)
  const candidates = await candidatesOf(state, prepared)
  await setImmediate()
  const added: ObservationRevisionTable[] = []
  const corrected: ObservationRevisionTable[] = []
  const written: WrittenRow[] = []

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
      written.push({ row: read.row, stored })
      claim(state, observation_id)
      replace(row, stored)
      noteChange(state, read, match.stored, stored)
    } else if (match.outcome === 'new') {
      const stored = { ...row, observation_id: state.nextId++ }
      added.push(stored)
      written.push({ row: read.row, stored })
      replace(row, stored)
      state.tally.new++
    } else {
      refuse(state, { row: read.row, column: 'value', reason: texts.import.contradicts })
    }
  }
  await write(state, added, corrected)
  await setImmediate()
  if (state.warnOn !== undefined) await warnOfRows(state, state.tally, written, state.warnOn)

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

const keyOf = (row: ObservationRevisionTable) =>
  [row.indicator_id, row.place_id, row.period, row.kind, row.measure, row.source_id].join('|')

const KEY_COLUMNS = { indicator_id: 'integer', place_id: 'integer', period: 'text' } as const

/** The live observations that have the key of a row, for a whole batch at once. */
async function candidatesOf(
  state: ImportState,
  prepared: readonly PreparedRow[],
): Promise<Map<string, ObservationRevisionTable[]>> {
  const found = new Map<string, ObservationRevisionTable[]>()
  if (prepared.length === 0) return found
  const keys = new Map<string, { indicator_id: number; place_id: number; period: string }>()
  for (const { row } of prepared) {
    const { indicator_id, place_id, period } = row
    keys.set(`${indicator_id}|${place_id}|${period}`, { indicator_id, place_id, period })
  }
  const rows = await withRows<ObservationRevisionTable>(
    state,
    KEY_COLUMNS,
    [...keys.values()],
    `select r.* from wanted
    cross join observation o
    join observation_revision r on r.observation_id = o.id and r.revision = o.head_revision
    where o.indicator_id = wanted.indicator_id and o.place_id = wanted.place_id
      and o.period = wanted.period and o.retired = 0
    order by o.id`,
  )
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
  state: ImportState,
  added: readonly ObservationRevisionTable[],
  corrected: readonly ObservationRevisionTable[],
): Promise<void> {
  await insertRows(state, 'observation', OBSERVATION_COLUMNS, added.map(projectionOf))
  await insertRows(state, 'observation_revision', REVISION_COLUMNS, [...added, ...corrected])
  const columns = { id: 'integer', value: 'double', head_revision: 'integer' } as const
  // What they are of is the same as before.
  await withRows(
    state,
    columns,
    corrected.map(projectionOf),
    `update observation set value = wanted.value, head_revision = wanted.head_revision
    from wanted where observation.id = wanted.id`,
  )
}
