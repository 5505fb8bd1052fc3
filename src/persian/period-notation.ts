import { FIRST_YEAR, isJalaliDay, isoOf, LAST_YEAR, monthLength } from './calendar.ts'

/** One stretch of the calendar that has a name of its own. */
export type PeriodPoint =
  | { readonly unit: 'year'; readonly year: number }
  | { readonly unit: 'half'; readonly year: number; readonly half: number }
  | { readonly unit: 'quarter'; readonly year: number; readonly quarter: number }
  | { readonly unit: 'month'; readonly year: number; readonly month: number }
  | {
      readonly unit: 'day'
      readonly year: number
      readonly month: number
      readonly day: number
    }

/**
 * A Jalali period. `interval` runs from the first day of `from` to the last of `to`, both of
 * one unit; `until` («تاکنون») is everything up to the last day of `to`.
 */
export type Period =
  | PeriodPoint
  | { readonly unit: 'interval'; readonly from: PeriodPoint; readonly to: PeriodPoint }
  | { readonly unit: 'until'; readonly to: PeriodPoint }

export interface PeriodSpan {
  /** Gregorian ISO day; null when the period has no beginning («تاکنون»). */
  readonly firstDay: string | null
  /** Gregorian ISO day. */
  readonly lastDay: string
}

const POINT = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(\d{2})(?:-(\d{2}))?))?$/

/**
 * Reads the notation of the store, strictly: `1399`, `1399-H2`, `1399-Q3`, `1399-07`,
 * `1399-07-15`, `1395/1399`, `1403-01/1403-09`, `../1400`. Anything else is null: a day that
 * does not exist, an interval of two units or one that does not run forwards.
 */
export function parsePeriod(notation: string): Period | null {
  const [first = '', second, ...more] = notation.split('/')
  if (more.length > 0) return null
  if (second === undefined) return parsePoint(first)
  const to = parsePoint(second)
  if (to === null) return null
  if (first === '..') return { unit: 'until', to }
  const from = parsePoint(first)
  if (from === null || from.unit !== to.unit || firstDayOf(from) >= firstDayOf(to)) return null
  return { unit: 'interval', from, to }
}

function parsePoint(notation: string): PeriodPoint | null {
  const match = POINT.exec(notation)
  if (!match) return null
  const year = Number(match[1])
  if (year < FIRST_YEAR || year > LAST_YEAR) return null
  if (match[2]) return { unit: 'half', year, half: Number(match[2]) }
  if (match[3]) return { unit: 'quarter', year, quarter: Number(match[3]) }
  if (!match[4]) return { unit: 'year', year }
  const month = Number(match[4])
  if (month < 1 || month > 12) return null
  if (!match[5]) return { unit: 'month', year, month }
  const day = Number(match[5])
  return isJalaliDay({ year, month, day }) ? { unit: 'day', year, month, day } : null
}

/** The notation of a period, as it is built; see {@link canonicalPeriod} for the shortest. */
export function writePeriod(period: Period): string {
  if (period.unit === 'interval') return `${writePoint(period.from)}/${writePoint(period.to)}`
  return period.unit === 'until' ? `../${writePoint(period.to)}` : writePoint(period)
}

function writePoint(point: PeriodPoint): string {
  const two = (number: number) => String(number).padStart(2, '0')
  if (point.unit === 'half') return `${point.year}-H${point.half}`
  if (point.unit === 'quarter') return `${point.year}-Q${point.quarter}`
  if (point.unit === 'month') return `${point.year}-${two(point.month)}`
  if (point.unit === 'day') return `${point.year}-${two(point.month)}-${two(point.day)}`
  return String(point.year)
}

/**
 * The one notation of a stretch of time, so that equal periods are equal strings:
 * `1403-01/1403-06` is `1403-H1`, `1403-01/1403-12` is `1403`. A point written as an interval
 * of itself is the point. An interval of days stays one, even when it fills a month: what was
 * counted to a day is told to the day.
 */
