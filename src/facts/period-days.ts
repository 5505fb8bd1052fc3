import { isValidJalaaliDate, jalaaliMonthLength, toGregorian } from 'jalaali-js'
import { StoreError } from './errors.ts'
import { texts } from './texts.fa.ts'

export interface PeriodDays {
  /** ISO (Gregorian); null for an open start. */
  readonly firstDay: string | null
  readonly lastDay: string
}

const SIMPLE = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(\d{2})(?:-(\d{2}))?))?$/

/**
 * First and last day of a period in canonical notation: `1399`, `1399-H2`, `1399-Q3`, `1399-07`,
 * `1399-07-15`, `1395/1399` or `../1400`. Throws a StoreError for anything else.
 */
export function periodDays(period: string): PeriodDays {
  const [start, end, ...rest] = period.split('/')
  if (rest.length > 0 || start === undefined) throw invalid(period)
  if (end === undefined) return simpleDays(start, period)
  const { lastDay } = simpleDays(end, period)
  if (start === '..') return { firstDay: null, lastDay }
  const { firstDay } = simpleDays(start, period)
  if (firstDay > lastDay) throw invalid(period)
  return { firstDay, lastDay }
}

function simpleDays(text: string, period: string): { firstDay: string; lastDay: string } {
  const match = SIMPLE.exec(text)
  if (!match) throw invalid(period)
  const [, yearText, half, quarter, monthText, dayText] = match
  const year = Number(yearText)
  if (half) return months(year, Number(half) * 6 - 5, Number(half) * 6)
  if (quarter) return months(year, Number(quarter) * 3 - 2, Number(quarter) * 3)
  if (!monthText) return months(year, 1, 12)
  const month = Number(monthText)
  const day = Number(dayText ?? 1)
  if (!isValidJalaaliDate(year, month, day)) throw invalid(period)
  if (!dayText) return months(year, month, month)
  return { firstDay: isoDay(year, month, day), lastDay: isoDay(year, month, day) }
}

const months = (year: number, first: number, last: number) => ({
  firstDay: isoDay(year, first, 1),
  lastDay: isoDay(year, last, jalaaliMonthLength(year, last)),
})

function isoDay(year: number, month: number, day: number): string {
  const { gy, gm, gd } = toGregorian(year, month, day)
  return `${gy}-${String(gm).padStart(2, '0')}-${String(gd).padStart(2, '0')}`
}

const invalid = (period: string) => new StoreError('invalid_period', texts.invalidPeriod(period))
