import type Big from 'big.js'
import { type FractionState, readFraction, readHalfAlone } from './fractions.ts'
import { isPartOfWord, startsNumber } from './number-guards.ts'
import { sum, type Written, writtenAs } from './number-parts.ts'
import { type Choice, type Doubt, type PhraseState, readPhrase } from './number-reader.ts'
import { HALVES } from './number-words.ts'
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

/** One number with its sign, without range. */
export function readSingle(tokens: readonly Token[], at: number): NumberReading | null {
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
  if (HALVES.has(tokens[at]?.text ?? '')) return readHalfAlone(tokens, at)
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
