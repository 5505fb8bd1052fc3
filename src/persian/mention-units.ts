import type { NumberReading } from './number-reading.ts'
import type { NumberQualifier } from './qualifiers.ts'
import type { Token } from './tokens.ts'
import { readUnit } from './units.ts'

export interface FoundUnit {
  readonly name: string
  readonly from: number
  readonly next: number
  /** Stands after another number and counts for this one too. */
  readonly shared?: true
}

/** A mention still as token indexes. */
export interface Found {
  readonly reading: NumberReading
  readonly from: number
  readonly next: number
  readonly unit: FoundUnit | null
  readonly qualifier: NumberQualifier
  readonly qualifierFrom: number | null
  readonly yearLike: boolean
}

const RANKS = new Set(['رتبه', 'جایگاه', 'مقام'])

/** The unit of a number: after it, as a sign before it, or the rank that it gives. */
export function findUnit(
  tokens: readonly Token[],
  at: number,
  after: number,
  reading: NumberReading,
): FoundUnit | null {
  const rank = rankBefore(tokens, at)
  if (rank !== null) return { name: 'رتبه', from: rank, next: after }
  if (reading.ordinal || reading.times) return null
  const last = tokens[after - 1]?.text ?? ''
  const counted = tokens[after]?.text === 'تا' || tokens[after]?.text === 'عدد' ? after + 1 : after
  const unit = readUnit(tokens, counted) ?? readUnit(tokens, after)
  if (unit !== null) {
    const from = counted !== after && unit.next > counted ? counted : after
    return { name: personsOf(tokens, unit, reading, last), from, next: unit.next }
  }
  const sign = tokens[at - 1]?.text ?? ''
  if ((sign === '%' || sign === '$') && tokens[at]?.joined) {
    return { name: sign === '%' ? 'درصد' : 'دلار', from: at - 1, next: after }
  }
  return null
}

/** «رتبه سوم», «رتبه‌ی ۳», «جایگاه بیست و یکم». */
function rankBefore(tokens: readonly Token[], at: number): number | null {
  const before = tokens[at - 1]?.text === 'ی' ? at - 2 : at - 1
  return RANKS.has(tokens[before]?.text ?? '') ? before : null
}

/** «سه تن از مدیران» are persons, not tonnes. */
function personsOf(
  tokens: readonly Token[],
  unit: { unit: string; next: number },
  reading: NumberReading,
  last: string,
): string {
  const few = reading.form === 'words' && reading.value?.lte(10) && !/هزار|میلی/.test(last)
  return unit.unit === 'تن' && few && tokens[unit.next]?.text === 'از' ? 'نفر' : unit.unit
}
