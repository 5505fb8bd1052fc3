import type { RecordedChangeSet } from './change-sets.ts'
import type { RefusedRow } from './import-reading.ts'
import type { ImportWarning, ImportWarningCode } from './import-warnings.ts'
import type { ObservationContent } from './types.ts'

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
  /** How many good rows look odd, when it was asked for, and the first of them. */
  readonly warned: Readonly<Record<ImportWarningCode, number>>
  readonly warnings: readonly ImportWarning[]
  /** Null when nothing was written: a dry run, a refused row, or nothing new. */
  readonly changeSet: RecordedChangeSet | null
  /** True when this update was imported before. */
  readonly repeated: boolean
}

/** A report on its way. */
export interface Tally {
  new: number
  changed: number
  unchanged: number
  refused: number
  refusedRows: RefusedRow[]
  changedRows: ChangedRow[]
  newIndicators: string[]
  warned: Record<ImportWarningCode, number>
  warnings: ImportWarning[]
}

export const emptyTally = (): Tally => ({
  new: 0,
  changed: 0,
  unchanged: 0,
  refused: 0,
  refusedRows: [],
  changedRows: [],
  newIndicators: [],
  warned: { tenfold: 0, past_target: 0, future_actual: 0 },
  warnings: [],
})

/** How many refused and changed rows a report lists; it counts them all. */
export const ROWS_LISTED = 10_000
