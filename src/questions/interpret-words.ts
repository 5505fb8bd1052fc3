import { type Candidate, candidateOf } from './candidate.ts'
import { allCandidates, type Candidates, clearCandidates } from './candidates.ts'
import { bestOfEach, DECISION, decide, explainedOf, isExplained, isTelling } from './decision.ts'
import { readGrammar } from './grammar.ts'
import { type Heard, heardIn } from './heard.ts'
import type { InterpretContext } from './interpret-context.ts'
import type { Lexicon } from './lexicon.ts'
import { allAsked, subjectAsked } from './list-asked.ts'
import { matchPhrases, namesHeard } from './phrase-match.ts'
import { withPlaceGuess } from './place-guess.ts'
import {
  EMPTY_QUESTION,
  type Interpretation,
  type Question,
  type Reading,
  said,
} from './question.ts'
import { readingsOf } from './readings.ts'
import type { Word } from './sense.ts'
import { STATEMENT_UNIT } from './special-units.ts'
import { asksWhat } from './text-asked.ts'
import { saysWholeName } from './whole-text-name.ts'

/** Understands the words of one question. */
export function interpretWords(
  words: readonly Word[],
  lexicon: Lexicon,
  context: InterpretContext,
): Interpretation {
  const before = context.previous?.periods?.value.at(-1) ?? null
  const grammar = readGrammar(words, context.today, before)
  const heard = heardIn(words, grammar, lexicon)
  const read = (candidate: Candidate) => readingsOf(candidate, lexicon, context)
  const plain = candidateOf(null, heard)
  if (allAsked(grammar, plain, context.previous !== null)) return listOf(plain, null)
  const subject = subjectAsked(words, grammar, plain, lexicon)
  const among = subject === null || isVeryName(heard) ? null : subject
  // Of one indicator its figure is told, and all of several.
  if (among !== null && among.length > 1) return listOf(plain, among)
  const of: Candidates = { names: namesHeard(words, lexicon), heard, made: new Map() }
  const clear = clearCandidates(of)
  const clearly = clear === null ? null : decide(explainedOf(clear), lexicon, read)
  const asText = (one: Interpretation) =>
    asksWhat(grammar.keys) ? withOnlyText(one, words, lexicon) : one
  if (clearly !== null) return asText(clearly)

  const candidates = allCandidates(of)
  const explained = explainedOf(candidates)
  const named = explained.some((one) => isTelling(one) && !isOnlyAsking(one, plain))
  if (explained.length > 0 && !(plainSuffices(plain, context) && !named)) {
    const decided = decide(explained, lexicon, read)
    if (decided?.status === 'understood') return decided
    if (among !== null) return listOf(plain, among)
    if (decided !== null) return asText(decided)
  }
  if (among !== null) return listOf(plain, among)
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

/** «کارنامه کارخانجات», where something goes by that very name, asks for no list. */
function isVeryName(heard: Heard): boolean {
  return matchPhrases(heard.words, heard.lexicon).some(
    (match) => match.unsaid.length === 0 && isExplained(candidateOf(match, heard)),
  )
}

/**
 * «کدام صنایع در استان مرکزی اولویت دارند»: a text that is the only one meant is told without asking
 * back, when all that tells its name was said.
 */
function withOnlyText(
  one: Interpretation,
  words: readonly Word[],
  lexicon: Lexicon,
): Interpretation {
  const [only, ...others] = one.status === 'choices' ? one.readings : []
  if (only === undefined || others.length > 0) return one
  const id = only.question.indicator?.value ?? -1
  const isText = lexicon.indicators.get(id)?.unit === STATEMENT_UNIT
  const isTold = isText && only.question.aspect === 'value' && saysWholeName(words, id, lexicon)
  return isTold ? { status: 'understood', reading: only } : one
}

/** What is held of the place and time that were said. */
function listOf(
  { places, periods, score }: Candidate,
  among: readonly number[] | null,
): Interpretation {
  const placeIds = places.flatMap(({ candidates: [place] }) => (place ? [place.id] : []))
  const question: Question = {
    ...EMPTY_QUESTION,
    aspect: 'list',
    places: placeIds.length === 0 ? null : said(placeIds),
    periods: periods.length === 0 ? null : said(periods),
    ...(among === null ? {} : { among }),
  }
  return { status: 'understood', reading: { question, score, words: [], corrections: [] } }
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
      one.conditions.length + one.invalidPeriods.length === 0 &&
      one.score >= DECISION.offered,
  )
  const guess = whole && withPlaceGuess(words, whole.unexplained[0] as string, lexicon)
  if (!guess) return null
  const interpretation = interpretWords(guess, lexicon, context)
  return interpretation.status === 'choices' ? { ...interpretation, about: 'spelling' } : null
}

/** «عملکرد ۱۴۰۳» asks for the actual; that some name begins with the word is no reason to take it. */
function isOnlyAsking({ meant }: Candidate, plain: Candidate): boolean {
  return isExplained(plain) && meant < DECISION.sure
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

/** Something stands in the way of an answer: say what, and what is near. */
function refusal(
  plain: Candidate,
  candidates: readonly Candidate[],
  read: (candidate: Candidate) => Reading[],
): Interpretation {
  const near = bestOfEach(candidates.filter(isTelling))
    .sort((a, b) => a.unexplained.length - b.unexplained.length || b.score - a.score)
    .slice(0, 3)
  const best = near[0] ?? plain
  const { unexplained: words, conditions, invalidPeriods } = best
  if (near.length === 0 && plain.places.length === 0) return { status: 'not_understood', words }
  const placeIds = plain.places.flatMap(({ candidates: [place] }) => (place ? [place.id] : []))
  return {
    status: 'unexplained',
    words,
    conditions,
    invalidPeriods,
    ...(best.unitFits || best.unit === null ? {} : { otherUnit: best.unit }),
    placeIds,
    near: near.flatMap((one) => read(one).slice(0, 1)),
  }
}
