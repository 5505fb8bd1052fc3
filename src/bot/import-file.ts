import { extname } from 'node:path'
import { InputFile } from 'grammy'
import type { ChangeContext } from '../facts/change-sets.ts'
import { StoreError } from '../facts/errors.ts'
import { IMPORT_COLUMNS, type ImportRow, PERSIAN_HEADINGS } from '../facts/import-columns.ts'
import type { RefusedRow } from '../facts/import-reading.ts'
import { type ImportReport, importRows } from '../facts/import-rows.ts'
import { importReaders } from '../ingest/readers.ts'
import { readSheet } from '../ingest/sheets/read-sheet.ts'
import { sheetBytes } from '../ingest/sheets/write-sheet.ts'
import { todayInTehran } from '../persian/calendar.ts'
import { adminTexts as texts } from './admin-texts.fa.ts'
import { withDownload } from './downloads.ts'
import { safeStem } from './file-name.ts'
import type { Pending } from './pending.ts'
import { startProgress } from './progress.ts'
import type { BotContext, Services } from './services.ts'

export interface SentSheet {
  readonly fileId: string
  readonly fileName: string
}

export interface ImportPreview {
  readonly report: ImportReport
  readonly digest: string
  readonly unknownHeadings: readonly string[]
}

/** Finds out what a sent file would change, and sends its refused rows back with their reasons. */
export async function previewImport(
  ctx: BotContext,
  services: Services,
  { fileId, fileName }: SentSheet,
): Promise<ImportPreview> {
  return await withDownload(ctx.api, fileId, fileName, async ({ path, digest }) => {
    const sheet = await readSheet(path)
    const context = {
      actor: { telegramId: ctx.from?.id ?? null, name: 'preview' },
      command: 'import',
      now: services.clock(),
    }
    const report = await counted(ctx, texts.reading, sheet.rows, (rows) =>
      importRows(services.store, context, rows, {
        ...optionsFor(fileName),
        dryRun: true,
        warnOn: todayInTehran(services.clock()),
      }),
    )
    if (report.refusedRows.length > 0) {
      await sendRefused(ctx, path, fileName, report)
    }
    return { report, digest, unknownHeadings: [...sheet.unknownHeadings] }
  })
}

/**
 * Imports what the preview promised as one change set. Throws a StoreError, and changes nothing,
 * when the file or the store is not what it was.
 */
export async function importFile(
  ctx: BotContext,
  { store }: Services,
  pending: Extract<Pending, { type: 'import' }>,
  context: ChangeContext,
): Promise<{ changeSetId: number; said: string[] }> {
  const { fileId, fileName } = pending
  return await withDownload(ctx.api, fileId, fileName, async ({ path, digest }) => {
    const changedMeanwhile = new StoreError('conflict', texts.importChanged)
    if (digest !== pending.digest) throw changedMeanwhile
    const { rows } = await readSheet(path)
    const report = await counted(ctx, texts.writing, rows, (rows) =>
      importRows(store, context, rows, {
        ...optionsFor(fileName),
        skipErrors: true,
        accept: (found) =>
          found.new === pending.new &&
          found.changed === pending.changed &&
          found.refused === pending.refused,
      }),
    )
    if (!report.changeSet) throw changedMeanwhile
    const { changeSet, repeated } = report
    return {
      changeSetId: changeSet.id,
      said: repeated ? [] : [texts.imported(report.new, report.changed, report.unchanged)],
    }
  })
}

const optionsFor = (fileName: string) => ({
  readers: importReaders,
  defaultSource: { title: fileName, publisher: null, url: null, publishedOn: null },
})

/** Runs an import with its progress shown in a message, which goes when it is done. */
async function counted<Result>(
  ctx: BotContext,
  text: (count: number) => string,
  rows: AsyncIterable<ImportRow>,
  run: (rows: AsyncIterable<ImportRow>) => Promise<Result>,
): Promise<Result> {
  const progress = await startProgress(ctx, text)
  try {
    return await run(
      (async function* () {
        for await (const row of rows) {
          progress.step()
          yield row
        }
      })(),
    )
  } finally {
    await progress.end()
  }
}

/** The refused rows as they were sent, each with its reason: corrected, the file can be sent again. */
async function sendRefused(
  ctx: BotContext,
  path: string,
  fileName: string,
  { refusedRows, refused }: ImportReport,
): Promise<void> {
  const reasons = new Map(refusedRows.map((one) => [one.row, one]))
  const cells: (string | number | null)[][] = []
  for await (const row of (await readSheet(path)).rows) {
    const refusal = reasons.get(row.row)
    if (!refusal) continue
    cells.push([
      ...IMPORT_COLUMNS.map((column) => row.cells[column] ?? null),
      row.row,
      reasonOf(refusal),
    ])
    if (cells.length === reasons.size) break
  }
  const kind = extname(fileName).toLowerCase() === '.xlsx' ? 'xlsx' : 'csv'
  const headings = [
    ...IMPORT_COLUMNS.map((column) => PERSIAN_HEADINGS[column]),
    texts.refusedRowHeading,
    texts.refusedReasonHeading,
  ]
  const bytes = await sheetBytes(kind, headings, cells)
  const stem = fileName.slice(0, fileName.length - extname(fileName).length)
  const name = `${safeStem(stem)}-refused.${kind}`
  await ctx.replyWithDocument(new InputFile(bytes, name), {
    caption: texts.refusedCaption(cells.length, refused),
  })
}

const reasonOf = ({ column, reason }: RefusedRow) =>
  column === null ? reason : `${PERSIAN_HEADINGS[column]}: ${reason}`
