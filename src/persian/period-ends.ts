import { isoOf } from './calendar.ts'
import { readDate } from './period-dates.ts'
import { type Period, type PeriodPoint, spanOf } from './period-notation.ts'
import { readPart } from './period-parts.ts'
import { interval, is, pointAt, type Reading, type Rule, type Scene } from './period-reading.ts'
import { readYear } from './period-years.ts'

/** «از ابتدای فعالیت», «از بدو تأسیس»: what begins there, and is no period. */
const BEGUN = new Set(
  'فعالیت فعالیتش تشکیل تاسیس اغاز شروع راهاندازی راه اندازی ایجاد اجرا اجرای کار به طرح پروژه برنامه'.split(
    ' ',
  ),
)
const BEGINNING = new Set(['بدو', 'ابتدا', 'ابتدای', 'اغاز', 'شروع', 'اول', 'زمان'])
const LONGEST_BEGINNING = 5

/**
 * «از ابتدا تاکنون», «از ابتدای فعالیت تا پایان سال ۱۴۰۳», «از بدو تأسیس تا ۱۴۰۳»: all until then.
 * «از ابتدای سال …» is of a year, and «از ابتدا تا پایان شهریور» of one that is not said.
 */
export const fromBeginningRule: Rule = (scene, at) => {
  const { atoms } = scene
  if (!is(scene, at, 'from') || !BEGINNING.has(atoms[at + 1]?.word ?? '')) return null
  let to = at + 2
  while (to < at + LONGEST_BEGINNING && BEGUN.has(atoms[to]?.word ?? '')) to++
  if (to === at + 2 && /^(اول|زمان|شروع)$/.test(atoms[at + 1]?.word ?? '')) return null
  const until = (end: number, year: number, relative: boolean): Reading => ({
    from: at,
    to: end,
    period: { unit: 'until', to: { unit: 'year', year } },
    relative,
    shape: 'open',
  })
  if (is(scene, to, 'until-now')) return until(to + 1, scene.now.year, true)
  if (!is(scene, to, 'to')) return null
  if (is(scene, to + 1, 'now')) return until(to + 2, scene.now.year, true)
  const isEnd = is(scene, to + 1, 'end', 'last')
  const year = readYear(scene, isEnd ? to + 2 : to + 1, 'after')
  if (year === null || year.calendar !== 'jalali') return null
  return until(year.to, year.year, year.relative)
}

const MONTHS_OF_YEAR = 12

/** «سال (مالی) منتهی به اسفند ۱۴۰۲», «شش ماه منتهی به شهریور ۱۴۰۳», «دوره یک‌ساله منتهی به پایان ۱۴۰۲». */
export const endingRule: Rule = (scene, at) => {
  const { atoms } = scene
  const length = lengthAt(scene, at)
  if (length === null) return null
  const { months, to } = length
  if (atoms[to]?.word !== 'منتهی' || atoms[to + 1]?.word !== 'به') return null
  const end = endAt(scene, is(scene, to + 2, 'end', 'last') ? to + 3 : to + 2)
  if (end === null) return null
  const period = monthsUntil(end.point, months)
  return period === null ? null : { from: at, to: end.to, period, relative: end.relative }
}

function lengthAt(scene: Scene, at: number): { months: number; to: number } | null {
  if (is(scene, at, 'year'))
    return { months: MONTHS_OF_YEAR, to: at + (is(scene, at + 1, 'crop') ? 2 : 1) }
  const count = scene.atoms[at]
  if (count?.role !== 'number' || !(count.value >= 1 && count.value <= MONTHS_OF_YEAR)) return null
  return is(scene, at + 1, 'months-unit', 'month-unit') ? { months: count.value, to: at + 2 } : null
}

/** The month in which it ends. */
function endAt(
  scene: Scene,
  at: number,
): { point: PeriodPoint; to: number; relative: boolean } | null {
  const date = readDate(scene, at)
  if (date?.period?.unit === 'day')
    return { point: monthOf(date.period), to: date.to, relative: date.relative }
  const part = readPart(scene, at)
  if (part !== null) {
    const period = part.year === null ? null : part.inYear(part.year.year)
    if (period === null || part.year === null) return null
    return { point: monthOf(period), to: part.to, relative: part.year.relative }
  }
  const year = readYear(scene, at, 'after')
  if (year === null || year.calendar !== 'jalali') return null
  const point: PeriodPoint = { unit: 'month', year: year.year, month: MONTHS_OF_YEAR }
  return { point, to: year.to, relative: year.relative }
}

function monthOf(period: Period): PeriodPoint {
  return pointAt(spanOf(period).lastDay, false)
}

/** The months up to one and with it; a whole year where they are one. */
function monthsUntil(last: PeriodPoint, months: number): Period | null {
  if (last.unit !== 'month') return null
  if (months === MONTHS_OF_YEAR && last.month === MONTHS_OF_YEAR)
    return { unit: 'year', year: last.year }
  const total = last.year * MONTHS_OF_YEAR + last.month - months
  const year = Math.floor(total / MONTHS_OF_YEAR)
  const month = (total % MONTHS_OF_YEAR) + 1
  return interval(pointAt(isoOf({ year, month, day: 1 }), false), last)
}
