import { addDays, isoOf } from './calendar.ts'
import { readDate } from './period-dates.ts'
import { type Period, type PeriodPoint, spanOf } from './period-notation.ts'
import { type Part, readPart } from './period-parts.ts'
import {
  daysInterval,
  interval,
  is,
  type Reading,
  type Rule,
  type Scene,
  unsaidYear,
} from './period-reading.ts'
import { readYear, type YearPlace, type YearReading } from './period-years.ts'

/** One end of a range: «ابتدای سال», «مهر», «۹۵», «الان». */
interface Bound {
  readonly to: number
  readonly edge: 'begin' | 'end' | null
  readonly now: boolean
  readonly year: YearReading | null
  readonly part: Part | null
  readonly date: PeriodPoint | null
}

function readBound(scene: Scene, at: number, place: YearPlace): Bound | null {
  const edge = edgeAt(scene, at)
  const next = edge === null ? at : at + 1
  const bound = { edge, now: false, year: null, part: null, date: null }
  if (is(scene, at, 'now', 'until-now')) return { ...bound, to: at + 1, now: true }
  if (scene.atoms[at]?.word === 'به' && is(scene, at + 1, 'now')) {
    return { ...bound, to: at + 2, now: true }
  }
  const date = readDate(scene, next)
  if (date?.period && date.period.unit !== 'interval' && date.period.unit !== 'until') {
    return { ...bound, to: date.to, date: date.period }
  }
  const part = readPart(scene, next)
  if (part !== null) return { ...bound, to: part.to, part }
  const year = readYear(scene, next, edge === null ? place : 'after')
  if (year === null || year.calendar !== 'jalali') return null
  if (year.bare && edge === null) return null
  return { ...bound, to: endOfPair(scene, year), year }
}

/** «از سال ۹۷-۹۸ تاکنون» begins in the first of the two. */
function endOfPair(scene: Scene, year: YearReading): number {
  const digits = scene.atoms[year.to + 1]?.digits ?? ''
  const pair = is(scene, year.to, 'dash') && Number(digits) % 100 === (year.year + 1) % 100
  return pair && digits.length >= 2 ? year.to + 2 : year.to
}

/** «تا آخر ۱۴۰۳». */
const YEAR_DIGITS = 4

function edgeAt(scene: Scene, at: number): 'begin' | 'end' | null {
  if (is(scene, at, 'begin')) return 'begin'
  if (is(scene, at, 'end')) return 'end'
  const more = is(
    scene,
    at + 1,
    'year',
    'relative-year',
    'month',
    'season',
    'month-unit',
    'half-unit',
  )
  if (is(scene, at, 'first') && more) return 'begin'
  const isYear = (scene.atoms[at + 1]?.digits.length ?? 0) === YEAR_DIGITS
  return is(scene, at, 'last') && (more || isYear) ? 'end' : null
}

function isRelative(bound: Bound): boolean {
  if (bound.now) return true
  if (bound.date !== null) return false
  return bound.part !== null ? (bound.part.year?.relative ?? true) : (bound.year?.relative ?? true)
}

function boundYear(bound: Bound): number | null {
  return bound.part !== null
    ? (bound.part.year?.year ?? null)
    : (bound.year?.year ?? bound.date?.year ?? null)
}

function resolve(bound: Bound, year: number): Period | null {
  if (bound.date !== null) return bound.date
  if (bound.part !== null) return bound.part.inYear(bound.part.year?.year ?? year)
  return bound.year === null ? null : { unit: 'year', year: bound.year.year }
}

const first = (period: Period): PeriodPoint | null =>
  period.unit === 'until' ? null : period.unit === 'interval' ? period.from : period
const last = (period: Period): PeriodPoint =>
  period.unit === 'interval' || period.unit === 'until' ? period.to : period

/** «از ۹۵ تا ۹۹», «مهر تا آذر ۱۴۰۳», «از ابتدای سال تا پایان مرداد», «از سال ۹۷ تاکنون». */
export const rangeRule: Rule = (scene, at) => {
  const opened = is(scene, at, 'from', 'between')
  const start = readBound(scene, opened ? at + 1 : at, opened ? 'range' : 'free')
  if (start === null || start.now) return null
  if (is(scene, start.to, 'until-now')) return since(scene, at, start, start.to + 1)
  const joined =
    is(scene, start.to, 'to') || (is(scene, at, 'between') && is(scene, start.to, 'and'))
  if (joined) {
    const end = readBound(scene, start.to + 1, 'range')
    if (end?.now) return since(scene, at, start, end.to)
    if (end !== null) return between(scene, at, start, end)
  }
  if (!is(scene, at, 'from')) return null
  const onwards = scene.atoms[start.to]?.word === 'به' && is(scene, start.to + 1, 'next')
  if (onwards) return since(scene, at, start, start.to + 2)
  return start.edge === 'begin' ? since(scene, at, start, start.to) : null
}

function since(scene: Scene, at: number, start: Bound, to: number): Reading | null {
  const year = boundYear(start) ?? scene.now.year
  const period = resolve(start, start.part ? unsaid(scene, start.part, year) : year)
  const firstDay = period && spanOf(period).firstDay
  if (firstDay === null || firstDay > scene.today) return null
  const reading = daysInterval(firstDay, scene.today)
  return { from: at, to, period: reading, relative: true, shape: 'to_date' }
}

