import { addDays, isoOf } from './calendar.ts'
import { type Period, type PeriodPoint, requirePeriod, spanOf } from './period-notation.ts'
import {
  daysInterval,
  is,
  ordinalAt,
  type Reading,
  type Rule,
  type Scene,
} from './period-reading.ts'
import { GOVERNMENTS, PLANS } from './period-words.ts'
import { readYear } from './period-years.ts'

/** «دهه ۹۰», «دهه نود»; «دهه فجر ۱۴۰۳» and «هفته دولت» are days of a year. */
export const decadeRule: Rule = (scene, at) => {
  if (scene.atoms[at]?.word === 'هفته' && scene.atoms[at + 1]?.word === 'دولت') {
    return yearly(scene, at, at + 2, [6, 2], [6, 8])
  }
  if (!is(scene, at, 'decade-unit')) return null
  const blessed = scene.atoms[at + 1]?.word === 'مبارک' ? 1 : 0
  if (scene.atoms[at + 1 + blessed]?.word === 'فجر')
    return yearly(scene, at, at + 2 + blessed, [11, 12], [11, 22])
  const number = scene.atoms[at + 1]
  if (number?.role !== 'number') return null
  const { value } = number
  if (value % 10 !== 0 || !((value >= 10 && value < 100) || (value >= 1300 && value < 1500)))
    return null
  const first = value >= 1300 ? value : 1300 + value
  const period = { unit: 'interval', from: yearPoint(first), to: yearPoint(first + 9) } as const
  return { from: at, to: at + 2, period, relative: false, note: 'decade' }
}

function yearPoint(year: number): PeriodPoint {
  return { unit: 'year', year }
}

type MonthDay = readonly [number, number]

function yearly(scene: Scene, at: number, to: number, first: MonthDay, last: MonthDay): Reading {
  const inYear = (year: number): Period =>
    daysInterval(
      isoOf({ year, month: first[0], day: first[1] }),
      isoOf({ year, month: last[0], day: last[1] }),
    )
  const year = readYear(scene, to, 'after')
  if (year?.calendar === 'jalali') {
    return {
      from: at,
      to: year.to,
      period: inYear(year.year),
      relative: year.relative,
      note: 'event',
    }
  }
  const { year: thisYear } = scene.now
  const ahead = (spanOf(inYear(thisYear)).firstDay ?? '') > scene.today
  const period = inYear(ahead ? thisYear - 1 : thisYear)
  return { from: at, to, period, relative: true, note: 'event', inYear }
}

/** «برنامه هفتم [توسعه]»: the years of the country's development plan. */
export const planRule: Rule = (scene, at) => {
  if (scene.atoms[at]?.word !== 'برنامه') return null
  const skipped = scene.atoms[at + 1]?.word === 'توسعه' ? 1 : 0
  const plan = ordinalAt(scene, at + 1 + skipped, 0)
  const years = PLANS.get(plan ?? 0)
  const named = skipped + (scene.atoms[at + 2]?.word === 'توسعه' ? 1 : 0)
  // «برنامه اول» is a country's plan only when it says so.
  if (plan === null || years === undefined || (named === 0 && plan < 6)) return null
  const period = { unit: 'interval', from: yearPoint(years[0]), to: yearPoint(years[1]) } as const
  return { from: at, to: at + 2 + named, period, relative: false, note: 'development-plan' }
}

/** «دولت سیزدهم»: from its endorsement to the next one's, the present one until today. */
export const governmentRule: Rule = (scene, at) => {
  if (scene.atoms[at]?.word !== 'دولت') return null
  const number = ordinalAt(scene, at + 1, 0)
  const start = GOVERNMENTS.get(number ?? 0)
  if (number === null || start === undefined) return null
  const next = GOVERNMENTS.get(number + 1)
  const firstDay = spanOf(requirePeriod(start)).firstDay ?? scene.today
  const end = next === undefined ? scene.today : spanOf(requirePeriod(next)).lastDay
  if (end <= firstDay) return null
  const current = next === undefined
  return {
    from: at,
    to: at + 2,
    period: daysInterval(firstDay, end),
    relative: current,
    note: 'government',
  }
}

/** «سال ۲۰۲۴», «۲۰۲۴ میلادی»: its Jalali days; «۱۴۴۶ قمری» is not computed. */
export function foreignYear(
  at: number,
  to: number,
  year: number,
  calendar: 'gregorian' | 'lunar',
): Reading {
  if (calendar === 'lunar') return { from: at, to, period: null, relative: false, invalid: 'lunar' }
  const period = daysInterval(`${year}-01-01`, addDays(`${year + 1}-01-01`, -1))
  return { from: at, to, period, relative: false, note: 'gregorian' }
}
