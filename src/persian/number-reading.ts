import type Big from 'big.js'
import { type FractionState, readFraction, readHalfAlone } from './fractions.ts'
import { sum, type Written, writtenAs } from './number-parts.ts'
import { type Choice, type Doubt, isAnd, type PhraseState, readPhrase } from './number-reader.ts'
import {
  HALVES,
  isNameWithNumber,
  numberWord,
  ORDINAL_ENDINGS,
  SOME,
  VAGUE_STEMS,
  VAGUE_WORDS,
} from './number-words.ts'
import type { Token } from './tokens.ts'
import { readUnit } from './units.ts'

/** A number phrase, read exactly. */
export interface NumberReading {
  /** Index of the token after it. */
  readonly next: number
  /** Null for a range and for a number that is not said («ده‌ها»). */
  readonly value: Big | null
  /** The number as quoted: «۱۲٫۵ میلیون» is 125, 1, 6. Null when no such form is exact. */
  readonly written: Written | null
  readonly range?: readonly [Big, Big]
  readonly ordinal: boolean
  readonly form: 'digits' | 'words' | 'mixed'
  /** Why it may have been meant otherwise; `alternatives` holds the other values. */
  readonly ambiguous?: Doubt
  readonly alternatives?: readonly Big[]
  /** «سه چهارم», «نصف». */
  readonly fraction?: boolean
  /** «دو برابر»; the word «برابر» is part of the phrase. */
  readonly times?: boolean
  /** «ده‌ها», «چند هزار». */
  readonly vague?: boolean
}

/**
 * Reads the longest number phrase that starts at a token: digits, words or both, with sign,
 * fraction, «برابر» and range. Null when none starts there. The unit is not part of it.
 */
export function readNumber(tokens: readonly Token[], at: number): NumberReading | null {
  const between = tokens[at]?.text === 'بین' || tokens[at]?.text === 'میان'
  if (between) return readBetween(tokens, at)
  const vague = readVague(tokens, at)
  if (vague !== null) return vague
  const single = readSingle(tokens, at)
  if (single === null || single.ordinal || single.value === null) return single
  return withTimes(
    tokens,
    readRange(tokens, single) ?? readNeighbours(tokens, at, single) ?? single,
  )
}

/** «بین ۵۰ تا ۶۰», «بین ۵۰ و ۶۰». */
function readBetween(tokens: readonly Token[], at: number): NumberReading | null {
  const first = readSingle(tokens, at + 1)
  if (first === null || first.ordinal || first.value === null) return null
  const separator = tokens[first.next]
  return isAnd(separator) || isUpTo(separator) ? rangeTo(tokens, first, first.next + 1) : null
}

function isUpTo(token: Token | undefined): boolean {
  return token?.text === 'تا' || token?.text === 'الی'
}

/** «۳۰ تا ۴۰», «۳۰-۴۰». */
function readRange(tokens: readonly Token[], first: NumberReading): NumberReading | null {
  const separator = tokens[first.next]
  if (isUpTo(separator)) return rangeTo(tokens, first, first.next + 1)
  const second = tokens[first.next + 1]
  const dash = separator?.text === '-' && separator.joined && second?.joined
  if (!dash || second.kind !== 'number' || first.form !== 'digits') return null
  const range = rangeTo(tokens, first, first.next + 1)
  // «1399-07-15» and «021-88-…» are no ranges.
  const third = tokens[range?.next ?? 0]
  if (range === null || (third?.text === '-' && third.joined)) return null
  return range.range?.[0].lt(range.range[1]) ? range : null
}

function rangeTo(tokens: readonly Token[], first: NumberReading, at: number): NumberReading | null {
  const second = readSingle(tokens, at)
  return second === null || second.ordinal ? null : rangeOf(first, second)
}

