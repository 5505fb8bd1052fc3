import type { Kind, Observation } from '../facts/types.ts'
import { persianDigits } from '../persian/format.ts'
import { comparePeriods, periodContains } from '../persian/period-relations.ts'
import type { Question } from '../questions/question.ts'
import type { Figure, Part } from './answer.ts'
import { assumptionParts } from './assumptions.ts'
import { listParts } from './figure-list.ts'
import { observationsOf, valueText } from './figure-text.ts'
import { observationsFor } from './look-up.ts'
import { notFound } from './not-found.ts'
import { type Desk, type Outcome, outcome } from './outcome.ts'
import { asked, figure, newLine, text } from './parts.ts'
import { acceptedKinds, firstHeld } from './selection.ts'
import { sameShape, yearsOf } from './series.ts'
import { shownFigure } from './shown-figure.ts'
import { texts } from './texts.fa.ts'
import { answerTotal } from './totals.ts'

/** The figures of a place over a stretch of time, oldest first. */
async function answerTrend(question: Question, desk: Desk): Promise<Outcome> {
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
  const figures = series.map((one) => shownFigure(one, desk, question))
  const gaps: Part[] =
    missing.length === 0
      ? []
      : [newLine, asked(texts.missingYears(persianDigits(missing.join('، '))))]
  return outcome('answered', question, {
    figures,
    nearby: targetsBeside(ofKind.value, inside).map((one) => shownFigure(one, desk, question)),
    parts: [
      ...listParts(figures, (figures[0] as Figure).indicator),
      ...gaps,
      ...(figures.length === 1 ? [newLine, text(texts.onlyOne)] : []),
      ...assumptionParts(question, (figures[0] as Figure).place, null),
    ],
  })
}

/** «از ۱۴۰۰ تا ۱۴۰۳ چقدر جذب شد» asks for the sum as well, where there is one. */
export async function answerTrendWithSum(question: Question, desk: Desk): Promise<Outcome> {
  const trend = await answerTrend(question, desk)
  if (question.withSum !== true || trend.status !== 'answered') return trend
  const total = await answerTotal({ ...question, aspect: 'total' }, desk)
  const [sum] = total.figures
  if (sum?.derived?.inputs.length !== trend.figures.length) return trend
  const ids = observationsOf(sum)
  return {
    ...trend,
    nearby: [...trend.nearby, sum],
    parts: [
      ...trend.parts,
      newLine,
      text(`${texts.total}: `),
      figure(`${valueText(sum)} (${sum.derived.formula})`, ids),
    ],
  }
}

/** Years of the stretch asked for that are not held. */
function missingYears(question: Question, series: readonly Observation[]): string[] {
  const years = (question.periods?.value ?? [])
    .flatMap(yearsOf)
    .filter((year) => /^\d{4}$/.test(year))
  return years.filter((year) => !series.some(({ period }) => period.split('-')[0] === year))
}

/** The targets of the same stretch, to be drawn beside what was achieved. */
function targetsBeside(kind: Kind, inside: readonly Observation[]): Observation[] {
  if (kind !== 'actual') return []
  const targets = inside.filter((one) => one.kind === 'target')
  return targets.length === 0 ? [] : sameShape(targets)
}

/** Those of quarters, of halves or of months, whichever there are most of. */
function commonestPart(observations: readonly Observation[]): Observation[] {
  const groups = [/^\d{4}-Q\d$/, /^\d{4}-H\d$/, /^\d{4}-\d\d$/].map((shape) =>
    observations.filter(({ period }) => shape.test(period)),
  )
  return groups.reduce((best, group) => (group.length > best.length ? group : best))
}

function withinAsked(question: Question, observations: readonly Observation[]): Observation[] {
  const said = question.periods?.value ?? []
  if (said.length === 0) return [...observations]
  const inside = observations.filter((one) =>
    said.some((period) => periodContains(period, one.period)),
  )
  // «از بهار ۱۴۰۳ تا تابستان ۱۴۰۴» asks for the quarters, not for the year among them.
  const ofParts = said.some((period) => /^\d{4}-\w+\//.test(period))
  // Of one year, how it went is told by its parts («بیکاری فصلی در ۱۴۰۳»).
  const ofOneYear = said.length === 1 && /^\d{4}$/.test(said[0] ?? '')
  const parts = ofParts || ofOneYear ? commonestPart(inside) : []
  return ofParts || parts.length > 1 ? parts : inside
}
