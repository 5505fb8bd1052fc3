import { isLeapYear } from './calendar.ts'
import { foreignYear } from './period-named.ts'
import type { Period, PeriodPoint } from './period-notation.ts'
import { spanOf } from './period-notation.ts'
import { type Part, readPart } from './period-parts.ts'
import { is, type Reading, type Rule, type Scene, unsaidYear } from './period-reading.ts'
import { jalaliYear, readYear, standsAlone } from './period-years.ts'

/** «سال ۱۴۰۳», «پارسال», «۱۴۰۳», «دو سال پیش», «سال ۲۰۲۴». */
export const yearRule: Rule = (scene, at) => {
  const year = readYear(scene, at, 'free')
  if (year === null) return null
  if (year.calendar !== 'jalali') return foreignYear(at, year.to, year.year, year.calendar)
  const crop = year.note === 'crop-year' && year.relative
  return {
    from: at,
    to: year.to,
    period: crop ? cropYear(scene, year.year) : { unit: 'year', year: year.year },
    relative: year.relative,
    ...(year.note ? { note: year.note } : {}),
    ...(year.step ? { step: year.step } : {}),
  }
}

/** «سال زراعی جاری»: from Mehr to Shahrivar, around today or as many years off as was said. */
function cropYear({ now }: Scene, year: number): Period {
  const first = now.month >= 7 ? year : year - 1
  return cropYearFrom(first)
}

function cropYearFrom(first: number): Period {
  const from: PeriodPoint = { unit: 'month', year: first, month: 7 }
  return { unit: 'interval', from, to: { unit: 'month', year: first + 1, month: 6 } }
}

/** «نیمه دوم سال گذشته», «مهر ۱۴۰۳», «۱۵ مهر», «نه ماهه». */
export const partRule: Rule = (scene, at) => {
  const part = readPart(scene, at)
  if (part === null) return null
  const said = part.year
  if (said === null) return unsaidPart(scene, at, part)
  const period = part.inYear(said.year)
  const common = { from: at, to: part.to, relative: said.relative }
  if (period === null) return { ...common, period, invalid: 'day-out-of-range' }
  if (said.bare) return { ...common, period, inYear: (year) => part.inYear(year) ?? period }
  return { ...common, period }
}

function unsaidPart(scene: Scene, at: number, part: Part): Reading {
  const common = { from: at, to: part.to, relative: true } as const
  const sample = part.inYear(scene.now.year) ?? part.inYear(leapYearBefore(scene.now.year))
  if (sample === null) return { ...common, period: null, invalid: 'day-out-of-range' }
  const inYear = (year: number): Period => part.inYear(year) ?? sample
  let year = unsaidYear(scene, inYear)
  if (part.complete && spanOf(inYear(year)).lastDay >= scene.today) year--
  return { ...common, period: inYear(year), note: 'year-unsaid', inYear }
}

function leapYearBefore(year: number): number {
  let leap = year
  while (!isLeapYear(leap)) leap--
  return leap
}

/** «سال‌های ۱۴۰۱ و ۱۴۰۲», «سال‌های ۹۵ تا ۹۹», «سال ۹۷-۹۸», «سال زراعی ۹۸-۹۹», «۱۳۹۵-۱۳۹۹». */
export const yearListRule: Rule = (scene, at) => {
  const plural = is(scene, at, 'years')
  const named = plural || is(scene, at, 'year')
  const crop = named && is(scene, at + 1, 'crop')
  const start = named ? (crop ? at + 2 : at + 1) : at
  const list = [listedYear(scene, start)]
  let to = start + 1
  let separator = ''
  const parted = (index: number) =>
    is(scene, index, 'dash') ||
    (named && (is(scene, index, 'to', 'and') || scene.atoms[index]?.word === '،'))
  while (parted(to)) {
    const next = listedYear(scene, to + 1)
    const certain =
      plural || crop || (standsAlone(scene, to + 1) && !scene.counts(scene.atoms[to + 2]))
    if (next === null || !certain) break
    separator = scene.atoms[to]?.role === 'punctuation' ? separator : (scene.atoms[to]?.role ?? '')
    list.push(next)
    to += 2
  }
  const years = list.filter((year) => year !== null)
  const first = years[0]
  const last = years.at(-1)
  if (first === undefined || last === undefined || list.length < 2 || first >= last) return null
  if (!named && (separator !== 'dash' || first < 1300 || !fourDigits(scene, start))) return null
  const common = { from: at, to: is(scene, to, 'solar') ? to + 1 : to, relative: false } as const
  if (crop && separator === 'dash' && last === first + 1 && scene.atoms[at + 1]?.word !== 'مالی') {
    return { ...common, period: cropYearFrom(first), note: 'crop-year' }
  }
  const point = (year: number): PeriodPoint => ({ unit: 'year', year })
  const period: Period = { unit: 'interval', from: point(first), to: point(last) }
  if (separator !== 'and') return { ...common, period }
  const between = is(scene, at - 1, 'between')
  // «سال‌های ۱۳۹۰ و ۱۳۹۹» are two years, not ten.
  if (!between && last - first !== years.length - 1) return null
  return between ? { ...common, period } : { ...common, period, members: years.map(point) }
}

function listedYear(scene: Scene, at: number): number | null {
  const atom = scene.atoms[at]
  if (atom?.role !== 'number' || Number.isNaN(atom.value)) return null
  const year = jalaliYear(atom.value, atom.digits, scene.now.year)
  return year !== null && year >= 1300 ? year : null
}

function fourDigits(scene: Scene, at: number): boolean {
  return scene.atoms[at]?.digits.length === 4 && scene.atoms[at + 2]?.digits.length === 4
}
