import type { Kind, Observation } from '../facts/types.ts'
import { formatPeriod } from '../persian/period-format.ts'
import { comparePeriods, previousPeriod } from '../persian/period-relations.ts'
import type { Question } from '../questions/question.ts'
import { TIMES } from '../questions/special-units.ts'
import type { Figure, Part } from './answer.ts'
import { assumptionParts } from './assumptions.ts'
import {
  achievedShare,
  changeOver,
  difference,
  gapToTarget,
  shareOf,
  timesOf,
  unmetShare,
} from './derive.ts'
import { directedText } from './direction-text.ts'
import { observationsOf, valueText } from './figure-text.ts'
import { inputParts } from './input-parts.ts'
import { observationsFor } from './look-up.ts'
import { notFound } from './not-found.ts'
import { type Desk, type Outcome, outcome } from './outcome.ts'
import { figure, lines, newLine, text } from './parts.ts'
import { acceptedKinds, isOfPeriod, latestPeriod } from './selection.ts'
import { shownFigure } from './shown-figure.ts'
import { texts } from './texts.fa.ts'
import { answerValue } from './value-answer.ts'

/** Achieved share and gap: the target against the actual value of one period. */
export async function answerAgainstTarget(question: Question, desk: Desk): Promise<Outcome> {
  const levels = await levelsFor(question, desk)
  const wanted = question.periods?.value[0]
  const both = pairOf(levels, 'actual', 'target', wanted)
  if (both === null) return await notFound({ ...question, kind: null }, desk, texts.needsBoth)
  const [actual, target] = both.map((one) => shownFigure(one, desk, question)) as [Figure, Figure]
  const isOfPercent = actual.unit === PERCENT
  // «نرخ بیکاری چند درصد با هدف فاصله دارد» asks how many points.
  const aspect = question.aspect === 'unmet' && isOfPercent ? 'gap' : question.aspect
  const gapIn = question.unit === PERCENT && !isOfPercent ? changeOver : gapToTarget
  const derived = aspect === 'gap' ? gapIn(actual, target) : achievedShare(actual, target)
  if (derived === null) return await notFound(question, desk, texts.notComparable)
  if (aspect === 'unmet') {
    const unmet = unmetShare(actual, target)
    return unmet === null
      ? await notFound(question, desk, texts.targetReached)
      : computed(question, unmet, texts.unmetShare)
  }
  if (aspect === 'achieved') return computed(question, derived, texts.achievedShare)
  const unit = isOfPercent ? texts.percentagePoints : derived.unit
  return computed(question, derived, texts.gap, directedText(derived, texts.toTarget, unit))
}

const PERCENT = 'درصد'

/** The newest period that has both kinds, or the period asked for. */
function pairOf(
  levels: readonly Observation[],
  first: Kind,
  second: Kind,
  wanted: string | undefined,
): [Observation, Observation] | null {
  const periods = [...new Set(levels.map((one) => one.period))]
    .filter((period) => wanted === undefined || period === wanted)
    .sort((a, b) => comparePeriods(b, a))
  for (const period of periods) {
    const a = levels.find((one) => one.period === period && one.kind === first)
    const b = levels.find((one) => one.period === period && one.kind === second)
    if (a !== undefined && b !== undefined) return [a, b]
  }
  return null
}

/** Growth against an earlier period: as a source states it, else computed from two figures. */
export async function answerChange(question: Question, desk: Desk): Promise<Outcome> {
  const stated = await answerValue(question, desk)
  const levels = await levelsFor(question, desk)
  const kind = acceptedKinds(question, desk.today).find((one) =>
    levels.some((level) => level.kind === one),
  )
  const ofKind = levels.filter((one) => one.kind === kind)
  const later = laterOf(question, ofKind)
  const earlier = later === undefined ? undefined : earlierOf(question, later, ofKind)
  if (question.unit !== TIMES && stated.status === 'answered') {
    if (earlier === undefined) return stated
    if (question.base === null && !question.byAmount) return stated
  }
  if (later === undefined || earlier === undefined) return stated
  const [now, before] = [later, earlier].map((one) => shownFigure(one, desk, question)) as [
    Figure,
    Figure,
  ]
  if (question.unit === TIMES) {
    const times = timesOf(now, before)
    if (times === null) return await notFound(question, desk, texts.notComparable)
    return computed(question, times, texts.against(formatPeriod(before.period)))
  }
  const label = texts.changeSince(formatPeriod(earlier.period))
  // A rate rises by points: «۸ درصد» after «۱۰ درصد» is no fall of 20 per cent to a reader.
  if (question.byAmount || now.unit === PERCENT) {
    const apart = difference(now, before)
    if (apart === null) return await notFound(question, desk, texts.notComparable)
    const unit = apart.unit === PERCENT ? texts.percentagePoints : apart.unit
    return computed(question, apart, label, directedText(apart, texts.change, unit))
  }
  const derived = changeOver(now, before)
  if (derived === null) return await notFound(question, desk, texts.notComparable)
  return computed(question, derived, label)
}

