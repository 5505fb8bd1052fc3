import { FIRST_YEAR } from './calendar.ts'
import type { Atom } from './period-atoms.ts'
import { is, type Scene } from './period-reading.ts'
import { COUNTED, FOLLOWERS, QUANTITY_BEFORE, QUESTION_WORDS } from './period-words.ts'

/**
 * Where a year stands decides how little is enough for it: by itself it must look like one;
 * after a month or a half («مهر ۹۹») two digits do; in a range the other end vouches for it.
 */
export type YearPlace = 'free' | 'after' | 'after-day' | 'range'

export interface YearReading {
  readonly to: number
  readonly year: number
  readonly relative: boolean
  readonly calendar: 'jalali' | 'gregorian' | 'lunar'
  readonly note?: string
  /** «سال قبل» in a comparison counts from the period that is compared. */
  readonly step?: number
  /** Bare «سال», as in «نیمه اول سال». */
  readonly bare?: boolean
}

/** Reads «سال ۱۴۰۳», «۱۴۰۳», «سال نود و نه», «سال گذشته», «پارسال», «دو سال پیش» at an atom. */
export function readYear(scene: Scene, at: number, place: YearPlace): YearReading | null {
  const { atoms, now } = scene
  const atom = atoms[at]
  if (atom === undefined) return null
  if (atom.role === 'relative-year') {
    return { to: at + 1, year: now.year + atom.value, relative: true, calendar: 'jalali' }
  }
  if (atom.role === 'number') {
    return yearsAgo(scene, at) ?? numberYear(scene, at, JUDGES[place])
  }
  if (atom.role !== 'year' && atom.role !== 'years') return null
  return saidYear(scene, at) ?? (place.startsWith('after') ? bareYear(scene, at) : null)
}

function saidYear(scene: Scene, at: number): YearReading | null {
  const { atoms, now } = scene
  const fiscal = is(scene, at + 1, 'crop')
  const next = fiscal ? at + 2 : at + 1
  const note = fiscal ? { note: atoms[at + 1]?.word === 'مالی' ? 'fiscal-year' : 'crop-year' } : {}
  if (is(scene, next, 'number')) {
    const reading = numberYear(scene, next, isYearAfterWord)
    return reading && { ...reading, ...note }
  }
  const relative = (step: number) =>
    ({ to: next + 1, year: now.year + step, relative: true, calendar: 'jalali', ...note }) as const
  if (is(scene, at, 'years')) return null
  if (is(scene, next, 'past')) {
    // «سال قبل» may count from the year said before, «سال گذشته» seldom does.
    return atoms[next]?.word === 'گذشته' ? relative(-1) : { ...relative(-1), step: -1 }
  }
  if (is(scene, next, 'current')) return relative(0)
  if (is(scene, next, 'next')) return relative(1)
  // In Esfand «سال جدید» is the one that is about to begin.
  if (is(scene, next, 'new')) return { ...relative(now.month === 12 ? 1 : 0), note: 'new-year' }
  return null
}

function bareYear(scene: Scene, at: number): YearReading | null {
  if (is(scene, at, 'years')) return null
  return { to: at + 1, year: scene.now.year, relative: true, calendar: 'jalali', bare: true }
}

/** «دو سال پیش», «سه سال قبل»: that one year. */
function yearsAgo(scene: Scene, at: number): YearReading | null {
  const atom = scene.atoms[at]
  if (atom === undefined || !(atom.value >= 1 && atom.value <= 60) || !is(scene, at + 1, 'year')) {
    return null
  }
  const word = scene.atoms[at + 2]?.word
  const sign = word === 'پیش' || word === 'قبل' ? -1 : word === 'بعد' ? 1 : 0
  if (sign === 0) return null
  const year = scene.now.year + sign * atom.value
  return year < FIRST_YEAR ? null : { to: at + 3, year, relative: true, calendar: 'jalali' }
}

type Judge = (scene: Scene, at: number, atom: Atom) => boolean