export function canonicalPeriod(period: Period): Period {
  if (period.unit === 'interval') return canonicalInterval(period.from, period.to)
  return period
}

function canonicalInterval(from: PeriodPoint, to: PeriodPoint): Period {
  if (writePoint(from) === writePoint(to)) return from
  if (from.unit === 'day' || from.unit === 'year') return { unit: 'interval', from, to }
  const start = firstMonthOf(from)
  const end = lastMonthOf(to)
  const length = monthsBetween(from.year, start, to.year, end)
  if (start === 1 && end === 12) {
    const first: PeriodPoint = { unit: 'year', year: from.year }
    return length === 12
      ? first
      : { unit: 'interval', from: first, to: { unit: 'year', year: to.year } }
  }
  if (length === 6 && (start === 1 || start === 7)) {
    return { unit: 'half', year: from.year, half: start === 1 ? 1 : 2 }
  }
  if (length === 3 && start % 3 === 1) {
    return { unit: 'quarter', year: from.year, quarter: (start + 2) / 3 }
  }
  return {
    unit: 'interval',
    from: { unit: 'month', year: from.year, month: start },
    to: { unit: 'month', year: to.year, month: end },
  }
}

function monthsBetween(fromYear: number, fromMonth: number, toYear: number, toMonth: number) {
  return (toYear - fromYear) * 12 + toMonth - fromMonth + 1
}

function firstMonthOf(point: PeriodPoint): number {
  if (point.unit === 'half') return point.half * 6 - 5
  if (point.unit === 'quarter') return point.quarter * 3 - 2
  return point.unit === 'year' ? 1 : point.month
}

function lastMonthOf(point: PeriodPoint): number {
  if (point.unit === 'half') return point.half * 6
  if (point.unit === 'quarter') return point.quarter * 3
  return point.unit === 'year' ? 12 : point.month
}

function firstDayOf(point: PeriodPoint): string {
  const day = point.unit === 'day' ? point.day : 1
  return isoOf({ year: point.year, month: firstMonthOf(point), day })
}

function lastDayOf(point: PeriodPoint): string {
  const month = lastMonthOf(point)
  const day = point.unit === 'day' ? point.day : monthLength(point.year, month)
  return isoOf({ year: point.year, month, day })
}

/** First and last day of a period, both included. */
export function spanOf(period: Period): PeriodSpan {
  if (period.unit === 'until') return { firstDay: null, lastDay: lastDayOf(period.to) }
  if (period.unit !== 'interval') {
    return { firstDay: firstDayOf(period), lastDay: lastDayOf(period) }
  }
  return { firstDay: firstDayOf(period.from), lastDay: lastDayOf(period.to) }
}

/** {@link parsePeriod} that throws RangeError: for notations that were checked when they came in. */
export function requirePeriod(notation: string): Period {
  const period = parsePeriod(notation)
  if (period === null) {
    throw new RangeError(`not a period: ${notation}; write it as 1399, 1399-H2, 1395/1399 …`)
  }
  return period
}

/** {@link spanOf} of a notation. Throws RangeError when it is none. */
export function periodSpan(notation: string): PeriodSpan {
  return spanOf(requirePeriod(notation))
}

/** How many months (or, of days, how many days) a period covers; null when it has no beginning. */
export function periodLength(period: Period): { months: number } | { days: number } | null {
  if (period.unit === 'until') return null
  const from = period.unit === 'interval' ? period.from : period
  const to = period.unit === 'interval' ? period.to : period
  if (from.unit === 'day') {
    const milliseconds = Date.parse(lastDayOf(to)) - Date.parse(firstDayOf(from))
    return { days: Math.round(milliseconds / 86_400_000) + 1 }
  }
  return { months: monthsBetween(from.year, firstMonthOf(from), to.year, lastMonthOf(to)) }
}
