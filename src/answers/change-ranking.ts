import { findObservations } from '../facts/observations.ts'
import type { Observation } from '../facts/types.ts'
import { persianDigits } from '../persian/format.ts'
import { formatPeriod } from '../persian/period-format.ts'
import { comparePeriods, previousPeriod } from '../persian/period-relations.ts'
import type { Question } from '../questions/question.ts'
import type { Figure, Part } from './answer.ts'
import { changeOver } from './derive.ts'
import { sourceLine } from './figure-list.ts'
import { kindLabel, labelled, moreParts, observationsOf } from './figure-text.ts'
import { notFound } from './not-found.ts'
import { type Desk, type Outcome, outcome } from './outcome.ts'
import { figure, newLine } from './parts.ts'
import { rankedLines, SHOWN, shownOf, tiesAfter } from './ranked-lines.ts'
import { acceptedKinds, firstHeld } from './selection.ts'
import { oneEach } from './series.ts'
import { shownFigure } from './shown-figure.ts'
import { texts } from './texts.fa.ts'

/** Which provinces' figures grew most or least against the period before, each with its working. */
export async function answerChangeRanking(question: Question, desk: Desk): Promise<Outcome> {
  const indicatorId = question.indicator?.value as number
  const all = await findObservations(desk.db, { indicatorIds: [indicatorId], measure: 'level' })
  const provinces = all.filter(
    (one) => desk.names.placeOf(one.placeId)?.kind === 'province' && one.value !== null,
  )
  const ofKind = firstHeld(provinces, acceptedKinds(question, desk.today), (one) => one.kind)
  const pairs = ofKind === null ? [] : pairsOf(question, oneEach(ofKind.observations))
  const changes = pairs
    .map(([later, earlier]) =>
      changeOver(shownFigure(later, desk, question), shownFigure(earlier, desk, question)),
    )
    .filter((one) => one !== null)
  if (changes.length < 2) return await notFound(question, desk, texts.needsBoth)
  const direction = question.aspect === 'least' ? 1 : -1
  const ranked = changes.sort((a, b) => direction * ((a.value ?? 0) - (b.value ?? 0)))
  const count = tiesAfter(ranked, question.count ?? 1)
  const shown = shownOf(ranked, question.count ?? 1)
  const first = ranked[0] as Figure
  const ids = ranked.flatMap(observationsOf)
  const [later, earlier] = pairs[0] as [Observation, Observation]
  return outcome('answered', question, {
    figures: ranked.slice(0, count),
    nearby: shown.slice(count),
    parts: [
      figure(`${first.indicator}، ${texts.changeSince(formatPeriod(earlier.period))}`, ids),
      newLine,
      figure(
        `${labelled(formatPeriod(later.period), kindLabel({ ...first, measure: 'level' }))}، ${texts.amongHeld(persianDigits(String(ranked.length)))}`,
        ids,
      ),
      ...rankedLines(shown, count, ({ place }) => place),
      ...moreParts(ranked.length - shown.length),
      ...workings(ranked.slice(0, Math.min(count, SHOWN))),
      ...sourceLine(shown.flatMap((one) => one.derived?.inputs ?? [])),
    ],
  })
}

/** «محاسبه (قم): …» of those that answer. */
function workings(figures: readonly Figure[]): Part[] {
  return figures.flatMap((one) => [
    newLine,
    figure(texts.workingOf(one.place, one.derived?.formula ?? ''), observationsOf(one)),
  ])
}

/** Of each place the figure of the period asked for (else the newest that several have) and the one before. */
function pairsOf(
  question: Question,
  observations: readonly Observation[],
): [Observation, Observation][] {
  const periods = [...new Set(observations.map(({ period }) => period))]
    .filter((period) => /^\d{4}$/.test(period))
    .sort((a, b) => comparePeriods(b, a))
  for (const period of question.periods?.value.slice(0, 1) ?? periods) {
    const base = question.base ?? previousPeriod(period)
    const pairs = observations.flatMap((later): [Observation, Observation][] => {
      if (later.period !== period) return []
      const earlier = observations.find(
        (one) => one.placeId === later.placeId && one.period === base,
      )
      return earlier === undefined ? [] : [[later, earlier]]
    })
    if (pairs.length > 1) return pairs
  }
  return []
}
