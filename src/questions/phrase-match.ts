import { key } from '../persian/normalise.ts'
import type { Concept, Lexicon, Phrase } from './lexicon.ts'
import { shortlist } from './phrase-shortlist.ts'
import type { Sense, Word } from './recognise.ts'
import { MEASURE_HEADS } from './words.ts'

/** How a phrase was heard in the words of a question. */
export interface PhraseMatch {
  readonly phrase: Phrase
  /** Index of the word → the sense in which it was heard. */
  readonly words: ReadonlyMap<number, Sense>
  /** Share of the phrase's weight that was heard, 0 to 1. */
  readonly coverage: number
  /** Doubt summed over the words: inflection, synonyms, slips. */
  readonly cost: number
  /** An essential concept of the phrase was not said. */
  readonly lacksEssential: boolean
  /** The weight that rests on words taken for another Persian word. */
  readonly riskyWeight: number
  /** An alias was heard that leaves out telling words of the name: a weaker claim. */
  readonly elliptic: boolean
  /** The first telling word of the phrase, unless it only tells what is measured, was not said. */
  readonly lacksHead: boolean
  /** Some of the things that the phrase lists were said, and some were not. */
  readonly splitsList: boolean
  /** The concepts of the phrase that were not heard. */
  readonly unsaid: readonly number[]
  /** Whether a telling word (not one that many names share) was heard. */
  readonly telling: boolean
}

/** The literal word is preferred over a synonym or an inflection of it. */
const NOT_LITERAL = 0.05
const MEASURES = new Set(MEASURE_HEADS.map(key))
/** More names than this are never worth a closer look. */
const CANDIDATES = 60
/** In Latin letters every word is spelt freely: that alone is little doubt. */
const FINGLISH = 0.3
/** A name heard whole is preferred over an alias that leaves out part of another name. */
export const ELLIPTIC = 0.9

/** Phrases that share a concept with the question, best first by what of them was heard. */
export function matchPhrases(words: readonly Word[], lexicon: Lexicon): PhraseMatch[] {
  const said = words.map((word) => key(word.typed))
  return shortlist(words, lexicon, CANDIDATES)
    .map((phrase) => matchPhrase(phrase, words, said, lexicon))
    .filter((match) => match.words.size > 0)
}

/** Gives each concept of the phrase its cheapest word; a word serves one run of concepts. */
function matchPhrase(
  phrase: Phrase,
  words: readonly Word[],
  said: readonly string[],
  lexicon: Lexicon,
): PhraseMatch {
  const excepted = (others: readonly string[]) =>
    others.some((other) => said.some((word) => word.startsWith(other)))
  const wanted = new Set(phrase.concepts)
  const offers: { index: number; sense: Sense; run: readonly number[]; cost: number }[] = []
  words.forEach((word, index) => {
    const isPlace = word.senses.some(({ cost, form }) => cost === 0 && form.placeIds.length > 0)
    for (const sense of word.senses) {
      for (const { run, cost, notWith } of sense.form.concepts) {
        // «کاشان» is a town, though «کاشی» is tiles.
        if (isPlace && sense.cost + cost > 0) continue
        if (!run.every((concept) => wanted.has(concept))) continue
        if (excepted(notWith)) continue
        const literal = sense.cost === 0 && phrase.keys.has(sense.form.key) ? 0 : NOT_LITERAL
        const doubt = word.token.kind === 'latin' ? sense.cost * FINGLISH : sense.cost
        offers.push({ index, sense, run, cost: doubt + cost + literal })
      }
    }
  })
  offers.sort((a, b) => a.cost / a.run.length - b.cost / b.run.length)
  const used = new Map<number, Sense>()
  const found = new Set<number>()
  let cost = 0
  let riskyWeight = 0
  for (const offer of offers) {
    if (used.has(offer.index) || offer.run.some((concept) => found.has(concept))) continue
    used.set(offer.index, offer.sense)
    for (const concept of offer.run) found.add(concept)
    cost += offer.cost
    if (offer.sense.risky) riskyWeight += weightOf(offer.run, lexicon)
  }
  const again = saidAgain(phrase, words, lexicon, used, found, excepted)
  for (const { index, sense, run } of again) {
    used.set(index, sense)
    cost += sense.cost
    for (const concept of run) found.add(concept)
  }
  const heard = [...wanted].filter((concept) => found.has(concept))
  const head = phrase.concepts.find((concept) => isTelling(concept, lexicon))
  const isMeasured = head === undefined || MEASURES.has((lexicon.concepts[head] as Concept).word)
  const elliptic = !phrase.isName && leavesOut(phrase.indicatorId, used, lexicon)
  if (elliptic) cost += ELLIPTIC
  const total = weightOf([...wanted], lexicon)
  return {
    phrase,
    words: used,
    coverage: total === 0 ? 0 : weightOf(heard, lexicon) / total,
    cost,
    lacksEssential: [...wanted].some(
      (concept) => !found.has(concept) && (lexicon.concepts[concept] as Concept).essential,
    ),
    riskyWeight,
    elliptic,
    lacksHead: head !== undefined && !isMeasured && !found.has(head),
    splitsList:
      phrase.listed.some((concept) => found.has(concept)) &&
      phrase.listed.some((concept) => !found.has(concept)),
    unsaid: [...wanted].filter((concept) => !found.has(concept)),
    telling: heard.some((concept) => isTelling(concept, lexicon)),
  }
}

