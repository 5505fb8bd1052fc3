import { findObservations, findOutlines, indicatorsOfPlace } from '../facts/observations.ts'
import type { Observation, Outline } from '../facts/types.ts'
import { formatPeriod } from '../persian/period-format.ts'
import type { Question } from '../questions/question.ts'
import type { Figure, Part } from './answer.ts'
import { sourceLine } from './figure-list.ts'
import { formatOf, headingParts, observationsOf, valuePart } from './figure-text.ts'
import { observationsFor } from './look-up.ts'
import { type Desk, type Outcome, outcome } from './outcome.ts'
import { indicatorName } from './pair-name.ts'
import { asked, figure, lines, newLine, text } from './parts.ts'
import { nearestInTime } from './selection.ts'
import { shownFigure } from './shown-figure.ts'
import { texts } from './texts.fa.ts'

const MOST_NEARBY = 3

/** The figure is understood but not held: says so first, then shows what is near, labelled. */
export async function notFound(
  question: Question,
  desk: Desk,
  reason: string = texts.noFigure,
): Promise<Outcome> {
  const nearby = await nearFigures(question, desk)
  return outcome('not_found', question, {
    nearby,
    parts: [
      ...lines([text(reason, 'bold')], [asked(describe(question, desk))]),
      ...nearParts(nearby),
    ],
  })
}

/** The question's slots in words: «تولید گندم، یزد، سال ۱۴۰۲، هدف». */
export function describe(question: Question, desk: Desk): string {
  const { indicator, places, periods } = question
  return [
    indicator === null ? null : indicatorName(question, desk.names),
    ...(places?.value ?? []).map((id) => desk.names.place(id)),
    ...(periods?.value ?? []).map((period) => formatPeriod(period)),
    kindAsked(question),
    texts.aspects[question.aspect] ?? null,
  ]
    .filter(Boolean)
    .join('، ')
}

/** «عملکرد» of what is asked in the past tense; nothing of what the aspect says already. */
function kindAsked({ kind, tense, aspect }: Question): string | null {
  if (aspect === 'achieved' || aspect === 'gap' || aspect === 'unmet') return null
  if (kind !== null) return texts.kinds[kind.value]
  return tense === 'past' && aspect === 'value' ? texts.kinds.actual : null
}

/** The figures listed as what they are, with their own place, period and kind. */
export function nearParts(nearby: readonly Figure[], head: string = texts.nearest): Part[] {
  if (nearby.length === 0) return []
  const format = formatOf(nearby)
  return [
    newLine,
    newLine,
    text(head),
    ...nearby.flatMap((one): Part[] => [
      newLine,
      text('• '),
      figure(`${one.indicator}، `, observationsOf(one)),
      ...headingParts(one),
      text(': '),
      valuePart(one, undefined, format),
    ]),
    ...sourceLine(nearby),
  ]
}

/** The same indicator in the same place at other times or of another kind; else elsewhere. */
export async function nearFigures(question: Question, desk: Desk): Promise<Figure[]> {
  const indicatorId = question.indicator?.value
  const placeIds = question.places?.value
  const found =
    indicatorId === undefined
      ? []
      : await nearOfIndicator(
          indicatorId,
          placeIds ?? null,
          question.periods?.value[0] ?? null,
          desk,
        )
  return found.slice(0, MOST_NEARBY).map((one) => shownFigure(one, desk, question))
}

async function nearOfIndicator(
  indicatorId: number,
  placeIds: readonly number[] | null,
  period: string | null,
  desk: Desk,
): Promise<Observation[]> {
  if (placeIds !== null) {
    const here = await observationsFor(desk, indicatorId, placeIds)
    if (here.length > 0) return nearestInTime(here, period)
  }
  const elsewhere = await findOutlines(desk.db, {
    indicatorIds: [indicatorId],
    kind: 'actual',
    limit: 40,
  })
  const nearest = nearestInTime(elsewhere, period).slice(0, MOST_NEARBY)
  if (nearest.length > 0) return await inFull(nearest, desk)
  return await findObservations(desk.db, { indicatorIds: [indicatorId], limit: 10 })
}

/** The observations that were chosen by their outlines, in that order. */
async function inFull(chosen: readonly Outline[], desk: Desk): Promise<Observation[]> {
  const ids = chosen.map(({ id }) => id)
  const found = await findObservations(desk.db, { ids })
  return found.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

/** What else a place has, at most so many, to be named when the indicator asked for is unknown. */
export async function namesHeldIn(placeId: number, most: number, desk: Desk): Promise<string[]> {
  const held = await indicatorsOfPlace(desk.db, placeId, most)
  return held.map(({ indicatorId }) => desk.names.indicator(indicatorId).name)
}
