import { Composer } from 'grammy'
import { closeDraft } from '../../facts/drafts.ts'
import type { Vocabulary } from '../../facts/types.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { todayInTehran } from '../../persian/calendar.ts'
import { idOf } from '../callback-data.ts'
import { awaitedDialog, endDialogs, openDialog } from '../dialogs.ts'
import { changed, correctDraft, correctionsIn, isOfSource } from '../entry/correct-draft.ts'
import { restoreFields } from '../entry/entry-state.ts'
import { isQuestion } from '../entry/entry-steps.ts'
import { readField } from '../entry/read-fields.ts'
import { draftValue, placesOfReport, readAgain, withoutPlace } from '../entry/read-report.ts'
import { readValue } from '../entry/read-value.ts'
import {
  findingsOf,
  isSure,
  missingIn,
  obstaclesOf,
  reviewOperations,
} from '../entry/review-figures.ts'
import {
  changeReview,
  type KeptReview,
  openReview,
  type Review,
  type ReviewItem,
  reviewDialogSchema,
} from '../entry/review-state.ts'
import { type Scene, sceneOf } from '../entry/scene.ts'
import {
  cardKeyboard,
  type ReviewPress,
  reviewPressOf,
  summaryKeyboard,
  toCard,
} from '../keyboards/report-keyboard.ts'
import { keepPending } from '../pending.ts'
import { onPress, type PressResult } from '../presses.ts'
import { editParts, sendParts } from '../replies.ts'
import { reportTexts as words } from '../report-texts.fa.ts'
import { may } from '../rights.ts'
import type { BotContext, Services } from '../services.ts'
import { texts } from '../texts.fa.ts'
import { figureLine, namesOf } from '../views/figure-fields.ts'
import { bold, italic, lines, plain } from '../views/parts.ts'
import { cardLines, countsLine, hasSource, summaryLines } from '../views/report-card.ts'

const MOST_PLACES = 6

