import { isJalaliDay, isoOf, monthLength } from './calendar.ts'
import type { Period } from './period-notation.ts'
import { daysInterval, is, monthsOf, ordinalAt, type Scene } from './period-reading.ts'
import {
  AMBIGUOUS_MONTHS,
  FOLLOWERS,
  GOODS,
  NAMED_AFTER,
  NAMED_BEFORE,
  QUESTION_WORDS,
} from './period-words.ts'
import { readYear, standsAlone, type YearReading } from './period-years.ts'

/** A part of a year, with the year when it is said: «نیمه دوم», «مهر ۱۴۰۳», «نه ماهه امسال». */
export interface Part {
  readonly to: number
  readonly year: YearReading | null
  /** Null for a day that this year does not have. */
  readonly inYear: (year: number) => Period | null
  /** «نه ماهه» without a year speaks of the last nine months that are over. */
  readonly complete?: boolean
}

interface Core {
  readonly day?: boolean
  readonly to: number
  readonly inYear: (year: number) => Period | null
  readonly stands: (year: YearReading | null) => boolean
  readonly complete?: boolean
}

const always = () => true

/** Reads a part of a year at an atom, and the year after it; null when none stands there. */
export function readPart(scene: Scene, at: number): Part | null {
  const core =
    readDay(scene, at) ??
    readDays(scene, at) ??
    readMonths(scene, at) ??
    readSeason(scene, at) ??
    readHalf(scene, at) ??
    readCountedMonths(scene, at)
  if (core === null) return null
  const year = yearAfter(scene, core.to, core.day === true)
  // «سه ماهه سوم سال ۲۰۰۳» is no quarter of a Jalali year.
  if (year !== null && year.calendar !== 'jalali') return null
  if (!core.stands(year)) return null
  const { inYear } = core
  return { to: year?.to ?? core.to, year, inYear, ...(core.complete ? { complete: true } : {}) }
}

/** The year right after a part, with «از», «در» or a bracket between at most. */
function yearAfter(scene: Scene, at: number, day: boolean): YearReading | null {
  const direct = readYear(scene, at, day ? 'after-day' : 'after')
  if (direct !== null) return direct
  const word = scene.atoms[at]?.word
  const link = is(scene, at, 'from', 'in') || word === '(' || word === '،' || word === ','
  if (!link || !is(scene, at + 1, 'year', 'relative-year')) return null
  return readYear(scene, at + 1, 'free')
}

function readDay(scene: Scene, at: number): Core | null {
  const day = scene.atoms[at]
  const month = scene.atoms[at + 1]
  if (day === undefined || !(is(scene, at, 'number', 'ordinal') || day.word === 'اول')) return null
  const ofMonth = is(scene, at + 1, 'months-unit', 'month-unit') && is(scene, at + 2, 'month')
  if (!is(scene, at + 1, 'month') && !ofMonth) return null
  const named = ofMonth ? scene.atoms[at + 2] : month
  const number = day.role === 'first' ? 1 : day.value
  if (named === undefined || !(number >= 1 && number <= 31)) return null
  if (ofMonth && day.role === 'number') return null
  const last = ofMonth ? at + 3 : at + 2
  const to = is(scene, last, 'month-unit') ? last + 1 : last
  if (NAMED_AFTER.has(scene.atoms[to]?.word ?? '')) return null
  const inYear = (year: number): Period | null => {
    const point = { year, month: named.value, day: number }
    return isJalaliDay(point) ? { unit: 'day', ...point } : null
  }
  // «سالن ۲۲ بهمن» is a name.
  const isName = NAMED_BEFORE.has(scene.atoms[at - 1]?.word ?? '')
  return { to, inYear, stands: (year) => year !== null || !isName, day: true }
}

/** «۱۸ تا ۲۰ آذر», «۴ الی ۷ آذر ماه». */
function readDays(scene: Scene, at: number): Core | null {
  const first = scene.atoms[at]
  if (first?.role !== 'number' || !is(scene, at + 1, 'to', 'dash')) return null
  const last = readDay(scene, at + 2)
  if (last === null || !(first.value >= 1 && first.value <= 31)) return null
  const inYear = (year: number): Period | null => {
    const end = last.inYear(year)
    if (end?.unit !== 'day' || end.day <= first.value) return null
    return { unit: 'interval', from: { ...end, day: first.value }, to: end }
  }
  return { to: last.to, inYear, stands: always, day: true }
}

function readMonths(scene: Scene, at: number): Core | null {
  const { atoms } = scene
  const prefixed = is(scene, at, 'month-unit') && is(scene, at + 1, 'month')
  const start = prefixed ? at + 1 : at
  const first = atoms[start]
  if (first?.role !== 'month') return null
  let to = start + 1
  let last = first.value
  let certain = prefixed
  const suffix = () => {
    if (!is(scene, to, 'month-unit') || is(scene, to + 1, 'past', 'current')) return
    to++
    certain = true
  }
  suffix()
  while (
    is(scene, to, 'and', 'dash') &&
    atoms[to + 1]?.role === 'month' &&
    atoms[to + 1]?.value === last + 1
  ) {
    last++
    to += 2
    certain = true
    suffix()
  }
  const inYear = (year: number) => monthsOf(year, first.value, last)
  return { to, inYear, stands: (year) => nameStands(scene, at, to, certain, year) }
}

