import { z } from 'zod'
import { changeDraft, latestDraft, openDraft, saveDraft } from '../../facts/drafts.ts'
import type { BotContext, Services } from '../services.ts'
import { keptFieldsSchema } from './entry-state.ts'

const KIND = 'review'

const maybe = z.string().nullable()

const draftSchema = z.object({
  value: z.number().nullable(),
  unit: z.string(),
  valueText: z.string(),
  qualifier: z.enum(['exact', 'more_than', 'at_least', 'less_than', 'at_most', 'about']),
  indicator: z.string(),
  matchedIndicator: maybe,
  place: maybe,
  period: maybe,
  periodText: maybe,
  periodBasis: z.enum(['stated', 'inferred']).nullable(),
  kind: z.enum(['actual', 'target', 'forecast']),
  measure: z.enum(['level', 'change', 'share', 'rank']),
  speaker: maybe,
  quote: z.string(),
  confidence: z.number(),
  start: z.number(),
  end: z.number(),
  quoteStart: z.number(),
  quoteEnd: z.number(),
  flags: z.array(
    z.enum([
      'ambiguous-decimal',
      'implausible',
      'range',
      'unit-elided',
      'title-disagrees',
      'rounded',
      'loose-name',
    ]),
  ),
  alternatives: z.array(z.number()),
})

const itemSchema = z.object({
  draft: draftSchema,
  /** What is to be stored: the draft as read, with what the reviewer corrected. */
  fields: keptFieldsSchema,
  /** Whether its sentence names a place. Reports of an earlier version do not tell. */
  namesPlace: z.boolean().default(true),
  /** The reviewer changed something: reading the report again must not undo it. */
  touched: z.boolean(),
  status: z.enum(['open', 'approved', 'skipped']),
})

const reviewSchema = z.object({
  /** The messages that the report came in: delivered again, they are no second report. */
  updateIds: z.array(z.number()),
  /** ISO instant of the last of them, and how long it was: a longer report follows in pieces. */
  receivedAt: z.string(),
  lastLength: z.number(),
  text: z.string(),
  source: z.object({ title: maybe, publisher: maybe, url: maybe, publishedOn: maybe }),
  items: z.array(itemSchema),
  /** The places that it names most. */
  placeIds: z.array(z.number()).default([]),
  /** The card that is looked at, or null for the summary. */
  at: z.number().nullable(),
  /** What a text without a label is taken for. */
  asks: z.enum(['place', 'source']).nullable(),
  /** The last message that showed it. */
  messageId: z.number().nullable(),
  /** The change that waits to be confirmed. */
  pendingId: z.number().nullable(),
})

/** What a typed text is awaited for: a review, or the report itself. */
export const reviewDialogSchema = z.object({ reviewId: z.number().nullable() })

/** A report whose figures are looked through one by one; it outlives a restart. */
export type Review = z.infer<typeof reviewSchema>
export type ReviewItem = Review['items'][number]
export type ReviewSource = Review['source']

export interface KeptReview {
  readonly id: number
  readonly telegramId: number
  readonly review: Review
}

export async function keepReview(
  ctx: BotContext,
  { store, clock }: Services,
  review: Review,
): Promise<number> {
  const whose = { chatId: ctx.chat?.id ?? 0, telegramId: ctx.from?.id ?? 0 }
  return await saveDraft(store.db, { ...whose, kind: KIND, payload: review }, clock())
}

/** False when the review was ended in between. */
export async function changeReview(
  { store, clock }: Services,
  { id, review }: Pick<KeptReview, 'id' | 'review'>,
): Promise<boolean> {
  return await changeDraft(store.db, id, review, clock())
}

/** The review with this id while it is open, whoever began it. */
export async function openReview({ store }: Services, id: number): Promise<KeptReview | null> {
  const draft = await openDraft(store.db, id)
  return draft?.kind === KIND ? read(draft) : null
}

/** The review that the sender began last in this chat, while it is open. */
export async function latestReview(
  ctx: BotContext,
  { store }: Services,
): Promise<KeptReview | null> {
  if (!ctx.chat || !ctx.from) return null
  const draft = await latestDraft(store.db, ctx.chat.id, ctx.from.id, KIND)
  return draft && read(draft)
}

function read(draft: { id: number; telegramId: number; payload: unknown }): KeptReview | null {
  const review = reviewSchema.safeParse(draft.payload).data
  return review ? { id: draft.id, telegramId: draft.telegramId, review } : null
}
