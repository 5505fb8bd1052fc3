import type { Observation } from '../facts/types.ts'
import { comparePeriods } from '../persian/period-relations.ts'
import type { Question } from '../questions/question.ts'
import { computed } from './derived-answers.ts'
import { observationsFor } from './look-up.ts'
import { describe, nearFigures, nearParts } from './not-found.ts'
import { type Desk, type Outcome, outcome } from './outcome.ts'
import { indicatorName } from './pair-name.ts'
import { asked, lines, text } from './parts.ts'
import { type Paired, quotientOf, sumOfTwo } from './quotient.ts'
import { acceptedKinds } from './selection.ts'
import { shownFigure } from './shown-figure.ts'
import { isStock } from './stock.ts'
import { texts } from './texts.fa.ts'

/** Aspects of two indicators together. */
export const isPaired = ({ aspect }: Question): boolean => aspect === 'quotient' || aspect === 'sum'

/**
 * One indicator by another («تولید گندم به ازای هر هکتار»), or both together («مجموع تولید گندم و
 * جو»): of one place and period and one kind, with the working and both sources.
 */
export async function answerPaired(question: Question, desk: Desk): Promise<Outcome> {
  const { indicator, second, places, periods } = question
  if (indicator === null || second === undefined || !isPaired(question))
    return await refused(question, desk, texts.pairAlone)
  if (places?.value.length !== 1 || (periods?.value.length ?? 0) > 1)
    return await refused(question, desk, texts.pairOneAtATime)
  const [first, other] = [indicator.value, second.indicator].map((id) => desk.names.indicator(id))
  if (first === undefined || other === undefined || !first.additive || !other.additive)
    return await refused(question, desk, texts.pairUnlike)
  if (question.aspect === 'sum' && isStock(first.name) !== isStock(other.name))
    return await refused(question, desk, texts.pairUnlike)
  const pair = pairOf(
    question,
    await levelsOf(first.id, question, desk),
    await levelsOf(other.id, question, desk),
    desk,
  )
  if (pair === null) return await refused(question, desk, texts.needsBoth)
  const [one, two] = pair.map((observation) => shownFigure(observation, desk, question))
  if (one === undefined || two === undefined) return await refused(question, desk, texts.needsBoth)
  const name = indicatorName(question, desk.names)
  const found: Paired =
    question.aspect === 'sum' ? sumOfTwo(one, two, name) : quotientOf(one, two, name, second.per)
  if (typeof found === 'string') return await refused(question, desk, REASONS[found])
  const label = question.aspect === 'sum' ? texts.total : texts.quotient(first.unit === other.unit)
  return computed(question, found, label)
}

const REASONS = {
  unlike: texts.pairUnlike,
  by_nothing: texts.pairByNothing,
  unknown_direction: texts.pairUnknownDirection,
} as const

async function levelsOf(
  indicatorId: number,
  { places }: Question,
  desk: Desk,
): Promise<Observation[]> {
  const found = await observationsFor(desk, indicatorId, places?.value ?? null)
  return found.filter((one) => one.measure === 'level' && one.value !== null)
}

/** The figures of the period asked for, else of the newest that has both in one kind. */
function pairOf(
  question: Question,
  first: readonly Observation[],
  second: readonly Observation[],
  desk: Desk,
): readonly [Observation, Observation] | null {
  const wanted = question.periods?.value[0]
  const periods = [...new Set(first.map(({ period }) => period))]
    .filter((period) => wanted === undefined || period === wanted)
    .sort((a, b) => comparePeriods(b, a))
  for (const kind of acceptedKinds(question, desk.today)) {
    for (const period of periods) {
      const isIt = (one: Observation) => one.period === period && one.kind === kind
      const [one, two] = [first.find(isIt), second.find(isIt)]
      if (one !== undefined && two !== undefined) return [one, two]
    }
  }
  return null
}

/** Why not, and what is held of each of the two. */
async function refused(question: Question, desk: Desk, reason: string): Promise<Outcome> {
  const { second, indicator } = question
  const alone = { ...question, aspect: 'value' as const }
  const other = second &&
    indicator && { ...alone, indicator: { ...indicator, value: second.indicator } }
  const near = [
    ...(await nearFigures(alone, desk)).slice(0, SHOWN_OF_EACH),
    ...(other ? (await nearFigures(other, desk)).slice(0, SHOWN_OF_EACH) : []),
  ]
  return outcome('not_found', question, {
    nearby: near,
    parts: [
      ...lines([text(reason, 'bold')], [asked(describe(question, desk))]),
      ...nearParts(near),
    ],
  })
}

const SHOWN_OF_EACH = 2
