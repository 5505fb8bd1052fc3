import { z } from 'zod'
import type { Part } from '../answers/answer.ts'
import { renderPages } from '../answers/render.ts'
import type { Operation } from '../facts/changes.ts'
import {
  appliedDraft,
  changeDraft,
  closeDraft,
  type Draft,
  handOverDraft,
  openDraft,
  openDraftsOf,
  saveDraft,
} from '../facts/drafts.ts'
import type { SourceInput } from '../facts/sources.ts'
import { encodeCallback } from './callback-data.ts'
import type { Keyboard } from './replies.ts'
import type { BotContext, Services } from './services.ts'
import { texts } from './texts.fa.ts'

const KIND = 'pending'
/** What an editor confirmed, and an admin decides on. */
const PROPOSED = 'proposed'

const reference = z.union([z.number(), z.object({ name: z.string() })])
const text = z.string().nullable()
const maybe = text.optional()
const content = z.object({
  indicatorId: reference,
  placeId: reference,
  period: z.string(),
  periodBasis: z.enum(['stated', 'inferred']),
  kind: z.enum(['actual', 'target', 'forecast']),
  measure: z.enum(['level', 'change', 'share', 'rank']),
  qualifier: z.enum(['exact', 'more_than', 'at_least', 'less_than', 'at_most', 'about']),
  quantity: z
    .object({ digits: z.string(), decimals: z.number(), power: z.number(), unit: z.string() })
    .nullable(),
  statement: text,
  speaker: text,
  quote: text,
  sourceId: z.union([
    z.number(),
    z.object({ title: maybe, publisher: maybe, url: maybe, publishedOn: maybe, text: maybe }),
  ]),
  note: text,
})

const operation = z.discriminatedUnion('type', [
  z.object({ type: z.literal('add_observation'), content }),
  z.object({
    type: z.literal('correct_observation'),
    observationId: z.number(),
    expectedRevision: z.number(),
    content: content.partial(),
  }),
  z.object({
    type: z.literal('retire_observation'),
    observationId: z.number(),
    expectedRevision: z.number(),
  }),
  z.object({
    type: z.literal('add_indicator'),
    name: z.string(),
    unit: z.string(),
    additive: z.boolean(),
  }),
  z.object({
    type: z.literal('add_alias'),
    target: z.enum(['place', 'indicator', 'unit']),
    targetId: reference,
    text: z.string(),
  }),
  z.object({ type: z.literal('rename_indicator'), indicatorId: reference, name: z.string() }),
  z.object({ type: z.literal('merge_indicators'), fromId: z.number(), intoId: z.number() }),
])

/** The dialog that it ends, and the questions without an answer that it was begun from. */
const origin = {
  dialogId: z.number().optional(),
  questionIds: z.array(z.number()).optional(),
  /** The review of a report that it came out of, which it ends. */
  reviewId: z.number().optional(),
  /** What was shown of it, in the digits of the store. */
  seen: z.string().optional(),
}

const pendingSchema = z.discriminatedUnion('type', [
  z.object({
    ...origin,
    type: z.literal('change'),
    updateId: z.number(),
    command: z.string(),
    reason: text,
    operations: z.array(operation),
  }),
  z.object({ ...origin, type: z.literal('undo'), updateId: z.number(), changeSetId: z.number() }),
  z.object({
    ...origin,
    type: z.literal('import'),
    updateId: z.number(),
    /** The file as Telegram keeps it for the bot; it is fetched again when confirmed. */
    fileId: z.string(),
    fileName: z.string(),
    digest: z.string(),
    new: z.number(),
    changed: z.number(),
    refused: z.number(),
  }),
  z.object({
    type: z.literal('appoint'),
    updateId: z.number(),
    telegramId: z.number(),
    name: z.string(),
    role: z.enum(['admin', 'editor', 'member']),
  }),
  z.object({
    type: z.literal('dismiss'),
    updateId: z.number(),
    telegramId: z.number(),
    name: z.string(),
  }),
])

/**
 * A change that waits for «ثبت». It carries the id of the update that asked for it, and is applied
 * under that id: pressed twice, delivered twice or cut short, it changes the store once.
 */
export type Pending = z.infer<typeof pendingSchema>

const actorSchema = z.looseObject({ actor: z.string().default('') })

const nameOf = ({ from }: BotContext) =>
  [from?.first_name, from?.last_name].filter(Boolean).join(' ')

/** A change as it is asked for: the store's own operations. */
export type AskedPending =
  | Exclude<Pending, { type: 'change' }>
  | (Omit<Extract<Pending, { type: 'change' }>, 'operations'> & {
      readonly operations: readonly Operation[]
    })

export interface KeptPending {
  readonly draftId: number
  readonly chatId: number
  readonly telegramId: number
  /** The name of the one who asked for it. */
  readonly actor: string
  /** ISO instant, UTC. */
  readonly createdAt: string
  readonly pending: Pending
}

