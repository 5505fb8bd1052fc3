import type { Question } from '../questions/question.ts'
import type { Answer } from './answer.ts'

/** What an answer depends on besides the store. */
export interface AskContext {
  readonly now: Date
  /** The question that a follow-up refers to; null when the chat asked nothing in the last hour. */
  readonly previous: Question | null
  /** What was offered to choose from just before: a turn may complete it («خوزستان چی؟»). */
  readonly pending?: readonly Question[]
  /** The chat's default place, null when it has none. */
  readonly defaultPlaceId: number | null
  /** «تومان» or «ریال» to show money in; left out or null, as its source stated it. */
  readonly moneyUnit?: string | null
}

/** Understands and answers; the bot, the command line and the trial page all ask here. */
export interface Asker {
  ask(text: string, context: AskContext): Promise<Answer>
  /** Answers a question that is already understood: a pressed choice, «سال‌های دیگر», a link. */
  answer(question: Question, context: AskContext): Promise<Answer>
}
