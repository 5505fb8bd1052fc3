import type { Interpretation, Question } from '../questions/question.ts'

/** A turn that many words long was refused is a question of its own. */
const MOST_OF_ASIDE = 4

/**
 * What the next turn of a conversation may refer to: the question just answered, with the one
 * before it («جمعشون؟»); where nothing was understood, the one in play before («پارسالش؟» after
 * «قیمتش؟»), marked so; null where what was asked last was another thing.
 */
export function inPlayAfter(
  previous: Question | null,
  understood: Question | null,
  turn: readonly Interpretation[],
): Question | null {
  if (understood !== null) {
    const before = previous === null || previous.aside ? undefined : alone(previous)
    return before === undefined ? understood : { ...understood, before }
  }
  if (previous === null || turn.every(({ status }) => status === 'help')) return previous
  const isAside = turn.every((one) => isBeside(one, previous))
  return isAside ? { ...alone(previous), aside: true } : null
}

/** Of a turn that was not answered, whether it may well have been about what was asked before it. */
function isBeside(one: Interpretation, { indicator }: Question): boolean {
  if (one.status === 'not_understood') return one.words.length <= MOST_OF_ASIDE
  if (one.status !== 'unexplained') return false
  const isSame = ({ question }: { question: Question }) =>
    question.indicator === null || question.indicator.value === indicator?.value
  return one.placeIds.length === 0 && one.words.length <= MOST_OF_ASIDE && one.near.every(isSame)
}

function alone({ before: _, ...question }: Question): Question {
  return question
}
