import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ExportRow, exportRows } from '../../../src/facts/export-rows.ts'
import { IMPORT_COLUMNS } from '../../../src/facts/import-columns.ts'
import { importRows } from '../../../src/facts/import-rows.ts'
import type { Store } from '../../../src/facts/open.ts'
import { importReaders } from '../../../src/ingest/readers.ts'
import { readSheet } from '../../../src/ingest/sheets/read-sheet.ts'
import { workbookSheet } from '../../../src/ingest/sheets/workbook-sheet.ts'
import { sheetBytes, writeSheet } from '../../../src/ingest/sheets/write-sheet.ts'
import { added, by, FACTORIES, FINANCE, storeWithVocabulary } from '../../facts/store-for-tests.ts'
import { pathOf, rowsOf } from './sheet-files.ts'

const FORMATS = ['csv', 'jsonl', 'xlsx'] as const
const HEADINGS = ['latin', 'persian'] as const
const COMBINATIONS = FORMATS.flatMap((format) => HEADINGS.map((kind) => [format, kind] as const))

async function fill(store: Store): Promise<void> {
  const quantity = (digits: string, decimals: number, power: number, unit: string) => ({
    quantity: { digits, decimals, power, unit },
  })
  const finance = { indicatorId: { name: FINANCE } }
  await added(store)
  await added(store, { kind: 'target', note: '=HYPERLINK("http://example.com")' })
  await added(store, { ...finance, ...quantity('125', 1, 9, 'تومان'), qualifier: 'more_than' })
  await added(store, { ...finance, ...quantity('7547', 3, 12, 'تومان'), period: '1398-H2' })
  await added(store, { ...finance, ...quantity('-7547', 3, 0, 'تومان'), period: '../1397' })
  await added(store, { ...finance, ...quantity('123456789012345', 0, 3, 'تومان'), period: '1396' })
  await added(store, { ...finance, ...quantity('1', 15, 0, 'تومان'), period: '1395' })
  await added(store, {
    quantity: null,
    statement: '«موانع»، بانکی\r\nو "مالیاتی"; ...',
    note: "'=a",
  })
  await added(store, { period: '1394', quote: '- ۳۷ واحد\u200cصنعتی\n', speaker: '@استاندار' })
  await added(store, { period: '1393', ...quantity('37', 0, 0, FACTORIES.slice(0, 0) || 'واحد') })
}

const exported = async (store: Store) => {
  const rows: ExportRow[] = []
  for await (const row of exportRows(store.db)) rows.push(row)
  return rows
}

describe('an export', () => {
  it.each(COMBINATIONS)(
    'as %s with %s headings is read back unchanged',
    async (format, headings) => {
      const store = await storeWithVocabulary()
      await fill(store)
      const path = pathOf(`export.${format}`)
      await writeSheet(path, exportRows(store.db), { headings })
      const { rows, unknownHeadings } = await readSheet(path)
      const report = await importRows(store, by('ب'), rows, { readers: importReaders })
      expect(report.refusedRows).toEqual([])
      expect(report).toMatchObject({ new: 0, changed: 0, unchanged: 10, changeSet: null })
      expect(unknownHeadings).toEqual([])
    },
  )

  it.each(FORMATS)('as %s makes the same store elsewhere', async (format) => {
    const store = await storeWithVocabulary()
    await fill(store)
    const path = pathOf(`export.${format}`)
    await writeSheet(path, exportRows(store.db), { headings: 'latin' })
    const other = await storeWithVocabulary()
    const { rows } = await readSheet(path)
    await importRows(other, by('ب'), rows, { readers: importReaders })
    expect(await exported(other)).toEqual(await exported(store))
  })
})

describe('any text in any cell', () => {
  const letters = fc.constantFrom(
    ...[
      '=',
      '+',
      '-',
      '@',
      "'",
      '"',
      ',',
      ';',
      '\t',
      '\r',
      '\n',
      ' ',
      '1',
      '٫',
      '۵',
      '.',
      'ق',
      '\u200c',
      '_x000D_',
      '\u0001',
      '&amp;',
      '<',
      '😀',
      'a',
    ],
  )
  const cell = fc.array(letters, { maxLength: 8 }).map((parts) => parts.join(''))
  const row = fc
    .tuple(...IMPORT_COLUMNS.map(() => cell))
    .map((cells) => Object.fromEntries(IMPORT_COLUMNS.map((column, at) => [column, cells[at]])))
    .map((cells) => ({ ...cells, indicator: `ش${cells.indicator}` }) as ExportRow)

  const same = (read: Awaited<ReturnType<typeof rowsOf>>, rows: readonly ExportRow[]) => {
    const texts = read.map(({ cells }) =>
      Object.fromEntries(IMPORT_COLUMNS.map((column) => [column, String(cells[column] ?? '')])),
    )
    const number = (text: string) => text.replace('٫', '.').replace(/(\.\d{3})0$/, '$1')
    const clear = (all: Partial<ExportRow>[]) =>
      all.map((cells) => ({ ...cells, value: number(cells.value ?? '') }))
    expect(clear(texts)).toEqual(clear([...rows]))
  }

  it.each(['csv', 'jsonl'] as const)('comes back from %s as it was', async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
        const path = pathOf(`any.${format}`)
        await writeSheet(path, rows, { headings: 'persian' })
        same(await rowsOf(await readSheet(path)), rows)
      }),
      { numRuns: 60 },
    )
  })

  it('comes back from xlsx as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
        const path = pathOf('any.xlsx')
        await writeSheet(path, rows, { headings: 'latin' })
        same(await rowsOf(await workbookSheet(readFileSync(path))), rows)
      }),
      { numRuns: 60 },
    )
  })

  it('is never run by a spreadsheet program that opens the CSV', async () => {
    await fc.assert(
      fc.asyncProperty(cell, async (text) => {
        const bytes = await sheetBytes('csv', ['الف'], [[text]])
        const [, line = ''] = new TextDecoder().decode(bytes).split('الف\r\n')
        expect(line.replace(/^"/, '')).not.toMatch(/^[=@\t\r]|^[+-](?!\d)/)
      }),
    )
  })
})
