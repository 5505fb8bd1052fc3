import { z } from 'zod'
import type { Question } from '../questions/question.ts'
import { questionSchema } from './question-schema.ts'
import { ownerOf } from './replies.ts'
import type { BotContext, Services } from './services.ts'

/** The last questions of a person in a chat are kept, one in each slot; a later one takes its place. */
const SLOTS = 16
const kindOf = (questionId: number): string => `answered${questionId % SLOTS}`

const answeredSchema = z.object({
  questionId: z.number(),
  answerId: z.number(),
  /** What the question itself followed up on. */
  previous: questionSchema.nullable(),
})

/** Which message of the bot answered which message of a person. */
export interface Answered {
  readonly questionId: number
  readonly answerId: number
  readonly previous: Question | null
}

/** Notes the answer to the message at hand, so that editing the question renews the answer. */
export function noteAnswered(
  ctx: BotContext,
  { store, clock }: Services,
  answerId: number,
  previous: Question | null,
): void {
  const questionId = ctx.msg?.message_id
  if (!ctx.chat || !ctx.from || questionId === undefined) return
  const payload: Answered = { questionId, answerId, previous }
  store.afterwards.setState(ownerOf(ctx), kindOf(questionId), payload, clock())
}

/** The answer that the message at hand got, when it was one of the sender's last questions here. */
export async function answeredBefore(
  ctx: BotContext,
  { store }: Services,
): Promise<Answered | null> {
  const questionId = ctx.msg?.message_id
  if (!ctx.chat || !ctx.from || questionId === undefined) return null
  const state = await store.afterwards.stateOf(ownerOf(ctx), kindOf(questionId))
  const kept = answeredSchema.safeParse(state?.payload)
  return kept.success && kept.data.questionId === questionId ? kept.data : null
}
