import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { Composer } from 'grammy'
import type { MessageOrigin } from 'grammy/types'
import { roleOf } from '../../facts/members.ts'
import { isRecent } from '../../facts/recent-moment.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { datelineDay } from '../../ingest/dateline.ts'
import { withoutMarkup } from '../../ingest/plain-text.ts'
import { readSheet } from '../../ingest/sheets/read-sheet.ts'
import { SheetError } from '../../ingest/sheets/sheet-error.ts'
import { encodingOf } from '../../ingest/sheets/text-encoding.ts'
import { todayInTehran } from '../../persian/calendar.ts'
import { onAdminCommand } from '../admin-command.ts'
import { awaitedDialog, openDialog } from '../dialogs.ts'
import { withDownload } from '../downloads.ts'
import { correctionsIn } from '../entry/correct-draft.ts'
import { isQuestion } from '../entry/entry-steps.ts'
import { sourceOfPost } from '../entry/forward-source.ts'
import { readReport } from '../entry/read-report.ts'
import {
  changeReview,
  keepReview,
  latestReview,
  type Review,
  reviewDialogSchema,
} from '../entry/review-state.ts'
import { sceneOf } from '../entry/scene.ts'
import { showSummary } from '../entry/show-review.ts'
import { reportTexts } from '../report-texts.fa.ts'
import { may } from '../rights.ts'
import type { BotContext, Services } from '../services.ts'
import { slowWorkHere } from '../work/slow-work.ts'

/** A shorter text, or one with fewer figures, is a question or an answer unless it was asked for. */
const SHORTEST = 200
const FEWEST_FIGURES = 2
/** Clients cut longer texts into messages of 4096 characters, which come one upon another. */
const CUT_FROM = 3500
const SHORTEST_REST = 80
const FOLLOWS_WITHIN_MS = 60_000
/** Files that may hold a text of the length below, in whatever encoding. */
const LARGEST_TEXT = 1024 * 1024
/** Characters of one report: it is kept whole with its source. */
const LONGEST = 200_000
/** From here on it takes a moment, and the sender sees that something is done. */
const LONG = 3000
/** Every press keeps all cards anew; nobody looks through more of them at a time. */
const MOST_FIGURES = 500

