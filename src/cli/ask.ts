import { createInterface } from 'node:readline'
import type { Answer } from '../answers/answer.ts'
import { createAsker } from '../answers/create-asker.ts'
import type { Store } from '../facts/open.ts'
import type { Question } from '../questions/question.ts'
import type { Options } from './options.ts'

/** `arqam ask`: the question given, or one question a line from standard input. */
export async function ask(options: Options, store: Store, clock: () => Date): Promise<number> {
  const asker = createAsker(store)
  const given = options.positionals.join(' ').trim()
  const questions = given === '' ? createInterface({ input: process.stdin }) : [given]
  let previous: Question | null = null
  let unanswered = 0
  for await (const question of questions) {
    if (question.trim() === '' && !options.json) continue
    const context = { now: clock(), previous: options.chat ? previous : null, defaultPlaceId: null }
    const answer = await asker.ask(question, context)
    if (answer.understood !== null) previous = answer.understood
    if (answer.status !== 'answered' && answer.status !== 'help') unanswered++
    console.log(options.json ? JSON.stringify(toJson(answer)) : `${answer.text}\n`)
  }
  return given !== '' && unanswered > 0 ? 1 : 0
}

/** The fields that DESIGN fixes, with what else is of use to a program. */
function toJson(answer: Answer) {
  const { question, status, text, reading, figures, nearby } = answer
  const choices = answer.choices.map(({ label, reading: chosen }) => ({ label, reading: chosen }))
  return { question, status, text, reading, figures, nearby, choices }
}