function numberYear(scene: Scene, at: number, judge: Judge): YearReading | null {
  const atom = scene.atoms[at]
  if (atom === undefined || Number.isNaN(atom.value)) return null
  const era = readEra(scene, at + 1)
  const stated = era.to > at + 1
  const { value, digits } = atom
  if (era.calendar === 'lunar' && value >= 1200 && value < 1600) {
    return { to: era.to, year: value, relative: false, calendar: 'lunar' }
  }
  if (era.calendar === 'gregorian' || isGregorian(scene, at, atom)) {
    if (value < 1900 || value > 2200) return null
    return { to: era.to, year: value, relative: false, calendar: 'gregorian' }
  }
  const year = jalaliYear(value, digits, scene.now.year)
  if (year === null || !(stated || judge(scene, at, atom))) return null
  return { to: era.to, year, relative: false, calendar: 'jalali' }
}

/** Four digits as they are; two are of the century that ends at most twenty years ahead. */
export function jalaliYear(value: number, digits: string, currentYear: number): number | null {
  if (value >= FIRST_YEAR && value < 1600 && digits.length !== 3) return value
  if (!(digits === '' ? value > 0 && value < 100 : digits.length === 2)) return null
  const year = 1400 + value
  return year <= currentYear + 20 ? year : 1300 + value
}

interface Era {
  readonly to: number
  readonly calendar: 'jalali' | 'gregorian' | 'lunar'
}

/** «خورشیدی», «هجری شمسی», «ه.ش», «قمری», «میلادی» after a year. */
function readEra(scene: Scene, at: number): Era {
  const { atoms } = scene
  let next = at
  if (atoms[next]?.word === '(') next++
  const hijri = /^(هجری|ه)$/.test(atoms[next]?.word ?? '')
  if (hijri) next++
  if (hijri && atoms[next]?.word === '.') next++
  const word = atoms[next]?.word ?? ''
  const end = () => {
    const closing = atoms[next + 1]?.word === '.' && word.length === 1
    return next + (closing || (atoms[at]?.word === '(' && atoms[next + 1]?.word === ')') ? 2 : 1)
  }
  if (is(scene, next, 'solar') || (hijri && word === 'ش')) return { to: end(), calendar: 'jalali' }
  if (is(scene, next, 'lunar') || (hijri && word === 'ق')) return { to: end(), calendar: 'lunar' }
  if (is(scene, next, 'gregorian')) return { to: end(), calendar: 'gregorian' }
  return { to: at, calendar: 'jalali' }
}

function isGregorian(scene: Scene, at: number, atom: Atom): boolean {
  if (atom.value < 1900 || atom.value > 2100) return false
  if (is(scene, at - 1, 'year', 'years')) return true
  // «1996 تا 2006» is no one year.
  if (is(scene, at - 1, 'to') && is(scene, at - 2, 'number')) return false
  return is(scene, at - 1, 'in', 'to') && atom.digits.length === 4 && standsAlone(scene, at)
}

/** A number by itself: 13xx and 14xx are years, 60–99 and 0x only where nothing can be counted. */
function looksLikeYear(scene: Scene, at: number, atom: Atom): boolean {
  if (isQuantity(scene, at) || countsLater(scene, at)) return false
  if (atom.digits === '') return atom.value >= 1300 && atom.value < 1500 && standsAlone(scene, at)
  if (atom.digits.length === 4) return atom.value >= 1300 && atom.value < 1500
  if (!isTwoDigitYear(atom) || is(scene, at - 1, 'from')) return false
  // «صفر دو» counts nothing.
  if (/\D/.test(atom.word)) return true
  if (is(scene, at - 1, 'in', 'to')) return standsAlone(scene, at)
  return isLastYear(scene, at)
}

