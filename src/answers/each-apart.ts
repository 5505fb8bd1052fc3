import type { Aspect, Question } from '../questions/question.ts'
import { type Outcome, outcome } from './outcome.ts'
import { newLine } from './parts.ts'

/** What is told of one place and period at a time: one's share and the target of another make nothing. */
const OF_ONE_PERIOD: ReadonlySet<Aspect> = new Set([
  ...([
    'achieved',
    'gap',
    'unmet',
    'target_and_actual',
    'share',
    'rank',
    'quotient',
    'sum',
  ] as const),
])
/** … and a change, which has two periods. */
const OF_ONE_PLACE: ReadonlySet<Aspect> = new Set([...OF_ONE_PERIOD, 'change'])

/** The questions that one about several places or periods is made of, each with an answer of its own. */
export function apart(question: Question): Question[] {
  const { aspect, places, periods } = question
  const ofPlaces =
    places === null || !OF_ONE_PLACE.has(aspect)
      ? [places]
      : places.value.map((id) => ({ ...places, value: [id] }))
  const ofPeriods =
    periods === null || !OF_ONE_PERIOD.has(aspect)
      ? [periods]
      : periods.value.map((period) => ({ ...periods, value: [period] }))
  return ofPlaces.flatMap((place) =>
    ofPeriods.map((period) => ({ ...question, places: place, periods: period })),
  )
}

/**
 * Answers one under the other; where none of them has a figure, the first stands for all. Of several
 * periods all must have theirs: «هدف امسال و عملکرد پارسال» is not how far last year was from its target.
 */
export function together(question: Question, outcomes: readonly [Outcome, ...Outcome[]]): Outcome {
  const [first, ...others] = outcomes
  const lacking = outcomes.find(({ status }) => status !== 'answered')
  const isOverTime = (question.periods?.value.length ?? 0) > 1
  if (lacking !== undefined && isOverTime) return lacking
  if (outcomes.every((one) => one.status !== 'answered') || others.length === 0) return first
  return outcome('answered', question, {
    figures: outcomes.flatMap(({ figures }) => figures),
    nearby: outcomes.flatMap(({ nearby }) => nearby),
    parts: [...first.parts, ...others.flatMap(({ parts }) => [newLine, newLine, ...parts])],
  })
}
