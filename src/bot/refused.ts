import type { AskContext } from '../answers/asker.ts'
import { openDraft, saveDraft } from '../facts/drafts.ts'
import { encodeCallback, idOf } from './callback-data.ts'
import type { Keyboard } from './replies.ts'
import type { BotContext, Services } from './services.ts'
import { texts } from './texts.fa.ts'
import { type Topic, topicSchema } from './watching.ts'

const KIND = 'refused'
const PREFIX = 'r'

/** «خبرم کن» under a refusal: keeps the words of the question, to ask them again later. */
export async function watchRefused(
  ctx: BotContext,
  { store, clock }: Services,
  text: string,
  { previous, defaultPlaceId, now }: AskContext,
): Promise<Keyboard> {
  if (!ctx.chat || !ctx.from) return []
  const payload: Topic = {
    type: 'text',
    text,
    previous,
    defaultPlaceId,
    askedAt: now.toISOString(),
  }
  const draft = { chatId: ctx.chat.id, telegramId: ctx.from.id, kind: KIND, payload }
  const id = await saveDraft(store.db, draft, clock())
  return [[{ text: texts.buttons.watch, callback_data: encodeCallback('watch', `${PREFIX}${id}`) }]]
}

/** The refused question behind a button; null when the reference is to no such. */
export async function refusedTopic(
  ctx: BotContext,
  { store }: Services,
  reference = '',
): Promise<Topic | null> {
  const id = reference.startsWith(PREFIX) ? idOf(reference.slice(PREFIX.length)) : null
  if (id === null) return null
  const draft = await openDraft(store.db, id)
  if (draft?.kind !== KIND || draft.chatId !== ctx.chat?.id) return null
  const read = topicSchema.safeParse(draft.payload)
  return read.success ? read.data : null
}
