import type { AskContext } from '../answers/asker.ts'
import { encodeCallback } from './callback-data.ts'
import { keptPayload } from './kept.ts'
import type { Keyboard } from './replies.ts'
import type { BotContext, Services } from './services.ts'
import { texts } from './texts.fa.ts'
import { type Topic, topicSchema } from './watching.ts'

const KIND = 'refused'
/** Before the number of a draft, in the buttons of the first release. */
const DRAFT = 'r'

/** «خبرم کن» under a refusal: keeps the words of the question, to ask them again later. */
export function watchRefused(
  ctx: BotContext,
  { store, clock }: Services,
  text: string,
  { previous, defaultPlaceId, now }: AskContext,
): Keyboard {
  if (!ctx.chat || !ctx.from) return []
  const payload: Topic = {
    type: 'text',
    text,
    previous,
    defaultPlaceId,
    askedAt: now.toISOString(),
  }
  const id = store.afterwards.keep({ chatId: ctx.chat.id, kind: KIND, payload }, clock())
  return [[{ text: texts.buttons.watch, callback_data: encodeCallback('watch', id) }]]
}

/** The refused question behind a button; null when the reference is to no such. */
export async function refusedTopic(
  ctx: BotContext,
  services: Services,
  reference = '',
): Promise<Topic | null> {
  const id = reference.startsWith(DRAFT) ? reference.slice(DRAFT.length) : reference
  const read = topicSchema.safeParse(await keptPayload(ctx, services, id, KIND))
  return read.success ? read.data : null
}