/**
 * Words that say the same once more, by another name of the indicator. That name must be heard
 * whole with them: «تعطیل» is part of «احیای کارخانه‌های تعطیل», and alone it is something else.
 */
function saidAgain(
  phrase: Phrase,
  words: readonly Word[],
  lexicon: Lexicon,
  used: ReadonlyMap<number, Sense>,
  found: ReadonlySet<number>,
  excepted: (others: readonly string[]) => boolean,
): Offer[] {
  const own = lexicon.indicatorConcepts.get(phrase.indicatorId) ?? found
  const offers: Offer[] = []
  words.forEach((word, index) => {
    if (used.has(index)) return
    for (const sense of word.senses) {
      if (sense.risky || isGrammar(word, sense)) continue
      const meaning = sense.form.concepts.find(
        ({ run, notWith }) => run.every((concept) => own.has(concept)) && !excepted(notWith),
      )
      if (meaning === undefined) continue
      offers.push({ index, sense, run: meaning.run })
      break
    }
  })
  if (offers.length === 0) return []
  const heard = new Set([...found, ...offers.flatMap(({ run }) => run)])
  const whole = new Set(found)
  for (const other of lexicon.phrasesOf.get(phrase.indicatorId) ?? [])
    if (other.concepts.every((concept) => heard.has(concept) || !isTelling(concept, lexicon)))
      for (const concept of other.concepts) whole.add(concept)
  return offers.filter(({ run }) => run.every((concept) => whole.has(concept)))
}

/** A word of grammar says nothing of a name again («sal» is «سال» rather than «عسل»). */
function isGrammar({ senses }: Word, sense: Sense): boolean {
  const best = senses[0]
  if (best === undefined || best.cost >= sense.cost) return false
  return best.form.roles.has('function') || best.form.roles.has('time')
}

/** A word, and what it would say of the indicator. */
interface Offer {
  readonly index: number
  readonly sense: Sense
  readonly run: readonly number[]
}

function isTelling(concept: number, lexicon: Lexicon): boolean {
  return (lexicon.concepts[concept] as Concept).telling
}

/** Whether some telling word of the name was said neither so nor by another of its names. */
function leavesOut(
  indicatorId: number,
  used: ReadonlyMap<number, Sense>,
  lexicon: Lexicon,
): boolean {
  const said = new Set<number>()
  for (const sense of used.values())
    for (const { run } of sense.form.concepts) for (const concept of run) said.add(concept)
  const names = lexicon.nameConcepts.get(indicatorId) ?? []
  return !names.some((concepts) => concepts.every((concept) => said.has(concept)))
}

function weightOf(concepts: readonly number[], lexicon: Lexicon): number {
  return concepts.reduce((sum, concept) => sum + (lexicon.concepts[concept] as Concept).weight, 0)
}
