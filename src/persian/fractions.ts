import Big from 'big.js'
import { applyScale, type Part, type Parts, powerOfTen, sum } from './number-parts.ts'
import { type Choice, isAnd, type PhraseState, readPhrase } from './number-reader.ts'
import { numberWord } from './number-words.ts'
import type { Token } from './tokens.ts'

export interface FractionState extends PhraseState {
  /** The whole number is a fraction: «سه چهارم», but not «دو و سه چهارم». */
  readonly pure: boolean
  /** Whether the value is finite in decimals; «یک‌سوم» is not. */
  readonly exact: boolean
}

/**
 * What may follow the parts of a number to make it broken: «شش دهم», «هفت و شش دهم», «یک‌سوم»,
 * «دوازده ممیز هفتاد و پنج»; and a scale word after that («یک و سه دهم میلیون»).
 */
export function readFraction(
  tokens: readonly Token[],
  state: PhraseState,
  choice: Choice,
): FractionState | null {
  if (state.parts.length === 0 || state.ordinal) return null
  const read =
    readPointInWords(tokens, state, choice) ??
    readDenominatorHere(tokens, state) ??
    readBrokenAfterAnd(tokens, state, choice)
  if (read === null) return null
  return withScales(tokens, read)
}

/** A denominator and where it ends: «دهم», «سوم», «ده هزارم». */
function readDenominator(
  tokens: readonly Token[],
  at: number,
): { value: Big; next: number } | null {
  const first = numberWord(tokens[at]?.text ?? '')
  if (first === null) return null
  if (first.ordinal === 'm') return { value: denominatorOf(first), next: at + 1 }
  const second = numberWord(tokens[at + 1]?.text ?? '')
  if (first.kind !== 'value' || (first.value !== 10 && first.value !== 100)) return null
  if (second?.kind !== 'scale' || second.ordinal !== 'm') return null
  return { value: denominatorOf(second).times(first.value), next: at + 2 }
}

function denominatorOf(
  word: { kind: 'value'; value: number } | { kind: 'scale'; power: number },
): Big {
  return word.kind === 'value' ? new Big(word.value) : powerOfTen(word.power)
}

/** The numerator is the longest end of the parts that is smaller than the denominator. */
function readDenominatorHere(tokens: readonly Token[], state: PhraseState): FractionState | null {
  const denominator = readDenominator(tokens, state.next)
  if (denominator === null) return null
  let from = state.parts.length
  while (from > 0 && sum(state.parts.slice(from - 1)).lt(denominator.value)) from--
  return broken(state, state.parts.slice(0, from), state.parts.slice(from), denominator)
}

function readBrokenAfterAnd(
  tokens: readonly Token[],
  state: PhraseState,
  choice: Choice,
): FractionState | null {
  if (!isAnd(tokens[state.next])) return null
  const numerator = readPhrase(tokens, state.next + 1, choice)
  if (numerator.parts.length === 0 || numerator.ordinal) return null
  const denominator = readDenominator(tokens, numerator.next)
  if (denominator === null || !sum(numerator.parts).lt(denominator.value)) return null
  const digits = state.digits || numerator.digits
  return broken({ ...state, digits }, state.parts, numerator.parts, denominator)
}

function broken(
  state: PhraseState,
  whole: Parts,
  numerator: Parts,
  denominator: { value: Big; next: number },
): FractionState | null {
  if (numerator.length === 0 || [...whole, ...numerator].some((part) => part.decimals > 0)) {
    return null
  }
  const value = sum(numerator).div(denominator.value)
  const exact = value.times(denominator.value).eq(sum(numerator))
  const parts = withBroken(whole, value, exact)
  const pure = whole.length === 0
  return { ...state, parts, next: denominator.next, words: true, pure, exact }
}

function withBroken(whole: Parts, value: Big, exact: boolean): Parts {
  const fixed = value.toFixed()
  const decimals = exact && fixed.includes('.') ? fixed.length - fixed.indexOf('.') - 1 : 0
  const part: Part = { value, decimals, power: 0, room: 0, written: 'words' }
  return [...whole, part]
}

/** «دوازده ممیز هفتاد و پنج», «صفر ممیز صفر پنج»; «ممیز شش دهم» as well. */
function readPointInWords(
  tokens: readonly Token[],
  state: PhraseState,
  choice: Choice,
): FractionState | null {
  if (tokens[state.next]?.text !== 'ممیز') return null
  let at = state.next + 1
  let zeros = 0
  for (; tokens[at]?.text === 'صفر' && zeros < 10; at++) zeros++
  const after = readPhrase(tokens, at, choice)
  const total = sum(after.parts)
  if (after.parts.length === 0 || after.ordinal) return null
  if (!total.eq(total.round(0)) || total.gte(1_000_000)) return null
  const denominator = readDenominator(tokens, after.next)
  if (denominator !== null) return broken(state, state.parts, after.parts, denominator)
  const value = total.times(powerOfTen(-(zeros + total.toFixed(0).length)))
  const parts = withBroken(state.parts, value, true)
  return { ...state, parts, next: after.next, words: true, pure: false, exact: true }
}

function withScales(tokens: readonly Token[], state: FractionState): FractionState {
  let { parts, next } = state
  for (;;) {
    const word = numberWord(tokens[next]?.text ?? '')
    if (word?.kind !== 'scale' || word.ordinal !== undefined) break
    const scaled = applyScale(parts, word.power, false)
    if (scaled === null) break
    parts = scaled
    next++
  }
  return { ...state, parts, next, pure: state.pure && next === state.next }
}

/** Half of a scale or unit that follows: «نیم میلیون», «نصف». */
export function readHalfAlone(tokens: readonly Token[], at: number): FractionState {
  const half: Part = { value: new Big('0.5'), decimals: 1, power: 0, room: 0, written: 'words' }
  const pure = tokens[at]?.text !== 'نیم'
  const state = { next: at + 1, ordinal: false, digits: false, words: true, doubt: null }
  return withScales(tokens, { ...state, parts: [half], pure, exact: true })
}
