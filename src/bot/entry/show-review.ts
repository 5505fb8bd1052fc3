import { closeDraft } from '../../facts/drafts.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { todayInTehran } from '../../persian/calendar.ts'
import { awaitedDialog, openDialog } from '../dialogs.ts'
import { cardKeyboard, summaryKeyboard } from '../keyboards/report-keyboard.ts'
import { editParts, sendParts } from '../replies.ts'
import type { BotContext, Services } from '../services.ts'
import { texts } from '../texts.fa.ts'
import { bold, italic, lines } from '../views/parts.ts'
import { cardLines, countsLine, summaryLines } from '../views/report-card.ts'
import { withoutPlace } from './read-report.ts'
import { findingsOf, standingOf } from './review-figures.ts'
import { changeReview, type KeptReview, openReview, type Review } from './review-state.ts'

type Sending = 'send' | 'edit'

/** Shows what the report holds as a whole, and what is asked for once. */
export async function showSummary(
  ctx: BotContext,
  services: Services,
  kept: KeptReview,
  sending: Sending = 'send',
  said: readonly string[] = [],
): Promise<undefined> {
  const { store, clock } = services
  const vocabulary = await loadVocabulary(store.db)
  const { items, placeIds } = kept.review
  const today = todayInTehran(clock())
  let sure = 0
  const open = { sure: 0, known: 0 }
  for (const [at, { status }] of items.entries()) {
    const standing = await standingOf(store.db, kept.review, at, vocabulary, today)
    if (standing === 'sure') sure++
    if (status === 'open' && standing !== 'unsure') open[standing]++
  }
  const isPlaceAsked = withoutPlace(items).length > 0
  const asks = isPlaceAsked ? ('place' as const) : null
  const now: KeptReview = { ...kept, review: { ...kept.review, at: null, asks } }
  if (!(await keepShown(ctx, services, now))) return
  const named = placeIds.flatMap((id) => vocabulary.places.find((place) => place.id === id) ?? [])
  const places = isPlaceAsked ? named : []
  const parts = lines(
    ...said.map((one) => bold(one)),
    ...summaryLines(now.review, sure, open.known),
  )
  const keyboard = summaryKeyboard(kept.id, now.review, places, open)
  await (sending === 'edit' ? editParts : sendParts)(ctx, services, parts, { keyboard })
}

/** Shows one figure of the report with what may be done to it. */
export async function showCard(
  ctx: BotContext,
  services: Services,
  kept: KeptReview,
  at: number,
  sending: Sending = 'send',
): Promise<undefined> {
  const { store, clock } = services
  const vocabulary = await loadVocabulary(store.db)
  const now: KeptReview = { ...kept, review: { ...kept.review, at, asks: null } }
  if (!(await keepShown(ctx, services, now))) return
  const today = todayInTehran(clock())
  const findings = await findingsOf(store.db, now.review, at, vocabulary, today)
  const parts = lines(
    ...cardLines(now.review, at, findings, vocabulary),
    italic(countsLine(now.review.items)),
  )
  const keyboard = cardKeyboard(kept.id, now.review, at, vocabulary)
  await (sending === 'edit' ? editParts : sendParts)(ctx, services, parts, { keyboard })
}

/** Keeps the review, and waits to hear of it unless something else is waited for. */
export async function keepShown(
  ctx: BotContext,
  services: Services,
  kept: KeptReview,
): Promise<boolean> {
  const review = await withoutStalePreview(services, kept)
  if (!(await changeReview(services, { id: kept.id, review }))) {
    await ctx.reply(texts.closedDraft)
    return false
  }
  const dialog = await awaitedDialog(ctx, services)
  const isFree = dialog === null || dialog.type === 'report' || ctx.callbackQuery !== undefined
  if (isFree) await openDialog(ctx, services, 'report', { reviewId: kept.id })
  return true
}

/** A preview that says something else than the cards do now cannot be confirmed any more. */
async function withoutStalePreview(
  services: Services,
  { id, review }: KeptReview,
): Promise<Review> {
  const { store, clock } = services
  const before = (await openReview(services, id))?.review
  const content = ({ items, source }: Review) => JSON.stringify([items, source])
  if (review.pendingId === null || !before || content(before) === content(review)) return review
  await closeDraft(store.db, review.pendingId, null, clock())
  return { ...review, pendingId: null }
}