/** The cards of a report: looked at, corrected, approved, and stored as one change. */
export function reportReviewFeature(services: Services): Composer<BotContext> {
  const { store, clock } = services
  const composer = new Composer<BotContext>()

  onPress(composer, 'review', async (ctx, [id, code, ...values]) => {
    const kept = await openReview(services, idOf(id) ?? 0)
    const press = reviewPressOf(code)
    if (press === null) return 'expired'
    const refusal = !kept
      ? texts.closedDraft
      : kept.telegramId !== ctx.from?.id
        ? texts.notYourDraft
        : null
    if (!kept || refusal !== null) return void (await ctx.reply(refusal ?? texts.closedDraft))
    const [first = Number.NaN, second = Number.NaN] = values.map(Number)
    return await pressed(ctx, kept, press, first, second)
  })

  async function pressed(
    ctx: BotContext,
    kept: KeptReview,
    press: ReviewPress,
    first: number,
    second: number,
  ): Promise<PressResult> {
    const { review } = kept
    const vocabulary = await loadVocabulary(store.db)
    const item = review.items[first]
    switch (press) {
      case 'summary':
        return await showSummary(ctx, services, kept, 'edit')
      case 'show':
        return item ? await showCard(ctx, services, kept, first, 'edit') : 'expired'
      case 'approve':
        return item ? await approve(ctx, kept, first) : 'expired'
      case 'skip':
        if (!item) return 'expired'
        return await goOn(ctx, withItem(kept, first, { ...item, status: 'skipped' }), first)
      case 'value': {
        const value = item?.draft.alternatives[second]
        if (!item || value === undefined) return 'expired'
        const fields = restoreFields(item.fields, vocabulary)
        const chosen = changed(item, { ...fields, ...draftValue(item.draft, value) })
        return await showCard(ctx, services, withItem(kept, first, chosen), first, 'edit')
      }
      case 'indicator': {
        const indicator = vocabulary.indicators.find(({ id }) => id === second)
        if (!item || !indicator) return 'expired'
        const { newIndicator: _, ...fields } = restoreFields(item.fields, vocabulary)
        const known = changed(item, { ...fields, indicator })
        return await showCard(ctx, services, withItem(kept, first, known), first, 'edit')
      }
      case 'place':
        if (!vocabulary.places.some(({ id }) => id === first)) return 'expired'
        return await showSummary(ctx, services, placed(kept, first, vocabulary), 'edit')
      case 'today': {
        const publishedOn = today()
        const source = { ...review.source, publishedOn }
        const scene = sceneOf(vocabulary, publishedOn)
        const items = readAgain(review.items, review.text, publishedOn, scene)
        const dated = { ...kept, review: { ...review, source, items } }
        return await showSummary(ctx, services, dated, 'edit')
      }
      case 'approveSure':
        return await approveSure(ctx, kept, vocabulary)
      case 'finish':
        return await finish(ctx, kept, vocabulary)
      case 'discard':
        await closeDraft(store.db, kept.id, null, clock())
        if (review.pendingId !== null) await closeDraft(store.db, review.pendingId, null, clock())
        await endDialogs(ctx, services)
        await editParts(ctx, services, [plain(texts.discarded)])
        return
    }
  }

  async function approve(ctx: BotContext, kept: KeptReview, at: number): Promise<undefined> {
    const item = kept.review.items[at]
    if (!item) return
    const findings = await findingsAt(kept.review, at)
    const obstacles = obstaclesOf(item, findings)
    if (obstacles.length > 0) {
      const parts = lines(bold(words.cannotApprove), ...obstacles.map(plain))
      return void (await sendParts(ctx, services, parts))
    }
    await goOn(ctx, withItem(kept, at, { ...item, status: 'approved' }), at)
  }

  /** To the next card that was not decided on, or else to the summary. */
  async function goOn(ctx: BotContext, kept: KeptReview, at: number): Promise<undefined> {
    const { items } = kept.review
    const order = [...items.keys()]
    const next = [...order.slice(at + 1), ...order.slice(0, at)].find(
      (index) => items[index]?.status === 'open',
    )
    if (next !== undefined) return await showCard(ctx, services, kept, next, 'edit')
    await showSummary(ctx, services, kept, 'edit', [words.allSeen])
  }

  async function approveSure(
    ctx: BotContext,
    kept: KeptReview,
    vocabulary: Vocabulary,
  ): Promise<undefined> {
    let { review } = kept
    let count = 0
    for (const [at, item] of review.items.entries()) {
      if (item.status !== 'open') continue
      const findings = await findingsOf(store.db, review, at, vocabulary, today())
      if (!isSure(item, findings)) continue
      review = withItem({ ...kept, review }, at, { ...item, status: 'approved' }).review
      count++
    }
    const said = count === 0 ? words.noneSure : words.approvedSure(count)
    await showSummary(ctx, services, { ...kept, review }, 'edit', [said])
  }

  /** What will be stored, to be confirmed as any other change. */
  async function finish(
    ctx: BotContext,
    kept: KeptReview,
    vocabulary: Vocabulary,
  ): Promise<undefined> {
    const { id, review } = kept
    const approved = [...review.items.entries()].filter(([, one]) => one.status === 'approved')
    if (approved.length === 0) return void (await ctx.reply(words.noneApproved))
    if (!hasSource(review.source)) {
      await keepShown(ctx, services, { ...kept, review: { ...review, asks: 'source' } })
      return void (await ctx.reply(words.noSource))
    }
    const warned: string[] = []
    for (const [at, item] of approved) {
      const findings = await findingsAt(review, at)
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
    await sendParts(ctx, services, parts, { keyboard })
  }

  composer.chatType('private').on('message:text', async (ctx, next) => {
    const { text } = ctx.message
    const dialog = await awaitedDialog(ctx, services, 'report')
    const id = reviewDialogSchema.safeParse(dialog?.state).data?.reviewId ?? null
    const kept = id === null ? null : await openReview(services, id)
    if (!kept || kept.telegramId !== ctx.from?.id || !may(ctx.role, 'answer in a dialog'))
      return await next()
    if (text.startsWith('/') || isQuestion(text)) return await next()
    const scene = sceneOf(await loadVocabulary(store.db), today())
    const reading = readTyped(kept, text, scene)
    if (reading === null) return await next()
    if (reading.problems.length > 0) {
      return void (await sendParts(ctx, services, lines(...reading.problems.map(plain))))
    }
    const { kept: now } = reading
    if (now.review.at === null) await showSummary(ctx, services, now)
    else await showCard(ctx, services, now, now.review.at)
  })

  const today = () => todayInTehran(clock())

  const findingsAt = async (review: Review, at: number) =>
    await findingsOf(store.db, review, at, await loadVocabulary(store.db), today())

  return composer
}

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
  const { items, text } = kept.review
  let sure = 0
  for (const [at, item] of items.entries()) {
    const findings = await findingsOf(store.db, kept.review, at, vocabulary, todayInTehran(clock()))
    if (isSure(item, findings)) sure++
  }
  const isPlaceAsked = withoutPlace(items, vocabulary).length > 0
  const asks = isPlaceAsked ? ('place' as const) : null
  const now: KeptReview = { ...kept, review: { ...kept.review, at: null, asks } }
  if (!(await keepShown(ctx, services, now))) return
  const places = isPlaceAsked ? placesOfReport(text, vocabulary, MOST_PLACES) : []
  const parts = lines(
    ...said.map((one) => bold(one)),
    ...summaryLines(now.review, sure, vocabulary),
  )
  const keyboard = summaryKeyboard(kept.id, now.review, places)
  await (sending === 'edit' ? editParts : sendParts)(ctx, services, parts, { keyboard })
}

