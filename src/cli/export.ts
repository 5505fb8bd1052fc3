import { exportRows } from '../facts/export-rows.ts'
import { writeSheet } from '../ingest/sheets/write-sheet.ts'
import { onStore } from './command.ts'
import { onlyWord } from './options.ts'

/** `arqam export FILE`: what an import reads back unchanged; `-` is JSONL on standard output. */
export const exportFile = onStore(async ({ options }, store) => {
  const path = onlyWord(options, 'FILE')
  if (path !== '-') {
    let count = 0
    const rows = (async function* () {
      for await (const row of exportRows(store.db)) {
        count++
        yield row
      }
    })()
    await writeSheet(path, rows, { headings: 'latin' })
    console.log(`${path}: ${count} figures`)
    return 0
  }
  for await (const row of exportRows(store.db)) {
    const filled = Object.entries(row).filter(([, cell]) => cell !== '')
    console.log(JSON.stringify(Object.fromEntries(filled)))
  }
  return 0
})
