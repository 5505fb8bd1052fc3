import { slipLimit } from '../persian/distance.ts'
import { LIKELY_SLIP } from './corrected-senses.ts'
import { exactSenses } from './exact-senses.ts'
import type { KnownWords } from './known-words.ts'
import type { Form, Lexicon } from './lexicon.ts'
import type { Sense } from './sense.ts'

const LONGEST_MISSPELT = 3
const SHORTEST_MISSPELT = 7

/** A name of several words that were misspelt. */
export interface MisspeltJoin {
  readonly senses: readonly [Sense, ...Sense[]]
  /** A word of it passes for a name by itself, but its neighbour belongs to it («خراسانه جنوبی»). */
  readonly isInflected: boolean
}

/**
 * «خمراسان رضوی», «سرمایه گلاری»: a name of several words of which one is no word. `keys` are
 * those of the words, `typed` that of all together.
 */
export function misspeltJoin(
  keys: readonly string[],
  typed: string,
  lexicon: Lexicon,
  knownWords: KnownWords,
): MisspeltJoin | null {
  if (keys.length > LONGEST_MISSPELT || typed.length < SHORTEST_MISSPELT) return null
  const unheard = keys.filter((part) => !lexicon.forms.has(part))
  if (unheard.length === 0) return null
  const odd = unheard.find((part) => !knownWords.has(part)) ?? (unheard[0] as string)
  const isOddKnown = knownWords.has(odd)
  if (unheard.length === keys.length && isOddKnown) return null
  const others = keys.filter((part) => part !== odd)
  const isKnown = unheard.some((part) => knownWords.has(part))
  const limit = slipLimit(odd.length) || LIKELY_SLIP
  const limitOf = (near: string) => {
    if (!isKnown) return limit
    const form = lexicon.forms.get(near) as Form
    // «خراسان جنبی»: of a place one part was said right, so the other may be another word.
    // «برداشت حرد»: so may a part of what is no name by itself, if it stands there as said.
    const isSaid = unheard.length < keys.length && form.placeIds.length > 0
    const stands = others.every((part) => near.startsWith(part) || near.endsWith(part))
    return isSaid || (stands && !isOddKnown) ? limit : 0
  }
  const senses = lexicon.fuzzyJoined.near(typed, limitOf, limit).map(({ key: near, distance }) => ({
    form: lexicon.forms.get(near) as Form,
    cost: distance,
    risky: false,
    corrected: true,
  }))
  const [best, ...farther] = senses
  if (best === undefined) return null
  const isInflected =
    best.form.placeIds.length > 0 &&
    exactSenses(odd, lexicon).some(({ form }) => form.placeIds.length > 0)
  return { senses: [best, ...farther], isInflected }
}
