import { stripMarkup } from '../persian/normalise.ts'
import { type Token, tokenise } from '../persian/tokens.ts'
import { withoutDoubtfulPlace } from './carried-place.ts'
import { withoutChatFrames } from './chat-frames.ts'
import type { InterpretContext } from './interpret-context.ts'
import { interpretWords } from './interpret-words.ts'
import type { KnownWords } from './known-words.ts'
import type { Lexicon } from './lexicon.ts'
import { questionsOfListed } from './listed-indicators.ts'
import { withMeasuresApart } from './measure-apart.ts'
import { asRightlySpelt, isLed, nearestHearing } from './nearest-hearing.ts'
import { leavesOutEach, pairedInterpretation } from './paired-indicators.ts'
import { isPairName } from './paired-words.ts'
import {
  type Aspect,
  EMPTY_QUESTION,
  type Interpretation,
  type Question,
  type Reading,
  type Slot,
} from './question.ts'
import { recognise } from './recognise.ts'
import { newMemory, type RecognitionMemory } from './recognition-memory.ts'
import { rehearings } from './second-hearing.ts'
import { withoutTakenBack } from './self-correction.ts'
import { saysNothing, type Word } from './sense.ts'
import { STATEMENT_UNIT } from './special-units.ts'
import { otherLayout } from './spellings.ts'
import { splitQuestions, withoutAsking } from './split-questions.ts'
import { type TextAsked, tellsOf, textAsked } from './text-asked.ts'
import { isThanks } from './thanks.ts'
import { saysWholeName } from './whole-text-name.ts'

const LONGEST_QUESTION = 600

/** What is read of a message: no markup, and no more than a question needs. */
export function askedText(text: string): string {
  return stripMarkup(text.slice(0, LONGEST_QUESTION * 4)).slice(0, LONGEST_QUESTION)
}

/** Understands a message: one interpretation for each question in it, in order. */
export function interpret(
  text: string,
  lexicon: Lexicon,
  context: InterpretContext,
): Interpretation[] {
  const clean = askedText(text)
  const memory = newMemory()
  const said = tokenise(clean)
  if (isThanks(said)) return [{ status: 'help', thanks: true }]
  const tokens = withoutTakenBack(withoutChatFrames(said), lexicon, context.today)
  // «از دزفول چه آماری داری»: whether it is held is asked here, and no frame of a question.
  if (tokens.length < said.length) {
    const asSaid = interpretSpelling(said, lexicon, context, memory)
    if (asSaid.length === 1 && asSaid.every(isList)) return asSaid
  }
  const first = interpretSpelling(tokens, lexicon, context, memory)
  const persian = isPersian(memory, context.knownWords)
  const plain = heardAgain(tokens, first, lexicon, context, memory).map((one) =>
    context.previous === null
      ? one
      : withoutDoubtfulPlace(one, tokens, lexicon, context.knownWords),
  )
  if (plain.some(isList)) return plain
  const asked = textAsked(tokens)
  if (asked !== null) {
    const told = ofText(asked, tokens, plain, lexicon, context, memory)
    if (told !== null) return [told]
  }
  const other = rank(plain) >= RANKS.help || persian ? null : otherLayout(clean)
  if (other === null) return plain
  const repaired = interpretSpelling(tokenise(other), lexicon, context, memory)
  return rank(repaired) > Math.max(rank(plain), RANKS.unexplained + 1) ? repaired : plain
}

/**
 * A question that asks for a text («چرا», «در چه صنایعی»), of what its other words name or else of
 * what was asked before: never a figure. Null where it is as well left as it is.
 */
