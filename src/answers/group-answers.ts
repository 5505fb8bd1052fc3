import { findObservations } from '../facts/observations.ts'
import type { Kind, Observation } from '../facts/types.ts'
import { persianDigits } from '../persian/format.ts'
import { formatPeriod } from '../persian/period-format.ts'
import { comparePeriods, periodContains } from '../persian/period-relations.ts'
import type { Question } from '../questions/question.ts'
import type { Figure, Part } from './answer.ts'
import { averageOf, comparable, difference, totalOf } from './derive.ts'
import { computed } from './derived-answers.ts'
import { listParts, sourceLine } from './figure-list.ts'
import { headingParts, observationsOf, valuePart, valueText } from './figure-text.ts'
import { derivedFigure, figureOf } from './figures.ts'
import { notFound } from './not-found.ts'
import { type Desk, type Outcome, outcome } from './outcome.ts'
import { asked, figure, lines, newLine, text } from './parts.ts'
import { acceptedKinds, firstHeld, isOfPeriod, withoutRepeats } from './selection.ts'
import { texts } from './texts.fa.ts'
import { answerValue, observationsFor, select } from './value-answer.ts'

/** One figure for each place or period that was named, and how far the first two are apart. */
export async function answerComparison(question: Question, desk: Desk): Promise<Outcome> {
  const indicatorId = question.indicator?.value as number
  const placeIds = question.places?.value ?? []
  const observations = await observationsFor(desk, indicatorId, placeIds)
  const periods = periodsToCompare(question, observations, placeIds, desk)
  const slots = placeIds.flatMap((placeId) => periods.map((period) => ({ placeId, period })))
  const found: Figure[] = []
  const missing: { placeId: number; period: string | null }[] = []
  let disputed = false
  for (const { placeId, period } of slots) {
    const own = observations.filter((one) => one.placeId === placeId)
    const asked = {
      ...question,
      aspect: 'value' as const,
      periods: period === null ? null : { value: [period], origin: 'said' as const },
    }
    // Sources that disagree are all shown; then there is no one difference either.
    const chosen = withoutRepeats(select(own, asked, desk))
    if (chosen.length === 0) missing.push({ placeId, period })
    disputed ||= chosen.length > 1
    found.push(...chosen.map((one) => figureOf(one, desk.names)))
  }
  if (found.length === 0 || missing.length > 0) return await notFound(question, desk)
  const gap =
    found.length === 2 && !disputed ? difference(found[0] as Figure, found[1] as Figure) : null
  const fair = found.every(
    (one) => comparable(one, found[0] as Figure) && one.kind === found[0]?.kind,
  )
  if (!fair) return await notFound(question, desk, texts.notComparable)
  return outcome('answered', question, {
    figures: found,
    nearby: gap === null ? [] : [gap],
    parts: [
      ...listParts(found, (found[0] as Figure).indicator),
      ...(disputed ? [newLine, text(texts.conflicting, 'italic')] : []),
      ...(gap === null
        ? []
        : [
            newLine,
            text(texts.difference),
            figure(`${valueText(gap)} (${gap.derived?.formula ?? ''})`, observationsOf(gap)),
          ]),
    ],
  })
}

/** The periods said; else the newest that all the places have. */
function periodsToCompare(
  question: Question,
  observations: readonly Observation[],
  placeIds: readonly number[],
  desk: Desk,
): (string | null)[] {
  const said = [
    ...(question.periods?.value ?? []),
    ...(question.base === null ? [] : [question.base]),
  ]
  if (said.length > 0) return said.flatMap((p) => (/^\d{4}\/\d{4}$/.test(p) ? p.split('/') : [p]))
  const kinds = acceptedKinds(question, desk.today)
  const common = [...new Set(observations.map((one) => one.period))]
    .filter((period) =>
      placeIds.every((placeId) =>
        observations.some(
          (one) =>
            one.placeId === placeId &&
            one.period === period &&
            one.measure === 'level' &&
            one.kind === kinds[0],
        ),
      ),
    )
    .sort((a, b) => comparePeriods(b, a))
  return [common[0] ?? null]
}

/** The figures of a place over a stretch of time, oldest first. */
export async function answerTrend(question: Question, desk: Desk): Promise<Outcome> {
  const indicatorId = question.indicator?.value as number
  const observations = await observationsFor(desk, indicatorId, question.places?.value ?? [])
  const inside = withinAsked(
    question,
    observations.filter((one) => one.measure === 'level'),
  )
  const ofKind = firstHeld<Kind>(inside, acceptedKinds(question, desk.today), (one) => one.kind)
  if (ofKind === null) return await notFound(question, desk)
  const series = sameShape(ofKind.observations).sort((a, b) => comparePeriods(a.period, b.period))
  const missing = missingYears(question, series)
  if (missing.length > 0 && series.length < 2)
    return await notFound(question, desk, texts.needsBoth)
  const figures = series.map((one) => figureOf(one, desk.names))
  const gaps: Part[] =
    missing.length === 0
      ? []
      : [newLine, asked(texts.missingYears(persianDigits(missing.join('، '))))]
  return outcome('answered', question, {
    figures,
    nearby: targetsBeside(ofKind.value, inside).map((one) => figureOf(one, desk.names)),
    parts: [...listParts(figures, (figures[0] as Figure).indicator), ...gaps],
  })
}

/** Years of the stretch asked for that are not held. */
function missingYears(question: Question, series: readonly Observation[]): string[] {
  const years = (question.periods?.value ?? [])
    .flatMap(yearsOf)
    .filter((year) => /^\d{4}$/.test(year))
  return years.filter((year) => !series.some((one) => one.period === year))
}

