import { key } from '../persian/normalise.ts'
import type { Candidate } from './candidate.ts'
import type { Concept, Lexicon } from './lexicon.ts'
import type { PhraseMatch } from './phrase-match.ts'
import type { Aspect, Interpretation, Reading } from './question.ts'
import { IMPLIED_WORDS, MEASURE_HEADS } from './words.ts'

/**
 * Thresholds of the decision between answering, asking back and refusing, found with
 * `npm run eval` on the part of the questions that is not held back.
 */
export const DECISION = {
  /** A name heard as well as this is answered if the next one is clearly behind. */
  sure: 0.82,
  /** How far behind the next one must be. */
  margin: 0.1,
  /** A name heard as well as this is answered when no other name explains the words at all. */
  alone: 0.4,
  /** … and this much of the name was meant, slips aside: half a name may be another thing. */
  half: 0.5,
  /** Below this a name is not even offered. */
  offered: 0.28,
  /** The share of a name that may rest on a word taken for another Persian word. */
  risky: 0.45,
} as const

const MOST_CHOICES = 6

export function isExplained(candidate: Candidate): boolean {
  const { unexplained, conditions, invalidPeriods } = candidate
  return unexplained.length + conditions.length + invalidPeriods.length === 0
}

export function isTelling(candidate: Candidate): boolean {
  return candidate.match?.telling === true
}

/** The candidates that explain all words, the best of each indicator, best first. */
export function explainedOf(candidates: readonly Candidate[]): Candidate[] {
  const heads = withHead(candidates)
  const explained = candidates.filter(isExplained)
  // «بانک‌ها» says nothing beside loans, unless there are loans of banks.
  const isNamed = (at: number) =>
    explained.some(({ match, score }) => score >= DECISION.offered && match?.words.has(at))
  return bestOfEach(explained.filter((one) => !one.companions.some(isNamed))).map((one) =>
    heads.has(one.match?.phrase.indicatorId) ? { ...one, lacksHead: false } : one,
  )
}

/**
 * Whether {@link decide} answers with this one though others score up to `others`: it was heard as
 * well as a name must be, and none of them is near enough to matter.
 */
export function isClearly(one: Candidate, others: number, lexicon: Lexicon): boolean {
  return (
    isExplained(one) &&
    isSafe(one, lexicon) &&
    one.match?.elliptic === false &&
    one.meant >= DECISION.sure &&
    one.score >= DECISION.offered &&
    one.score - others >= DECISION.margin + ROUNDING
  )
}

const ROUNDING = 1e-9

/** The indicators of which some name was heard from its first telling word on. */
function withHead(candidates: readonly Candidate[]): ReadonlySet<number | undefined> {
  const heard = candidates.filter(
    (one) => !one.lacksHead && one.score >= DECISION.alone && isExplained(one),
  )
  return new Set(heard.map(({ match }) => match?.phrase.indicatorId))
}

/** «واحد راکد», short for their revival, is all but a word of the very name of «واحدهای صنعتی راکد». */
function isWithinNameOf({ match }: Candidate, { match: other, score }: Candidate): boolean {
  if (match === null || other?.phrase.isName !== true || score < DECISION.alone) return false
  const name = other.phrase.concepts
  const heard = [...match.words.values()].map(({ form }) =>
    form.concepts.find(({ run }) => run.every((concept) => name.includes(concept))),
  )
  const said = new Set(heard.flatMap((meaning) => meaning?.run ?? []))
  return heard.every((meaning) => meaning !== undefined) && said.size >= name.length - 1
}

/**
 * Whether the words are one name and only part of another: «ارزش افزوده بخش صنعت» is not its
 * growth, «بیکاری» not that of the young. The one may lack a word that only tells what is measured.
 */