/** The scale of the second end counts for a first end without one: «۲۰ تا ۳۰ هزار». */
function rangeOf(first: NumberReading, second: NumberReading): NumberReading | null {
  if (first.value === null || second.value === null) return null
  const power = second.written?.power ?? 0
  const shared = first.value.times(`1e${power}`)
  const shares = power > 0 && first.written?.power === 0 && shared.lt(second.value)
  const low = shares ? shared : first.value
  const range: [Big, Big] = low.gt(second.value) ? [second.value, low] : [low, second.value]
  const form = first.form === second.form ? first.form : 'mixed'
  const ambiguous = first.ambiguous ?? second.ambiguous
  return {
    next: second.next,
    value: null,
    written: null,
    range,
    ordinal: false,
    form,
    ...(ambiguous ? { ambiguous } : {}),
  }
}

/** «دو سه هزار نفر»: two words that follow one another in counting are a range. */
function readNeighbours(
  tokens: readonly Token[],
  at: number,
  first: NumberReading,
): NumberReading | null {
  if (first.form !== 'words' || first.next !== at + 1) return null
  const word = numberWord(tokens[at]?.text ?? '')
  const follower = numberWord(tokens[first.next]?.text ?? '')
  if (word?.kind !== 'value' || follower?.kind !== 'value') return null
  const steps = follower.value - word.value
  if (word.value < 1 || follower.ordinal !== undefined) return null
  const neighbours = (follower.value <= 10 && steps === 1) || (word.value === 10 && steps === 5)
  return neighbours ? rangeTo(tokens, first, first.next) : null
}

function withTimes(tokens: readonly Token[], reading: NumberReading): NumberReading {
  const word = tokens[reading.next]?.text
  if (word !== 'برابر' && word !== 'برابری') return reading
  // «۳۰ نفر، برابر با …» equates.
  if (tokens[reading.next + 1]?.text === 'با') return reading
  return { ...reading, next: reading.next + 1, times: true }
}

function readVague(tokens: readonly Token[], at: number): NumberReading | null {
  const word = tokens[at]?.text ?? ''
  const next = tokens[at + 1]?.text ?? ''
  let end = at
  if (VAGUE_WORDS.has(word)) end = at + 1
  else if (VAGUE_STEMS.has(word) && next === 'ها' && !continues(tokens, at + 2)) end = at + 2
  else if (SOME.has(word) && VAGUE_STEMS.has(next) && tokens[at + 2]?.text !== 'ها') end = at + 2
  if (end === at) return null
  while (numberWord(tokens[end]?.text ?? '')?.kind === 'scale') end++
  return { next: end, value: null, written: null, ordinal: false, form: 'words', vague: true }
}

/** «ده‌ها» counts, «ده‌ها‌ی استان» are villages. */
function continues(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === 'ی'
}

/** One number with its sign, without range. */
function readSingle(tokens: readonly Token[], at: number): NumberReading | null {
  const sign = readSign(tokens, at)
  const from = sign === null ? at : at + 1
  if (!startsNumber(tokens, from, sign !== null)) return null
  const state = readState(tokens, from, 'said')
  if (state.parts.length === 0 || isPartOfWord(tokens, from, state.next)) return null
  const minusAfter = sign === null && hasMinusAfter(tokens, state)
  const negative = sign === 'minus' || minusAfter
  const other = state.doubt === null ? null : readState(tokens, from, 'other')
  return toReading(state, other, negative, minusAfter ? state.next + 1 : state.next)
}

function readState(tokens: readonly Token[], at: number, choice: Choice): FractionState {
  if (HALVES[tokens[at]?.text ?? ''] !== undefined) return readHalfAlone(tokens, at)
  const state = readPhrase(tokens, at, choice)
  return readFraction(tokens, state, choice) ?? { ...state, pure: false, exact: true }
}

function readSign(tokens: readonly Token[], at: number): 'minus' | 'plus' | null {
  const token = tokens[at]
  if (token?.text === 'منفی' || token?.text === 'منهای') return 'minus'
  if (token?.text === 'مثبت') return 'plus'
  const next = tokens[at + 1]
  const sign = token?.text === '-' || token?.text === '+'
  if (!sign || next?.kind !== 'number' || !next.joined) return null
  if (token.joined && tokens[at - 1]?.text !== '(') return null
  return token.text === '-' ? 'minus' : 'plus'
}