/** A report that is pasted, forwarded or sent as a text file opens a review; nothing is stored. */
export function reportFeature(services: Services): Composer<BotContext> {
  const { store, clock, ownerIds, slowWork = slowWorkHere } = services
  const composer = new Composer<BotContext>()

  onAdminCommand(composer, 'report', async (ctx, text) => {
    if (text !== '' && (await receive(ctx, text, 1))) return
    await openDialog(ctx, services, 'report', { reviewId: null })
    await ctx.reply(text === '' ? reportTexts.send : reportTexts.nothingFound)
  })

  const chat = composer.chatType('private')

  chat.on(['message:text', 'message:caption'], async (ctx, next) => {
    const { text = ctx.message.caption ?? '', forward_origin: origin, document } = ctx.message
    // What is written beside a file is about the file.
    if (document || text.startsWith('/') || !(await maySend(ctx))) return await next()
    const dialog = await awaitedDialog(ctx, services)
    // What another dialog asked for may be long as well.
    if (dialog && dialog.type !== 'report' && !origin) return await next()
    const isCorrection = text.length < SHORTEST && correctionsIn(text) !== null
    if (isCorrection && !origin) return await next()
    if (await continues(ctx, text)) return
    const isAsked = dialog?.type === 'report' && isWaiting(dialog.state)
    if (isQuestion(text) && !origin) return await next()
    if (!isAsked && text.length < SHORTEST) return await next()
    if (await receive(ctx, text, isAsked ? 1 : FEWEST_FIGURES, origin)) return
    if (isAsked) return void (await ctx.reply(reportTexts.nothingFound))
    await next()
  })

  chat.on('message:document', async (ctx, next) => {
    const { file_id, file_name = '', file_size = 0 } = ctx.message.document
    const isText = extname(file_name).toLowerCase() === '.txt' && file_size <= LARGEST_TEXT
    if (!isText || !(await maySend(ctx))) return await next()
    const text = await withDownload(ctx.api, file_id, file_name, ({ path }) => reportIn(path))
    if (text === null) return await next()
    if (text.length > LONGEST) return void (await ctx.reply(reportTexts.tooLong(LONGEST)))
    if (!(await receive(ctx, text, 1, ctx.message.forward_origin))) {
      await ctx.reply(reportTexts.nothingFound)
    }
  })

  /** A forwarded text may change nothing by itself, but opens a review in its bearer's name. */
  async function maySend(ctx: BotContext): Promise<boolean> {
    if (may(ctx.role, 'report')) return true
    if (ctx.msg?.forward_origin === undefined || ctx.msg.sender_chat || !ctx.from) return false
    return may(await roleOf(store.db, ctx.from.id, ownerIds), 'report')
  }

  /** Opens a review when the text holds enough figures. */
  async function receive(
    ctx: BotContext,
    text: string,
    fewest: number,
    origin?: MessageOrigin,
  ): Promise<boolean> {
    const updateId = ctx.update.update_id
    const latest = await latestReview(ctx, services)
    if (latest?.review.updateIds.includes(updateId)) {
      await showSummary(ctx, services, latest)
      return true
    }
    if (text.length >= LONG) await ctx.replyWithChatAction('typing')
    const vocabulary = await loadVocabulary(store.db)
    const post = sourceOfPost(origin, text)
    const publishedOn = post.publishedOn ?? datelineDay(withoutMarkup(text))
    const source = { ...post, publishedOn }
    const scene = sceneOf(vocabulary, todayInTehran(clock()))
    const { items, placeIds } = await readReport(text, publishedOn, scene, slowWork)
    if (items.length < fewest) return false
    if (items.length > MOST_FIGURES) {
      await ctx.reply(reportTexts.tooMany(items.length, MOST_FIGURES))
      return true
    }
    const review: Review = {
      updateIds: [updateId],
      receivedAt: clock().toISOString(),
      lastLength: text.length,
      text,
      source,
      items,
      placeIds,
      at: null,
      asks: null,
      messageId: null,
      pendingId: null,
    }
    const id = await keepReview(ctx, services, review)
    await showSummary(ctx, services, { id, telegramId: ctx.from?.id ?? 0, review })
    return true
  }

  /** The rest of a report that the client cut, added to what came just before. */
  async function continues(ctx: BotContext, text: string): Promise<boolean> {
    const kept = await latestReview(ctx, services)
    if (!kept) return false
    const { review } = kept
    if (review.updateIds.includes(ctx.update.update_id)) {
      await showSummary(ctx, services, kept)
      return true
    }
    const isUntouched = review.items.every(({ status, touched }) => status === 'open' && !touched)
    const isSoon = isRecent(review.receivedAt, clock(), FOLLOWS_WITHIN_MS)
    const isRest = review.lastLength >= CUT_FROM && text.length >= SHORTEST_REST
    const isTooLong = review.text.length + text.length > LONGEST
    if (!isUntouched || !isSoon || !isRest || isTooLong) return false
    const whole = `${review.text}${/[.!؟?:»]\s*$/.test(review.text) ? '\n' : ' '}${text}`
    const scene = sceneOf(await loadVocabulary(store.db), todayInTehran(clock()))
    const read = await readReport(whole, review.source.publishedOn, scene, slowWork)
    if (read.items.length > MOST_FIGURES) return false
    const longer: Review = {
      ...review,
      ...read,
      updateIds: [...review.updateIds, ctx.update.update_id],
      receivedAt: clock().toISOString(),
      lastLength: text.length,
      text: whole,
    }
    if (!(await changeReview(services, { id: kept.id, review: longer }))) return false
    await showSummary(ctx, services, { ...kept, review: longer })
    return true
  }

  return composer
}

/** After /report the next text is the report. */
const isWaiting = (state: unknown): boolean =>
  reviewDialogSchema.safeParse(state).data?.reviewId === null

/** The text of a file; null when it is a sheet, or no text at all. */
async function reportIn(path: string): Promise<string | null> {
  try {
    await readSheet(path)
    return null
  } catch (error) {
    if (!(error instanceof SheetError)) throw error
  }
  const bytes = await readFile(path)
  const encoding = encodingOf(bytes)
  return encoding && new TextDecoder(encoding).decode(bytes)
}