function ofText(
  { topics, words, rest }: TextAsked,
  tokens: readonly Token[],
  plain: readonly Interpretation[],
  lexicon: Lexicon,
  context: InterpretContext,
  memory: RecognitionMemory,
): Interpretation | null {
  const readings = plain.flatMap((one) => readingsIn(one))
  const isOfFigure = readings.some(
    ({ question: { indicator } }) =>
      lexicon.indicators.get(indicator?.value ?? -1)?.unit !== STATEMENT_UNIT,
  )
  const { previous } = context
  // «موانع تولید قم چیست» names a text of its own.
  const isWhole =
    previous === null || readings.some(({ question }) => question.places?.origin === 'said')
  if (readings.length > 0 && !isOfFigure && isWhole) return null
  const asText = (question: Question): Question => ({
    ...EMPTY_QUESTION,
    ...{ aspect: 'statement', about: topics },
    ...{ indicator: question.indicator, places: question.places, periods: question.periods },
  })
  const recognised = recognise(rest, lexicon, context.knownWords, memory)
  if (recognised.every(saysNothing)) {
    if (previous?.indicator == null) return null
    const question = asText(inPlay(previous))
    const reading = { question, score: 1, words: [], corrections: [] }
    return { status: 'understood', reading }
  }
  const [one, ...others] = interpretSpelling(rest, lexicon, context, memory)
  const found = one === undefined || others.length > 0 ? [] : readingsIn(one)
  const asked = found
    .filter(({ question }) => question.aspect === 'value' && question.indicator !== null)
    .map((reading) => ({ ...reading, question: asText(reading.question) }))
  const [only] = asked
  if (only !== undefined && one?.status === 'understood')
    return { status: 'understood', reading: only }
  if (readings.length > 0 && !isOfFigure) return null
  if (only !== undefined && one?.status === 'choices') {
    const id = only.question.indicator?.value ?? -1
    const { unit, name = '' } = lexicon.indicators.get(id) ?? {}
    // «چرا معادن تعطیل شدند», of «دلایل تعطیلی معادن»: the name itself tells what was asked for.
    const isNamed =
      asked.length === 1 &&
      unit === STATEMENT_UNIT &&
      tellsOf(name, topics) &&
      saysWholeName(recognise(tokens, lexicon, context.knownWords, memory), id, lexicon)
    if (isNamed) return { status: 'understood', reading: { ...only, question: inName(only) } }
    return { ...one, readings: asked }
  }
  return isOfFigure
    ? { status: 'unexplained', words, placeIds: [], near: readings.slice(0, 1) }
    : null
}

/** The text of that very name, whatever its own words tell of. */
function inName({ question: { about: _, ...question } }: Reading): Question {
  return { ...question, aspect: 'value' }
}

const isList = (one: Interpretation): boolean =>
  one.status === 'understood' && one.reading.question.aspect === 'list'

function readingsIn(one: Interpretation): readonly Reading[] {
  if (one.status === 'understood') return [one.reading]
  return one.status === 'choices' ? one.readings : []
}

/** What a question is about, as kept from the one before; the latest period was not asked for. */
function inPlay({ indicator, places, periods }: Question): Question {
  const kept = <T>(slot: Slot<T> | null): Slot<T> | null => slot && { ...slot, origin: 'previous' }
  return {
    ...EMPTY_QUESTION,
    indicator: kept(indicator),
    places: kept(places),
    periods: periods?.origin === 'assumed' ? null : kept(periods),
  }
}

/** Most of its words are Persian as they stand: nobody typed that with the other keyboard. */
function isPersian({ words }: RecognitionMemory, knownWords: KnownWords): boolean {
  let known = 0
  for (const word of words.keys()) if (word.length > 2 && knownWords.has(word)) known++
  return known > words.size / 2
}

/**
 * A question that was not understood, with the words that are none of ours taken for such as they
 * may be slips of: answered when the nearest way to explain all words is clear of all others.
 */
function heardAgain(
  tokens: readonly Token[],
  first: Interpretation[],
  lexicon: Lexicon,
  context: InterpretContext,
  memory: RecognitionMemory,
): Interpretation[] {
  if (rank(first) === RANKS.help) return first
  // Of words that were taken for others no list is told: it would explain whatever was said.
  const understand = (again: readonly Token[]) =>
    interpretSpelling(again, lexicon, context, memory).map((one) =>
      isList(one) ? ({ status: 'not_understood', words: [] } as const) : one,
    )
  if (rank(first) >= RANKS.understood) return asRightlySpelt(first, tokens, understand, lexicon)
  // «کرمانشا» is one of two places: both are told.
  if (first.some((one) => one.status === 'choices' && one.about === 'place')) return first
  const unexplained = first.flatMap((one) => ('words' in one ? one.words : []))
  const { knownWords } = context
  const hear = (suspected: 'all' | 'unexplained') =>
    nearestHearing(
      rehearings(tokens, unexplained, lexicon, knownWords, suspected),
      understand,
      lexicon,
    )
  // What was understood as it is needs no other reading, if the rest has one.
  const ofOdd = unexplained.length === 0 ? null : hear('unexplained')
  const heard = ofOdd ?? hear('all')
  return heard === null || heard === 'unclear' ? first : heard
}

