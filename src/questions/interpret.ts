import { key, stripMarkup } from '../persian/normalise.ts'
import { tokenise } from '../persian/tokens.ts'
import { type Candidate, candidateOf } from './candidate.ts'
import { readGrammar } from './grammar.ts'
import { heardIn } from './heard.ts'
import type { KnownWords } from './known-words.ts'
import type { Concept, Lexicon } from './lexicon.ts'
import { questionsOfListed } from './listed-indicators.ts'
import { matchPhrases } from './phrase-match.ts'
import { withPlaceGuess } from './place-guess.ts'
import type { Aspect, Interpretation, Question, Reading } from './question.ts'
import { readingsOf } from './readings.ts'
import { recognise, type Word } from './recognise.ts'
import { otherLayout } from './spellings.ts'
import { splitQuestions, withoutAsking } from './split-questions.ts'
import { MEASURE_HEADS } from './words.ts'

export interface InterpretContext {
  /** ISO day that relative words count from. */
  readonly today: string
  /** The question that a follow-up refers to. */
  readonly previous: Question | null
  readonly knownWords: KnownWords
}

/**
 * Thresholds of the decision between answering, asking back and refusing, found with
 * `npm run eval` on the part of the questions that is not held back.
 */
const DECISION = {
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
const LONGEST_QUESTION = 600

/** Understands a message: one interpretation for each question in it, in order. */
export function interpret(
  text: string,
  lexicon: Lexicon,
  context: InterpretContext,
): Interpretation[] {
  const clean = stripMarkup(text.slice(0, LONGEST_QUESTION * 4)).slice(0, LONGEST_QUESTION)
  const plain = interpretSpelling(clean, lexicon, context)
  const other = rank(plain) >= RANKS.help ? null : otherLayout(clean)
  if (other === null) return plain
  const repaired = interpretSpelling(other, lexicon, context)
  return rank(repaired) > Math.max(rank(plain), RANKS.unexplained + 1) ? repaired : plain
}

function interpretSpelling(
  text: string,
  lexicon: Lexicon,
  context: InterpretContext,
): Interpretation[] {
  const words = recognise(tokenise(text), lexicon, context.knownWords)
  const interpretations: Interpretation[] = []
  let previous = context.previous
  let before: readonly Word[] = []
  for (const part of splitQuestions(words)) {
    const alone = interpretWords(part, lexicon, { ...context, previous })
    // «چند مصوبه داشته و چند درصدش اجرا شده»: the second part lives on the words of the first.
    const together =
      alone.status !== 'understood' && before.length > 0
        ? interpretWords([...withoutAsking(before), ...part], lexicon, { ...context, previous })
        : alone
    const interpretation = isLed(together) ? together : alone
    const listed =
      interpretation.status === 'understood'
        ? null
        : ((isLed(interpretation) ? null : ofListed(part, lexicon, { ...context, previous })) ??
          ofKin(part, interpretation, lexicon, { ...context, previous }))
    if (listed !== null) {
      interpretations.push(...listed)
      before = part
      continue
    }
    interpretations.push(interpretation)
    if (interpretation.status === 'understood') previous = interpretation.reading.question
    before = part
  }
  return interpretations
}

/** «تولید گندم و جو یزد»: a question about each, when each is understood and another thing. */
function ofListed(
  words: readonly Word[],
  lexicon: Lexicon,
  context: InterpretContext,
): Interpretation[] | null {
  for (const questions of questionsOfListed(words)) {
    const each = questions.map((text) =>
      interpretWords(recognise(tokenise(text), lexicon, context.knownWords), lexicon, context),
    )
    const understood = each.flatMap((one) => (one.status === 'understood' ? [one.reading] : []))
    const ids = new Set(understood.map(({ question }) => question.indicator?.value))
    const isPlain = understood.every(({ question }) => LISTABLE.has(question.aspect))
    if (isPlain && understood.length === questions.length && ids.size === questions.length)
      return each
  }
  return null
}

/**
 * «جوانان چی؟» after the unemployment rate, «صادراتش؟» after the production of pistachios: words
 * that with those of the indicator asked before name another one, and nothing is left over.
 */
function ofKin(
  words: readonly Word[],
  alone: Interpretation,
  lexicon: Lexicon,
  context: InterpretContext,
): Interpretation[] | null {
  const before = context.previous?.indicator?.value
  const name = lexicon.indicators.get(before ?? -1)?.name
  if (name === undefined) return null
  const said = words.map(({ typed }) => typed).join(' ')
  const parts = name.split(' ')
  for (const kept of [parts, parts.slice(1), parts.slice(0, -1)]) {
    if (kept.length === 0) continue
    const text = `${kept.join(' ')} ${said}`
    const one = interpretWords(
      recognise(tokenise(text), lexicon, context.knownWords),
      lexicon,
      context,
    )
    if (one.status !== 'understood') continue
    const { indicator, aspect } = one.reading.question
    if (indicator === null || indicator.value === before || !LISTABLE.has(aspect)) continue
    // What the words may mean by themselves bounds what they mean with the name.
    if (
      alone.status !== 'choices' ||
      alone.readings.some(({ question }) => question.indicator?.value === indicator.value)
    )
      return [one]
  }
  return null
}

/** What is asked of each of several indicators; a sum or a difference is asked of them together. */
const LISTABLE: ReadonlySet<Aspect> = new Set(['value', 'rank', 'change', 'trend', 'achieved'])

function isLed({ status }: Interpretation): boolean {
  return status === 'understood' || status === 'choices'
}

/** Of several spellings the one that the vocabulary explains best is kept. */
const RANKS: Readonly<Record<Interpretation['status'], number>> = {
  understood: 4,
  choices: 3,
  help: 2.5,
  unexplained: 1,
  not_understood: 0,
}

function rank(interpretations: readonly Interpretation[]): number {
  const ranks = interpretations.map((one) => {
    const bonus =
      one.status === 'unexplained' ? Math.min(0.5, one.near.length / 4) - one.words.length / 50 : 0
    return RANKS[one.status] + bonus
  })
  return Math.min(...ranks)
}

function interpretWords(
  words: readonly Word[],
  lexicon: Lexicon,
  context: InterpretContext,
): Interpretation {
  const before = context.previous?.periods?.value.at(-1) ?? null
  const grammar = readGrammar(words, context.today, before)
  const heard = heardIn(words, grammar, lexicon)
  const plain = candidateOf(null, heard)
  const candidates = matchPhrases(words, lexicon).map((match) => candidateOf(match, heard))
  const read = (candidate: Candidate) => readingsOf(candidate, lexicon, context)
  const heads = withHead(candidates)
  const explained = bestOfEach(candidates.filter(isExplained)).map((one) =>
    heads.has(one.match?.phrase.indicatorId) ? { ...one, lacksHead: false } : one,
  )

  if (explained.length > 0 && !(plainSuffices(plain, context) && !explained.some(isTelling))) {
    const decided = decide(explained, lexicon, read)
    if (decided !== null) return decided
  }
  if (grammar.help.length > 0 && plain.unexplained.length === 0) return { status: 'help' }
  if (isExplained(plain)) {
    const silent = !says(plain) && grammar.followUps.length === 0 && !plain.asksAmount
    if (silent && words.some((word) => word.token.kind !== 'punctuation')) return { status: 'help' }
    const readings = read(plain)
    if (readings.length > 1) return { status: 'choices', about: 'place', readings }
    if (readings[0] !== undefined) return { status: 'understood', reading: readings[0] }
  }
  return guessed(words, candidates, lexicon, context) ?? refusal(plain, candidates, read)
}

/** All but one word is understood, and that one is a slip away from a place: is that meant? */
function guessed(
  words: readonly Word[],
  candidates: readonly Candidate[],
  lexicon: Lexicon,
  context: InterpretContext,
): Interpretation | null {
  const whole = candidates.find(
    (one) =>
      one.unexplained.length === 1 &&
      one.places.length === 0 &&
      !one.excluded &&
      !one.invalidPeriod &&
      one.score >= DECISION.offered,
  )
  const guess = whole && withPlaceGuess(words, whole.unexplained[0] as string, lexicon)
  if (!guess) return null
  const interpretation = interpretWords(guess, lexicon, context)
  return interpretation.status === 'choices' ? { ...interpretation, about: 'spelling' } : null
}

function isExplained(candidate: Candidate): boolean {
  return candidate.unexplained.length === 0 && !candidate.excluded && !candidate.invalidPeriod
}

function isTelling(candidate: Candidate): boolean {
  return candidate.match?.telling === true
}

/** A follow-up or a list needs no name of an indicator. */
function plainSuffices(plain: Candidate, context: InterpretContext): boolean {
  return isExplained(plain) && context.previous !== null && says(plain)
}

function says(plain: Candidate): boolean {
  return (
    plain.places.length > 0 ||
    plain.periods.length > 0 ||
    plain.aspects.size > 0 ||
    plain.kind !== null ||
    plain.step !== null ||
    plain.unit !== null
  )
}

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
  if (one.match.cost > PLAIN_COST || one.match.elliptic) return false
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

/**
 * Whether what was not said of a name makes no other thing of it: words that many names share,
 * that tell what is measured, or the one word of a long name.
 */
function isAllBut(one: Candidate, lexicon: Lexicon): boolean {
  const concepts = one.match?.phrase.concepts ?? []
  const tells = (id: number) => {
    const { telling, word } = lexicon.concepts[id] as Concept
    return telling && !MEASURES.has(word) && word !== INDUSTRY
  }
  const unsaid = unsaidOf(one).filter(tells).length
  return unsaid === 0 || (unsaid === 1 && concepts.filter(tells).length - unsaid >= LONG_NAME)
}

const MEASURES = new Set(MEASURE_HEADS.map(key))
/** Of permits and units without another word. */
const INDUSTRY = 'صنعت'
const LONG_NAME = 4

/** The concepts of a name that were not said. */
function unsaidOf({ match }: Candidate): readonly number[] {
  return match?.unsaid ?? []
}

/** Inflection and joins are no doubt. */
const PLAIN_COST = 0.3
/** Words that tell how something is measured, and nothing of what it is. */
const NEUTRAL = new Set('نرخ میزان تعداد مقدار شمار رقم'.split(' '))
const PRODUCTION = 'تولید'
const RANKED: readonly Aspect[] = ['most', 'least', 'rank', 'share']
/** Words that make another thing of a name («نرخ رشد …», «سهم … از …»). */
const ASPECT_WORDS_IN_NAMES = new Set('رشد سهم تغییر کاهش افزایش نسبت رتبه'.split(' '))

/** Names that explain all words: answer the clear winner, otherwise ask. */
function decide(
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
    (offered.length > 1 && offered.slice(1).every((other) => isPlainly(best, other, lexicon)))
  // Half a name may be another thing: «تعداد پزشکان» is not that of the specialists.
  const whole = isAllBut(best, lexicon)
  const alone =
    best.score >= DECISION.alone &&
    best.meant >= DECISION.half &&
    runnerUp === undefined &&
    (whole || best.unit !== null)
  const safe =
    match !== null &&
    // A unit that fits («چند مگاوات») stands in for the word of the name that it measures.
    (!match.lacksEssential || best.unit !== null) &&
    match.telling &&
    !match.splitsList &&
    !(match.elliptic && offered.some((other) => other !== best && isWithinNameOf(best, other))) &&
    best.unitFits &&
    !(best.stock && match.elliptic) &&
    (!best.lacksHead || best.meant >= DECISION.sure) &&
    match.riskyWeight <= DECISION.risky * match.phrase.weight
  const readings = read(best)
  if ((sure || alone) && safe) {
    const doubtfulPlace = best.places.some((place) => place.risky)
    if (readings.length === 1 && !doubtfulPlace)
      return { status: 'understood', reading: readings[0] as Reading }
    const about = doubtfulPlace ? 'spelling' : best.judged ? 'indicator' : 'place'
    return { status: 'choices', about, readings }
  }
  const choices = offered.slice(0, MOST_CHOICES).flatMap((one) => read(one).slice(0, 1))
  const about = offered.length === 1 ? 'spelling' : 'indicator'
  return choices.length === 0 ? null : { status: 'choices', about, readings: choices }
}

/** The best candidate of each indicator, best first. */
function bestOfEach(candidates: readonly Candidate[]): Candidate[] {
  const best = new Map<number, Candidate>()
  for (const candidate of candidates) {
    const id = candidate.match?.phrase.indicatorId ?? -1
    const before = best.get(id)
    if (before === undefined || candidate.score > before.score) best.set(id, candidate)
  }
  return [...best.values()].sort((a, b) => b.score - a.score)
}

/** Something stands in the way of an answer: say what, and what is near. */
function refusal(
  plain: Candidate,
  candidates: readonly Candidate[],
  read: (candidate: Candidate) => Reading[],
): Interpretation {
  const near = bestOfEach(candidates.filter(isTelling))
    .sort((a, b) => a.unexplained.length - b.unexplained.length || b.score - a.score)
    .slice(0, 3)
  const words = near[0]?.unexplained ?? plain.unexplained
  if (near.length === 0 && plain.places.length === 0) return { status: 'not_understood', words }
  const placeIds = plain.places.flatMap(({ candidates: [place] }) => (place ? [place.id] : []))
  return {
    status: 'unexplained',
    words,
    placeIds,
    near: near.flatMap((one) => read(one).slice(0, 1)),
  }
}
