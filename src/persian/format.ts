import Big from 'big.js'
import { decimalsOf, powerOfTen } from './number-parts.ts'
import type { NumberQualifier } from './qualifiers.ts'
import { splitUnit } from './units.ts'

export interface NumberFormat {
  /** Script of the digits; Persian by default. */
  readonly digits?: 'persian' | 'latin'
}

export interface QuantityFormat extends NumberFormat {
  /** Rounds to so many decimals of the number as shown («۱۲٫۳ میلیون»); exact without it. */
  readonly decimals?: number
  /** «یک میلیون و ۵۴۰ هزار» rather than «۱٫۵۴ میلیون», as its neighbours of a list are written. */
  readonly whole?: boolean
  /** «۱۴۸٪» in place of «۱۴۸ درصد». */
  readonly percentSign?: boolean
}

const HALF_UP = 1
/** Keeps a minus sign on the left of its digits in a line that runs from right to left. */
const LEFT_TO_RIGHT = '\u200e'

const QUALIFIER_WORDS: Record<NumberQualifier, string> = {
  exact: '',
  more_than: 'بیش از',
  at_least: 'حداقل',
  less_than: 'کمتر از',
  at_most: 'حداکثر',
  about: 'حدود',
}

/** «بیش از», to be put before a quantity; empty for an exact one. */
export function formatQualifier(qualifier: NumberQualifier): string {
  return QUALIFIER_WORDS[qualifier]
}

/** Digits of any script as Persian ones; nothing else changes. */
export function persianDigits(text: string): string {
  return text.replace(/[0-9٠-٩]/g, (digit) => String.fromCharCode(0x6f0 + digitOf(digit)))
}

/** Persian and Arabic digits as Latin ones; nothing else changes. */
export function latinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digitOf(digit)))
}

/** Blocks of digits start at code points whose low four bits are 0. */
function digitOf(digit: string): number {
  return digit.charCodeAt(0) & 0xf
}

/** «۱٬۲۳۴٬۵۶۷٫۵», exactly; with Latin digits «1,234,567.5». */
export function formatNumber(value: Big | number, { digits }: NumberFormat = {}): string {
  const number = new Big(value)
  const [integer = '0', fraction] = number.abs().toFixed().split('.')
  const latin = digits === 'latin'
  const grouped = integer.replace(/\B(?=(\d{3})+$)/g, latin ? ',' : '٬')
  const text = fraction === undefined ? grouped : `${grouped}${latin ? '.' : '٫'}${fraction}`
  const sign = number.lt(0) ? (latin ? '-' : `${LEFT_TO_RIGHT}-`) : ''
  return latin ? sign + text : sign + persianDigits(text)
}

/**
 * A quantity as Persian reports write it: «هزار و ۲۰۰ میلیارد تومان», «۱۲٫۵ میلیون تن»,
 * «۶۳ هزار و ۹۶۲ تن», «۱۱۷ درصد», «منفی ۳ درصد», «رتبه ۲». Exact unless `decimals` is given;
 * `readNumber` reads the same value back.
 *
 * A scale in `unit` counts: 1200 «میلیارد تومان» is shown as 1200000000000 «تومان» is.
 */
export function formatQuantity(
  value: Big | number,
  unit: string,
  format: QuantityFormat = {},
): string {
  const scaled = splitUnit(unit)
  const number = new Big(value).times(powerOfTen(scaled.power))
  const shown = format.decimals === undefined ? number : roundShown(number, format.decimals)
  const words = inWords(shown.abs(), format)
  const signed = shown.lt(0) ? `منفی ${words}` : words
  if (scaled.unit === 'درصد' && format.percentSign) return `${signed}٪`
  if (scaled.unit === 'رتبه') return `رتبه ${signed}`
  return scaled.unit === '' ? signed : `${signed} ${scaled.unit}`
}

const THOUSAND = { power: 3, word: 'هزار' }
const MILLION = { power: 6, word: 'میلیون' }
const MILLIARD = { power: 9, word: 'میلیارد' }

/** From here on even «میلیون میلیارد» is too small a scale, and digits are clearer. */
const TOO_GREAT = powerOfTen(18)

function scaleOf(value: Big): { power: number; word: string } | null {
  if (value.gte(powerOfTen(9))) return MILLIARD
  if (value.gte(powerOfTen(6))) return MILLION
  return value.gte(powerOfTen(3)) ? THOUSAND : null
}

function roundShown(value: Big, decimals: number): Big {
  const scale = scaleOf(value.abs())
  // Thousands are written out («۶۳ هزار و ۹۶۲»), so their last shown digit is the unit.
  const power = scale === null || scale === THOUSAND ? 0 : scale.power
  const kept = scale === THOUSAND ? 0 : decimals
  return value.times(powerOfTen(-power)).round(kept, HALF_UP).times(powerOfTen(power))
}

function inWords(value: Big, format: QuantityFormat): string {
  const scale = scaleOf(value)
  if (scale === null || value.gte(TOO_GREAT)) return formatNumber(value, format)
  const mantissa = value.times(powerOfTen(-scale.power))
  const decimals = decimalsOf(value, scale.power)
  const isShort = decimals <= 2 && !(format.whole && decimals > 0)
  if (scale !== THOUSAND && mantissa.lt(1000) && isShort) {
    return `${one(mantissa, format)} ${scale.word}`
  }
  const count = mantissa.round(0, 0)
  const rest = value.minus(count.times(powerOfTen(scale.power)))
  const head =
    scale === THOUSAND && count.eq(1) ? scale.word : `${counted(count, format)} ${scale.word}`
  return rest.eq(0) ? head : `${head} و ${inWordsPlain(rest, format)}`
}

/** The smaller parts of a number never take decimals of a scale: «۲ میلیارد و ۵۰۰ میلیون». */
function inWordsPlain(value: Big, format: NumberFormat): string {
  const scale = scaleOf(value)
  if (scale === null) return formatNumber(value, format)
  const count = value.times(powerOfTen(-scale.power)).round(0, 0)
  const rest = value.minus(count.times(powerOfTen(scale.power)))
  const head =
    scale === THOUSAND && count.eq(1) ? scale.word : `${one(count, format)} ${scale.word}`
  return rest.eq(0) ? head : `${head} و ${inWordsPlain(rest, format)}`
}

/** «یک میلیون» rather than «۱ میلیون». */
function one(count: Big, format: NumberFormat): string {
  return count.eq(1) ? 'یک' : formatNumber(count, format)
}

/** What stands before a scale may itself need thousands: «هزار و ۲۰۰ میلیارد». */
function counted(count: Big, format: NumberFormat): string {
  return count.lt(1000) ? one(count, format) : inWordsPlain(count, format)
}