function interpretSpelling(
  tokens: readonly Token[],
  lexicon: Lexicon,
  context: InterpretContext,
  memory: RecognitionMemory,
): Interpretation[] {
  const words = recognise(tokens, lexicon, context.knownWords, memory)
  const interpretations: Interpretation[] = []
  let previous = context.previous
  let before: readonly Word[] = []
  for (const part of splitQuestions(words)) {
    const whole = interpretWords(part, lexicon, { ...context, previous })
    const apart = isLed(whole)
      ? null
      : withMeasuresApart(part, (text) =>
          recognise(tokenise(text), lexicon, context.knownWords, memory),
        )
    const again = apart && interpretWords(apart, lexicon, { ...context, previous })
    const alone = again !== null && isLed(again) ? again : whole
    // «چند مصوبه داشته و چند درصدش اجرا شده»: the second part lives on the words of the first.
    const together =
      alone.status !== 'understood' && before.length > 0
        ? interpretWords([...withoutAsking(before), ...part], lexicon, { ...context, previous })
        : alone
    const paired = pairedOrNone(part, alone, lexicon, { ...context, previous }, memory)
    if (paired !== null) {
      interpretations.push(paired)
      if (paired.status === 'understood') previous = paired.reading.question
      before = part
      continue
    }
    const interpretation = isLed(together) ? together : alone
    const listed =
      interpretation.status === 'understood'
        ? null
        : ((isLed(interpretation)
            ? null
            : ofListed(part, lexicon, { ...context, previous }, memory)) ??
          ofKin(part, interpretation, lexicon, { ...context, previous }, memory))
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

/** Two indicators set together, where the words are no name of one that is held as such. */
function pairedOrNone(
  words: readonly Word[],
  alone: Interpretation,
  lexicon: Lexicon,
  context: InterpretContext,
  memory: RecognitionMemory,
): Interpretation | null {
  const isOne = alone.status === 'understood'
  if (isOfPairName(alone, lexicon)) return null
  if (isOne && !leavesOutEach(alone.reading.question, words, lexicon)) return null
  const recognised = (text: string) =>
    recognise(tokenise(text), lexicon, context.knownWords, memory)
  const understand = (text: string) => interpretWords(recognised(text), lexicon, context)
  const paired = pairedInterpretation({ words, lexicon, understand, recognise: recognised })
  if (paired !== null || !isOne) return paired
  const typed = words.map((word) => word.typed)
  return { status: 'unexplained', words: typed, placeIds: [], near: [alone.reading] }
}

/** Whether the names in doubt are themselves of a quotient («عملکرد گندم دیم در هکتار»). */
function isOfPairName(found: Interpretation, { indicators }: Lexicon): boolean {
  const readings = found.status === 'choices' ? found.readings : []
  return readings.some(({ question: { indicator } }) =>
    isPairName(indicators.get(indicator?.value ?? -1)?.name ?? ''),
  )
}

/** «تولید گندم و جو یزد»: a question about each, when each is understood and another thing. */
function ofListed(
  words: readonly Word[],
  lexicon: Lexicon,
  context: InterpretContext,
  memory: RecognitionMemory,
): Interpretation[] | null {
  for (const questions of questionsOfListed(words)) {
    const each: Interpretation[] = []
    const ids = new Set<number | undefined>()
    for (const text of questions) {
      const words = recognise(tokenise(text), lexicon, context.knownWords, memory)
      const one = interpretWords(words, lexicon, context)
      if (one.status !== 'understood' || !LISTABLE.has(one.reading.question.aspect)) break
      ids.add(one.reading.question.indicator?.value)
      each.push(one)
    }
    if (each.length === questions.length && ids.size === questions.length) return each
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
  memory: RecognitionMemory,
): Interpretation[] | null {
  const before = context.previous?.indicator?.value
  const name = lexicon.indicators.get(before ?? -1)?.name
  // More words than these are a question of their own.
  if (name === undefined || words.length > MOST_OF_KIN) return null
  const said = words.map(({ typed }) => typed).join(' ')
  const parts = name.split(' ')
  for (const kept of [parts, parts.slice(1), parts.slice(0, -1)]) {
    if (kept.length === 0) continue
    const text = `${kept.join(' ')} ${said}`
    const one = interpretWords(
      recognise(tokenise(text), lexicon, context.knownWords, memory),
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

const MOST_OF_KIN = 7

/** What is asked of each of several indicators; a sum or a difference is asked of them together. */
const LISTABLE: ReadonlySet<Aspect> = new Set(['value', 'rank', 'change', 'trend', 'achieved'])

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
