import { tokenise } from '../persian/tokens.ts'
import { ASKING_WORDS } from './asking-words.ts'
import type { LoggedQuestion } from './question-log.ts'

/** Questions that ask much the same. */
export interface QuestionGroup {
  /** The wording that was typed most. */
  readonly question: string
  /** The different wordings, the most frequent first. */
  readonly wordings: readonly string[]
  readonly ids: readonly number[]
  readonly count: number
  /** How many different people asked. */
  readonly people: number
  readonly questions: readonly LoggedQuestion[]
}

/** From this share of common words on, two questions ask the same. */
const ALIKE = 0.6

/**
 * Puts questions together that share most of their words: words that only ask («چند», «است») do not
 * count, numbers do. The largest group first; among equals, the one asked last.
 */
export function groupQuestions(questions: readonly LoggedQuestion[]): QuestionGroup[] {
  const groups: { words: ReadonlySet<string>; questions: LoggedQuestion[] }[] = []
  for (const question of questions) {
    const words = wordsOf(question.question)
    const home = groups.find((group) => likeness(group.words, words) >= ALIKE)
    if (home) home.questions.push(question)
    else groups.push({ words, questions: [question] })
  }
  return groups
    .map(({ questions }) => groupOf(questions))
    .sort((a, b) => b.count - a.count || Math.max(...b.ids) - Math.max(...a.ids))
}

function groupOf(questions: readonly LoggedQuestion[]): QuestionGroup {
  const counts = new Map<string, number>()
  for (const { question } of questions) counts.set(question, (counts.get(question) ?? 0) + 1)
  const wordings = [...counts].sort((a, b) => b[1] - a[1]).map(([wording]) => wording)
  return {
    question: wordings[0] ?? '',
    wordings,
    ids: questions.map(({ id }) => id),
    count: questions.length,
    people: new Set(questions.map(({ telegramId, chatId }) => telegramId ?? chatId)).size,
    questions,
  }
}

function wordsOf(text: string): ReadonlySet<string> {
  const words = tokenise(text)
    .filter(({ kind }) => kind !== 'punctuation')
    .map((token) => token.text)
  const telling = words.filter((word) => !ASKING_WORDS.has(word))
  return new Set(telling.length > 0 ? telling : words)
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((word) => b.has(word)).length
  const all = a.size + b.size - common
  return all === 0 ? 1 : common / all
}
