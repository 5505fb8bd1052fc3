import { z } from 'zod'
import type { Question } from '../questions/question.ts'
import { isKept, keptPayload } from './kept.ts'
import { decodeQuestion, encodeQuestion } from './question-code.ts'
import { questionSchema } from './question-schema.ts'
import type { Owner } from './replies.ts'
import type { BotContext, Services } from './services.ts'

const KIND = 'asked'
const DRAFT = 'd'
/** What a button has room for besides its action. */
const ROOM_BYTES = 52

/**
 * How a button refers to the question of its answer: by a code that holds all of it, so that the
 * button works for ever; only what is too long is kept in the store.
 */
export function questionReference(
  owner: Owner,
  { store, clock }: Services,
  question: Question,
): string {
  const code = encodeQuestion(question, ROOM_BYTES)
  if (code !== null) return code
  const kept = { chatId: owner.chatId, kind: KIND, payload: question }
  return store.afterwards.keep(kept, clock())
}

/** The question behind a button; null when it is not kept any more, or of another program. */
export async function referredQuestion(
  ctx: BotContext,
  services: Services,
  reference: string | undefined,
): Promise<Question | null> {
  if (reference === undefined) return null
  const isOfDraft = reference.startsWith(DRAFT) && !reference.includes('_')
  if (!isKept(reference) && !isOfDraft) return decodeQuestion(reference)
  const id = isOfDraft ? reference.slice(DRAFT.length) : reference
  const read = z.safeParse(questionSchema, await keptPayload(ctx, services, id, KIND))
  return read.success ? read.data : null
}