/** The targets of the same stretch, to be drawn beside what was achieved. */
function targetsBeside(kind: Kind, inside: readonly Observation[]): Observation[] {
  if (kind !== 'actual') return []
  const targets = inside.filter((one) => one.kind === 'target')
  return targets.length === 0 ? [] : sameShape(targets)
}

function withinAsked(question: Question, observations: readonly Observation[]): Observation[] {
  const said = question.periods?.value ?? []
  if (said.length === 0) return [...observations]
  return observations.filter((one) => said.some((period) => periodContains(period, one.period)))
}

/** Years with years: the commonest length of period among the observations. */
function sameShape(observations: readonly Observation[]): Observation[] {
  const years = observations.filter((one) => /^\d{4}$/.test(one.period))
  return years.length > 0 ? years : [...observations]
}

/** Which places have most or least, or how all of them stand. */
export async function answerRanking(question: Question, desk: Desk): Promise<Outcome> {
  // «بیشترین … فارس»: within a place nothing is ranked here; nor are changes.
  const found =
    question.places === null && !question.ofChange ? await rankedPlaces(question, desk) : null
  if (found === null || found.ranked.length === 0) return await notFound(question, desk)
  const { ranked, disputed } = found
  const figures = ranked.map((one) => figureOf(one, desk.names))
  const all = question.count === null && question.aspect === 'most' && question.places === null
  const count = question.count ?? 1
  const cut = tiesAfter(figures, count)
  const shown = figures.slice(0, Math.max(cut, 5))
  const ids = figures.flatMap(observationsOf)
  return outcome('answered', question, {
    figures: figures.slice(0, cut),
    nearby: all ? shown.slice(cut) : [],
    parts: [
      figure((figures[0] as Figure).indicator, ids),
      newLine,
      figure(
        `${formatPeriod((figures[0] as Figure).period)}، ${texts.amongHeld(persianDigits(String(figures.length)))}`,
        ids,
      ),
      ...shown.flatMap((one, index) => [
        newLine,
        figure(`${persianDigits(String(index + 1))}. ${one.place}: `, observationsOf(one)),
        valuePart(one, ...(index < cut ? (['bold'] as const) : [])),
      ]),
      ...sourceLine(shown),
      ...disputeLine(disputed, desk),
    ],
  })
}

/** A rank rests on one figure for each place: where sources disagree it may be another. */
function disputeLine(disputed: readonly Observation[], desk: Desk): Part[] {
  if (disputed.length === 0) return []
  const places = disputed.map(({ placeId }) => desk.names.place(placeId)).join('، ')
  return [newLine, text(texts.disputed(places), 'italic')]
}

function tiesAfter(figures: readonly Figure[], count: number): number {
  let cut = Math.min(count, figures.length)
  while (cut < figures.length && figures[cut]?.value === figures[cut - 1]?.value) cut++
  return cut
}

interface Ranked {
  readonly ranked: readonly Observation[]
  /** Those that another source gives another value. */
  readonly disputed: readonly Observation[]
}

/** Places of one kind with their value of one period, best first; null when fewer than two. */
async function rankedPlaces(question: Question, desk: Desk): Promise<Ranked | null> {
  const indicatorId = question.indicator?.value as number
  const all = await findObservations(desk.db, { indicatorIds: [indicatorId], measure: 'level' })
  const provinces = all.filter(
    (one) => desk.names.placeOf(one.placeId)?.kind === 'province' && one.value !== null,
  )
  const ofKind = firstHeld(provinces, acceptedKinds(question, desk.today), (one) => one.kind)
  if (ofKind === null) return null
  const period = question.periods?.value[0] ?? fullestRecentPeriod(ofKind.observations)
  const inPeriod = ofKind.observations.filter((one) => isOfPeriod(one, period))
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

/** The newest year among those that at least half as many places have as the fullest one. */
function fullestRecentPeriod(observations: readonly Observation[]): string {
  const counts = new Map<string, number>()
  for (const { period } of observations) counts.set(period, (counts.get(period) ?? 0) + 1)
  const most = Math.max(...counts.values())
  const full = [...counts].filter(([, count]) => count * 2 >= most).map(([period]) => period)
  return full.sort((a, b) => comparePeriods(b, a))[0] ?? ''
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
  const inputs = ranked.map((one) => figureOf(one, desk.names))
  const ownFigure = figureOf(own, desk.names)
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
      [figure(`${texts.rankAmong(count)}: `, observationsOf(derived)), valuePart(derived, 'bold')],
      [...headingParts(ownFigure), text(': '), valuePart(ownFigure), ...sourceLine([ownFigure])],
    ),
  })
}

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
  const figures = terms.map((one) => figureOf(one, desk.names))
  const place = [...new Set(figures.map((one) => one.place))].join(' + ')
  const periods = [...new Set(figures.map((one) => one.period))].sort(comparePeriods)
  const period = periods.length > 1 ? `${periods[0]}/${periods.at(-1)}` : (periods[0] ?? '')
  if (!coversAll(question, terms)) return await notFound(question, desk, texts.needsBoth)
  const derived =
    question.aspect === 'average'
      ? averageOf(figures, place, period)
      : totalOf(figures, place, period)
  if (derived === null) return await notFound(question, desk, texts.needsBoth)
  return computed(question, derived, question.aspect === 'average' ? texts.average : texts.total)
}

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

function yearsOf(period: string): string[] {
  const stretch = /^(\d{4})\/(\d{4})$/.exec(period)
  if (stretch === null) return [period]
  const [from, to] = [Number(stretch[1]), Number(stretch[2])]
  return Array.from({ length: to - from + 1 }, (_, i) => String(from + i))
}

function oneEach(observations: readonly Observation[]): Observation[] {
  return [...new Map(observations.map((one) => [`${one.placeId}|${one.period}`, one])).values()]
}
