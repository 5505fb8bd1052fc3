import { z } from 'zod'
import type { Choice } from '../answers/answer.ts'
import { chosenFrom } from '../answers/chosen-from.ts'
import { changeDraft, latestDraft, openDraft, saveDraft } from '../facts/drafts.ts'
import type { Question } from '../questions/question.ts'
import { encodeCallback } from './callback-data.ts'
import { questionSchema } from './question-schema.ts'
import type { Keyboard } from './replies.ts'
import type { BotContext, Services } from './services.ts'

const KIND = 'choices'
/** How long a typed number or word still means one of the choices. */
const TYPED_MS = 10 * 60 * 1000

const choicesSchema = z.object({
  choices: z.array(z.object({ label: z.string(), question: questionSchema })),
  /** Whether they are the last thing the bot said in the chat, so that typing chooses. */
  latest: z.boolean(),
})

/** Keeps what an answer offers to choose from, and gives a button for each. */
export async function keepChoices(
  ctx: BotContext,
  { store, clock }: Services,
  choices: readonly Choice[],
): Promise<Keyboard> {
  if (!ctx.chat || !ctx.from) return []
  const now = clock()
  const earlier = await latestDraft(store.db, ctx.chat.id, ctx.from.id, KIND)
  const kept = choicesSchema.safeParse(earlier?.payload)
  if (earlier && kept.success && kept.data.latest) {
    await changeDraft(store.db, earlier.id, { ...kept.data, latest: false }, now)
  }
  if (choices.length === 0) return []
  const payload = {
    choices: choices.map(({ label, question }) => ({ label, question })),
    latest: true,
  }
  const draft = { chatId: ctx.chat.id, telegramId: ctx.from.id, kind: KIND, payload }
  const id = await saveDraft(store.db, draft, now)
  return choices.map(({ label }, index) => [
    { text: label, callback_data: encodeCallback('choose', id, index) },
  ])
}

/** The question behind a pressed choice; null when it is not kept any more. */
export async function chosenQuestion(
  ctx: BotContext,
  { store }: Services,
  draftId: number,
  index: number,
): Promise<Question | null> {
  const draft = await openDraft(store.db, draftId)
  if (draft?.kind !== KIND || draft.chatId !== ctx.chat?.id) return null
  const kept = choicesSchema.safeParse(draft.payload)
  return kept.success ? (kept.data.choices[index]?.question ?? null) : null
}

/** The choice that a typed number or its very words mean, right after the choices were given. */
export async function typedChoice(
  ctx: BotContext,
  { store, clock }: Services,
  text: string,
): Promise<Question | null> {
  if (!ctx.chat || !ctx.from) return null
  const draft = await latestDraft(store.db, ctx.chat.id, ctx.from.id, KIND)
  if (!draft || clock().getTime() - Date.parse(draft.createdAt) > TYPED_MS) return null
  const kept = choicesSchema.safeParse(draft.payload)
  if (!kept.success || !kept.data.latest) return null
  return chosenFrom(text, kept.data.choices)?.question ?? null
}
