import { z } from 'zod'
import { openDraft, saveDraft } from '../facts/drafts.ts'
import type { Question } from '../questions/question.ts'
import { idOf } from './callback-data.ts'
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
export async function questionReference(
  owner: Owner,
  { store, clock }: Services,
  question: Question,
): Promise<string> {
  const code = encodeQuestion(question, ROOM_BYTES)
  if (code !== null) return code
  const draft = { ...owner, kind: KIND, payload: question }
  return `${DRAFT}${await saveDraft(store.db, draft, clock())}`
}

/** The question behind a button; null when it is not kept any more, or of another program. */
export async function referredQuestion(
  ctx: BotContext,
  { store }: Services,
  reference: string | undefined,
): Promise<Question | null> {
  const draftId =
    reference?.startsWith(DRAFT) && !reference.includes('_') ? idOf(reference.slice(1)) : null
  if (!draftId) return decodeQuestion(reference ?? '')
  const draft = await openDraft(store.db, draftId)
  if (draft?.kind !== KIND || draft.chatId !== ctx.chat?.id) return null
  const read = z.safeParse(questionSchema, draft.payload)
  return read.success ? read.data : null
}
