import { z } from 'zod'
import {
  changeDraft,
  closeDraft,
  type Draft,
  latestDraft,
  openDraft,
  saveDraft,
} from '../facts/drafts.ts'
import { isRecent } from '../facts/recent-moment.ts'
import type { BotContext, Services } from './services.ts'

const KIND = 'dialog'
/** How long what a person writes next may still be meant for what the bot asked. */
const AWAITED_MS = 60 * 60 * 1000

const dialogSchema = z.object({
  type: z.enum(['add', 'edit', 'answer_report', 'alias_of_question', 'report']),
  /** The update that brought it here: delivered again, it must not be read as the next answer. */
  updateId: z.number(),
  state: z.unknown(),
})

export type DialogType = z.infer<typeof dialogSchema>['type']

/** What the bot asked a person in a chat, and waits to hear: at most one thing at a time. */
export interface Dialog {
  readonly id: number
  readonly type: DialogType
  readonly updateId: number
  /** JSON; whoever reads it checks its shape. */
  readonly state: unknown
}

/** Begins to wait for something; what was waited for before is given up. Gives its id. */
export async function openDialog(
  ctx: BotContext,
  services: Services,
  type: DialogType,
  state: unknown,
): Promise<number> {
  const { store, clock } = services
  await endDialogs(ctx, services)
  turns++
  const payload = { type, updateId: ctx.update.update_id, state }
  const draft = { chatId: ctx.chat?.id ?? 0, telegramId: ctx.from?.id ?? 0, kind: KIND, payload }
  return await saveDraft(store.db, draft, clock())
}

/** Goes on with a dialog; false when it was ended in between. */
export async function changeDialog(
  ctx: BotContext,
  { store, clock }: Services,
  { id, type }: Pick<Dialog, 'id' | 'type'>,
  state: unknown,
): Promise<boolean> {
  const payload = { type, updateId: ctx.update.update_id, state }
  turns++
  return await changeDraft(store.db, id, payload, clock())
}

/** What the sender is waited for in this chat, if it is of this type and not too long ago. */
export async function awaitedDialog(
  ctx: BotContext,
  { store, clock }: Services,
  type?: DialogType,
  awaitedMs = AWAITED_MS,
): Promise<Dialog | null> {
  if (!ctx.chat || !ctx.from) return null
  const draft = await openOne(ctx, store)
  if (!draft || !isRecent(draft.createdAt, clock(), awaitedMs)) return null
  const read = dialogSchema.safeParse(draft.payload)
  if (!read.success || (type !== undefined && read.data.type !== type)) return null
  return { id: draft.id, ...read.data }
}

/** What was found for an update, while no dialog was begun or ended since: each feature looks. */
const found = new WeakMap<BotContext, { readonly turn: number; readonly draft: Draft | null }>()
let turns = 0

async function openOne(ctx: BotContext, store: Services['store']): Promise<Draft | null> {
  const known = found.get(ctx)
  if (known?.turn === turns) return known.draft
  const turn = turns
  const draft = await latestDraft(store.db, ctx.chat?.id ?? 0, ctx.from?.id ?? 0, KIND)
  found.set(ctx, { turn, draft })
  return draft
}

/** The dialog behind a button, while it goes on and when it is the presser's own. */
export async function pressedDialog(
  ctx: BotContext,
  { store }: Services,
  id: number,
): Promise<Dialog | null> {
  const draft = await openDraft(store.db, id)
  if (draft?.kind !== KIND || draft.telegramId !== ctx.from?.id) return null
  const read = dialogSchema.safeParse(draft.payload)
  return read.success ? { id, ...read.data } : null
}

export async function endDialog({ store, clock }: Services, id: number): Promise<boolean> {
  turns++
  return await closeDraft(store.db, id, null, clock())
}

/** Waits for nothing any more; whether something was waited for. */
export async function endDialogs(ctx: BotContext, services: Services): Promise<boolean> {
  let ended = false
  for (;;) {
    if (!ctx.chat || !ctx.from) return ended
    const draft = await latestDraft(services.store.db, ctx.chat.id, ctx.from.id, KIND)
    if (!draft) return ended
    await endDialog(services, draft.id)
    ended = true
  }
}
