import { describe, expect, it } from 'vitest'
import type { ExportRow } from '../../../src/facts/export-rows.ts'
import { IMPORT_COLUMNS } from '../../../src/facts/import-columns.ts'
import { readSheet } from '../../../src/ingest/sheets/read-sheet.ts'
import { writeSheet } from '../../../src/ingest/sheets/write-sheet.ts'
import { pathOf } from './sheet-files.ts'

const QUOTE = 'استان قم در تأمین منابع مالی ملی با جذب ۱۱۷ درصدی رتبه دوم کشور را کسب کرد'

function* rows(count: number): Generator<ExportRow> {
  const empty = Object.fromEntries(IMPORT_COLUMNS.map((column) => [column, ''])) as ExportRow
  for (let at = 0; at < count; at++) {
    const value = String(at + 0.5)
    yield {
      ...empty,
      indicator: `تولید ${at % 500}`,
      place: 'قم',
      period: '1399',
      value,
      unit: 'تن',
      quote: QUOTE,
    }
  }
}

/** What is still held after a collection, in MB; the whole of these rows is above 50. */
async function heldWhileReading(path: string, count: number): Promise<number> {
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  let seen = 0
  let most = 0
  for await (const { row, cells } of (await readSheet(path)).rows) {
    seen++
    if (String(cells.value) !== String(seen - 0.5))
      throw new Error(`row ${row} is not in its place`)
    if (seen % 10_000 === 0) {
      globalThis.gc?.()
      most = Math.max(most, process.memoryUsage().heapUsed - before)
    }
  }
  expect(seen).toBe(count)
  return most / 1e6
}

describe('50,000 rows', () => {
  it.each(['csv', 'jsonl', 'xlsx'])('%s', async (format) => {
    const path = pathOf(`large.${format}`)
    await writeSheet(path, rows(50_000), { headings: 'latin' })
    expect(await heldWhileReading(path, 50_000)).toBeLessThan(50)
  })
})

it('a workbook of more rows than are written at once asks for CSV', async () => {
  const writing = writeSheet(pathOf('large.xlsx'), rows(200_001), { headings: 'latin' })
  await expect(writing).rejects.toMatchObject({ code: 'too_large' })
})
