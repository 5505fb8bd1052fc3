import type Big from 'big.js'
import { isAnd } from './number-reader.ts'
import { type NumberReading, readSingle } from './number-single.ts'
import { numberWord } from './number-words.ts'
import type { Token } from './tokens.ts'

/** «بین ۵۰ تا ۶۰», «بین ۵۰ و ۶۰». */
export function readBetween(tokens: readonly Token[], at: number): NumberReading | null {
  const first = readSingle(tokens, at + 1)
  if (first === null || first.ordinal || first.value === null) return null
  const separator = tokens[first.next]
  return isAnd(separator) || isUpTo(separator) ? rangeTo(tokens, first, first.next + 1) : null
}

function isUpTo(token: Token | undefined): boolean {
  return token?.text === 'تا' || token?.text === 'الی'
}

/** «۳۰ تا ۴۰», «۳۰-۴۰». */
export function readRange(tokens: readonly Token[], first: NumberReading): NumberReading | null {
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
export function readNeighbours(
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