/** Keeps the change and gives the buttons that confirm or drop it. */
export async function keepPending(
  ctx: BotContext,
  { store, clock }: Services,
  pending: AskedPending,
): Promise<{ draftId: number; keyboard: Keyboard }> {
  const draft = {
    chatId: ctx.chat?.id ?? 0,
    telegramId: ctx.from?.id ?? 0,
    kind: KIND,
    payload: { ...pending, actor: nameOf(ctx) },
  }
  const draftId = await saveDraft(store.db, draft, clock())
  return { draftId, keyboard: pendingKeyboard(draftId) }
}

export function pendingKeyboard(draftId: number): Keyboard {
  return [
    [
      { text: texts.buttons.confirm, callback_data: encodeCallback('confirm', draftId) },
      { text: texts.buttons.cancel, callback_data: encodeCallback('cancel', draftId) },
    ],
  ]
}

/**
 * Keeps what is shown of a change beside it. Admins see this of an editor's proposal: a press may be
 * forged onto a message about another change, or come from the last page of a long one.
 */
export async function keepSeen(
  services: Services,
  draftId: number,
  parts: readonly Part[],
): Promise<void> {
  const kept = await readPending(services, draftId)
  if (!kept) return
  const pages = renderPages(parts).map((page) => page.text)
  const payload = { ...kept.pending, actor: kept.actor, seen: pages.join('\n\n') }
  await changeDraft(services.store.db, draftId, payload, services.clock())
}

/** The change that a button of its author stands for, while it waits. */
export async function readPending(
  { store }: Services,
  draftId: number,
): Promise<KeptPending | null> {
  return read(await openDraft(store.db, draftId), KIND)
}

/** The change that an editor proposed, while it waits for an admin. */
export async function readProposed(
  { store }: Services,
  draftId: number,
): Promise<KeptPending | null> {
  return read(await openDraft(store.db, draftId), PROPOSED)
}

/** What was shown of a change; nothing where that was not kept. */
export const seenOf = (pending: Pending): string => ('seen' in pending && pending.seen) || ''

/** The changes that wait for an admin, the oldest first. */
export async function proposals({ store }: Services, limit: number): Promise<KeptPending[]> {
  const drafts = await openDraftsOf(store.db, PROPOSED, limit)
  return drafts.flatMap((draft) => read(draft, PROPOSED) ?? [])
}

/**
 * Hands a confirmed change to the admins, at once, so that it is never with
 * nobody. False when it was settled before.
 */
export async function propose(
  { store, clock }: Services,
  { draftId, actor, pending }: KeptPending,
): Promise<boolean> {
  const kinds = { from: KIND, to: PROPOSED }
  return await handOverDraft(store.db, draftId, kinds, { ...pending, actor }, clock())
}

/** What came of a change of figures that its author confirmed before; null when nothing did. */
export async function appliedBefore(
  { store }: Services,
  draftId: number,
  telegramId: number | undefined,
): Promise<number | null> {
  const applied = await appliedDraft(store.db, draftId)
  if (applied?.draft.telegramId !== telegramId) return null
  const kept = read(applied?.draft ?? null, KIND)
  const isOfFigures = kept?.pending.type === 'change' || kept?.pending.type === 'undo'
  return isOfFigures ? (applied?.changeSetId ?? null) : null
}

function read(draft: Draft | null, kind: string): KeptPending | null {
  if (draft?.kind !== kind) return null
  const read = pendingSchema.safeParse(draft.payload)
  if (!read.success) return null
  const { id: draftId, chatId, telegramId, createdAt } = draft
  const { actor } = actorSchema.parse(draft.payload)
  return { draftId, chatId, telegramId, actor, createdAt, pending: read.data }
}

export async function settlePending(
  { store, clock }: Services,
  draftId: number,
  changeSetId: number | null,
): Promise<void> {
  await closeDraft(store.db, draftId, changeSetId, clock())
}

/** The operations as the store takes them. */
export const operationsOf = (pending: Extract<Pending, { type: 'change' }>): Operation[] =>
  pending.operations.map(definedOperation)

/** zod marks optional fields as possibly undefined; the store's types do not know such. */
function definedOperation(
  operation: Extract<Pending, { type: 'change' }>['operations'][number],
): Operation {
  if (operation.type === 'add_observation') {
    const { content } = operation
    return { ...operation, content: { ...content, sourceId: definedSource(content.sourceId) } }
  }
  if (operation.type !== 'correct_observation') return operation
  const { content, ...rest } = operation
  const given = Object.entries(content).filter(([, value]) => value !== undefined)
  return { ...rest, content: Object.fromEntries(given) }
}

function definedSource(source: z.infer<typeof content>['sourceId']): number | SourceInput {
  if (typeof source === 'number') return source
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined))
}