function isPlainly(one: Candidate, other: Candidate, lexicon: Lexicon): boolean {
  if (one.match?.phrase.isName !== true || other.match === null) return false
  if (doubtBeside(one.match, other.match) > PLAIN_COST || one.match.elliptic) return false
  const lacks = (candidate: Candidate) =>
    unsaidOf(candidate).map((id) => lexicon.concepts[id] as Concept)
  // «بیشترین پسته» is that of its production.
  const ranked = RANKED.some((aspect) => one.aspects.has(aspect))
  const isWhole = lacks(one).every(
    ({ word }) => NEUTRAL.has(word) || (ranked && word === PRODUCTION),
  )
  const heard = [...one.match.words.keys()]
  const others = [...other.match.words.keys()]
  // «نرخ رشد ارزش افزوده»: of a name within the name nothing is asked.
  const isInside = others.length < heard.length && others.every((at) => one.match?.words.has(at))
  return (
    isWhole &&
    (isInside ||
      lacks(other).some(({ telling, word }) => telling || ASPECT_WORDS_IN_NAMES.has(word)))
  )
}

/** The doubt of what was heard of one name and not of the other: a slip in both tells nothing. */
function doubtBeside(one: PhraseMatch, other: PhraseMatch): number {
  const shared = [...one.words].filter(([at, { corrected }]) => corrected && other.words.has(at))
  return one.cost - shared.reduce((sum, [, { cost }]) => sum + cost, 0)
}

/** «چقدر گندم داد»: of what is made, all but the word for making was said. */
function isMade(one: Candidate, { concepts }: Lexicon): boolean {
  const words = unsaidOf(one).map((id) => (concepts[id] as Concept).word)
  return one.makes && words.length === 1 && words[0] === PRODUCTION && !one.match?.elliptic
}

/**
 * Whether what was not said of a name makes no other thing of it: words that many names share,
 * that tell what is measured, or the one word of a long name.
 */
function isAllBut(one: Candidate, lexicon: Lexicon): boolean {
  if (one.match?.lacksNumber) return false
  const concepts = one.match?.phrase.concepts ?? []
  const tells = (id: number) => {
    const { telling, word } = lexicon.concepts[id] as Concept
    return telling && !MEASURES.has(word) && word !== INDUSTRY && !IMPLIED.has(word)
  }
  const missing = unsaidOf(one)
  const unsaid = missing.filter(tells).length
  const said = concepts.filter((id) => tells(id) && !missing.includes(id)).length
  return unsaid === 0 ? said > 0 || missing.length === 0 : unsaid === 1 && said >= LONG_NAME
}

const MEASURES = new Set(MEASURE_HEADS.map(key))
/** Of permits and units without another word. */
const INDUSTRY = 'صنعت'
const LONG_NAME = 4
/** What another word of the name implies, or what anything may be («ماهی» of «ماهی قزل‌آلا»). */
const IMPLIED = new Set(IMPLIED_WORDS.map(key))

/** «دام سبک» of «جمعیت دام سبک». */
function lacksOnlyImplied(one: Candidate, { concepts }: Lexicon): boolean {
  return unsaidOf(one).every((id) => {
    const { telling, word } = concepts[id] as Concept
    return !telling || IMPLIED.has(word)
  })
}

/** The concepts of a name that were not said. */
function unsaidOf({ match }: Candidate): readonly number[] {
  return match?.unsaid ?? []
}

/** Inflection and joins are no doubt. */
const PLAIN_COST = 0.3
/** Words that tell how something is measured, and nothing of what it is. */
const NEUTRAL = new Set('نرخ میزان تعداد مقدار شمار رقم'.split(' '))
const PRODUCTION = 'تولید'
const MAKING = new Set([PRODUCTION, 'استخراج', 'برداشت', 'صید'])
const RANKED: readonly Aspect[] = ['most', 'least', 'rank', 'share']
/** Words that make another thing of a name («نرخ رشد …», «سهم … از …»). */
const ASPECT_WORDS_IN_NAMES = new Set('رشد سهم تغییر کاهش افزایش نسبت رتبه'.split(' '))

