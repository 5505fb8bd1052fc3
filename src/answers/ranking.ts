import { findObservations, findOutlines } from '../facts/observations.ts'
import type { Observation } from '../facts/types.ts'
import { persianDigits } from '../persian/format.ts'
import { formatPeriod } from '../persian/period-format.ts'
import type { Question } from '../questions/question.ts'
import type { Figure, Part } from './answer.ts'
import { assumptionParts } from './assumptions.ts'
import { sourceLine } from './figure-list.ts'
import {
  formatOf,
  headingParts,
  moreParts,
  observationsOf,
  valuePart,
  whenText,
} from './figure-text.ts'
import { derivedFigure } from './figures.ts'
import { notFound } from './not-found.ts'
import { type Desk, type Outcome, outcome } from './outcome.ts'
import { figure, lines, newLine, text } from './parts.ts'
import { rankedLines, shownOf, tiesAfter } from './ranked-lines.ts'
import { acceptedKinds, isOfPeriod } from './selection.ts'
import { fullestRecentPeriod } from './series.ts'
import { shownFigure } from './shown-figure.ts'
import { texts } from './texts.fa.ts'
import { answerValue } from './value-answer.ts'

/** Which places have most or least, or how all of them stand. */
export async function answerRanking(question: Question, desk: Desk): Promise<Outcome> {
  // «بیشترین … فارس»: within a place nothing is ranked here; nor are changes.
  const found =
    question.places === null && !question.ofChange ? await rankedPlaces(question, desk) : null
  if (found === null || found.ranked.length === 0) return await notFound(question, desk)
  const { ranked, disputed } = found
  const figures = ranked.map((one) => shownFigure(one, desk, question))
  const all = question.count === null && question.aspect === 'most' && question.places === null
  const count = question.count ?? 1
  const cut = tiesAfter(figures, count)
  const shown = shownOf(figures, count)
  const ids = figures.flatMap(observationsOf)
  return outcome('answered', question, {
    figures: figures.slice(0, cut),
    nearby: all ? shown.slice(cut) : [],
    parts: [
      figure((figures[0] as Figure).indicator, ids),
      newLine,
      figure(
        `${whenText(figures[0] as Figure)}، ${texts.amongHeld(persianDigits(String(figures.length)))}`,
        ids,
      ),
      ...rankedLines(shown, cut, ({ place }) => place, formatOf(shown)),
      ...moreParts(figures.length - shown.length),
      ...sourceLine(shown),
      ...disputeLine(disputed, desk),
      ...assumptionParts(question, '', texts.latestCommon),
    ],
  })
}

/** A rank rests on one figure for each place: where sources disagree it may be another. */
function disputeLine(disputed: readonly Observation[], desk: Desk): Part[] {
  if (disputed.length === 0) return []
  const places = disputed.map(({ placeId }) => desk.names.place(placeId)).join('، ')
  return [newLine, text(texts.disputed(places), 'italic')]
}

interface Ranked {
  readonly ranked: readonly Observation[]
  /** Those that another source gives another value. */
  readonly disputed: readonly Observation[]
}

/** Places of one kind with their value of one period, best first; null when fewer than two. */
async function rankedPlaces(question: Question, desk: Desk): Promise<Ranked | null> {
  const indicatorId = question.indicator?.value as number
  const all = await findOutlines(desk.db, { indicatorIds: [indicatorId], measure: 'level' })
  const provinces = all.filter(
    (one) => desk.names.placeOf(one.placeId)?.kind === 'province' && one.value !== null,
  )
  const kind = acceptedKinds(question, desk.today).find((accepted) =>
    provinces.some((one) => one.kind === accepted),
  )
  if (kind === undefined) return null
  const ofKind = provinces.filter((one) => one.kind === kind)
  const period = question.periods?.value[0] ?? fullestRecentPeriod(ofKind)
  const chosen = ofKind.filter((one) => isOfPeriod(one, period))
  const inPeriod = await findObservations(desk.db, { ids: chosen.map(({ id }) => id) })
  const onePerPlace = [...new Map(inPeriod.map((one) => [one.placeId, one])).values()]
  if (onePerPlace.length < 2) return null
  const direction = question.aspect === 'least' ? 1 : -1
  const ranked = onePerPlace.sort((a, b) => direction * ((a.value ?? 0) - (b.value ?? 0)))
  return { ranked, disputed: onePerPlace.filter((one) => isDisputed(one, inPeriod)) }
}

/** Whether another source gives the place another value in this period. */
function isDisputed(one: Observation, all: readonly Observation[]): boolean {
  return all.some((other) => other.placeId === one.placeId && other.value !== one.value)
}

/** A place's rank: as a source states it, else among the places that the store holds. */
export async function answerRank(question: Question, desk: Desk): Promise<Outcome> {
  const stated = await answerValue(question, desk)
  if (stated.status === 'answered') return stated
  const found = await rankedPlaces({ ...question, aspect: 'most' }, desk)
  const ranked = found?.ranked ?? null
  const placeId = question.places?.value[0]
  const own = ranked?.find((one) => one.placeId === placeId)
  if (ranked === null || own === undefined || ranked.length < 3) return stated
  const better = ranked.filter((one) => (one.value ?? 0) > (own.value ?? 0)).length
  const inputs = ranked.map((one) => shownFigure(one, desk, question))
  const ownFigure = shownFigure(own, desk, question)
  const count = persianDigits(String(ranked.length))
  const derived = derivedFigure(
    {
      value: better + 1,
      unit: 'رتبه',
      measure: 'rank',
      place: ownFigure.place,
      period: own.period,
    },
    texts.rankAmong(count),
    [ownFigure, ...inputs.filter((one) => one.place !== ownFigure.place)],
  )
  return outcome('answered', question, {
    figures: [derived],
    nearby: [ownFigure],
    parts: lines(
      [figure(derived.indicator, observationsOf(derived))],
      [figure(`${derived.place}، ${formatPeriod(derived.period)}`, observationsOf(derived))],
      [
        figure(`${texts.amongProvinces(count)}: `, observationsOf(derived)),
        valuePart(derived, 'bold'),
      ],
      [...headingParts(ownFigure), text(': '), valuePart(ownFigure), ...sourceLine([ownFigure])],
    ),
  })
}
