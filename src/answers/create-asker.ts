import type { Store } from '../facts/open.ts'
import { loadVocabulary, vocabularyVersion } from '../facts/vocabulary.ts'
import { todayInTehran } from '../persian/calendar.ts'
import { askedText, interpret } from '../questions/interpret.ts'
import { loadDictionary, persianDictionary } from '../questions/known-words.ts'
import { indexLatin } from '../questions/latin.ts'
import { type Lexicon, type LivingLexicon, livingLexicon } from '../questions/lexicon.ts'
import { completedPending } from '../questions/pending.ts'
import type { Interpretation, Question, Reading } from '../questions/question.ts'
import { STATEMENT_UNIT } from '../questions/special-units.ts'
import { asksForThings, textWanted } from '../questions/text-wanted.ts'
import type { Answer, Figure } from './answer.ts'
import { answerQuestion } from './answer-question.ts'
import type { AskContext, Asker } from './asker.ts'
import { askBack } from './choices.ts'
import { Names } from './figures.ts'
import { inPlayAfter } from './in-play.ts'
import { nearParts, notFound } from './not-found.ts'
import { type Desk, type Outcome, outcome, summarise } from './outcome.ts'
import { indicatorName } from './pair-name.ts'
import { asked, assertProof, newLine, text } from './parts.ts'
import { explainItself, refuseUnexplained } from './refusals.ts'
import { plainText } from './render.ts'
import { saidWhole } from './said-whole.ts'
import { answerFromTexts, noText } from './statement-answer.ts'
import { texts } from './texts.fa.ts'

interface Compiled {
  readonly lexicon: Lexicon
  readonly names: Names
}

/** An asker that can be made ready before anybody asks. */
export interface AheadAsker extends Asker {
  /** Compiles the vocabulary and reads the dictionary: what the first question would wait for. */
  prepare(): Promise<void>
}

/** An asker over a store. What it knows of the vocabulary follows its newest change, wherever it was made. */
export function createAsker(store: Store): AheadAsker {
  let latest: { readonly version: number; readonly done: Promise<void> } | null = null
  /** Follows each change of the vocabulary in place; null until the first question. */
  let living: LivingLexicon | null = null
  let newest: Compiled | null = null

  async function bringUpToDate(): Promise<void> {
    // Read first: a change in between makes what is compiled look old, never look new.
    const version = await vocabularyVersion(store.db)
    if (latest?.version === version) return await latest.done
    // Kept before it is there: of many questions that come at once, the first compiles for all.
    const done = follow(latest?.done)
    latest = { version, done }
    try {
      await done
    } catch (error) {
      if (latest.done === done) latest = null
      throw error
    }
  }

  /** One after the other: what is read later is newer. */
  async function follow(before: Promise<void> | undefined): Promise<void> {
    await before?.catch(() => undefined)
    const vocabulary = await loadVocabulary(store.db)
    const known = living
    // What breaks off half-way is compiled anew.
    living = null
    newest = null
    const next = known ?? livingLexicon(vocabulary)
    const lexicon = known === null ? next.lexicon : next.follow(vocabulary)
    newest = { lexicon, names: new Names(vocabulary) }
    living = next
  }

  /** To be used at once: a later change of the vocabulary changes this lexicon. */
  function known(): Compiled {
    if (newest === null) throw new Error('the vocabulary could not be read')
    return newest
  }

  function deskOf(names: Names, context: AskContext): Desk {
    return { db: store.db, names, context, today: todayInTehran(context.now) }
  }

  return {
    async prepare() {
      loadDictionary()
      await bringUpToDate()
      indexLatin(known().lexicon)
    },
    async ask(text, context) {
      await bringUpToDate()
      const { lexicon, names } = known()
      const desk = deskOf(names, context)
      const previous = isKnown(context.previous, names) ? context.previous : null
      const hearing = { today: desk.today, previous, knownWords: persianDictionary }
      const pending = (context.pending ?? []).filter((one) => isKnown(one, names))
      const completed =
        pending.length === 0 ? null : completedPending(text, pending, lexicon, hearing)
      const turn = completed === null ? interpret(text, lexicon, hearing) : [completed]
      const said = { text, lexicon }
      const outcomes: Outcome[] = []
      for (const one of turn) outcomes.push(await answerInterpretation(one, said, desk))
      const [only, ...others] = outcomes
      if (only !== undefined && others.length === 0) outcomes[0] = await orText(only, said, desk)
      const answer = combine(text, outcomes, desk)
      return { ...answer, inPlay: inPlayAfter(previous, answer.understood, turn) }
    },
    async answer(question, context) {
      await bringUpToDate()
      const desk = deskOf(known().names, context)
      if (!isKnown(question, desk.names)) {
        const gone = [text(texts.gone, 'bold')]
        const answer = combine('', [outcome('not_found', null, { parts: gone })], desk)
        return { ...answer, inPlay: context.previous }
      }
      const { also = [], ...last } = question
      const outcomes: Outcome[] = []
      for (const one of [...also, last]) outcomes.push(await answerQuestion(one, desk))
      const answer = combine('', outcomes, desk)
      return { ...answer, inPlay: inPlayAfter(context.previous, answer.understood, []) }
    },
  }
}

