import { findObservations, findOutlines, newestOfPlace } from '../facts/observations.ts'
import type { Observation, Outline } from '../facts/types.ts'
import { EMPTY_QUESTION, type Question, said } from '../questions/question.ts'
import type { Part } from './answer.ts'
import { askBack } from './choices.ts'
import { sourceLine } from './figure-list.ts'
import { moreParts, observationsOf, valuePart, whenText } from './figure-text.ts'
import { type Desk, type Outcome, outcome } from './outcome.ts'
import { asked, figure, newLine, text } from './parts.ts'
import { latestPeriod, withoutRepeats } from './selection.ts'
import { shownFigure } from './shown-figure.ts'
import { texts } from './texts.fa.ts'

/** Pages turn as far as this; what lies beyond is counted. */
const MOST_LISTED = 500

/** What is held of a place: the newest figure of each indicator and kind. */
export async function answerList(question: Question, desk: Desk): Promise<Outcome> {
  const placeId = question.places?.value[0] ?? desk.context.defaultPlaceId
  if (question.among !== undefined) return await listAmong(question, question.among, desk)
  if (placeId === null || placeId === undefined) return await listIndicators(question, desk)
  const period = question.periods?.value[0]
  const outlines =
    period === undefined
      ? await newestOfPlace(desk.db, placeId)
      : await findOutlines(desk.db, { placeIds: [placeId], period })
  const place = desk.names.place(placeId)
  if (outlines.length === 0)
    return outcome('not_found', question, { parts: [text(texts.heldNothing(place))] })
  if (question.bare) return chooseIndicator(placeId, outlines, desk)
  return await listed(question, outlines, texts.held(place), desk)
}

async function listed(
  question: Question,
  outlines: readonly Outline[],
  heading: string,
  desk: Desk,
): Promise<Outcome> {
  const { ids, left } = firstOfEach(outlines)
  const all = newestOfEach(await findObservations(desk.db, { ids }))
  const figures = all.slice(0, MOST_LISTED).map((one) => shownFigure(one, desk))
  const severalPlaces = new Set(all.map(({ placeId }) => placeId)).size > 1
  return outcome('answered', question, {
    figures,
    parts: [
      text(heading),
      ...figures.flatMap((one): Part[] => {
        const name = severalPlaces ? `${one.indicator}، ${one.place}` : one.indicator
        return [
          newLine,
          figure(`• ${name}، ${whenText(one)}: `, observationsOf(one)),
          valuePart(one, 'bold'),
        ]
      }),
      ...moreParts(left + all.length - figures.length),
      ...sourceLine(figures),
    ],
  })
}

/** What is held of some indicators: of a place, or of all places. */
async function listAmong(
  question: Question,
  indicatorIds: readonly number[],
  desk: Desk,
): Promise<Outcome> {
  const placeIds = question.places?.value
  const period = question.periods?.value[0]
  const outlines = await findOutlines(desk.db, {
    indicatorIds,
    ...(placeIds === undefined ? {} : { placeIds }),
    ...(period === undefined ? {} : { period }),
  })
  const place = placeIds?.map((id) => desk.names.place(id)).join('، ') ?? null
  if (outlines.length === 0)
    return outcome('not_found', question, { parts: [text(texts.heldNothingOfIt(place))] })
  return await listed(question, outlines, texts.heldOfIt(place), desk)
}

/** «قم» alone asks nothing yet: offers what can be asked. */
function chooseIndicator(placeId: number, observations: readonly Outline[], desk: Desk): Outcome {
  const ids = [...new Set(observations.map(({ indicatorId }) => indicatorId))]
  const questions = ids.map(
    (id): Question => ({
      ...EMPTY_QUESTION,
      bare: true,
      indicator: said(id),
      places: said([placeId]),
    }),
  )
  return askBack(questions, 'held', desk.names)
}

/** What to read in full: of as many things as are listed; and how many things are left out. */
function firstOfEach(outlines: readonly Outline[]): { ids: number[]; left: number } {
  const groups = new Set(outlines.map(groupOf))
  const listed = new Set([...groups].slice(0, MOST_LISTED))
  const ids = outlines.filter((one) => listed.has(groupOf(one))).map(({ id }) => id)
  return { ids, left: groups.size - listed.size }
}

const groupOf = ({ indicatorId, placeId, kind, measure }: Outline) =>
  `${indicatorId}|${placeId}|${kind}|${measure}`

function newestOfEach(observations: readonly Observation[]): Observation[] {
  const groups = new Map<string, Observation[]>()
  for (const one of observations) {
    const group = groupOf(one)
    groups.set(group, [...(groups.get(group) ?? []), one])
  }
  return [...groups.values()].flatMap((group) => {
    const latest = latestPeriod(group)
    return withoutRepeats(group.filter((one) => one.period === latest))
  })
}

async function listIndicators(question: Question, desk: Desk): Promise<Outcome> {
  const names = desk.names.allIndicators()
  if (names.length === 0) return outcome('help', null, { parts: [text(texts.notUnderstoodEmpty)] })
  return outcome('help', question, {
    parts: [
      text(texts.heldIndicators),
      ...names.slice(0, MOST_LISTED).flatMap((name) => [newLine, asked(`• ${name}`)]),
      ...moreParts(names.length - MOST_LISTED),
    ],
  })
}

/** What an indicator means. */
export function answerDefinition(question: Question, desk: Desk): Outcome {
  const indicator = desk.names.indicator(question.indicator?.value as number)
  if (indicator.definition === null)
    return outcome('not_found', question, { parts: [asked(texts.noDefinition(indicator.name))] })
  return outcome('answered', question, {
    parts: [asked(texts.definition(indicator.name), 'bold'), asked(indicator.definition)],
  })
}
