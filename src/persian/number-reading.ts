import { readBetween, readNeighbours, readRange } from './number-range.ts'
import { type NumberReading, readSingle } from './number-single.ts'
import { numberWord, SOME, VAGUE_STEMS, VAGUE_WORDS } from './number-words.ts'
import type { Token } from './tokens.ts'

export type { NumberReading } from './number-single.ts'

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

function withTimes(tokens: readonly Token[], reading: NumberReading): NumberReading {
  const word = tokens[reading.next]?.text
  if (word !== 'برابر' && word !== 'برابری') return reading
  // «۳۰ نفر، برابر با …» equates.
  if (tokens[reading.next + 1]?.text === 'با') return reading
  return { ...reading, next: reading.next + 1, times: true }
}

/** «۱۰²», «۳⅓», «۳۷①»: a power, a third or the mark of a note; which number it makes nobody knows. */
const RAISED = /^\p{No}$/u

function readVague(tokens: readonly Token[], at: number): NumberReading | null {
  const word = tokens[at]?.text ?? ''
  const next = tokens[at + 1]?.text ?? ''
  let end = at
  if (tokens[at]?.kind === 'number' && tokens[at + 1]?.joined && RAISED.test(next)) end = at + 2
  else if (VAGUE_WORDS.has(word)) end = at + 1
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
