import { Composer } from 'grammy'
import type { Message, User } from 'grammy/types'
import { historyOf } from '../../facts/history.ts'
import { observationById } from '../../facts/observations.ts'
import { type MistakeReport, openReportsOf, reportMistake } from '../../facts/reports.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { decodeCallback, encodeCallback, idOf } from '../callback-data.ts'
import { adminIds, notify } from '../notices.ts'
import { onPress } from '../presses.ts'
import { sendParts } from '../replies.ts'
import type { BotContext, Services } from '../services.ts'
import { texts } from '../texts.fa.ts'
import { figureLine, namesOf } from '../views/figure-fields.ts'
import { bold, lines, plain } from '../views/parts.ts'
import { reportRow } from './report-desk.ts'

/** Of one person: the admins hear of each. */
const MOST_OPEN = 20
const LONGEST_REPORT = 1000

/** «گزارش اشتباه»: one press reports; a reply says more. Owners and admins hear of it. */
export function reportsFeature(services: Services): Composer<BotContext> {
  const { store, clock } = services
  const composer = new Composer<BotContext>()

  onPress(composer, 'report', async (ctx, [id]) => {
    const observationId = idOf(id)
    if (observationId === null) return 'expired'
    if (!(await observationById(store.db, observationId))) {
      return void (await ctx.reply(texts.retiredSince))
    }
    const open = await reported(ctx)
    const isNew = !isAmong(open, observationId, '')
    if (isNew && open.length >= MOST_OPEN) return void (await ctx.reply(texts.tooManyReports))
    const reportId = isNew ? await keep(ctx, observationId, '') : null
    const thanks = isNew ? texts.reportThanks : texts.reportKnown
    const source = encodeCallback('source', observationId)
    await sendParts(ctx, services, lines(plain(thanks), plain(texts.reportDetail)), {
      keyboard: [
        [
          { text: texts.buttons.source, callback_data: source },
          {
            text: texts.buttons.reported,
            callback_data: encodeCallback('reported', observationId),
          },
        ],
      ],
    })
    if (reportId !== null) await tellAdmins(ctx, reportId, observationId, '')
  })

  onPress(composer, 'reported', async (ctx) => {
    await ctx.reply(texts.reportDetail)
  })

  composer.chatType('private').on('message:text', async (ctx, next) => {
    const observationId = reportedIn(ctx.message.reply_to_message, ctx.me)
    if (observationId === null || ctx.message.text.startsWith('/')) return await next()
    if ((await historyOf(store.db, observationId)).length === 0) return await next()
    const text = ctx.message.text.slice(0, LONGEST_REPORT).toWellFormed()
    const open = await reported(ctx)
    if (open.length >= MOST_OPEN) return void (await ctx.reply(texts.tooManyReports))
    if (!isAmong(open, observationId, text)) {
      const reportId = await keep(ctx, observationId, text)
      await tellAdmins(ctx, reportId, observationId, text)
    }
    await ctx.reply(texts.reportDetailThanks)
  })

  /** What the sender has reported, and nobody has dealt with. */
  const reported = async (ctx: BotContext) => await openReportsOf(store.db, ctx.from?.id ?? 0)

  /** A second press, or the same update once more, is no second report. */
  const isAmong = (open: readonly MistakeReport[], observationId: number, text: string) =>
    open.some((report) => report.observationId === observationId && report.text === text)

  async function keep(ctx: BotContext, observationId: number, text: string): Promise<number> {
    return await reportMistake(store.db, {
      chatId: ctx.chat?.id ?? null,
      telegramId: ctx.from?.id ?? null,
      observationId,
      text,
      reportedAt: clock(),
    })
  }

  /** Those whom Telegram lets the bot write to; the report itself is kept in any case. */
  async function tellAdmins(
    ctx: BotContext,
    reportId: number,
    observationId: number,
    text: string,
  ): Promise<void> {
    const observation = await observationById(store.db, observationId)
    const names = namesOf(await loadVocabulary(store.db))
    const parts = lines(
      bold(texts.reportNotice(ctx.from ? personName(ctx.from) : texts.unsaid)),
      plain(observation ? figureLine(observation, names) : texts.figureNumber(observationId)),
      plain(text === '' ? texts.withoutText : texts.reportSays(text)),
    )
    const keyboard = [
      [
        { text: texts.buttons.source, callback_data: encodeCallback('source', observationId) },
        { text: texts.buttons.edit, callback_data: encodeCallback('edit', observationId) },
      ],
      reportRow(reportId),
    ]
    for (const id of await adminIds(services)) {
      if (id !== ctx.from?.id) await notify(ctx.api, services, id, parts, keyboard)
    }
  }

  return composer
}

/** The observation that a message of the bot thanked for reporting, when it is one. */
function reportedIn(message: Message | undefined, me: User): number | null {
  if (message?.from?.id !== me.id) return null
  for (const button of (message.reply_markup?.inline_keyboard ?? []).flat()) {
    const data = 'callback_data' in button ? decodeCallback(button.callback_data) : null
    if (data?.action === 'reported') return idOf(data.arguments[0])
  }
  return null
}

const personName = ({ first_name, last_name, id }: User) =>
  `${[first_name, last_name].filter(Boolean).join(' ')} (${id})`