/** Of two periods that were said the later; else the one said, else the newest held. */
function laterOf(question: Question, levels: readonly Observation[]): Observation | undefined {
  const said = endpoints(question.periods?.value ?? [])
  const wanted = said.at(-1) ?? latestPeriod(levels) ?? ''
  return levels.find((one) => isOfPeriod(one, wanted))
}

function earlierOf(
  question: Question,
  later: Observation,
  levels: readonly Observation[],
): Observation | undefined {
  const said = endpoints(question.periods?.value ?? [])
  // «نسبت به سال قبل» of the newest figure, when that is itself of last year, is the one before.
  const base = question.base === later.period ? null : question.base
  const wanted = base ?? (said.length > 1 ? said[0] : previousPeriod(later.period))
  return levels.find((one) => one.period === wanted && one.period !== later.period)
}

/** «از ۱۳۹۸ تا ۱۴۰۲» is a change between its two ends. */
function endpoints(periods: readonly string[]): string[] {
  return periods
    .flatMap((period) => (/^\d{4}\/\d{4}$/.test(period) ? period.split('/') : [period]))
    .sort(comparePeriods)
}

/** A province's share of the country: as a source states it, else computed. */
export async function answerShare(question: Question, desk: Desk): Promise<Outcome> {
  const stated = await answerValue(question, desk)
  if (stated.status === 'answered') return stated
  const country = desk.names.country
  const indicatorId = question.indicator?.value as number
  const levels = await levelsFor(question, desk)
  if (country === undefined || !desk.names.indicator(indicatorId).additive) return stated
  const whole = (await observationsFor(desk, indicatorId, [country.id])).filter(
    (one) => one.measure === 'level',
  )
  const wanted = question.periods?.value[0]
  const kind = acceptedKinds(question, desk.today)[0] ?? 'actual'
  const part = levels.find(
    (one) =>
      one.kind === kind &&
      (wanted === undefined || one.period === wanted) &&
      whole.some((other) => other.period === one.period && other.kind === kind),
  )
  const total = whole.find((one) => one.period === part?.period && one.kind === kind)
  if (part === undefined || total === undefined) return stated
  const derived = shareOf(shownFigure(part, desk, question), shownFigure(total, desk, question))
  return derived === null ? stated : computed(question, derived, texts.share)
}

async function levelsFor(question: Question, desk: Desk): Promise<Observation[]> {
  const found = await observationsFor(
    desk,
    question.indicator?.value as number,
    question.places?.value ?? null,
  )
  return found.filter((one) => one.measure === 'level' && one.value !== null)
}

/** A computed figure with its working and the sources of its inputs. */
export function computed(
  question: Question,
  derived: Figure,
  label: string,
  value: string = valueText(derived),
): Outcome {
  const inputs = derived.derived?.inputs ?? []
  const ids = observationsOf(derived)
  return outcome('answered', question, {
    figures: [derived],
    nearby: inputs,
    parts: [
      ...lines(
        [figure(derived.indicator, ids)],
        [figure(`${derived.place}، ${formatPeriod(derived.period)}`, ids)],
        [figure(`${label}: `, ids), figure(value, ids, 'bold')],
        [text(texts.working), figure(derived.derived?.formula ?? '', ids)],
      ),
      ...openDirection(derived),
      ...inputParts(inputs),
      ...assumptionParts(question, derived.place, texts.latestCommon),
    ],
  })
}

/** Of «بیش از» over «بیش از» nobody knows on which side of the result the truth is. */
function openDirection({ qualifier, derived }: Figure): Part[] {
  const isBound = (one: Figure) => one.qualifier !== 'exact' && one.qualifier !== 'about'
  const isOpen = qualifier === 'about' && derived?.inputs.every(isBound) === true
  return isOpen ? [newLine, text(texts.openDirection, 'italic')] : []
}
