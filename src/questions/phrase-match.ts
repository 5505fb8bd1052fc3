import { key } from '../persian/normalise.ts'
import type { Concept, Lexicon, Phrase } from './lexicon.ts'
import { type Offer, type Offers, offersOf } from './phrase-offers.ts'
import { shortlist } from './phrase-shortlist.ts'
import type { Sense, Word } from './sense.ts'
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
  /** The number of the phrase was not said, or another one. */
  readonly lacksNumber: boolean
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
/** A name heard whole is preferred over an alias that leaves out part of another name. */
export const ELLIPTIC = 0.9

/** The names of which most was heard, best first, and what the words offer to each. */
export interface HeardNames {
  readonly phrases: readonly Phrase[]
  readonly offers: Offers
  readonly lexicon: Lexicon
}

export function namesHeard(words: readonly Word[], lexicon: Lexicon): HeardNames {
  return {
    phrases: shortlist(words, lexicon, CANDIDATES),
    offers: offersOf(words),
    lexicon,
  }
}

/** Phrases that share a concept with the question, best first by what of them was heard. */
export function matchPhrases(words: readonly Word[], lexicon: Lexicon): PhraseMatch[] {
  const names = namesHeard(words, lexicon)
  return names.phrases
    .map((phrase) => matchPhrase(phrase, names))
    .filter((match) => match.words.size > 0)
}

/** What the coverage of a phrase, once it is matched, cannot exceed. */
export function mostCoverage({ concepts }: Phrase, { offers, lexicon }: HeardNames): number {
  let heard = 0
  let total = 0
  for (let at = 0; at < concepts.length; at++) {
    const concept = concepts[at] as number
    if (concepts.indexOf(concept) < at) continue
    const { weight } = lexicon.concepts[concept] as Concept
    total += weight
    if (offers.concepts.has(concept)) heard += weight
  }
  return total === 0 ? 0 : heard / total
}

/** Gives each concept of the phrase its cheapest word; a word serves one run of concepts. */
export function matchPhrase(phrase: Phrase, { offers, lexicon }: HeardNames): PhraseMatch {
  const wanted = distinct(phrase.concepts)
  const used = new Map<number, Sense>()
  const found: number[] = []
  let cost = 0
  let riskyWeight = 0
  for (const offer of offersTo(phrase, offers.all)) {
    if (used.has(offer.index) || exceeds(phrase.concepts, found, offer.run)) continue
    used.set(offer.index, offer.sense)
    found.push(...offer.run)
    cost += offer.cost
    if (offer.sense.risky) riskyWeight += weightOf(offer.run, lexicon)
  }
  for (const { index, sense, run } of saidAgain(phrase, offers, lexicon, used, found)) {
    used.set(index, sense)
    cost += sense.cost
    found.push(...run)
  }
  const heard = wanted.filter((concept) => found.includes(concept))
  const unsaid = wanted.filter((concept) => !found.includes(concept))
  const head = phrase.concepts.find((concept) => isTelling(concept, lexicon))
  const isMeasured = head === undefined || MEASURES.has((lexicon.concepts[head] as Concept).word)
  const elliptic = !phrase.isName && leavesOut(phrase.indicatorId, used, lexicon)
  if (elliptic) cost += ELLIPTIC
  const total = weightOf(wanted, lexicon)
  return {
    phrase,
    words: used,
    coverage: total === 0 ? 0 : weightOf(heard, lexicon) / total,
    cost,
    lacksEssential: unsaid.some((concept) => (lexicon.concepts[concept] as Concept).essential),
    lacksNumber: phrase.needed.some((concept) => !found.includes(concept)),
    riskyWeight,
    elliptic,
    lacksHead: head !== undefined && !isMeasured && !found.includes(head),
    splitsList:
      phrase.listed.some((concept) => found.includes(concept)) &&
      phrase.listed.some((concept) => !found.includes(concept)),
    unsaid,
    telling: heard.some((concept) => isTelling(concept, lexicon)),
  }
}

/** What the words offer to a phrase, cheapest first. */
function offersTo(phrase: Phrase, all: readonly Offer[]): Offer[] {
  const offers: Offer[] = []
  for (const offer of all) {
    if (!includesAll(phrase.concepts, offer.run)) continue
    // «درست کرد» is the making of what a name begins with, not «بازگشت کارخانه‌ها به تولید».
    if (offer.asked && !phrase.isName && phrase.concepts[0] !== offer.run[0]) continue
    const isLiteral = offer.sense.cost === 0 && phrase.keys.includes(offer.sense.form.key)
    offers.push(isLiteral ? offer : { ...offer, cost: offer.cost + NOT_LITERAL })
  }
  return offers.sort((a, b) => a.cost / a.run.length - b.cost / b.run.length)
}

/**
 * Words that say the same once more, by another name of the indicator. That name must be heard
 * whole with them: «تعطیل» is part of «احیای کارخانه‌های تعطیل», and alone it is something else.
 */
function saidAgain(
  phrase: Phrase,
  { again }: Offers,
  lexicon: Lexicon,
  used: ReadonlyMap<number, Sense>,
  found: readonly number[],
): Offer[] {
  const own = lexicon.indicatorConcepts.get(phrase.indicatorId) ?? new Set(found)
  const offers: Offer[] = []
  for (const [index, ofWord] of again.entries()) {
    if (used.has(index)) continue
    const offer = ofWord.find(({ run }) => run.every((concept) => own.has(concept)))
    if (offer !== undefined) offers.push(offer)
  }
  if (offers.length === 0) return []
  const heard = new Set([...found, ...offers.flatMap(({ run }) => run)])
  const whole = new Set(found)
  for (const other of lexicon.phrasesOf.get(phrase.indicatorId) ?? [])
    if (other.concepts.every((concept) => heard.has(concept) || !isTelling(concept, lexicon)))
      for (const concept of other.concepts) whole.add(concept)
  return offers.filter(({ run }) => run.every((concept) => whole.has(concept)))
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
  const senses = [...used.values()]
  const names = lexicon.nameConcepts.get(indicatorId) ?? []
  return !names.some((concepts) => concepts.every((concept) => isSaid(concept, senses)))
}

function isSaid(concept: number, senses: readonly Sense[]): boolean {
  return senses.some(({ form }) => form.concepts.some(({ run }) => run.includes(concept)))
}

function distinct(concepts: readonly number[]): number[] {
  return concepts.filter((concept, at) => concepts.indexOf(concept) === at)
}

function includesAll(all: readonly number[], some: readonly number[]): boolean {
  for (const one of some) if (!all.includes(one)) return false
  return true
}

/**
 * Whether a run says something more often than the phrase has it: of «واحدهای صنعتی … شهرک‌های
 * صنعتی» each part says «صنعتی». What says nothing new is left for what says more.
 */
function exceeds(
  wanted: readonly number[],
  found: readonly number[],
  run: readonly number[],
): boolean {
  if (includesAll(found, run)) return true
  const count = (all: readonly number[], one: number) => all.filter((other) => other === one).length
  return run.some((one) => found.includes(one) && count(found, one) >= count(wanted, one))
}

function weightOf(concepts: readonly number[], lexicon: Lexicon): number {
  let sum = 0
  for (const concept of concepts) sum += (lexicon.concepts[concept] as Concept).weight
  return sum
}
