import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { Composer, InputFile } from 'grammy'
import { isJump } from '../../facts/entry-checks.ts'
import { exportRows } from '../../facts/export-rows.ts'
import type { ChangedRow, ImportReport } from '../../facts/import-report.ts'
import type { ImportWarningCode } from '../../facts/import-warnings.ts'
import { exactValue } from '../../facts/values.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { SheetError } from '../../ingest/sheets/sheet-error.ts'
import { template } from '../../ingest/sheets/template.ts'
import { writeSheet } from '../../ingest/sheets/write-sheet.ts'
import { onAdminCommand } from '../admin-command.ts'
import { adminTexts as texts } from '../admin-texts.fa.ts'
import { LARGEST_DOWNLOAD } from '../downloads.ts'
import { type ImportPreview, previewImport } from '../import-file.ts'
import { keepPending, keepSeen } from '../pending.ts'
import { sendParts } from '../replies.ts'
import { may } from '../rights.ts'
import type { BotContext, Services } from '../services.ts'
import { contentChanges } from '../views/change-lines.ts'
import { headOf, namesOf } from '../views/figure-fields.ts'
import { bold, italic, lines, plain } from '../views/parts.ts'

const ENDINGS = ['.csv', '.xlsx', '.xls', '.jsonl', '.ndjson', '.json', '.txt', '.tsv']
const SHOWN = 5

/** A sheet that is sent is previewed, confirmed, and imported as a whole; /template and /export. */
export function importFeature(services: Services): Composer<BotContext> {
  const { store } = services
  const composer = new Composer<BotContext>()

  composer.chatType('private').on('message:document', async (ctx, next) => {
    const { file_id, file_name = '', file_size = 0 } = ctx.message.document
    if (!may(ctx.role, 'sheet') || !ENDINGS.includes(extname(file_name).toLowerCase())) {
      return await next()
    }
    if (file_size > LARGEST_DOWNLOAD) return void (await ctx.reply(texts.fileTooLarge))
    const sheet = { fileId: file_id, fileName: file_name }
    try {
      const preview = await previewImport(ctx, services, sheet)
      await show(ctx, sheet.fileName, sheet.fileId, preview)
    } catch (error) {
      if (!(error instanceof SheetError)) throw error
      await ctx.reply(error.message)
    }
  })

  onAdminCommand(composer, 'template', async (ctx, text) => {
    const kind = text.toLowerCase() === 'csv' ? 'csv' : 'xlsx'
    const file = new InputFile(await template(kind), `arqam-template.${kind}`)
    await ctx.replyWithDocument(file, { caption: texts.templateCaption })
  })

  onAdminCommand(composer, 'export', async (ctx, text) => {
    const kind = /^(csv|jsonl|xlsx)$/i.exec(text)?.[1]?.toLowerCase() ?? 'xlsx'
    const folder = await mkdtemp(join(tmpdir(), 'arqam-export-'))
    try {
      await ctx.replyWithChatAction('upload_document')
      const path = join(folder, `arqam.${kind}`)
      const headings = kind === 'jsonl' ? 'latin' : 'persian'
      await writeSheet(path, exportRows(store.db), { headings })
      await ctx.replyWithDocument(new InputFile(path), { caption: texts.exportCaption })
    } catch (error) {
      if (!(error instanceof SheetError)) throw error
      await ctx.reply(error.message)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })

  async function show(
    ctx: BotContext,
    fileName: string,
    fileId: string,
    { report, digest, unknownHeadings }: ImportPreview,
  ): Promise<void> {
    const { refused, unchanged, newIndicators, changedRows } = report
    const names = namesOf(await loadVocabulary(store.db))
    const shown = [
      bold(texts.importTitle(fileName)),
      plain(texts.importCounts(report.new, report.changed, unchanged, refused)),
    ]
    if (newIndicators.length > 0) {
      shown.push(plain(texts.importIndicators(newIndicators.slice(0, SHOWN), newIndicators.length)))
    }
    if (unknownHeadings.length > 0) shown.push(plain(texts.unreadHeadings(unknownHeadings)))
    for (const { row, before, after } of changedRows.slice(0, SHOWN)) {
      const head = headOf(after, names.indicator(after.indicatorId), names.place(after.placeId))
      const changes = await contentChanges(store.db, before, after, names)
      const said = changes.map((one) => texts.changedField(one.label, one.before, one.after))
      shown.push(plain(texts.changedRow(row, head, said.join('؛ '))))
    }
    if (changedRows.length > SHOWN) shown.push(plain(texts.moreChanged(report.changed - SHOWN)))
    shown.push(...warningLines(report))
    const isEmpty = report.new + report.changed === 0
    if (isEmpty) {
      return void (await sendParts(ctx, services, lines(...shown, plain(texts.nothingToImport))))
    }
    if (refused > 0) shown.push(plain(texts.onlyGoodRows(report.new + report.changed)))
    const { draftId, keyboard } = await keepPending(ctx, services, {
      type: 'import',
      updateId: ctx.update.update_id,
      fileId,
      fileName,
      digest,
      new: report.new,
      changed: report.changed,
      refused,
    })
    const parts = lines(...shown)
    await keepSeen(services, draftId, parts)
    await sendParts(ctx, services, parts, { keyboard })
  }

  return composer
}

/** What looks odd in the rows that would be stored, with the first of them. */
function warningLines({ warned, warnings, changedRows }: ImportReport) {
  const jumped = changedRows.filter(isJumpOf).map(({ row }) => row)
  const besides = (code: ImportWarningCode) =>
    warnings.filter((one) => one.code === code).map(({ row }) => row)
  const groups: readonly (readonly [
    keyof typeof texts.importWarnings,
    number,
    readonly number[],
  ])[] = [
    ['changed_tenfold', jumped.length, jumped],
    ['tenfold', warned.tenfold, besides('tenfold')],
    ['past_target', warned.past_target, besides('past_target')],
    ['future_actual', warned.future_actual, besides('future_actual')],
  ]
  return groups
    .filter(([, count]) => count > 0)
    .map(([name, count, rows]) => italic(texts.importWarnings[name](count, rows.slice(0, SHOWN))))
}

/** Whether a row makes a figure more than ten times what it was, or less than a tenth. */
function isJumpOf({ before, after }: ChangedRow): boolean {
  if (!before.quantity || !after.quantity || before.quantity.unit !== after.quantity.unit)
    return false
  const [was, is] = [exactValue(before.quantity), exactValue(after.quantity)]
  return !was.eq(0) && isJump(is.toNumber(), was.toNumber())
}
