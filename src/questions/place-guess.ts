import { slipDistance } from '../persian/distance.ts'
import { key } from '../persian/normalise.ts'
import type { Lexicon } from './lexicon.ts'
import type { Sense, Word } from './sense.ts'

/** One slip of any kind. */
const LIMIT = 1
/** In shorter words one slip makes too many places of too many words. */
const SHORTEST = 3

/**
 * The words with one of them taken for the places that it is a slip away from, to be confirmed
 * («رمان» → «کرمان», «زید» → «یزد»): for a question that nothing but this word keeps from being
 * understood. Null when it is near no place.
 */
export function withPlaceGuess(
  words: readonly Word[],
  typed: string,
  lexicon: Lexicon,
): Word[] | null {
  const at = words.findIndex((word) => word.typed === typed)
  const word = words[at]
  if (word === undefined || word.token.kind !== 'word') return null
  if (word.senses.some((sense) => !sense.corrected)) return null
  const said = key(typed)
  if (said.length < SHORTEST) return null
  const senses: Sense[] = []
  for (const form of lexicon.placeForms) {
    const cost = slipDistance(said, form.key, LIMIT)
    if (cost <= LIMIT) senses.push({ form, cost, risky: true, corrected: true })
  }
  if (senses.length === 0) return null
  senses.sort((a, b) => a.cost - b.cost)
  return words.map((one, index) => (index === at ? { ...one, senses } : one))
}
