import { basename } from 'node:path'
import type { ImportReport } from '../facts/import-rows.ts'
import { importRows } from '../facts/import-rows.ts'
import { importReaders } from '../ingest/readers.ts'
import { readSheet } from '../ingest/sheets/read-sheet.ts'
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
  if (report.changeSet === null && report.refused > 0) console.log('  nothing was imported')
}
