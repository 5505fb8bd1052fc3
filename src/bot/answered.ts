import { z } from 'zod'
import type { Question } from '../questions/question.ts'
import { questionSchema } from './question-schema.ts'
import { ownerOf } from './replies.ts'
import type { BotContext, Services } from './services.ts'

const KIND = 'answered'

const answeredSchema = z.object({
  questionId: z.number(),
  answerId: z.number(),
  /** What the question itself followed up on. */
  previous: questionSchema.nullable(),
})

/** Which message of the bot answered which message of a person: the last one of each chat. */
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
  store.afterwards.setState(ownerOf(ctx), KIND, payload, clock())
}

/** The answer that the message at hand got, when it was the sender's last question here. */
export async function answeredBefore(
  ctx: BotContext,
  { store }: Services,
): Promise<Answered | null> {
  if (!ctx.chat || !ctx.from) return null
  const state = await store.afterwards.stateOf(ownerOf(ctx), KIND)
  const kept = answeredSchema.safeParse(state?.payload)
  return kept.success && kept.data.questionId === ctx.msg?.message_id ? kept.data : null
}