/** «اشتغال قم ۹۹», «قم ۹۸ و ۹۹ چقدر»: the end of a text, or of what a question asks about. */
function isLastYear(scene: Scene, at: number): boolean {
  const atom = scene.atoms[at]
  const before = scene.atoms[at - 1]
  const next = scene.atoms[at + 1]
  if (atom === undefined || !isTwoDigitYear(atom)) return false
  if (before?.role === 'punctuation' || before?.role === 'number') return false
  if (next?.role === 'and' && is(scene, at + 2, 'number')) return isLastOfPair(scene, at + 2)
  if (before?.role === 'and' && is(scene, at - 2, 'number')) return isLastYear(scene, at - 2)
  return next === undefined || QUESTION_WORDS.has(next.word)
}

function isLastOfPair(scene: Scene, at: number): boolean {
  const atom = scene.atoms[at]
  const next = scene.atoms[at + 1]
  if (atom === undefined || !isTwoDigitYear(atom)) return false
  return next === undefined || QUESTION_WORDS.has(next.word)
}

const JUDGES: Record<YearPlace, Judge> = {
  free: looksLikeYear,
  after: isYearAfter,
  // «۲۶ شهریور ۱۳۹۴ ساعت ۱۱»: nothing else than its year follows a day.
  'after-day': (_scene, _at, atom) => atom.digits.length === 4 || isTwoDigitYear(atom),
  range: isYearAfter,
}

/** «۶۵ تا ۷۰ واحد», «۱۴۰۰ و ۱۵۰۰ نفر»: what is counted may follow a second number. */
function countsLater(scene: Scene, at: number): boolean {
  if (scene.counts(scene.atoms[at + 1])) return true
  const second = is(scene, at + 1, 'to', 'and', 'dash') && is(scene, at + 2, 'number')
  return second && scene.counts(scene.atoms[at + 3])
}

function isYearAfter(scene: Scene, at: number, atom: Atom): boolean {
  if (isQuantity(scene, at) || scene.counts(scene.atoms[at + 1])) return false
  return atom.digits.length !== 2 || isTwoDigitYear(atom)
}

/** After «سال» nearly every number is a year, but «تا پایان سال ۲۶ واحد» counts units. */
function isYearAfterWord(scene: Scene, at: number, atom: Atom): boolean {
  if (!scene.counts(scene.atoms[at + 1])) return true
  const before = scene.atoms[at - 2]
  if (is(scene, at - 2, 'begin', 'end', 'first', 'last')) return atom.value >= FIRST_YEAR
  if (/^(این|همین|همان|هر|یک|شعار)$/.test(before?.word ?? '')) return atom.value >= FIRST_YEAR
  return atom.value >= FIRST_YEAR || isTwoDigitYear(atom)
}

function isTwoDigitYear(atom: Atom): boolean {
  return /^(0\d|[6-9]\d)$/.test(atom.digits) || (atom.digits === '' && atom.value >= 60)
}

/** «بیش از ۱۴۰۰», «حدود ۹۰», «شماره ۱۴۰۰». */
function isQuantity(scene: Scene, at: number): boolean {
  const before = scene.atoms[at - 1]
  if (before === undefined) return false
  // «رشد ۱۴۰۲ به ۱۴۰۳» goes from year to year.
  const fromYear = before.word === 'به' && /^1[34]\d\d$/.test(scene.atoms[at - 2]?.digits ?? '')
  if (QUANTITY_BEFORE.has(before.word) && !fromYear) return true
  const more = /^(بیش|بیشتر|کمتر|افزون|فراتر|پس|بالاتر|متجاوز)$/
  return before.role === 'from' && more.test(scene.atoms[at - 2]?.word ?? '')
}

/** Whether what follows an atom cannot be counted by it. */
export function standsAlone(scene: Scene, at: number): boolean {
  const next = scene.atoms[at + 1]
  if (next === undefined) return true
  if (scene.counts(next)) return false
  if (next.role === 'punctuation' || next.role === 'dash') return next.word !== '%'
  if (next.role === 'other') return FOLLOWERS.has(next.word)
  return next.role !== 'number' && next.role !== 'ordinal'
}

/** The default of `counts`: the words of a short list. */
export function isCounted(atom: Atom | undefined): boolean {
  return atom !== undefined && atom.role !== 'to' && COUNTED.has(atom.word)
}
