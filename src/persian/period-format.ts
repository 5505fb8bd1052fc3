import { type PeriodPoint, requirePeriod } from './period-notation.ts'
import { periodTexts as texts } from './period-texts.fa.ts'

export interface PeriodFormat {
  /** `short` is for tables and axes: «۱۳۹۹», «۱۳۹۵ تا ۱۳۹۹», «تا ۱۴۰۰». Default `full`. */
  readonly style?: 'full' | 'short'
}

/**
 * A period in Persian words: «سال ۱۳۹۹», «نیمهٔ دوم ۱۳۹۹», «نُه‌ماههٔ ۱۴۰۳», «از ۱۳۹۵ تا ۱۳۹۹».
 * Throws RangeError when the notation is not one of the store's.
 */
export function formatPeriod(notation: string, { style = 'full' }: PeriodFormat = {}): string {
  const period = requirePeriod(notation)
  const short = style === 'short'
  if (period.unit === 'until') {
    return short
      ? texts.untilShort(formatPoint(period.to, true))
      : texts.until(formatPoint(period.to, false))
  }
  if (period.unit === 'interval') return formatInterval(period.from, period.to, short)
  return formatPoint(period, short)
}

function formatPoint(point: PeriodPoint, short: boolean): string {
  const year = digits(point.year)
  if (point.unit === 'half') return texts.half(point.half, year)
  if (point.unit === 'quarter') return texts.quarter(point.quarter, year)
  if (point.unit === 'month') return texts.month(point.month, year)
  if (point.unit === 'day') return texts.day(digits(point.day), point.month, year)
  return short ? year : texts.year(year)
}

function formatInterval(from: PeriodPoint, to: PeriodPoint, short: boolean): string {
  const year = digits(to.year)
  const oneYear = from.year === to.year
  if (oneYear && from.unit === 'month' && to.unit === 'month') {
    if (from.month === 1) return texts.firstMonths(to.month, year)
    if (to.month === from.month + 1) return texts.twoMonths(from.month, to.month, year)
    return texts.months(from.month, to.month, year)
  }
  const end = formatPoint(to, true)
  if (oneYear && from.unit === 'day') {
    if (from.month === 1 && from.day === 1 && !short) return texts.sinceNewYear(year, end)
    return join(texts.dayOfYear(digits(from.day), from.month), end, short)
  }
  return join(formatPoint(from, true), end, short)
}

function join(from: string, to: string, short: boolean): string {
  return short ? texts.range(from, to) : texts.fromTo(from, to)
}

function digits(number: number): string {
  return String(number).replace(/\d/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)))
}
