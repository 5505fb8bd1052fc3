import { setImmediate } from 'node:timers/promises'
import type { ChangeContext } from '../facts/change-sets.ts'
import { applyInTransaction, type Operation } from '../facts/changes.ts'
import type { Store } from '../facts/open.ts'
import { rehearse } from '../facts/rehearsal.ts'
import type { Answer } from './answer.ts'
import type { Asker } from './asker.ts'
import { createAsker } from './create-asker.ts'

export interface QuestionEffect {
  readonly question: string
  readonly before: Answer
  readonly after: Answer
  /**
   * `ambiguous`: what was answered is asked back now; `answered`: what had no answer has one;
   * `changed`: answered with other figures; `lost`: answered before, not any more.
   */
  readonly effect: 'ambiguous' | 'answered' | 'changed' | 'lost'
}

/**
 * What operations on the vocabulary would do to questions: carried out, asked, and taken back.
 * Gives the questions that would be answered otherwise. Throws the StoreError of an operation that
 * is refused.
 */
export async function vocabularyTrial(
  store: Store,
  context: ChangeContext,
  operations: readonly Operation[],
  questions: readonly string[],
): Promise<QuestionEffect[]> {
  const before: Answer[] = []
  const now = createAsker(store)
  for (const question of questions) before.push(await askOf(now, question, context.now))
  const after = await rehearse(store, async (trx) => {
    await applyInTransaction(trx, { ...context, updateId: null }, operations)
    const then = createAsker({ ...store, db: trx })
    const answers: Answer[] = []
    for (const question of questions) answers.push(await askOf(then, question, context.now))
    return answers
  })
  return questions.flatMap((question, index) => {
    const [earlier, later] = [before[index], after[index]]
    const effect = earlier && later && effectOf(earlier, later)
    return effect ? [{ question, before: earlier, after: later, effect }] : []
  })
}

async function askOf(asker: Asker, question: string, now: Date): Promise<Answer> {
  // Many questions in a row must not keep everything else in the process waiting.
  await setImmediate()
  return await asker.ask(question, { now, previous: null, defaultPlaceId: null })
}

function effectOf(before: Answer, after: Answer): QuestionEffect['effect'] | null {
  if (before.status !== 'answered') {
    if (after.status === 'answered') return 'answered'
    return before.status !== 'choices' && after.status === 'choices' ? 'ambiguous' : null
  }
  if (after.status === 'choices') return 'ambiguous'
  if (after.status !== 'answered') return 'lost'
  const ids = ({ figures }: Answer) => figures.map(({ observationId }) => observationId).join()
  return ids(before) === ids(after) ? null : 'changed'
}