function unsaid(scene: Scene, part: Part, year: number): number {
  if (part.year !== null) return part.year.year
  return unsaidYear(scene, (candidate) => part.inYear(candidate) ?? { unit: 'year', year })
}

function between(scene: Scene, at: number, start: Bound, end: Bound): Reading | null {
  const startYear = boundYear(start)
  const endYear = boundYear(end)
  const base = endYear ?? startYear ?? scene.now.year
  for (const [left, right] of [
    [startYear ?? base, base],
    // «از مهر پارسال تا شهریور», «از مهر تا شهریور ۱۴۰۳»: the unsaid year lies across the new year.
    [startYear ?? base, base + 1],
    [base - 1, base],
  ] as const) {
    const period = join(start, end, left, right)
    if (period !== null) {
      const relative = isRelative(start) && isRelative(end)
      const toDate = start.edge === 'begin' && end.edge === 'end' && end.part !== null
      return {
        from: at,
        to: end.to,
        period,
        relative,
        ...(toDate ? { shape: 'to_date' as const } : {}),
      }
    }
    if (startYear !== null && endYear !== null) return null
  }
  return null
}

function join(start: Bound, end: Bound, left: number, right: number): Period | null {
  const startPeriod = resolve(start, left)
  const endPeriod = resolve(end, right)
  const from = startPeriod && first(startPeriod)
  return from && endPeriod ? interval(from, last(endPeriod)) : null
}

/** «تاکنون», «تا سال ۱۴۰۰» (no beginning); «تا پایان آذر», «تا ۱۵ مهر» (from the new year on). */
export const untilRule: Rule = (scene, at) => {
  if (is(scene, at, 'until-now')) return untilNow(scene, at, at + 1)
  if (!is(scene, at, 'to') || /^(چند|هر|یک)$/.test(scene.atoms[at - 1]?.word ?? '')) return null
  const end = readBound(scene, at + 1, 'free')
  if (end === null) return null
  if (end.now) return untilNow(scene, at, end.to)
  const relative = isRelative(end)
  if (end.year !== null) return untilYear(at, end, end.year, relative)
  const open = hasOtherBeginning(scene, at)
  const build = (year: number): Period | null => {
    const period = resolve(end, year)
    if (period === null) return null
    if (open && end.edge !== 'begin') return { unit: 'until', to: last(period) }
    const span = spanOf(period)
    const lastDay = end.edge === 'begin' ? addDays(span.firstDay ?? span.lastDay, -1) : span.lastDay
    return sinceNewYear(lastDay, end.date?.unit === 'day' || last(period).unit === 'day')
  }
  const year = boundYear(end)
  const period = build(year ?? scene.now.year)
  if (period === null) return null
  const shape = open ? 'open' : 'to_date'
  const reading = { from: at, to: end.to, period, relative, shape } as const
  if (year !== null) return reading
  return { ...reading, note: 'year-unsaid', inYear: (other) => build(other) ?? period }
}

/** «از ابتدای تشکیل صندوق تا پایان شهریور» does not begin with the year. */
function hasOtherBeginning({ atoms }: Scene, at: number): boolean {
  const before = atoms.slice(Math.max(0, at - 6), at)
  const start = before.findLastIndex(({ role }) => role === 'from')
  if (start === -1 || before.slice(start).some(({ role }) => role === 'punctuation')) return false
  const word = before[start + 1]
  return word?.role === 'begin' || /^(زمان|بدو|تاسیس|تشکیل)$/.test(word?.word ?? '')
}

function untilNow(scene: Scene, at: number, to: number): Reading {
  const period: Period = { unit: 'until', to: { unit: 'year', year: scene.now.year } }
  return { from: at, to, period, relative: true, shape: 'open' }
}

function untilYear(
  at: number,
  end: Bound,
  { year, bare }: YearReading,
  relative: boolean,
): Reading {
  const common = { from: at, to: end.to, relative }
  if (end.edge === 'end') {
    const note = 'to-year-end'
    const reading = { ...common, period: { unit: 'year', year } as const, note }
    return bare ? { ...reading, inYear: (other) => ({ unit: 'year', year: other }) } : reading
  }
  const to: PeriodPoint = { unit: 'year', year: end.edge === 'begin' ? year - 1 : year }
  return { ...common, period: { unit: 'until', to }, shape: 'open' }
}

/** From 1 Farvardin to a day, in months when the day is not told. */
function sinceNewYear(lastDay: string, inDays: boolean): Period | null {
  const to = inDays ? daysInterval(lastDay, lastDay) : null
  const end = to ?? monthOf(lastDay)
  if (end.unit === 'interval' || end.unit === 'until') return null
  const { year } = end
  const start = isoOf({ year, month: 1, day: 1 })
  const from = inDays ? daysInterval(start, start) : monthOf(start)
  return from.unit === 'interval' || from.unit === 'until' ? null : interval(from, end)
}

function monthOf(isoDay: string): Period {
  const day = daysInterval(isoDay, isoDay)
  if (day.unit !== 'day') return day
  return { unit: 'month', year: day.year, month: day.month }
}
