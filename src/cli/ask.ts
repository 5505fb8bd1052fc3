import { createInterface } from 'node:readline'
import { setImmediate } from 'node:timers/promises'
import type { Answer, Choice } from '../answers/answer.ts'
import type { Asker } from '../answers/asker.ts'
import { chosenFrom } from '../answers/chosen-from.ts'
import { createAsker } from '../answers/create-asker.ts'
import type { Question } from '../questions/question.ts'
import { onStore } from './command.ts'

/** `arqam ask`: the question given, or one question a line from standard input. */
export const ask = onStore(async ({ options, clock }, store) => {
  const asker = createAsker(store)
  const conversation = options.chat ? chatWith(asker, clock) : strangers(asker, clock)
  for await (const question of questionsOf(options.positionals)) {
    // Whoever reads JSON counts lines: each has its answer, also an empty one.
    if (question.trim() === '' && !options.json) continue
    const answer = await conversation(question)
    console.log(options.json ? JSON.stringify(toJson(answer)) : `${answer.text}\n`)
    // Lets the program notice that its reader went away.
    await setImmediate()
  }
  return 0
})

type Conversation = (question: string) => Promise<Answer>

const strangers =
  (asker: Asker, clock: () => Date): Conversation =>
  (question) =>
    asker.ask(question, { now: clock(), previous: null, defaultPlaceId: null })

/** Remembers what was asked and what was offered, as a chat of the bot does. */
function chatWith(asker: Asker, clock: () => Date): Conversation {
  let previous: Question | null = null
  let offered: readonly Choice[] = []
  return async (text) => {
    const pending = offered.map(({ question }) => question)
    const context = { now: clock(), previous, pending, defaultPlaceId: null }
    const chosen = chosenFrom(text, offered)
    const answer = chosen
      ? { ...(await asker.answer(chosen.question, context)), question: text }
      : await asker.ask(text, context)
    previous = answer.inPlay
    offered = answer.choices
    return answer
  }
}

function questionsOf(words: readonly string[]): Iterable<string> | AsyncIterable<string> {
  if (words.length > 0) return [words.join(' ')]
  if (process.stdin.isTTY) console.error('One question a line; Ctrl-D ends.')
  return createInterface({ input: process.stdin })
}

/** The fields that DESIGN fixes, with what else is of use to a program. */
function toJson(answer: Answer) {
  const { question, status, text, reading, figures, nearby } = answer
  const choices = answer.choices.map(({ label, reading: chosen }) => ({ label, reading: chosen }))
  return { question, status, text, reading, figures, nearby, choices }
}
