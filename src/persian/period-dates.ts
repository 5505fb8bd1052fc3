import { isIsoDay, isJalaliDay } from './calendar.ts'
import { parsePeriod } from './period-notation.ts'
import { interval, is, pointAt, type Reading, type Scene } from './period-reading.ts'
import { jalaliYear } from './period-years.ts'

const DATE = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})$/
const YEARS = /^(1[34]\d\d)\/(1[34]\d\d)$/
const MONTH = /^(1[34]\d\d)[/-](\d{1,2})$/

/** «۱۴۰۳/۰۷/۱۵», «1403-07-15», «۹۹/۷/۱۵», «15/07/1403», «۱۴۰۳/۰۷», «2024/10/06». */
export function readDate(scene: Scene, at: number): Reading | null {
  const { to, text } = written(scene, at)
  const date = DATE.exec(text)
  if (date) return dateReading(scene, at, to, date[1] ?? '', date[2] ?? '', date[3] ?? '')
  const years = YEARS.exec(text)
  if (years && Number(years[1]) < Number(years[2])) {
    const [from, end] = [Number(years[1]), Number(years[2])]
    const period = interval({ unit: 'year', year: from }, { unit: 'year', year: end })
    return { from: at, to, period, relative: false }
  }
  const notation = readNotation(scene, at)
  if (notation !== null) return notation
  const month = MONTH.exec(text)
  if (!month || scene.counts(scene.atoms[to])) return null
  const number = Number(month[2])
  if (number > 12 && month[2]?.length === 2) return null
  if (number < 1 || number > 12) return null
  const period = { unit: 'month', year: Number(month[1]), month: number } as const
  return { from: at, to, period, relative: false }
}

/** `1399-H2` and `1399-Q3` as they stand in the store. */
function readNotation({ atoms }: Scene, at: number): Reading | null {
  const text = atoms.slice(at, at + 4).map((atom) => atom.word.toUpperCase())
  const period = /^[HQ]$/.test(text[2] ?? '') ? parsePeriod(text.join('')) : null
  return period && { from: at, to: at + 4, period, relative: false }
}

/** Digits and what parts them: «1403-07-15» and «5 / 9 / 1385» are five tokens. */
function written({ atoms }: Scene, at: number): { to: number; text: string } {
  let text = atoms[at]?.role === 'number' ? (atoms[at]?.digits ?? '') : ''
  let to = at + 1
  if (text === '') return { to, text }
  const mark = atoms[to]?.word ?? ''
  if (!/^[-./\\]$/.test(mark)) return { to, text }
  while (text.split('-').length < 3 && atoms[to]?.word === mark) {
    const digits = atoms[to + 1]?.digits
    if (!digits || !/^\d{1,4}$/.test(digits)) break
    text += `-${digits}`
    to += 2
  }
  // «سال ۱۳۹۵ . ۲۰ واحد»: two numbers around a full stop are no date.
  const pair = mark !== '-' && text.split('-').length < 3
  return pair ? { to: at + 1, text: atoms[at]?.digits ?? '' } : { to, text }
}

function dateReading(
  scene: Scene,
  at: number,
  to: number,
  first: string,
  middle: string,
  final: string,
): Reading | null {
  const reversed = first.length <= 2 && final.length === 4
  const [yearText, dayText] = reversed ? [final, first] : [first, final]
  if (dayText.length > 2) return null
  const month = Number(middle)
  const day = Number(dayText)
  if (/^(19|20)\d\d$/.test(yearText)) {
    const iso = `${yearText}-${middle.padStart(2, '0')}-${dayText.padStart(2, '0')}`
    if (!isIsoDay(iso)) return null
    return { from: at, to, period: pointAt(iso, true), relative: false, note: 'gregorian' }
  }
  const value = Number(yearText)
  const year = jalaliYear(value, yearText, scene.now.year)
  if (year === null || year < 1300 || (yearText.length === 2 && month > 12)) return null
  const lunar = scene.atoms[to]?.word === 'هجری' ? to + 1 : to
  if (is(scene, lunar, 'lunar')) {
    return { from: at, to: lunar + 1, period: null, relative: false, invalid: 'lunar' }
  }
  const point = { year, month, day }
  if (isJalaliDay(point))
    return { from: at, to, period: { unit: 'day', ...point }, relative: false }
  return { from: at, to, period: null, relative: false, invalid: 'day-out-of-range' }
}

export function dateRule(scene: Scene, at: number): Reading | null {
  // «از ۱۵/۷ …» and decimals are no dates; a number must begin here, not go on.
  return is(scene, at - 1, 'dash') && is(scene, at - 2, 'number') ? null : readDate(scene, at)
}