async function showCard(
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
async function keepShown(ctx: BotContext, services: Services, kept: KeptReview): Promise<boolean> {
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

function withItem(kept: KeptReview, at: number, item: ReviewItem): KeptReview {
  return { ...kept, review: { ...kept.review, items: kept.review.items.with(at, item) } }
}

/** All figures whose place the report leaves open are of this one. */
function placed(kept: KeptReview, placeId: number, vocabulary: Vocabulary): KeptReview {
  let now = kept
  for (const at of withoutPlace(kept.review.items, vocabulary)) {
    const item = now.review.items[at]
    if (item) {
      const fields = { ...item.fields, placeId }
      now = withItem(now, at, { ...item, fields, touched: true })
    }
  }
  return now
}

interface Typed {
  readonly kept: KeptReview
  readonly problems: readonly string[]
}

/** What was typed, as corrections or as what was asked for; null when it is for someone else. */
function readTyped(kept: KeptReview, text: string, scene: Scene): Typed | null {
  const { review } = kept
  const corrections = correctionsIn(text) ?? askedFor(review, text, scene)
  if (corrections === null) return null
  let now = kept
  for (const correction of corrections) {
    const { field } = correction
    if (isOfSource(correction)) {
      const source = { ...now.review.source }
      const problems = readField(source, field, correction.text, scene)
      if (problems.length > 0) return { kept, problems }
      const isDated = source.publishedOn !== now.review.source.publishedOn
      const { items, text: report } = now.review
      const read = isDated ? readAgain(items, report, source.publishedOn, scene) : items
      now = { ...now, review: { ...now.review, source, items: read } }
      continue
    }
    const { at } = now.review
    if (at === null) {
      if (field !== 'place') return { kept, problems: [words.openCardFirst] }
      const read: Parameters<typeof readField>[0] = {}
      const problems = readField(read, 'place', correction.text, scene)
      if (problems.length > 0 || !read.place) return { kept, problems }
      now = placed(now, read.place.id, scene.vocabulary)
      continue
    }
    const item = now.review.items[at]
    if (!item) return null
    const corrected = correctDraft(item, correction, scene)
    if (corrected.problems.length > 0) return { kept, problems: corrected.problems }
    now = withItem(now, at, corrected.item)
  }
  return { kept: now, problems: [] }
}

/** A text without a label is the value that a card lacks, or the place or source that was asked for. */
function askedFor({ asks, at, items }: Review, text: string, scene: Scene) {
  const item = at === null ? undefined : items[at]
  if (item && missingIn(item).includes('value') && readValue(text)) {
    return [{ field: 'value' as const, text }]
  }
  if (asks === 'source') {
    const field = /^https?:\/\/\S+$/.test(text) ? ('url' as const) : ('title' as const)
    return [{ field, text }]
  }
  // Anything else may be a question.
  const isPlace = asks === 'place' && scene.places.resolve(text).length > 0
  return isPlace ? [{ field: 'place' as const, text }] : null
}
