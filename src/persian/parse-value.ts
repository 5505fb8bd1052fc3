import { fold } from './normalise.ts'
import { readNumber } from './number-reading.ts'
import { type Token, tokenise } from './tokens.ts'
import { readUnit, splitUnit } from './units.ts'

/** A value exactly as quoted: «۱۲٫۵» of «میلیون تن» is digits 125, decimals 1, power 6, unit «تن». */
export interface ParsedValue {
  readonly digits: string
  readonly decimals: number
  readonly power: number
  readonly unit: string
}

export type ValueError =
  | 'not-a-number'
  /** A separator or scale that can be read in two ways («12.500», «8/19»). */
  | 'ambiguous'
  /** More than 15 significant digits, or a fraction without an end («یک‌سوم»). */
  | 'too-precise'
  | 'range'
  /** The text names a unit, and another one than was told. */
  | 'other-unit'

export interface ParseOptions {
  /** The cell held a number and not a text: its dot can only be a decimal point. */
  readonly numeric?: boolean
}

const MOST_SIGNIFICANT_DIGITS = 15

/**
 * Reads the text of a spreadsheet cell or a form field as a value in `unit`, whose scale is added to
 * the power: «۱۲۰۰» in «میلیارد تومان» is 1200·10⁹ «تومان». The whole text must be one number, with
 * or without the unit; where it may be read in two ways it is refused, never guessed.
 */
export function parseValue(
  text: string,
  unit: string,
  { numeric = false }: ParseOptions = {},
): ParsedValue | { error: ValueError } {
  const tokens = tokensOf(text, numeric)
  const start = tokens[0]?.text === '%' ? 1 : 0
  const reading = readNumber(tokens, start)
  if (reading === null || reading.vague) return { error: 'not-a-number' }
  const told = splitUnit(unit)
  const named = namedUnit(tokens, reading.next, start, reading.times === true)
  if (named === undefined) return { error: 'not-a-number' }
  if (named !== null && named !== told.unit) return { error: 'other-unit' }
  if (reading.range !== undefined) return { error: 'range' }
  if (reading.ordinal && told.unit !== 'رتبه') return { error: 'not-a-number' }
  if (reading.ambiguous !== undefined && !numeric) return { error: 'ambiguous' }
  const written = reading.written
  if (written === null) return { error: 'too-precise' }
  // «هزار میلیارد» of «میلیارد تومان»: is the scale meant twice, or said twice?
  if (named === null && told.power > 0 && written.power >= 6) return { error: 'ambiguous' }
  if (significantDigits(written.digits) > MOST_SIGNIFICANT_DIGITS) return { error: 'too-precise' }
  const power = written.power + (named === null ? told.power : 0)
  return { digits: written.digits, decimals: written.decimals, power, unit: told.unit }
}

/** Thousands set apart by spaces («1 234 567») are one number in a cell, though not in a text. */
function tokensOf(text: string, numeric: boolean): Token[] {
  const folded = fold(text)
  const spaced = /^[-+]?\d{1,3}(?: \d{3})+(?:[.٫]\d+)?$/.test(folded)
  const tokens = tokenise(spaced ? folded.replaceAll(' ', '') : text)
  return numeric ? tokens.map(withDecimalPoint) : tokens
}

function withDecimalPoint(token: Token): Token {
  return token.kind === 'number' ? { ...token, text: token.text.replace('.', '٫') } : token
}

/** The unit in the text: null when it names none, undefined when something else stands there. */
function namedUnit(
  tokens: readonly Token[],
  after: number,
  start: number,
  times: boolean,
): string | null | undefined {
  if (start === 1) return after === tokens.length ? 'درصد' : undefined
  if (after === tokens.length)
    return times ? 'برابر' : tokens.at(-1)?.text.startsWith('صددرصد') ? 'درصد' : null
  const unit = readUnit(tokens, after)
  return unit?.next === tokens.length ? unit.unit : undefined
}

function significantDigits(digits: string): number {
  const significant = digits.replace(/^-?0*/, '')
  let length = significant.length
  // A pattern for zeros at the end would begin anew at each of them.
  while (significant[length - 1] === '0') length--
  return length
}
