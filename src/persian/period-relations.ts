import { isJalaliDay, monthLength } from './calendar.ts'
import {
  type Period,
  type PeriodPoint,
  periodLength,
  periodSpan,
  requirePeriod,
  writePeriod,
} from './period-notation.ts'

/**
 * Orders notations by time: by last day, then the shorter after the longer, so that the last
 * of a sorted list is the latest and most particular. Equal spans are 0 however written.
 */
export function comparePeriods(a: string, b: string): number {
  const first = periodSpan(a)
  const second = periodSpan(b)
  if (first.lastDay !== second.lastDay) return first.lastDay < second.lastDay ? -1 : 1
  const start = first.firstDay ?? ''
  const otherStart = second.firstDay ?? ''
  if (start === otherStart) return 0
  return start < otherStart ? -1 : 1
}

/** The Jalali year that a period belongs to; of an interval the year it ends in. */
export function periodYear(notation: string): number {
  const period = requirePeriod(notation)
  return period.unit === 'interval' || period.unit === 'until' ? period.to.year : period.year
}

/** Whether every day of `b` lies in `a`. What has no beginning lies only in what has none. */
export function periodContains(a: string, b: string): boolean {
  const outer = periodSpan(a)
  const inner = periodSpan(b)
  if (inner.lastDay > outer.lastDay) return false
  if (outer.firstDay === null) return true
  return inner.firstDay !== null && inner.firstDay >= outer.firstDay
}

/**
 * Whether two periods are of one kind, so that their figures may stand side by side: two
 * years, two halves, two times nine months, two cumulative figures. Not a year and a half.
 */
export function sameLengthShape(a: string, b: string): boolean {
  const first = periodLength(requirePeriod(a))
  const second = periodLength(requirePeriod(b))
  return JSON.stringify(first) === JSON.stringify(second)
}

/**
 * The same stretch `years` years earlier («سال قبلش»): 1399 → 1398, 1399-H2 → 1398-H2,
 * 1395/1399 → 1394/1398. A negative number goes forwards. 30 Esfand becomes 29 where the year
 * is not leap.
 */
export function previousPeriod(notation: string, years = 1): string {
  const period = requirePeriod(notation)
  return writePeriod(
    mapPoints(period, (point) => {
      const year = point.year - years
      if (point.unit !== 'day' || isJalaliDay({ ...point, year })) return { ...point, year }
      return { ...point, year, day: monthLength(year, point.month) }
    }),
  )
}

/**
 * The stretch of the same length just before («سه‌ماههٔ قبل»): 1399-Q1 → 1398-Q4,
 * 1400-H1 → 1399-H2, 1395/1399 → 1390/1394. Days and cumulative periods go back a year.
 */
export function precedingPeriod(notation: string): string {
  const period = requirePeriod(notation)
  const length = periodLength(period)
  if (length === null || !('months' in length)) return previousPeriod(notation)
  return writePeriod(mapPoints(period, (point) => shiftMonths(point, -length.months)))
}

function shiftMonths(point: PeriodPoint, months: number): PeriodPoint {
  const shift = (index: number, size: number): [number, number] => {
    const total = point.year * (12 / size) + index - 1 + months / size
    return [Math.floor(total / (12 / size)), (total % (12 / size)) + 1]
  }
  if (point.unit === 'half') {
    const [year, half] = shift(point.half, 6)
    return { unit: 'half', year, half }
  }
  if (point.unit === 'quarter') {
    const [year, quarter] = shift(point.quarter, 3)
    return { unit: 'quarter', year, quarter }
  }
  if (point.unit === 'month') {
    const [year, month] = shift(point.month, 1)
    return { unit: 'month', year, month }
  }
  return { ...point, year: point.year + months / 12 }
}

function mapPoints(period: Period, change: (point: PeriodPoint) => PeriodPoint): Period {
  if (period.unit === 'interval') {
    return { unit: 'interval', from: change(period.from), to: change(period.to) }
  }
  return period.unit === 'until' ? { unit: 'until', to: change(period.to) } : change(period)
}
