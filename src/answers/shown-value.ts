import Big, { type RoundingMode } from 'big.js'
import type { Qualifier } from '../facts/types.ts'
import type { Figure } from './answer.ts'

/** What is shown of a value. */
export interface ShownValue {
  readonly value: Big
  readonly qualifier: Qualifier
}

/**
 * A computed value of many decimals («۴۱٫۶۶۶…») is shown rounded, and said to be about that. A bound
 * is rounded to its safe side: of «بیش از ۱۴۸٫۱۶» may be said «بیش از ۱۴۸٫۱», never «بیش از ۱۴۸٫۲».
 */
export function shownValue({ value, qualifier, derived, measure, unit }: Figure): ShownValue {
  const exact = new Big(value ?? 0)
  if (derived === null || exact.eq(exact.round(2))) return { value: exact, qualifier }
  const isPart = measure !== 'level' || unit === PERCENT
  const shown = exact.round(isPart ? coarse(exact) : fine(exact), roundingOf(qualifier, exact))
  return {
    value: shown,
    qualifier: qualifier === 'exact' && !shown.eq(exact) ? 'about' : qualifier,
  }
}

const PERCENT = 'درصد'

const coarse = (exact: Big): number => (exact.abs().gte(1000) ? 0 : 1)

/**
 * Of a quantity less than one the first two digits that tell something («۰٫۰۶۸», never «۰٫۱»), of
 * less than ten two decimals («۱٫۲۲ برابر»), of millions the first five: the rest is no more
 * certain than the rounding.
 */
function fine(exact: Big): number {
  if (exact.abs().lt(1)) return 1 - exact.e
  if (exact.abs().lt(10)) return 2
  return exact.abs().gte(1_000_000) ? 4 - exact.e : coarse(exact)
}

const TOWARDS_ZERO = 0
const HALF_UP = 1
const FROM_ZERO = 3

function roundingOf(qualifier: Qualifier, value: Big): RoundingMode {
  if (qualifier === 'exact' || qualifier === 'about') return HALF_UP
  const isLower = qualifier === 'more_than' || qualifier === 'at_least'
  return isLower === value.gte(0) ? TOWARDS_ZERO : FROM_ZERO
}

/** A bound seen from the other side: what is less than −10 is a fall of more than 10. */
export function turned(qualifier: Qualifier): Qualifier {
  return OPPOSITE[qualifier]
}

const OPPOSITE: Readonly<Record<Qualifier, Qualifier>> = {
  exact: 'exact',
  about: 'about',
  more_than: 'less_than',
  less_than: 'more_than',
  at_least: 'at_most',
  at_most: 'at_least',
}
