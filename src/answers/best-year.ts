import { persianDigits } from '../persian/format.ts'
import { formatPeriod } from '../persian/period-format.ts'
import { periodContains } from '../persian/period-relations.ts'
import type { Question } from '../questions/question.ts'
import type { Figure } from './answer.ts'
import { sourceLine } from './figure-list.ts'
import { formatOf, kindLabel, labelled, moreParts, observationsOf } from './figure-text.ts'
import { observationsFor } from './look-up.ts'
import { notFound } from './not-found.ts'
import { type Desk, type Outcome, outcome } from './outcome.ts'
import { figure, newLine } from './parts.ts'
import { rankedLines, shownOf, tiesAfter } from './ranked-lines.ts'
import { acceptedKinds, firstHeld } from './selection.ts'
import { oneEach } from './series.ts'
import { shownFigure } from './shown-figure.ts'
import { texts } from './texts.fa.ts'

/** The year in which a place had most or least («در کدام سال بیشترین تولید گندم یزد …»). */
export async function answerBestYear(question: Question, desk: Desk): Promise<Outcome> {
  const places = question.places?.value ?? []
  if (places.length !== 1 || question.ofChange) return await notFound(question, desk)
  const observations = await observationsFor(desk, question.indicator?.value as number, places)
  const asked = question.periods?.value ?? []
  const years = observations.filter(
    ({ measure, value, period }) =>
      measure === 'level' &&
      value !== null &&
      /^\d{4}$/.test(period) &&
      (asked.length === 0 || asked.some((stretch) => periodContains(stretch, period))),
  )
  const ofKind = firstHeld(years, acceptedKinds(question, desk.today), (one) => one.kind)
  const direction = question.aspect === 'least' ? 1 : -1
  const held = ofKind?.observations ?? []
  const chosen = oneEach(held)
  const disputed = chosen
    .filter((one) => held.some(({ period, value }) => period === one.period && value !== one.value))
    .map(({ period }) => formatPeriod(period))
  const ranked = chosen
    .sort((a, b) => direction * ((a.value ?? 0) - (b.value ?? 0)))
    .map((one) => shownFigure(one, desk, question))
  if (ranked.length < 2) return await notFound(question, desk, texts.needsBoth)
  const first = ranked[0] as Figure
  const cut = tiesAfter(ranked, question.count ?? 1)
  const shown = shownOf(ranked, question.count ?? 1)
  const ids = ranked.flatMap(observationsOf)
  return outcome('answered', question, {
    figures: ranked.slice(0, cut),
    nearby: shown.slice(cut),
    parts: [
      figure(first.indicator, ids),
      newLine,
      figure(
        `${labelled(first.place, kindLabel(first))}، ${texts.amongYearsHeld(persianDigits(String(ranked.length)))}`,
        ids,
      ),
      ...rankedLines(shown, cut, ({ period }) => formatPeriod(period), formatOf(shown)),
      ...moreParts(ranked.length - shown.length),
      ...sourceLine(shown),
      ...(disputed.length === 0
        ? []
        : [newLine, figure(texts.disputedYears(disputed.join('، ')), ids, 'italic')]),
    ],
  })
}
