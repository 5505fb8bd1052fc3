import type { Observation } from '../facts/types.ts'
import { comparePeriods } from '../persian/period-relations.ts'
import type { Question } from '../questions/question.ts'
import { averageOf, totalOf } from './derive.ts'
import { computed } from './derived-answers.ts'
import { observationsFor } from './look-up.ts'
import { notFound } from './not-found.ts'
import { type Desk, type Outcome, outcome } from './outcome.ts'
import { text } from './parts.ts'
import { acceptedKinds, firstHeld, isOfPeriod } from './selection.ts'
import { fullestRecentPeriod, oneEach, sameShape, yearsOf } from './series.ts'
import { shownFigure } from './shown-figure.ts'
import { isStock } from './stock.ts'
import { texts } from './texts.fa.ts'
import { answerValue } from './value-answer.ts'

/** The sum or mean over places or periods; refused where adding makes no sense. */
export async function answerTotal(question: Question, desk: Desk): Promise<Outcome> {
  const indicatorId = question.indicator?.value as number
  const indicator = desk.names.indicator(indicatorId)
  const placeIds = question.places?.value ?? null
  const stretch =
    (question.periods?.value ?? []).some((p) => p.includes('/')) ||
    (question.periods?.value.length ?? 0) > 1
  const oneFigure = placeIds?.length === 1 && !stretch
  const everyYear = oneFigure && question.aspect === 'average' && question.periods === null
  if (oneFigure && !everyYear) return await answerValue({ ...question, aspect: 'value' }, desk)
  if (!indicator.additive)
    return outcome('not_found', question, { parts: [text(texts.notAdditive)] })
  const observations = (await observationsFor(desk, indicatorId, placeIds)).filter(
    (one) => one.measure === 'level' && one.value !== null,
  )
  const eligible =
    placeIds === null
      ? observations.filter((one) => desk.names.placeOf(one.placeId)?.kind === 'province')
      : observations
  const ofKind = firstHeld(eligible, acceptedKinds(question, desk.today), (one) => one.kind)
  if (ofKind === null) return await notFound(question, desk)
  const terms = everyYear
    ? oneEach(sameShape(ofKind.observations))
    : termsOf(question, ofKind.observations)
  const figures = inOrder(terms).map((one) => shownFigure(one, desk, question))
  const place = [...new Set(figures.map((one) => one.place))].join(' + ')
  const periods = [...new Set(figures.map((one) => one.period))].sort(comparePeriods)
  if (!coversAll(question, terms)) return await notFound(question, desk, texts.needsBoth)
  const period = stretchOf(periods)
  if (period === null) return await notFound(question, desk, texts.needsStretch)
  if (periods.length > 1 && question.aspect === 'total' && isStock(indicator.name))
    return await notFound(question, desk, texts.notOverTime)
  const derived =
    question.aspect === 'average'
      ? averageOf(figures, place, period)
      : totalOf(figures, place, period)
  if (derived === null) return await notFound(question, desk, texts.needsBoth)
  return computed(question, derived, question.aspect === 'average' ? texts.average : texts.total)
}

/** One period, or years that follow each other without a gap; null of any others. */
function stretchOf(periods: readonly string[]): string | null {
  const [first = '', ...others] = periods
  if (others.length === 0) return first
  const follows = periods.every(
    (period, index) => /^\d{4}$/.test(period) && Number(period) === Number(periods[0]) + index,
  )
  return follows ? `${first}/${others.at(-1)}` : null
}

/** The oldest first; places in the order in which they were found. */
const inOrder = (terms: readonly Observation[]): Observation[] =>
  [...terms].sort((a, b) => comparePeriods(a.period, b.period))

/** The observations to add: years of the stretch, or one period of all places. */
function termsOf(question: Question, observations: readonly Observation[]): Observation[] {
  const said = question.periods?.value ?? []
  const years = said.flatMap(yearsOf)
  if (years.length > 1) return oneEach(observations.filter((one) => years.includes(one.period)))
  const period = said[0] ?? fullestRecentPeriod(observations)
  return oneEach(observations.filter((one) => isOfPeriod(one, period)))
}

/** Every year and place that was asked for must be there, or the sum is another one's. */
function coversAll(question: Question, terms: readonly Observation[]): boolean {
  const years = (question.periods?.value ?? []).flatMap(yearsOf)
  const places = question.places?.value ?? []
  const has = (place: number | null, year: string | null) =>
    terms.some(
      (one) => (place === null || one.placeId === place) && (year === null || one.period === year),
    )
  const wantedPlaces = places.length > 0 ? places : [null]
  const wantedYears = years.length > 0 ? years : [null]
  return wantedPlaces.every((place) => wantedYears.every((year) => has(place, year)))
}
