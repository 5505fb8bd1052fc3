import { basename } from 'node:path'
import type { ImportReport } from '../facts/import-rows.ts'
import { importRows } from '../facts/import-rows.ts'
import type { ImportWarningCode } from '../facts/import-warnings.ts'
import { importReaders } from '../ingest/readers.ts'
import { readSheet } from '../ingest/sheets/read-sheet.ts'
import { todayInTehran } from '../persian/calendar.ts'
import { onStore } from './command.ts'
import { UsageError } from './options.ts'

/** `arqam import FILE…`: each file one change set; 1 when a row of any is refused. */
export const importFiles = onStore(async ({ options, clock }, store) => {
  if (options.positionals.length === 0)
    throw new UsageError('name a CSV, XLSX or JSONL file to import')
  let refused = 0
  for (const path of options.positionals) {
    const { rows } = await readSheet(path)
    const report = await importRows(
      store,
      {
        actor: { telegramId: null, name: 'arqam' },
        command: `import ${basename(path)}`,
        now: clock(),
      },
      rows,
      {
        readers: importReaders,
        defaultSource: { title: basename(path), publisher: null, url: null, publishedOn: null },
        dryRun: options.dryRun,
        ...(options.dryRun && { warnOn: todayInTehran(clock()) }),
        skipErrors: options.skipErrors,
      },
    )
    refused += report.refused
    print(path, report, options.json)
  }
  return refused > 0 ? 1 : 0
})

function print(path: string, report: ImportReport, json: boolean): void {
  if (json) {
    const { changeSet, changedRows, ...rest } = report
    const changed = changedRows.map(({ row, observationId }) => ({ row, observationId }))
    console.log(
      JSON.stringify({
        file: path,
        ...rest,
        changedRows: changed,
        changeSet: changeSet?.id ?? null,
      }),
    )
    return
  }
  console.log(
    `${path}: ${report.new} new, ${report.changed} changed, ${report.unchanged} unchanged, ${report.refused} refused`,
  )
  for (const { row, column, reason } of report.refusedRows)
    console.log(`  row ${row}, ${column}: ${reason}`)
  for (const { row, code } of report.warnings) console.log(`  row ${row}: ${WARNINGS[code]}`)
  if (report.changeSet === null && report.refused > 0) console.log('  nothing was imported')
}

const WARNINGS: Readonly<Record<ImportWarningCode, string>> = {
  tenfold: 'more than ten times the figure of the period beside it, or less than a tenth',
  past_target: 'a target or forecast of a period that is over',
  future_actual: 'an actual figure of a period that has not begun',
}