/**
 * Whether it is asked how many there are («چند تراکتور هست», «تعداد تراکتورها») and the name tells how
 * many are made: the one says nothing of the other.
 */
function isMadeForThere(one: Candidate, { concepts }: Lexicon): boolean {
  // What is counted of a year was made in it.
  const isCount = one.counts && !one.makes && one.periods.length === 0
  if (!one.stock && !isCount) return false
  return unsaidOf(one).some((id) => MAKING.has((concepts[id] as Concept).word))
}

/** Whether nothing about the name itself speaks against answering. */
function isSafe(one: Candidate, lexicon: Lexicon): boolean {
  const { match } = one
  return (
    match !== null &&
    // A unit that fits («چند مگاوات») stands in for the word of the name that it measures.
    (!match.lacksEssential || one.unit !== null) &&
    match.telling &&
    !match.lacksNumber &&
    !match.splitsList &&
    one.unitFits &&
    !(one.stock && match.elliptic) &&
    !isMadeForThere(one, lexicon) &&
    (!one.lacksHead || one.meant >= DECISION.sure || lacksOnlyImplied(one, lexicon)) &&
    match.riskyWeight <= DECISION.risky * match.phrase.weight
  )
}

/** Names that explain all words: answer the clear winner, otherwise ask. */
export function decide(
  candidates: readonly Candidate[],
  lexicon: Lexicon,
  read: (candidate: Candidate) => Reading[],
): Interpretation | null {
  const fitting = candidates.filter((one) => one.unitFits)
  const eligible = fitting.length > 0 ? fitting : candidates
  const offered = eligible.filter((one) => one.score >= DECISION.offered)
  const best = offered[0]
  if (best === undefined) return null
  const runnerUp = offered[1]
  const match = best.match
  const lead = best.score - (runnerUp?.score ?? 0)
  const sure =
    (best.meant >= DECISION.sure && lead >= DECISION.margin) ||
    (isMade(best, lexicon) && lead >= DECISION.margin) ||
    (offered.length > 1 && offered.slice(1).every((other) => isPlainly(best, other, lexicon)))
  const alone =
    best.score >= DECISION.alone &&
    best.meant >= DECISION.half &&
    runnerUp === undefined &&
    // Half a name may be another thing: «تعداد پزشکان» is not that of the specialists, nor
    // «چند هکتار جنگل» what of it burned.
    isAllBut(best, lexicon)
  const isWithin =
    match?.elliptic === true &&
    offered.some((other) => other !== best && isWithinNameOf(best, other))
  const safe = isSafe(best, lexicon) && !isWithin
  const readings = read(best)
  if ((sure || alone) && safe) {
    const doubtfulPlace = best.places.some((place) => place.risky)
    if (readings.length === 1 && !doubtfulPlace)
      return { status: 'understood', reading: readings[0] as Reading }
    const ofAspect = best.judged || best.mayRank
    const about = doubtfulPlace ? 'spelling' : ofAspect ? 'indicator' : 'place'
    return { status: 'choices', about, readings }
  }
  const choices = offered.slice(0, MOST_CHOICES).flatMap((one) =>
    read(one)
      .slice(0, 1)
      .map((reading) => ({
        ...reading,
        whole: !one.match?.lacksEssential && isAllBut(one, lexicon),
      })),
  )
  const about = offered.length === 1 ? 'spelling' : 'indicator'
  return choices.length === 0 ? null : { status: 'choices', about, readings: choices }
}

/** The best candidate of each indicator, best first. */
export function bestOfEach(candidates: readonly Candidate[]): Candidate[] {
  const best = new Map<number, Candidate>()
  for (const candidate of candidates) {
    const id = candidate.match?.phrase.indicatorId ?? -1
    const before = best.get(id)
    if (before === undefined || candidate.score > before.score) best.set(id, candidate)
  }
  return [...best.values()].sort((a, b) => b.score - a.score)
}
