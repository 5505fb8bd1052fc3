import { findObservations } from '../facts/observations.ts'
import type { Observation } from '../facts/types.ts'
import { stemsOf } from '../persian/morphology.ts'
import { key } from '../persian/normalise.ts'
import { tokenise } from '../persian/tokens.ts'
import { EMPTY_QUESTION, type Question } from '../questions/question.ts'
import { STATEMENT_UNIT } from '../questions/special-units.ts'
import { tellsOf } from '../questions/text-asked.ts'
import type { TextWanted } from '../questions/text-wanted.ts'
import { correctionsOf } from './corrections.ts'
import { observationsFor } from './look-up.ts'
import { describe } from './not-found.ts'
import { type Desk, type Outcome, outcome } from './outcome.ts'
import { asked, lines, text } from './parts.ts'
import { isOfPeriod, latestPeriod, withoutRepeats } from './selection.ts'
import { shownFigure } from './shown-figure.ts'
import { texts } from './texts.fa.ts'
import { writeValue } from './value-text.ts'

/**
 * The texts of the place that say all that was asked for: its topics and its telling words, in
 * themselves or in the name of their indicator. Null where none does, or texts of several indicators.
 */
export async function answerFromTexts(wanted: TextWanted, desk: Desk): Promise<Outcome | null> {
  const { defaultPlaceId } = desk.context
  const placeIds = wanted.placeIds.length > 0 ? wanted.placeIds : [defaultPlaceId ?? NOWHERE]
  const held = await findObservations(desk.db, { placeIds, statements: true })
  const telling = held.filter(
    (one) =>
      (wanted.period === null || isOfPeriod(one, wanted.period)) && isToldBy(one, wanted, desk),
  )
  const named = mostNamed(telling, wanted, desk)
  const latest = latestPeriod(named)
  const found = withoutRepeats(named.filter(({ period }) => period === latest))
  const [first] = found
  if (first === undefined || found.some((one) => one.indicatorId !== first.indicatorId)) return null
  const question: Question = {
    ...EMPTY_QUESTION,
    ...{ aspect: 'statement', about: wanted.topics },
    indicator: { value: first.indicatorId, origin: 'said' },
    places: { value: [first.placeId], origin: wanted.placeIds.length > 0 ? 'said' : 'default' },
    periods: { value: [first.period], origin: wanted.period === null ? 'assumed' : 'said' },
  }
  const figures = found.map((one) => shownFigure(one, desk))
  const corrections = await correctionsOf(desk.db, found)
  const parts = writeValue(question, figures, [], found, corrections)
  return outcome('answered', question, { figures, parts })
}

const NOWHERE = -1

function isToldBy(one: Observation, wanted: TextWanted, { names }: Desk): boolean {
  const said = `${names.indicator(one.indicatorId).name} ${one.statement ?? ''}`
  const isSaid = saidIn(said)
  const { topics, telling } = wanted
  return tellsOf(said, topics) && telling.length > 0 && telling.every(isSaid)
}

/** Of texts that say it in passing, the ones whose very name says most of it. */
function mostNamed(telling: Observation[], wanted: TextWanted, { names }: Desk): Observation[] {
  const namedBy = ({ indicatorId }: Observation) => {
    const { name } = names.indicator(indicatorId)
    const topics = wanted.topics.filter((topic) => tellsOf(name, [topic]))
    const said = topics.length + wanted.telling.filter(saidIn(name)).length
    // «موانع تولید» is nearer than «برنامه‌های کارگروه رفع موانع تولید».
    return said - name.split(' ').length / LONGEST_NAME
  }
  const most = Math.max(...telling.map(namedBy))
  return telling.filter((one) => namedBy(one) === most)
}

/** Whether a text says a word, in any of its forms or as the beginning of a longer word. */
function saidIn(text: string): (word: string) => boolean {
  const known = new Set(formsIn(text))
  const isBegun = (form: string) =>
    [...known].some((one) => one.length >= SHORTEST_BEGINNING && form.startsWith(one))
  return (word) => formsIn(word).some((form) => known.has(form) || isBegun(form))
}

const LONGEST_NAME = 100
/** «تولیدکنندگان» begins with «تولید». */
const SHORTEST_BEGINNING = 4

function formsIn(words: string): string[] {
  return tokenise(words).flatMap(({ text }) => [key(text), ...stemsOf(key(text))])
}

/** That no text tells what was asked for; of what was understood, if anything was. */
export function noText(question: Question | null, desk: Desk): Outcome {
  const about = question === null ? [] : [[asked(describe(question, desk))]]
  return outcome('not_found', question, {
    parts: lines([text(texts.noStatement, 'bold')], ...about),
  })
}

async function statementsOf(
  indicatorId: number,
  { places }: Question,
  desk: Desk,
): Promise<Observation[]> {
  const held = await observationsFor(desk, indicatorId, places?.value ?? null)
  return held.filter(({ statement }) => statement !== null)
}

/** Indicators of statements that name what was asked for, and of what («صنایع واحدهای احیاشده»). */
function namesakes({ indicator, about = [] }: Question, { names }: Desk): number[] {
  const own = names.indicator(indicator?.value as number).name
  return names
    .indicatorsIn(STATEMENT_UNIT)
    .filter(({ name }) => tellsOf(name, about) && sharesWord(name, own))
    .map(({ id }) => id)
}

function sharesWord(one: string, other: string): boolean {
  const words = new Set(other.split(' '))
  return one.split(' ').some((word) => words.has(word))
}

/** Why, where to or which things: only a statement tells that, never a figure. */
export async function answerStatement(question: Question, desk: Desk): Promise<Outcome> {
  const { periods, about = [] } = question
  const wanted = periods?.value[0]
  const isOfTime = (one: Observation) => wanted === undefined || isOfPeriod(one, wanted)
  const own = await statementsOf(question.indicator?.value as number, question, desk)
  const telling = own.filter((one) => isOfTime(one) && tellsOf(one.statement ?? '', about))
  if (telling.length === 0)
    for (const id of namesakes(question, desk))
      telling.push(...(await statementsOf(id, question, desk)).filter(isOfTime))
  const latest = latestPeriod(telling)
  const found = withoutRepeats(telling.filter(({ period }) => period === latest))
  // What comes next is about the figure again («خوزستان چی؟»).
  const { about: _, ...ofFigure } = { ...question, aspect: 'value' as const }
  if (found.length === 0 || latest === null)
    return { ...noText(question, desk), question: ofFigure }
  const figures = found.map((one) => shownFigure(one, desk))
  const corrections = await correctionsOf(desk.db, found)
  return outcome(
    'answered',
    { ...question, periods: periods ?? { value: [latest], origin: 'assumed' } },
    { figures, parts: writeValue(question, figures, [], found, corrections) },
  )
}
