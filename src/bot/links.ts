import type { Question } from '../questions/question.ts'
import { idOf } from './callback-data.ts'
import { decodeQuestion, encodeQuestion } from './question-code.ts'

/** What stands in a link behind `?start=`: Telegram allows 64 Latin letters, digits, `_` and `-`. */
const PAYLOAD_BYTES = 64
const FIGURE = 'f'
const QUESTION = 'q'

export function figurePayload(observationId: number): string {
  return `${FIGURE}${observationId}`
}

/** The observation that a link leads to, or null. */
export function figureOfPayload(payload: string): number | null {
  return payload.startsWith(FIGURE) ? idOf(payload.slice(1)) : null
}

/** The question that a link asks again, or null. */
export function questionOfPayload(payload: string): Question | null {
  return payload.startsWith(QUESTION) ? decodeQuestion(payload.slice(1)) : null
}

/** The address that opens a figure in the bot. */
export function figureLink(username: string, observationId: number): string {
  return linkTo(username, figurePayload(observationId))
}

/** The address that asks a question again; null when the question is too long for one. */
export function questionLink(username: string, question: Question): string | null {
  const payload = questionPayload(question)
  return payload === null ? null : linkTo(username, payload)
}

/** What asks a question again behind `?start=`; null when it is too long. */
export function questionPayload(question: Question): string | null {
  const code = encodeQuestion(question, PAYLOAD_BYTES - QUESTION.length)
  return code === null ? null : QUESTION + code
}

const linkTo = (username: string, payload: string): string =>
  `https://t.me/${username}?start=${payload}`