/** Whether all that a question names is still there: it may be an old one, kept in a button or link. */
function isKnown(question: Question | null, names: Names): boolean {
  const { indicator = null, places = null, second, also = [], before = null } = question ?? {}
  return (
    (before === null || isKnown(before, names)) &&
    also.every((one) => isKnown(one, names)) &&
    (indicator === null || names.hasIndicator(indicator.value)) &&
    (second === undefined || names.hasIndicator(second.indicator)) &&
    (places?.value ?? []).every((id) => names.placeOf(id) !== undefined)
  )
}

/**
 * A whole question that names no place or no period is first asked of the one in play; where that
 * has no such figure, as if it had been the first question.
 */
async function answerCarried(question: Question, desk: Desk): Promise<Outcome> {
  const found = await answerQuestion(question, desk)
  if (question.indicator?.origin !== 'said' || found.status !== 'not_found') return found
  const ofPlace = question.places?.origin === 'previous'
  const ofPeriod = question.places?.origin === 'said' && question.periods?.origin === 'previous'
  if (!ofPlace && !ofPeriod) return found
  // What somebody said of one place is nothing to say of another.
  if (ofPlace && isOfStatements(question, desk)) return found
  const open = ofPlace ? { places: null } : { periods: null }
  const fresh = await answerQuestion({ ...question, ...open }, desk)
  return fresh.status === 'not_found' ? found : fresh
}

function isOfStatements({ indicator }: Question, { names }: Desk): boolean {
  return indicator !== null && names.indicator(indicator.value).unit === STATEMENT_UNIT
}

/** Turns that were not understood came in between: which question it goes on from is told. */
function withAside(found: Outcome, { context, names }: Desk): Outcome {
  const { previous } = context
  if (!previous?.aside || found.question?.indicator?.origin !== 'previous') return found
  const note = [newLine, asked(texts.goesOnFrom(indicatorName(previous, names)), 'italic')]
  return { ...found, parts: [...found.parts, ...note] }
}

/** A text that says what was asked for, where no text was found otherwise; no amount in its place. */
async function orText(
  found: Outcome,
  { text: words, lexicon }: Said,
  desk: Desk,
): Promise<Outcome> {
  const isTold = found.figures.some(({ value }) => value === null)
  if (isTold || found.status === 'help') return found
  const question = askedText(words)
  if (found.status === 'answered' && !asksForThings(question)) return found
  const { today } = desk
  const wanted = textWanted(question, lexicon, { today, knownWords: persianDictionary })
  if (wanted === null) return found
  // Of several names the asker chooses, unless only texts tell what was asked for.
  if (found.status === 'choices' && wanted.topics.length === 0) return found
  const told = await answerFromTexts(wanted, desk)
  if (told !== null || found.status !== 'answered') return told ?? found
  return noText(found.question, desk)
}

/** What was asked, and in which words it could be. */
interface Said {
  readonly text: string
  readonly lexicon: Lexicon
}

async function answerInterpretation(one: Interpretation, said: Said, desk: Desk): Promise<Outcome> {
  switch (one.status) {
    case 'understood': {
      const found = withAside(await answerCarried(one.reading.question, desk), desk)
      const corrections = one.reading.corrections.flatMap(({ typed, meant }) => [
        newLine,
        asked(texts.corrected(typed, meant), 'italic'),
      ])
      return { ...found, parts: [...found.parts, ...corrections] }
    }
    case 'choices':
      return await chooseOrAsk(one, said, desk)
    case 'unexplained':
      return await refuseUnexplained(one, desk)
    case 'help':
      return one.thanks
        ? outcome('help', null, { parts: [text(texts.welcome)] })
        : await explainItself('help', desk)
    case 'not_understood':
      return await explainItself('not_understood', desk)
  }
}

/**
 * A name heard this well is answered when nothing else that was heard is held: that Golestan has
 * no red meat in the store makes «گوشت گلستان» no question about chicken. A slip is no doubt of
 * the name, and what can be compared, shared or ranked at all is rarer.
 */
const HELD_ALONE = 0.78
const HELD_ALONE_DERIVED = 0.36
/** … when only words that many names share were not said («برنج» of «تولید برنج سفید»). */
const HELD_WHOLE = 0.6
const SLIP = 0.15

