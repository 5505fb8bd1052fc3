import { interpret } from './interpret.ts'
import type { InterpretContext } from './interpret-context.ts'
import type { Lexicon } from './lexicon.ts'
import type { Interpretation, Question, Reading } from './question.ts'

/**
 * A turn after choices were offered that names but a place, a year or another slot («خوزستان چی؟»):
 * what is pending, completed or changed by it. Null when the turn is no such follow-up of them.
 */
export function completedPending(
  text: string,
  pending: readonly Question[],
  lexicon: Lexicon,
  context: InterpretContext,
): Interpretation | null {
  const readings: Reading[] = []
  for (const question of pending) {
    const [one, ...others] = interpret(text, lexicon, { ...context, previous: question })
    if (one?.status !== 'understood' || others.length > 0) return null
    const { indicator, places, periods } = one.reading.question
    if (indicator?.origin !== 'previous') return null
    // What was offered of one place says nothing of another («کرمان» after «از یزد کدام …؟»).
    if (question.bare && places?.origin === 'said') return null
    const isKnown = readings.some(({ question: other }) => isSame(other, one.reading.question))
    if (!isKnown && (places ?? periods) !== null) readings.push(one.reading)
  }
  const [only, second] = readings
  if (only === undefined) return null
  if (second === undefined && pending.length > 1) return { status: 'understood', reading: only }
  const isOfPlaces = readings.every(
    ({ question }) => question.indicator?.value === only.question.indicator?.value,
  )
  const about = second === undefined ? 'spelling' : isOfPlaces ? 'place' : 'indicator'
  return { status: 'choices', about, readings }
}

function isSame(one: Question, other: Question): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
