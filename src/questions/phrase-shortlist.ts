import type { Concept, Lexicon, Phrase } from './lexicon.ts'
import type { Word } from './sense.ts'

/** Weight heard of each phrase, by its id; all zero between calls. */
let weights = new Float64Array(1024)

/**
 * The phrases of which most was heard, best first, at most `most`. A word that many names share is
 * heard in thousands of them, so nothing is made for each one and only the best are put in order.
 */
export function shortlist(words: readonly Word[], lexicon: Lexicon, most: number): Phrase[] {
  const touched = weigh(words, lexicon)
  const best: { phrase: Phrase; rank: number }[] = []
  for (const id of touched) {
    const phrase = lexicon.phrases[id] as Phrase
    const weight = weights[id] as number
    weights[id] = 0
    const rank = weight / (phrase.weight + 0.5) + weight
    if (best.length === most && rank <= (best[most - 1] as { rank: number }).rank) continue
    let at = best.length
    while (at > 0 && (best[at - 1] as { rank: number }).rank < rank) at--
    best.splice(at, 0, { phrase, rank })
    if (best.length > most) best.pop()
  }
  return best.map(({ phrase }) => phrase)
}

/** Adds up what each word says of each phrase; gives the phrases in the order of their words. */
function weigh(words: readonly Word[], lexicon: Lexicon): number[] {
  if (weights.length < lexicon.phrases.length)
    weights = new Float64Array(2 * lexicon.phrases.length)
  const touched: number[] = []
  for (const word of words) {
    const concepts = new Set<number>()
    for (const { form } of word.senses)
      for (const { run } of form.concepts) for (const concept of run) concepts.add(concept)
    for (const concept of concepts) {
      const { weight } = lexicon.concepts[concept] as Concept
      for (const id of lexicon.postings[concept] ?? []) {
        if (weights[id] === 0) touched.push(id)
        weights[id] = (weights[id] as number) + weight
      }
    }
  }
  return touched
}
