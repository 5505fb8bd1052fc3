import { Composer } from 'grammy'
import type { InlineKeyboardButton } from 'grammy/types'
import { z } from 'zod'
import { observationById } from '../../facts/observations.ts'
import { type MistakeReport, openReports, reportById, resolveReport } from '../../facts/reports.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { onAdminCommand } from '../admin-command.ts'
import { adminTexts as texts } from '../admin-texts.fa.ts'
import { encodeCallback, idOf } from '../callback-data.ts'
import { awaitedDialog, endDialog, openDialog } from '../dialogs.ts'
import { notify } from '../notices.ts'
import { onPress } from '../presses.ts'
import { editParts, inRows, type Keyboard, sendParts } from '../replies.ts'
import { may } from '../rights.ts'
import type { BotContext, Services } from '../services.ts'
import { texts as shared } from '../texts.fa.ts'
import { figureLine, namesOf } from '../views/figure-fields.ts'
import { momentText } from '../views/moments.ts'
import { bold, lines, plain } from '../views/parts.ts'

const VIEW = 'v'
const ANSWER = 'a'
const CLOSE = 'c'
const LISTED = 10
const LONGEST_TEXT_IN_LIST = 60

const stateSchema = z.object({ reportId: z.number() })

/** /reports: what readers say is wrong; answered or closed, and the reader hears of it. */
export function reportDeskFeature(services: Services): Composer<BotContext> {
  const { store, clock } = services
  const composer = new Composer<BotContext>()

  onAdminCommand(composer, 'reports', async (ctx) => {
    const reports = await openReports(store.db, 200)
    if (reports.length === 0) return void (await ctx.reply(texts.noReports))
    const listed = reports.slice(0, LISTED)
    const shown = []
    for (const [index, report] of listed.entries()) {
      const text = report.text.slice(0, LONGEST_TEXT_IN_LIST) || shared.withoutText
      const when = momentText(report.reportedAt)
      shown.push(plain(texts.reportLine(index + 1, await figureOf(report), text, when)))
    }
    const buttons = listed.map(({ id }, index) => ({
      text: shared.inDigits(index + 1),
      callback_data: encodeCallback('handleReport', id, VIEW),
    }))
    const parts = lines(bold(texts.reportsTitle(reports.length)), ...shown)
    await sendParts(ctx, services, parts, { keyboard: inRows(buttons, 5) })
  })

  onPress(composer, 'handleReport', async (ctx, [id, verb]) => {
    const report = await reportById(store.db, idOf(id) ?? 0)
    if (!report) return void (await ctx.reply(texts.noSuchReport))
    if (report.resolvedBy !== null) {
      return void (await ctx.reply(texts.reportClosedBy(report.resolvedBy)))
    }
    if (verb === VIEW) return await show(ctx, report)
    if (verb === ANSWER) {
      await openDialog(ctx, services, 'answer_report', { reportId: report.id })
      return void (await ctx.reply(texts.writeAnswer))
    }
    if (verb !== CLOSE) return 'expired'
    if (!(await close(ctx, report))) return
    await editParts(ctx, services, [plain(texts.reportClosed)])
    if (report.chatId !== null) {
      const said = texts.yourReportClosed(await figureOf(report))
      await notify(ctx.api, services, report.chatId, [plain(said)])
    }
  })

  composer.chatType('private').on('message:text', async (ctx, next) => {
    const { text } = ctx.message
    const dialog = await awaitedDialog(ctx, services, 'answer_report')
    const state = stateSchema.safeParse(dialog?.state).data
    if (!dialog || !state || text.startsWith('/') || !may(ctx.role, '/reports')) {
      return await next()
    }
    await endDialog(services, dialog.id)
    const report = await reportById(store.db, state.reportId)
    if (!report || !(await close(ctx, report))) return
    const head = bold(texts.answerToReport(await figureOf(report)))
    const told =
      report.chatId !== null &&
      (await notify(ctx.api, services, report.chatId, lines(head, plain(text))))
    await ctx.reply(told ? texts.reportAnswered : texts.reportAnswerUnsent)
  })

  async function show(ctx: BotContext, report: MistakeReport): Promise<undefined> {
    const { id, text, telegramId, observationId, reportedAt } = report
    const parts = lines(
      bold(await figureOf(report)),
      plain(text === '' ? shared.withoutText : shared.reportSays(text)),
      plain(texts.reportOf(await reporterOf(ctx, telegramId))),
      plain(momentText(reportedAt)),
    )
    const figureRow: Keyboard =
      observationId === null
        ? []
        : [
            [
              {
                text: shared.buttons.source,
                callback_data: encodeCallback('source', observationId),
              },
              { text: shared.buttons.edit, callback_data: encodeCallback('edit', observationId) },
            ],
          ]
    await sendParts(ctx, services, parts, { keyboard: [...figureRow, reportRow(id)] })
  }

  /** Closes it for everyone; false, and told so, when another was faster. */
  async function close(ctx: BotContext, { id }: MistakeReport): Promise<boolean> {
    const name = [ctx.from?.first_name, ctx.from?.last_name].filter(Boolean).join(' ')
    const closed = await resolveReport(store.db, id, name, clock())
    if (!closed) {
      const by = (await reportById(store.db, id))?.resolvedBy
      await ctx.reply(by ? texts.reportClosedBy(by) : texts.noSuchReport)
    }
    return closed
  }

  async function figureOf({ observationId }: MistakeReport): Promise<string> {
    if (observationId === null) return shared.unsaid
    const observation = await observationById(store.db, observationId)
    if (!observation) return shared.figureNumber(observationId)
    const names = namesOf(await loadVocabulary(store.db))
    return `${shared.figureNumber(observationId)}، ${figureLine(observation, names)}`
  }

  return composer
}

/** The reporter as Telegram knows them now; the store keeps only the number. */
async function reporterOf({ api }: BotContext, telegramId: number | null): Promise<string> {
  if (telegramId === null) return shared.unsaid
  try {
    const { first_name, last_name } = await api.getChat(telegramId)
    return `${[first_name, last_name].filter(Boolean).join(' ')} (${telegramId})`
  } catch {
    return String(telegramId)
  }
}

/** What admins can do with a report. */
export const reportRow = (reportId: number): InlineKeyboardButton[] => [
  {
    text: texts.answerReport,
    callback_data: encodeCallback('handleReport', reportId, ANSWER),
  },
  { text: texts.closeReport, callback_data: encodeCallback('handleReport', reportId, CLOSE) },
]