function heardAlone({ score, corrections, question, whole }: Reading): boolean {
  // Which two are meant is for the asker to say.
  if (question.second !== undefined) return false
  const ofValue = whole ? HELD_WHOLE : HELD_ALONE
  const enough = question.aspect === 'value' ? ofValue : HELD_ALONE_DERIVED
  return score + SLIP * corrections.length >= enough
}

/**
 * Of several names that fit the words, the only one that has the figure is meant. Where none has
 * it, asking would lead nowhere: the nearest figures are shown instead.
 */
async function chooseOrAsk(
  one: Extract<Interpretation, { status: 'choices' }>,
  said: Said,
  desk: Desk,
): Promise<Outcome> {
  const { about, readings } = one
  // «بارگیری سیب‌زمینی», not held, is no question about «بارگیری سیب».
  const named = about === 'indicator' ? saidWhole(readings, said.text, said.lexicon) : null
  const own = named && readings.filter((reading) => isSameIndicator(reading, named.reading))
  const held = await heldOf(named?.alone && own ? own : readings, desk)
  const [only, ...others] = held
  const first = readings[0]
  if (named && own && !held.some(({ reading }) => own.includes(reading)))
    return await notFound(named.reading.question, desk)
  if (named?.alone && only !== undefined && others.length === 0) return only.found
  if (only === undefined && first !== undefined) return await notFound(first.question, desk)
  const sure = about === 'indicator' && readings.length > 1 && others.length === 0
  if (only !== undefined && sure && heardAlone(only.reading)) return only.found
  const back = askBack(
    held.map(({ reading }) => reading.question),
    about,
    desk.names,
  )
  return withTheirFigures(
    back,
    held.map(({ found }) => found),
  )
}

/** Of so many things that may be meant the figures are shown at once. */
const MOST_SHOWN = 4

/** The few things that may be meant are shown with their figures, so that nobody need ask twice. */
function withTheirFigures(back: Outcome, held: readonly Outcome[]): Outcome {
  const areValues = held.every(({ question }) => question?.aspect === 'value')
  if (held.length > MOST_SHOWN || (held.length > 1 && !areValues)) return back
  const isTold = ({ value, derived }: Figure) => value !== null && derived === null
  const nearby =
    held.length === 1
      ? held.flatMap(({ figures }) => figures.filter(isTold))
      : held.flatMap(({ figures }) => figures.filter(isTold).slice(0, 1))
  const head = held.length === 1 ? texts.itsFigure : texts.theirFigures
  return { ...back, nearby, parts: [...back.parts, ...nearParts(nearby, head)] }
}

/** The readings that have an answer. */
async function heldOf(
  readings: readonly Reading[],
  desk: Desk,
): Promise<{ reading: Reading; found: Outcome }[]> {
  const held: { reading: Reading; found: Outcome }[] = []
  for (const reading of readings) {
    const found = await answerQuestion(reading.question, desk)
    if (found.status !== 'not_found') held.push({ reading, found })
  }
  return held
}

function isSameIndicator(one: Reading, other: Reading): boolean {
  return one.question.indicator?.value === other.question.indicator?.value
}

/** One answer of the answers to each question of a message; the least certain status counts. */
function combine(text: string, outcomes: readonly Outcome[], desk: Desk): Omit<Answer, 'inPlay'> {
  const parts = outcomes.flatMap((one, index) =>
    index === 0 ? one.parts : [newLine, newLine, ...one.parts],
  )
  assertProof(parts)
  const figures = outcomes.flatMap((one) => one.figures)
  const question = lastQuestion(outcomes)
  const status =
    figures.length > 0 && outcomes.length > 1
      ? 'answered'
      : (outcomes[0]?.status ?? 'not_understood')
  return {
    question: text,
    status,
    text: plainText(parts),
    parts,
    reading: question === null ? null : summarise(question, desk.names, figures),
    figures,
    nearby: outcomes.flatMap((one) => one.nearby),
    choices: outcomes.flatMap((one) => one.choices),
    understood: question && withOthers(question, outcomes),
  }
}

/** The last question, with what was answered beside it: a file or a link is of the whole answer. */
function withOthers(last: Question, outcomes: readonly Outcome[]): Question {
  const also = outcomes.flatMap(({ question, status }) =>
    question === null || question === last || status !== 'answered' ? [] : [question],
  )
  return also.length === 0 ? last : { ...last, also }
}

function lastQuestion(outcomes: readonly Outcome[]): Question | null {
  return (
    outcomes
      .map((one) => one.question)
      .filter((one) => one !== null)
      .at(-1) ?? null
  )
}
