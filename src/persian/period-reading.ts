import { type JalaliDay, jalaliOf } from './calendar.ts'
import type { Atom } from './period-atoms.ts'
import { canonicalPeriod, type Period, type PeriodPoint, spanOf } from './period-notation.ts'
import type { Role } from './period-words.ts'

export type PeriodShape =
  | 'year'
  | 'half'
  | 'quarter'
  | 'month'
  | 'months'
  | 'day'
  | 'days'
  | 'years'
  | 'to_date'
  | 'open'

export type InvalidPeriod =
  /** «۳۱ مهر», «۳۰ اسفند ۱۴۰۴», «۱۴۰۳/۱۳/۰۵». */
  | 'day-out-of-range'
  /** «سال ۱۴۴۶ قمری». */
  | 'lunar'
  /** «سال قبلش», «مدت مشابه»: what it counts from is not in the text. */
  | 'needs-previous'
  /** «سال‌های اخیر». */
  | 'vague'

/** What one rule made of some words, before it becomes a mention. */
export interface Reading {
  /** Index of the first atom, and of the one after the last. */
  readonly from: number
  readonly to: number
  /** Null when `invalid`, or when it counts from a period that must be known first. */
  readonly period: Period | null
  readonly relative: boolean
  readonly shape?: PeriodShape
  readonly invalid?: InvalidPeriod
  readonly note?: string
  readonly members?: readonly Period[]
  /** Only when the year was left unsaid: the same period in a given year. */
  readonly inYear?: (year: number) => Period
  /** «سال قبلش», «سال قبل»: years from the period said before. */
  readonly step?: number
  /** «مدت مشابه …»: the stretch of the period said before, in the year read here (or a year earlier). */
  readonly sameStretch?: boolean
}

/** What the rules look at: the words, and the day that relative words count from. */
export interface Scene {
  readonly atoms: readonly Atom[]
  readonly today: string
  readonly now: JalaliDay
  /** Whether the word of this atom is one that numbers count. */
  readonly counts: (atom: Atom | undefined) => boolean
}

export type Rule = (scene: Scene, at: number) => Reading | null

export function scene(
  atoms: readonly Atom[],
  today: string,
  counts: (atom: Atom | undefined) => boolean,
): Scene {
  return { atoms, today, now: jalaliOf(today), counts }
}

export function roleAt({ atoms }: Scene, at: number): Atom['role'] | undefined {
  return atoms[at]?.role
}

export function is(scene: Scene, at: number, ...roles: (Role | Atom['role'])[]): boolean {
  const role = scene.atoms[at]?.role
  return role !== undefined && roles.includes(role)
}

/** «اول» 1, «دوم» 2 …; «آخر» is `last`. */
export function ordinalAt({ atoms }: Scene, at: number, last: number): number | null {
  const atom = atoms[at]
  if (atom?.role === 'first') return 1
  if (atom?.role === 'last') return last
  return atom?.role === 'ordinal' ? atom.value : null
}

/**
 * The interval from the beginning of one point to the end of another, in the coarser unit
 * that is true of both; null when it does not run forwards.
 */
export function interval(from: PeriodPoint, to: PeriodPoint): Period | null {
  const fromSpan = spanOf(from)
  const toSpan = spanOf(to)
  if (fromSpan.firstDay === null || fromSpan.firstDay > toSpan.lastDay) return null
  if (from.unit === 'year' && to.unit === 'year') {
    return canonicalPeriod({ unit: 'interval', from, to })
  }
  const days = from.unit === 'day' || to.unit === 'day'
  const first = pointAt(fromSpan.firstDay, days)
  const last = pointAt(toSpan.lastDay, days)
  return canonicalPeriod({ unit: 'interval', from: first, to: last })
}

/** The day, or the month, that a Gregorian ISO day lies in. */
export function pointAt(isoDay: string, day: boolean): PeriodPoint {
  const jalali = jalaliOf(isoDay)
  return day
    ? { unit: 'day', ...jalali }
    : { unit: 'month', year: jalali.year, month: jalali.month }
}

export function daysInterval(firstDay: string, lastDay: string): Period {
  const from = pointAt(firstDay, true)
  const to = pointAt(lastDay, true)
  return firstDay === lastDay ? from : { unit: 'interval', from, to }
}

/** The months `first` to `last` of a year. */
export function monthsOf(year: number, first: number, last: number): Period {
  return canonicalPeriod({
    unit: 'interval',
    from: { unit: 'month', year, month: first },
    to: { unit: 'month', year, month: last },
  })
}

/**
 * The year meant when none is said: this one, or the last when the period lies wholly ahead
 * (a report of Farvardin speaks of the Esfand behind it).
 */
export function unsaidYear(scene: Scene, inYear: (year: number) => Period): number {
  const { firstDay } = spanOf(inYear(scene.now.year))
  return firstDay !== null && firstDay > scene.today ? scene.now.year - 1 : scene.now.year
}

export function shapeOf(period: Period): PeriodShape {
  if (period.unit === 'until') return 'open'
  if (period.unit !== 'interval') return period.unit
  if (period.from.unit === 'year') return 'years'
  return period.from.unit === 'day' ? 'days' : 'months'
}
