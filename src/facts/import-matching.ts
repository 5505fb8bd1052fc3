import type { ReadRow } from './import-reading.ts'
import type { ObservationRevisionTable } from './schema.ts'

/** A live observation with the key of a row: indicator, place, period, kind, measure and source. */
export interface Candidate {
  readonly stored: ObservationRevisionTable
  /** Another row of this import stands for it already, or made it. */
  readonly claimed: boolean
}

export type Match =
  | {
      readonly outcome: 'changed'
      readonly stored: ObservationRevisionTable
      readonly row: ObservationRevisionTable
    }
  | { readonly outcome: 'new' }
  | { readonly outcome: 'contradicts' }

/** What a row makes of an observation: cells that were left empty keep what is stored. */
export function merged(
  read: ReadRow,
  row: ObservationRevisionTable,
  stored: ObservationRevisionTable,
): ObservationRevisionTable {
  return {
    ...row,
    qualifier: read.qualifier ?? stored.qualifier,
    period_basis: read.basisGiven ? row.period_basis : stored.period_basis,
    speaker: row.speaker ?? stored.speaker,
    quote: row.quote ?? stored.quote,
    note: row.note ?? stored.note,
  }
}

const COMPARED = [
  'value',
  'unit',
  'statement',
  'qualifier',
  'period_basis',
  'speaker',
  'quote',
  'note',
] as const

/** Equal in what is said; 12.5 and 12.50 of one unit are the same value. */
const same = (a: ObservationRevisionTable, b: ObservationRevisionTable) =>
  COMPARED.every((column) => a[column] === b[column])

/** The observation that says exactly what the row says, if one does. */
export function exactMatch(
  read: ReadRow,
  row: ObservationRevisionTable,
  candidates: readonly Candidate[],
): ObservationRevisionTable | null {
  const found = candidates.find(({ stored }) => same(merged(read, row, stored), stored))
  return found?.stored ?? null
}

/**
 * What becomes of a row that no observation says exactly: it corrects the one observation that it
 * can only mean, contradicts another row of the same file, or stands beside what there is.
 */
export function matchRow(
  read: ReadRow,
  row: ObservationRevisionTable,
  candidates: readonly Candidate[],
): Match {
  const free = candidates.filter(({ claimed }) => !claimed).map(({ stored }) => stored)
  const meant = theOneMeant(row, free)
  if (meant) return { outcome: 'changed', stored: meant, row: merged(read, row, meant) }
  const contradicts = candidates.some(
    ({ claimed, stored }) =>
      claimed &&
      row.statement === null &&
      stored.statement === null &&
      stored.speaker === row.speaker &&
      stored.quote === row.quote &&
      stored.qualifier === row.qualifier,
  )
  return { outcome: contradicts ? 'contradicts' : 'new' }
}

function theOneMeant(
  row: ObservationRevisionTable,
  free: readonly ObservationRevisionTable[],
): ObservationRevisionTable | null {
  let left = free.filter((stored) => (stored.statement === null) === (row.statement === null))
  const [only] = left
  if (left.length === 1 && only) {
    const speakersAgree =
      only.speaker === row.speaker || only.speaker === null || row.speaker === null
    const sameFigure = only.value === row.value && only.statement === row.statement
    return speakersAgree || sameFigure ? only : null
  }
  for (const column of ['speaker', 'quote', 'qualifier'] as const) {
    left = left.filter((stored) => stored[column] === row[column])
    if (left.length === 1) return left[0] ?? null
  }
  return null
}
