import { Composer } from 'grammy'
import { closeDraft } from '../../facts/drafts.ts'
import type { Vocabulary } from '../../facts/types.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { todayInTehran } from '../../persian/calendar.ts'
import { idOf } from '../callback-data.ts'
import { awaitedDialog, endDialogs } from '../dialogs.ts'
import { changed } from '../entry/correct-draft.ts'
import { restoreFields } from '../entry/entry-state.ts'
import { isQuestion } from '../entry/entry-steps.ts'
import { finishReview } from '../entry/finish-review.ts'
import { chosenDraft, draftValue, readAgain } from '../entry/read-report.ts'
import { placed, readTyped, withItem } from '../entry/read-review.ts'
import { findingsOf, obstaclesOf, standingOf } from '../entry/review-figures.ts'
import {
  type KeptReview,
  openReview,
  type Review,
  reviewDialogSchema,
} from '../entry/review-state.ts'
import { sceneOf } from '../entry/scene.ts'
import { showCard, showSummary } from '../entry/show-review.ts'
import {
  CONFIRMED,
  discardKeyboard,
  type ReviewPress,
  reviewPressOf,
} from '../keyboards/report-keyboard.ts'
import { onPress, type PressResult } from '../presses.ts'
import { editParts, sendParts } from '../replies.ts'
import { reportTexts as words } from '../report-texts.fa.ts'
import { may } from '../rights.ts'
import type { BotContext, Services } from '../services.ts'
import { texts } from '../texts.fa.ts'
import { bold, lines, plain } from '../views/parts.ts'
import { slowWorkHere } from '../work/slow-work.ts'

/** The cards of a report: looked at, corrected, approved, and stored as one change. */
export function reportReviewFeature(services: Services): Composer<BotContext> {
  const { store, clock, slowWork = slowWorkHere } = services
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
        const said = draftValue(chosenDraft(item.draft, value), value)
        const chosen = changed(item, { ...fields, ...said })
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
        return await showSummary(ctx, services, placed(kept, first), 'edit')
      case 'today': {
        const publishedOn = today()
        const source = { ...review.source, publishedOn }
        const scene = sceneOf(vocabulary, publishedOn)
        const items = await readAgain(review.items, review.text, publishedOn, scene, slowWork)
        const dated = { ...kept, review: { ...review, source, items } }
        return await showSummary(ctx, services, dated, 'edit')
      }
      case 'approveSure':
        return await approveSure(ctx, kept, vocabulary)
      case 'skipKnown':
        return await skipKnown(ctx, kept, vocabulary)
      case 'finish':
        return await finishReview(ctx, services, kept, vocabulary)
      case 'discard':
        if (isBegun(review) && first !== CONFIRMED) {
          const keyboard = discardKeyboard(kept.id)
          return void (await sendParts(ctx, services, [plain(words.reallyDiscard)], { keyboard }))
        }
        await closeDraft(store.db, kept.id, null, clock())
        if (review.pendingId !== null) await closeDraft(store.db, review.pendingId, null, clock())
        await endDialogs(ctx, services)
        await editParts(ctx, services, [plain(texts.discarded)])
        return
    }
  }

  /** Nobody loses what they did by one wrong press. */
  const isBegun = ({ items }: Review): boolean =>
    items.some(({ touched, status }) => touched || status !== 'open')

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
      const standing = await standingOf(store.db, review, at, vocabulary, today())
      if (standing !== 'sure') continue
      review = withItem({ ...kept, review }, at, { ...item, status: 'approved' }).review
      count++
    }
    const said = count === 0 ? words.noneSure : words.approvedSure(count)
    await showSummary(ctx, services, { ...kept, review }, 'edit', [said])
  }

  async function skipKnown(
    ctx: BotContext,
    kept: KeptReview,
    vocabulary: Vocabulary,
  ): Promise<undefined> {
    let now = kept
    let count = 0
    for (const [at, item] of kept.review.items.entries()) {
      if (item.status !== 'open') continue
      const standing = await standingOf(store.db, kept.review, at, vocabulary, today())
      if (standing !== 'known') continue
      now = withItem(now, at, { ...item, status: 'skipped' })
      count++
    }
    await showSummary(ctx, services, now, 'edit', [words.skippedKnown(count)])
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
    const reading = await readTyped(kept, text, scene, slowWork)
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
