import type { Answer, Figure } from '../answers/answer.ts'
import type { AskContext, Asker } from '../answers/asker.ts'
import type { Question } from '../questions/question.ts'

const EVERY_PLACE = 40

/**
 * The answer to a question; of an order of places with all of them beside those that were asked
 * for: a picture and a sheet have room for what a message has not.
 */
export async function answerInFull(
  question: Question,
  asker: Asker,
  context: AskContext,
): Promise<Answer> {
  const answer = await asker.answer(question, context)
  if (question.aspect !== 'most' && question.aspect !== 'least') return answer
  const whole = await asker.answer({ ...question, count: EVERY_PLACE }, context)
  const known = new Set([...answer.figures, ...answer.nearby].map(whatOf))
  const others = whole.figures.filter((one) => !known.has(whatOf(one)))
  return { ...answer, nearby: [...answer.nearby, ...others] }
}

const whatOf = ({ indicator, place, period, kind, measure }: Figure): string =>
  [indicator, place, period, kind, measure].join('|')
