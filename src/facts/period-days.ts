import { canonicalPeriod, parsePeriod, spanOf, writePeriod } from '../persian/period-notation.ts'
import { StoreError } from './errors.ts'
import { remembered } from './remembered.ts'
import { texts } from './texts.fa.ts'

export interface PeriodDays {
  /** Canonical notation, the shortest for the period. */
  readonly period: string
  /** ISO (Gregorian); null for an open start. */
  readonly firstDay: string | null
  readonly lastDay: string
}

/**
 * A period as the store keeps it, with its first and last day. Takes the notation of DESIGN
 * (`1399`, `1399-H2`, `1395/1399`, `../1400` …); throws a StoreError for anything else.
 */
export const periodDays = remembered((notation: string): PeriodDays => {
  const parsed = parsePeriod(notation)
  if (!parsed) throw new StoreError('invalid_period', texts.invalidPeriod(notation))
  const period = canonicalPeriod(parsed)
  return { period: writePeriod(period), ...spanOf(period) }
})
