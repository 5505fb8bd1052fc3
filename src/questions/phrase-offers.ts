import { key } from '../persian/normalise.ts'
import type { Sense, Word } from './sense.ts'
import { standsBeside } from './synonym-groups.ts'

/** A word, and what it would say of an indicator's name. */
export interface Offer {
  /** Index of the word. */
  readonly index: number
  readonly sense: Sense
  /** The concepts that it would stand for, all of them together. */
  readonly run: readonly number[]
  /** Doubt: inflection, synonyms, slips. */
  readonly cost: number
}

/** What the words of a question offer to names, whichever name is looked at. */
export interface Offers {
  readonly all: readonly Offer[]
  /** For each word what it may say once more: neither a guess nor a word of grammar. */
  readonly again: readonly (readonly Offer[])[]
  readonly concepts: ReadonlySet<number>
}

/** In Latin letters every word is spelt freely: that alone is little doubt. */
const FINGLISH = 0.3

export function offersOf(words: readonly Word[]): Offers {
  // As typed, and as it is heard: «bargh» is «برق».
  const said = words.flatMap(({ typed, senses }) => {
    const heard = senses[0]?.form.key
    return heard === undefined ? [key(typed)] : [key(typed), heard]
  })
  const all: Offer[] = []
  const concepts = new Set<number>()
  const again = words.map((word, index) => {
    const isPlace = word.senses.some(({ cost, form }) => cost === 0 && form.placeIds.length > 0)
    const own: Offer[] = []
    for (const sense of word.senses) {
      const doubt = word.token.kind === 'latin' ? sense.cost * FINGLISH : sense.cost
      const maySayAgain = !sense.risky && !isGrammar(word, sense)
      for (const meaning of sense.form.concepts) {
        const { run, cost } = meaning
        for (const concept of run) concepts.add(concept)
        if (!standsBeside(meaning, said)) continue
        const offer = { index, sense, run, cost: doubt + cost }
        if (maySayAgain) own.push(offer)
        // «کاشان» is a town, though «کاشی» is tiles.
        if (!isPlace || sense.cost + cost === 0) all.push(offer)
      }
    }
    return own
  })
  return { all, again, concepts }
}

/** A word of grammar says nothing of a name again («sal» is «سال» rather than «عسل»). */
function isGrammar({ senses }: Word, sense: Sense): boolean {
  const best = senses[0]
  if (best === undefined || best.cost >= sense.cost) return false
  return best.form.roles.has('function') || best.form.roles.has('time')
}
