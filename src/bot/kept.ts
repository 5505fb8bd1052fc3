import { openDraft } from '../facts/drafts.ts'
import { idOf } from './callback-data.ts'
import type { BotContext, Services } from './services.ts'

const KEPT = /^k[0-9a-f]{8,40}$/

/** Whether a button refers to something kept under a key of the program's own. */
export const isKept = (reference: string): boolean => KEPT.test(reference)

/**
 * What a button refers to, if it is of this kind and of this chat; null when it is not kept any
 * more. Buttons of the first release carry the number of a draft.
 */
export async function keptPayload(
  ctx: BotContext,
  { store }: Services,
  reference: string | undefined,
  kind: string,
): Promise<unknown> {
  if (reference === undefined) return null
  const draftId = idOf(reference)
  const kept = isKept(reference)
    ? await store.afterwards.payloadOf(reference)
    : draftId && (await openDraft(store.db, draftId))
  return kept && kept.kind === kind && kept.chatId === ctx.chat?.id ? kept.payload : null
}
