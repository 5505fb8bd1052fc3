import { key } from '../persian/normalise.ts'
import { FuzzyIndex } from './fuzzy-index.ts'
import type { Form } from './lexicon.ts'
import type { Sense } from './sense.ts'
import { COMPANION_WORDS } from './words.ts'

/**
 * A word of who makes a thing, or where («باغداران»), that the typed one is a slip of. No name has
 * it, so it stands in no lexicon.
 */
export function companionSense(typed: string): Sense | null {
  index ??= new FuzzyIndex([...new Set(COMPANION_WORDS.map(key))])
  const [nearest] = index.near(typed, () => ONE_SLIP)
  if (nearest === undefined) return null
  const form: Form = {
    ...{ key: nearest.key, spoken: nearest.key, text: nearest.key, words: 1 },
    ...{ concepts: [], placeIds: [], roles: new Set(['companion']) },
  }
  return { form, cost: nearest.distance, risky: false, corrected: true }
}

let index: FuzzyIndex | undefined

const ONE_SLIP = 1
