import type { Observation, Vocabulary } from '../facts/types.ts'
import { EMPTY_QUESTION, type Question, said } from '../questions/question.ts'
import type { Part } from './answer.ts'
import { figureOf, Names } from './figures.ts'
import { writeValue } from './value-text.ts'

/**
 * An answer as it will look once the first observation is in the store: it stands under the id 0
 * until then. `beside` is what the answer shows with it, such as the target of the same period.
 */
export function previewAnswer(
  observation: Observation,
  beside: readonly Observation[],
  vocabulary: Vocabulary,
): Part[] {
  const names = new Names(vocabulary)
  const question: Question = {
    ...EMPTY_QUESTION,
    indicator: said(observation.indicatorId),
    places: said([observation.placeId]),
    periods: said([observation.period]),
    kind: said(observation.kind),
  }
  const figures = [figureOf(observation, names)]
  const others = beside.map((one) => figureOf(one, names))
  return writeValue(question, figures, others, [observation])
}
