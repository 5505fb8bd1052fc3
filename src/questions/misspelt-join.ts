import { slipLimit } from '../persian/distance.ts'
import { LIKELY_SLIP } from './corrected-senses.ts'
import { exactSenses } from './exact-senses.ts'
import type { Near } from './fuzzy-index.ts'
import { losesMeaning } from './kept-words.ts'
import type { KnownWords } from './known-words.ts'
import type { Form, Lexicon } from './lexicon.ts'
import type { Sense } from './sense.ts'

const LONGEST_MISSPELT = 4
const SHORTEST_MISSPELT = 7
const ONE_SLIP = 1

/** A name of several words that were misspelt. */
export interface MisspeltJoin {
  readonly senses: readonly [Sense, ...Sense[]]
  /** A word of it passes for a name by itself, but its neighbour belongs to it («خراسانه جنوبی»). */
  readonly isInflected: boolean
}

/**
 * «خمراسان رضوی», «سرمایه گلاری»: a name of several words of which one is no word. `keys` are
 * those of the words, `typed` that of all together. `isCompound` tells that only half-spaces part
 * them («نیش‌بینی»): then what its parts would mean alone tells nothing.
 */
export function misspeltJoin(
  keys: readonly string[],
  typed: string,
  lexicon: Lexicon,
  knownWords: KnownWords,
  isCompound = false,
): MisspeltJoin | null {
  if (keys.length > LONGEST_MISSPELT || typed.length < SHORTEST_MISSPELT) return null
  const unheard = keys.filter((part) => !lexicon.forms.has(part))
  if (unheard.length === 0) return null
  const isWord = (part: string) => !isCompound && knownWords.has(part)
  const odd = unheard.find((part) => !isWord(part)) ?? (unheard[0] as string)
  const isOddKnown = isWord(odd)
  if (unheard.length === keys.length && unheard.every((part) => knownWords.has(part))) return null
  const others = keys.filter((part) => part !== odd)
  const isKnown = unheard.some(isWord)
  const limit = slipLimit(odd.length) || LIKELY_SLIP
  const isStanding = (near: string) =>
    others.every((part) => near.startsWith(part) || near.endsWith(part))
  const limitOf = (near: string) => {
    const form = lexicon.forms.get(near) as Form
    // «خراسان جنبی», «آذربایجان شرق»: of a place one part was said right, so the other may be
    // another word.
    const isSaid = unheard.length < keys.length && form.placeIds.length > 0
    if (isSaid && form.words > 1 && isStanding(near)) return Math.max(limit, ONE_SLIP)
    // «برداشت حرد»: so may a part of what is no name by itself, if it stands there as said.
    return isSaid || !isKnown || (isStanding(near) && !isOddKnown) ? limit : 0
  }
  const senses = lexicon.fuzzyJoined
    .near(typed, limitOf, Math.max(limit, ONE_SLIP))
    .filter((near) => !losesWithin(keys, near, lexicon, knownWords))
    .map(({ key: near, distance }) => ({
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

/** Whether a part that was typed as one word loses what it says («وارداتسیب زمینی»). */
function losesWithin(
  keys: readonly string[],
  { key: meant, distance }: Near,
  lexicon: Lexicon,
  knownWords: KnownWords,
): boolean {
  const typed = keys.join('')
  return keys.some((part, at) => {
    const before = keys.slice(0, at).join('').length
    const after = typed.length - before - part.length
    const own = meant.slice(before, meant.length - after)
    return own !== part && losesMeaning(part, own, distance, lexicon, knownWords)
  })
}
