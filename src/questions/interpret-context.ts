import type { KnownWords } from './known-words.ts'
import type { Question } from './question.ts'

export interface InterpretContext {
  /** ISO day that relative words count from. */
  readonly today: string
  /** The question that a follow-up refers to. */
  readonly previous: Question | null
  readonly knownWords: KnownWords
}
