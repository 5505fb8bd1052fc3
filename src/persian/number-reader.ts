import Big from 'big.js'
import { type LiteralDoubt, readLiteral, readSpacedSlash } from './literals.ts'
import { addPart, applyHundred, applyScale, type Parts } from './number-parts.ts'
import { type NumberWord, numberWord, ORDINAL_ENDINGS, SHORT_SCALE } from './number-words.ts'
import type { Token } from './tokens.ts'

/** Why a number may have been meant otherwise. */
export type Doubt = LiteralDoubt | 'scale'

/** How far a number phrase has been read. */
export interface PhraseState {
  readonly parts: Parts
  readonly next: number
  readonly ordinal: boolean
  readonly digits: boolean
  readonly words: boolean
  readonly doubt: Doubt | null
}

/** Which meaning to take where a literal or a scale word has two. */
export type Choice = 'said' | 'other'

export function isAnd(token: Token | undefined): boolean {
  return token?.text === 'و'
}

/**
 * Reads the longest row of parts that make one number: «یک میلیون و ۲۰۰ هزار و سی و پنج».
 * Ordinals end it («بیست و یکم»). Signs, fractions and ranges are read elsewhere.
 */
export function readPhrase(tokens: readonly Token[], at: number, choice: Choice): PhraseState {
  let state: PhraseState = {
    parts: [],
    next: at,
    ordinal: false,
    digits: false,
    words: false,
    doubt: null,
  }
  /** Where the number would end if what follows the last «و» turned out to be another number. */
  let beforeAnd: PhraseState | null = null
  while (!state.ordinal) {
    const and = state.parts.length > 0 && isAnd(tokens[state.next])
    const step = readStep(tokens, state, and, choice)
    if (step === 'clash') return beforeAnd ?? state
    if (step === null) break
    if (and) beforeAnd = state
    state = step
  }
  return withOrdinalEnding(tokens, state)
}

/** «۲ هزار و ۵۰۰ هزار» clashes: the second thousand shows that these are two numbers. */
function readStep(
  tokens: readonly Token[],
  state: PhraseState,
  and: boolean,
  choice: Choice,
): PhraseState | 'clash' | null {
  const at = and ? state.next + 1 : state.next
  const token = tokens[at]
  if (token === undefined) return null
  if (token.kind === 'number') return addLiteral(state, tokens, at, and, choice)
  const word = isShortScale(tokens, at) ? SHORT_SCALE : numberWord(token.text)
  if (word === null) return readHalf(tokens, state, at, and)
  if (word.kind === 'value') return addValue(state, word, at, and)
  // «سه هزارم» is a fraction, for which the caller looks.
  if (word.ordinal === 'm' && !and && state.parts.length > 0) return null
  const other = choice === 'other' ? word.otherPower : undefined
  const parts = applyScale(state.parts, other ?? word.power, and)
  if (parts === null) return and ? null : 'clash'
  const ordinal = word.ordinal !== undefined
  const doubt = state.doubt ?? (word.otherPower === undefined ? null : 'scale')
  return { ...state, parts, next: at + 1, words: true, ordinal, doubt }
}

function addLiteral(
  state: PhraseState,
  tokens: readonly Token[],
  at: number,
  and: boolean,
  choice: Choice,
): PhraseState | null {
  const spaced = readSpacedSlash(tokens, at)
  const token = tokens[at]
  const literal = spaced ?? (token === undefined ? null : readLiteral(token))
  if (literal === null) return null
  const taken = choice === 'other' && literal.doubt ? literal.doubt : literal
  const { value, decimals } = taken
  const part = { value, decimals, power: 0, room: 0, written: 'digits' } as const
  const parts = addPart(state.parts, part, and)
  if (parts === null) return null
  const doubt = state.doubt ?? literal.doubt?.kind ?? null
  return { ...state, parts, next: at + (spaced === null ? 1 : 3), digits: true, doubt }
}

function addValue(
  state: PhraseState,
  word: NumberWord & { kind: 'value' },
  at: number,
  and: boolean,
): PhraseState | null {
  const part = {
    value: new Big(word.value),
    decimals: 0,
    power: 0,
    room: word.room,
    written: 'words',
  } as const
  const hundreds = word.value === 100 && !and ? applyHundred(state.parts) : null
  const parts = hundreds ?? addPart(state.parts, part, and)
  if (parts === null) return null
  return { ...state, parts, next: at + 1, words: true, ordinal: word.ordinal !== undefined }
}

/** «دو و نیم میلیون» is 2.5 million, «دو میلیون و نیم» as well. */
function readHalf(
  tokens: readonly Token[],
  state: PhraseState,
  at: number,
  and: boolean,
): PhraseState | null {
  const last = state.parts.at(-1)
  if (!and || tokens[at]?.text !== 'نیم' || last === undefined || last.decimals > 0) return null
  const scaleFollows = numberWord(tokens[at + 1]?.text ?? '')?.kind === 'scale'
  const power = scaleFollows ? 0 : last.power
  const value = new Big(`0.5e${power}`)
  const half = { value, decimals: 1, power, room: 0, written: 'words' } as const
  return { ...state, parts: [...state.parts, half], next: at + 1, words: true }
}

function isShortScale(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.text !== 'م' || tokens[at - 1]?.kind !== 'number') return false
  const after = tokens[at + 1]?.text
  return after === 'تومان' || after === 'تومن' || after === 'ت'
}

/** «۱۲ ام», «۱۲م», «سی‌امین». */
function withOrdinalEnding(tokens: readonly Token[], state: PhraseState): PhraseState {
  const ending = tokens[state.next]
  if (state.ordinal || state.parts.length === 0 || ending === undefined) return state
  if (!ORDINAL_ENDINGS.has(ending.text)) return state
  if (ending.text === 'م' && !ending.joined) return state
  const after = tokens[state.next + 1]
  if (after?.joined && after.kind === 'word') return state
  return { ...state, next: state.next + 1, ordinal: true }
}