function readSeason(scene: Scene, at: number): Core | null {
  const { atoms } = scene
  const prefixed = is(scene, at, 'season-unit')
  if (prefixed && !is(scene, at + 1, 'season')) {
    const quarter = ordinalAt(scene, at + 1, 4)
    if (quarter === null || quarter > 4) return null
    // «فصل اول» of a book has no year.
    return {
      to: at + 2,
      inYear: (year) => quarterOf(year, quarter),
      stands: (year) => year !== null,
    }
  }
  const start = prefixed ? at + 1 : at
  const first = atoms[start]
  if (first?.role !== 'season') return null
  let to = start + 1
  let last = first.value
  while (
    is(scene, to, 'and') &&
    atoms[to + 1]?.role === 'season' &&
    atoms[to + 1]?.value === last + 1
  ) {
    last++
    to += 2
  }
  const certain = prefixed || last > first.value
  const inYear = (year: number) => monthsOf(year, first.value * 3 - 2, last * 3)
  return { to, inYear, stands: (year) => nameStands(scene, at, to, certain, year) }
}

function quarterOf(year: number, quarter: number): Period {
  return { unit: 'quarter', year, quarter }
}

/** Whether a month's or season's name is meant as one: see the traps in period-words.ts. */
function nameStands(
  scene: Scene,
  at: number,
  to: number,
  certain: boolean,
  year: YearReading | null,
): boolean {
  if (certain) return true
  const word = scene.atoms[at]?.word ?? ''
  const before = scene.atoms[at - 1]?.word ?? ''
  // «فولاد شهریور امسال»: goods have a month of a year; «فولاد خرداد» alone may be a company.
  const isOfGoods = year !== null && GOODS.has(before) && !AMBIGUOUS_MONTHS.has(word)
  if (NAMED_BEFORE.has(before) && !isOfGoods) return false
  if (NAMED_AFTER.has(scene.atoms[to]?.word ?? '')) return false
  if (year !== null || !AMBIGUOUS_MONTHS.has(word)) return true
  if (is(scene, at - 1, 'relative-year') || isYearBefore(scene, at)) return true
  if (!is(scene, at - 1, 'in', 'to', 'from', 'begin', 'end', 'first', 'last')) return false
  const next = scene.atoms[to]
  if (next === undefined || next.role !== 'other') return true
  return FOLLOWERS.has(next.word)
}

/** «سال ۹۹ مهر», «سال گذشته بهمن»: the year may come first. */
function isYearBefore(scene: Scene, at: number): boolean {
  return is(scene, at - 1, 'number', 'past', 'current') && is(scene, at - 2, 'year')
}

function readHalf(scene: Scene, at: number): Core | null {
  if (!is(scene, at, 'half-unit')) return null
  const half = ordinalAt(scene, at + 1, 2)
  if (half !== 1 && half !== 2) return null
  const month = scene.atoms[at + 2]
  if (month?.role === 'month') return halfMonth(scene, at + 3, month.value, half)
  const inYear = (year: number): Period => ({ unit: 'half', year, half })
  return { to: at + 2, inYear, stands: (year) => year !== null || standsFree(scene, at, at + 2) }
}

function halfMonth(scene: Scene, at: number, month: number, half: number): Core {
  const to = is(scene, at, 'month-unit') ? at + 1 : at
  const inYear = (year: number) => {
    const [first, last] = half === 1 ? [1, 15] : [16, monthLength(year, month)]
    return daysInterval(isoOf({ year, month, day: first }), isoOf({ year, month, day: last }))
  }
  return { to, inYear, stands: always }
}

/** «نیمه دوم» of a match or a century is none: nothing may follow that it could be half of. */
function standsFree(scene: Scene, at: number, to: number): boolean {
  const next = scene.atoms[to]
  if (next === undefined || next.role !== 'other') return true
  return (
    QUESTION_WORDS.has(next.word) || (is(scene, at - 1, 'in', 'to') && FOLLOWERS.has(next.word))
  )
}

/** «سه ماهه سوم», «شش ماه نخست», «نه ماهه», «۹ ماه سپری شده از سال». */
function readCountedMonths(scene: Scene, at: number): Core | null {
  const { atoms } = scene
  const count = atoms[at]
  if (count?.role !== 'number' || !(count.value >= 1 && count.value <= 12)) return null
  if (!is(scene, at + 1, 'months-unit', 'month-unit')) return null
  const adjective = is(scene, at + 1, 'months-unit')
  const size = count.value
  const ordinal = is(scene, at + 2, 'begin') ? 1 : ordinalAt(scene, at + 2, Math.floor(12 / size))
  if (ordinal !== null) {
    if (ordinal < 1 || ordinal * size > 12) return null
    const inYear = (year: number) => monthsOf(year, (ordinal - 1) * size + 1, ordinal * size)
    return { to: at + 3, inYear, stands: always }
  }
  const inYear = (year: number) => monthsOf(year, 1, size)
  const passed = /^(سپری|گذشته)$/.test(atoms[at + 2]?.word ?? '') && atoms[at + 3]?.word === 'شده'
  if (passed) return { to: at + 4, inYear, stands: (year) => year !== null }
  return {
    to: at + 2,
    inYear,
    complete: true,
    stands: (year) => {
      if (year !== null) return adjective || year.bare !== true
      if (!adjective || size < 2) return false
      const next = atoms[at + 2]
      const before = atoms[at - 1]
      if (next === undefined || QUESTION_WORDS.has(next.word)) return true
      if (before?.role === 'relative-year' || (before?.word === '(' && next.word === ')'))
        return true
      return is(scene, at - 1, 'in') && standsAlone(scene, at + 1)
    },
  }
}
