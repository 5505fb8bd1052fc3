import { z } from 'zod'
import type { Choice } from '../answers/answer.ts'
import { chosenFrom } from '../answers/chosen-from.ts'
import { isRecent } from '../facts/recent-moment.ts'
import { persianDigits } from '../persian/format.ts'
import type { Question } from '../questions/question.ts'
import { encodeCallback } from './callback-data.ts'
import { keptPayload } from './kept.ts'
import { questionSchema } from './question-schema.ts'
import { type Keyboard, ownerOf } from './replies.ts'
import type { BotContext, Services } from './services.ts'

const KIND = 'choices'
/** How long a typed number or word still means one of the choices. */
const TYPED_MS = 10 * 60 * 1000

/** Letters that a phone shows of a button as wide as the message. */
const LONGEST_ON_PHONE = 36

const choicesSchema = z.object({
  choices: z.array(z.object({ label: z.string(), question: questionSchema })),
})

/** Keeps what an answer offers to choose from, and gives a button for each. */
export function keepChoices(
  ctx: BotContext,
  { store, clock }: Services,
  choices: readonly Choice[],
): Keyboard {
  if (!ctx.chat || !ctx.from) return []
  const now = clock()
  const payload = { choices: choices.map(({ label, question }) => ({ label, question })) }
  // The last thing that the bot said in the chat: typing chooses from it.
  store.afterwards.setState(ownerOf(ctx), KIND, payload, now)
  if (choices.length === 0) return []
  const id = store.afterwards.keep({ chatId: ctx.chat.id, kind: KIND, payload }, now)
  const isLong = choices.some(({ label }) => label.length > LONGEST_ON_PHONE)
  return choices.map(({ label }, index) => [
    {
      // Cut labels may look alike: the number tells which line of the text it is.
      text: isLong && choices.length > 1 ? `${persianDigits(String(index + 1))}. ${label}` : label,
      callback_data: encodeCallback('choose', id, index),
    },
  ])
}

/** The question behind a pressed choice; null when it is not kept any more. */
export async function chosenQuestion(
  ctx: BotContext,
  services: Services,
  reference: string | undefined,
  index: number,
): Promise<Question | null> {
  const kept = choicesSchema.safeParse(await keptPayload(ctx, services, reference, KIND))
  return kept.success ? (kept.data.choices[index]?.question ?? null) : null
}

/** The choice that a typed number or its very words mean, right after the choices were given. */
export async function typedChoice(
  ctx: BotContext,
  services: Services,
  text: string,
): Promise<Question | null> {
  return chosenFrom(text, await lastOffered(ctx, services))?.question ?? null
}

/** What was offered just before, for a turn to complete. */
export async function offeredBefore(ctx: BotContext, services: Services): Promise<Question[]> {
  return (await lastOffered(ctx, services)).map(({ question }) => question)
}

async function lastOffered(ctx: BotContext, { store, clock }: Services) {
  if (!ctx.chat || !ctx.from) return []
  const state = await store.afterwards.stateOf(ownerOf(ctx), KIND)
  if (!state || !isRecent(state.updatedAt, clock(), TYPED_MS)) return []
  const kept = choicesSchema.safeParse(state.payload)
  return kept.success ? kept.data.choices : []
}
