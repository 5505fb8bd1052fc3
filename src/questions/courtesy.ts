import courtesyData from '../../data/lexicon/courtesy.json' with { type: 'json' }
import { key } from '../persian/normalise.ts'
import type { Span } from './spans.ts'
import { type Keys, longestAt, sequences } from './word-sequences.ts'

const { opens, between, suffices, closes, cores } = courtesyData.conditional
const OPENS = sequences(opens)
const BETWEEN = new Set(between.flatMap(words))
const SUFFICES = new Set(suffices.map(key))
const CLOSES = sequences(closes)
const CORES = new Set(cores.map(key))

/** A clause of courtesy is short; what is longer may set a condition. */
const MOST_BETWEEN = 8

/**
 * The clauses that set no condition, though they begin as one: «اگه میشه», «اگر ممکن است»,
 * «چنانچه آماری در اختیار دارید». Between «اگر» and its verb stand only words of possibility,
 * trouble and knowing; any other word («اگر باران ببارد», «اگر فقط زنان …») may restrict.
 */
export function courteousConditions(keys: Keys): Span[] {
  const found: Span[] = []
  for (let at = 0; at < keys.length; at++) {
    const opening = longestAt(OPENS, keys, at)
    const to = opening === 0 ? null : endOfClause(keys, at + opening)
    if (to === null) continue
    found.push({ from: at, to })
    at = to - 1
  }
  return found
}

function endOfClause(keys: Keys, start: number): number | null {
  let isCourteous = false
  for (let at = start; at < keys.length && at <= start + MOST_BETWEEN; at++) {
    const word = keys[at] ?? ''
    if (SUFFICES.has(word)) return at + 1
    const closing = longestAt(CLOSES, keys, at)
    if (closing > 0) return isCourteous ? at + closing : null
    if (!BETWEEN.has(word)) return null
    isCourteous ||= CORES.has(word)
  }
  return null
}

/** How many words of the longest of the sequences stand at a place; 0 when none does. */

function words(phrase: string): string[] {
  return phrase.split(' ').map(key)
}
