import type { AnswerJson, Ask } from './answer.ts'
import type { Case, QuestionClass, Turn } from './cases.ts'
import { classOf, type Score, score } from './score.ts'

/** One turn asked, and how it was judged. */
export interface Result {
  readonly case: Case
  readonly turn: Turn
  readonly class: QuestionClass
  readonly answer: AnswerJson
  readonly score: Score
}

/** Asks all cases at once (the subject shares its processes) and judges every turn. */
export async function examine(cases: readonly Case[], ask: Ask): Promise<Result[]> {
  const results = await Promise.all(
    cases.map((one) =>
      Promise.all(
        one.turns.map(async (turn): Promise<Result> => {
          const conversation = one.turns.length > 1 ? one.id : null
          const answer = await ask(turn.question, { now: one.now, conversation })
          const questionClass = classOf(turn.expect, one.class)
          return {
            case: one,
            turn,
            class: questionClass,
            answer,
            score: score(answer, turn.expect),
          }
        }),
      ),
    ),
  )
  return results.flat()
}
