import { closeDraft } from '../../facts/drafts.ts'
import type { Vocabulary } from '../../facts/types.ts'
import { todayInTehran } from '../../persian/calendar.ts'
import { toCard } from '../keyboards/report-keyboard.ts'
import { keepPending, keepSeen } from '../pending.ts'
import { sendParts } from '../replies.ts'
import { reportTexts as words } from '../report-texts.fa.ts'
import type { BotContext, Services } from '../services.ts'
import { figureLine, namesOf } from '../views/figure-fields.ts'
import { bold, italic, lines, plain } from '../views/parts.ts'
import { hasSource } from '../views/report-card.ts'
import { findingsOf, obstaclesOf, reviewOperations } from './review-figures.ts'
import { changeReview, type KeptReview } from './review-state.ts'
import { keepShown } from './show-review.ts'

/** Shows what will be stored of the approved figures, to be confirmed as any other change. */
export async function finishReview(
  ctx: BotContext,
  services: Services,
  kept: KeptReview,
  vocabulary: Vocabulary,
): Promise<undefined> {
  const { store, clock } = services
  const today = todayInTehran(clock())
  const { id, review } = kept
  const approved = [...review.items.entries()].filter(([, one]) => one.status === 'approved')
  if (approved.length === 0) return void (await ctx.reply(words.noneApproved))
  if (!hasSource(review.source)) {
    await keepShown(ctx, services, { ...kept, review: { ...review, asks: 'source' } })
    return void (await ctx.reply(words.noSource))
  }
  const warned: string[] = []
  for (const [at, item] of approved) {
    const findings = await findingsOf(store.db, review, at, vocabulary, today)
    const obstacles = obstaclesOf(item, findings)
    if (obstacles.length > 0) {
      const parts = lines(bold(words.cannotStore(at + 1)), ...obstacles.map(plain))
      const keyboard = toCard(id, at, review.items.length)
      return void (await sendParts(ctx, services, parts, { keyboard }))
    }
    for (const { message } of findings) warned.push(words.listed(at + 1, message))
  }
  const operations = reviewOperations(review, vocabulary)
  if (review.pendingId !== null) await closeDraft(store.db, review.pendingId, null, clock())
  const { draftId, keyboard } = await keepPending(ctx, services, {
    type: 'change',
    updateId: ctx.update.update_id,
    command: 'report',
    reason: null,
    operations,
    reviewId: id,
  })
  await changeReview(services, { id, review: { ...review, pendingId: draftId } })
  const names = namesOf(vocabulary)
  const figures = operations.flatMap((one) =>
    one.type === 'add_observation' ? [figureLine(one.content, names)] : [],
  )
  const fresh = operations.flatMap((one) => (one.type === 'add_indicator' ? [one.name] : []))
  const leftOut = review.items.length - approved.length
  const { title, publisher, url } = review.source
  const parts = lines(
    bold(words.finalTitle(approved.length)),
    ...figures.map((line, index) => plain(words.listed(index + 1, line))),
    [],
    plain(words.source([title, publisher, url].filter(Boolean).join('، '))),
    ...(fresh.length > 0 ? [plain(words.newIndicators(fresh.join('، ')))] : []),
    ...(leftOut > 0 ? [plain(words.leftOut(leftOut))] : []),
    ...warned.map(italic),
  )
  await keepSeen(services, draftId, parts)
  await sendParts(ctx, services, parts, { keyboard })
}
