import type { Kind, Observation } from '../facts/types.ts'
import type { Question } from '../questions/question.ts'
import { correctionsOf } from './corrections.ts'
import { observationsFor } from './look-up.ts'
import { notFound } from './not-found.ts'
import { type Desk, type Outcome, outcome } from './outcome.ts'
import {
  acceptedKinds,
  acceptedMeasures,
  firstHeld,
  isOfPeriod,
  latestPeriod,
  withoutRepeats,
} from './selection.ts'
import { inMoneyOf, shownFigure } from './shown-figure.ts'
import { writeValue } from './value-text.ts'

/** Those of the period, kind and measure that the question accepts; empty when not held. */
export function select(
  observations: readonly Observation[],
  question: Question,
  desk: Desk,
): Observation[] {
  const unit = desk.names.indicator(question.indicator?.value as number).unit
  const measures = acceptedMeasures(question, unit)
  const kinds = kindsOf(observations, question, desk)
  const wanted = question.periods?.value[0]
  const inPeriod =
    wanted === undefined ? observations : observations.filter((one) => isOfPeriod(one, wanted))
  const ofMeasure = firstHeld(inPeriod, measures, (one) => one.measure)
  const ofKind = ofMeasure && firstHeld(ofMeasure.observations, kinds, (one) => one.kind)
  if (ofKind === null) return []
  const latest = latestPeriod(ofKind.observations)
  return ofKind.observations.filter((one) => one.period === latest)
}

/**
 * Where actual figures are held of other periods, the target of this one is not what was asked
 * («تولید شیر ۱۴۰۴ چقدر است؟»), unless the verb looks ahead.
 */
function kindsOf(
  observations: readonly Observation[],
  question: Question,
  desk: Desk,
): readonly Kind[] {
  const kinds = acceptedKinds(question, desk.today)
  const open = question.kind === null && question.tense !== 'future' && question.aspect === 'value'
  const known = observations.some((one) => one.kind === 'actual' && one.measure === 'level')
  return open && known && question.periods !== null ? ['actual'] : kinds
}

/** A single figure: value, target, forecast, a stored rank, share or change, or its source. */
export async function answerValue(question: Question, desk: Desk): Promise<Outcome> {
  const indicatorId = question.indicator?.value as number
  const placeId = question.places?.value[0] as number
  const observations = await observationsFor(desk, indicatorId, [placeId])
  const found = withoutRepeats(select(observations, question, desk))
  if (found.length === 0) return await notFound(question, desk)
  const shown = inMoneyOf(question, desk)
  const figures = found.map((one) => shownFigure(one, desk, shown))
  const beside = besideOf(found[0] as Observation, observations).map((one) =>
    shownFigure(one, desk, shown),
  )
  const period = (found[0] as Observation).period
  const filled = question.periods ?? { value: [period], origin: 'assumed' as const }
  return outcome(
    'answered',
    { ...question, periods: filled },
    {
      figures,
      nearby: beside,
      parts: writeValue(shown, figures, beside, found, await correctionsOf(desk.db, found)),
    },
  )
}

/** Target and actual of one place and period, asked for together. */
export async function answerTargetAndActual(question: Question, desk: Desk): Promise<Outcome> {
  const asked = (kind: 'actual' | 'target', periods: Question['periods']) =>
    answerValue(
      { ...question, aspect: 'value', kind: { value: kind, origin: 'said' }, periods },
      desk,
    )
  const actual = await asked('actual', question.periods)
  if (actual.status !== 'answered') return await notFound(question, desk)
  const target = await asked('target', actual.question?.periods ?? question.periods)
  if (target.status !== 'answered') return await notFound(question, desk)
  return { ...actual, question, figures: [...actual.figures, ...target.figures], nearby: [] }
}

/** The target beside the actual value, and the other way round. */
function besideOf(one: Observation, observations: readonly Observation[]): Observation[] {
  if (one.value === null || one.measure !== 'level' || one.kind === 'forecast') return []
  const other = one.kind === 'actual' ? 'target' : 'actual'
  return observations
    .filter((o) => o.kind === other && o.measure === 'level' && o.period === one.period)
    .slice(0, 1)
}