/** «۳- درصد»: typed from right to left the sign comes last. Before a percentage only. */
function hasMinusAfter(tokens: readonly Token[], state: PhraseState): boolean {
  const minus = tokens[state.next]
  if (minus?.text !== '-' || !minus.joined || !state.digits) return false
  return readUnit(tokens, state.next + 1)?.unit === 'درصد'
}

function startsNumber(tokens: readonly Token[], at: number, signed: boolean): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  if (token.kind === 'number') return true
  if (isNameWithNumber(token.text, tokens[at + 1]?.text ?? '')) return false
  if (token.text === 'نه') return signed || isNine(tokens, at)
  if (token.text === 'نیم') return isAmountWord(tokens, at + 1)
  return token.kind === 'word'
}

/** «نه» is nine only before a scale or a unit, and never in «نه … نه …». */
function isNine(tokens: readonly Token[], at: number): boolean {
  if (!isAmountWord(tokens, at + 1) && !isAnd(tokens[at + 1])) return false
  if (isAnd(tokens[at + 1]) && !isBroken(tokens, at + 2)) return false
  for (let other = Math.max(0, at - NEITHER_NOR); other < at + NEITHER_NOR; other++) {
    if (other !== at && tokens[other]?.text === 'نه' && !endsTens(tokens, other)) return false
  }
  return true
}

/** How near the two words of «نه … نه …» stand, in tokens. */
const NEITHER_NOR = 12

/** «نود و نه». */
function endsTens(tokens: readonly Token[], at: number): boolean {
  return isAnd(tokens[at - 1]) && numberWord(tokens[at - 2]?.text ?? '') !== null
}

/** «نه و نیم», «نه و سه دهم». */
function isBroken(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === 'نیم' || numberWord(tokens[at + 1]?.text ?? '')?.ordinal === 'm'
}

/** A scale, or a unit as a noun: «نه واحدی» is no nine. */
function isAmountWord(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? ''
  const word = numberWord(text)
  if (word !== null) return word.kind === 'scale' || word.value === 100 || word.ordinal === 'm'
  const unit = readUnit(tokens, at)
  if (unit === null) return false
  const last = tokens[unit.next - 1]?.text ?? ''
  return unit.unit === 'درصد' || !/(?:ی|ای)$/.test(last) || last === unit.unit
}

/**
 * A number word that a half-space ties to another word is part of that word: «پنج‌شنبه»,
 * «سی‌سخت», «یک‌پارچه». Units, endings and further number words may be tied to it.
 */
function isPartOfWord(tokens: readonly Token[], from: number, next: number): boolean {
  const last = tokens[next - 1]
  const follower = tokens[next]
  if (last?.kind !== 'word' || follower?.kind !== 'word') return false
  if (isNameWithNumber(last.text, follower.text) && next - from >= 1) return true
  if (!follower.joined || ORDINAL_ENDINGS.has(last.text)) return false
  if (isAnd(follower) || numberWord(follower.text) !== null) return false
  if (follower.text === 'برابر' || follower.text === 'برابری' || follower.text === 'تا')
    return false
  return readUnit(tokens, next) === null
}

function toReading(
  state: FractionState,
  other: FractionState | null,
  negative: boolean,
  next: number,
): NumberReading {
  const value = signed(sum(state.parts), negative)
  const last = state.parts.at(-1)
  const written = state.exact ? writtenAs(value, last?.power ?? 0, last?.decimals ?? 0) : null
  const doubt =
    state.doubt !== null && other !== null
      ? { ambiguous: state.doubt, alternatives: [signed(sum(other.parts), negative)] }
      : {}
  return {
    next,
    value,
    written,
    ordinal: state.ordinal,
    form: state.digits ? (state.words ? 'mixed' : 'digits') : 'words',
    ...doubt,
    ...(state.pure ? { fraction: true } : {}),
  }
}

function signed(value: Big, negative: boolean): Big {
  return negative && !value.eq(0) ? value.times(-1) : value
}
