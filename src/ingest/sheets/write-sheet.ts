import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ExportRow } from '../../facts/export-rows.ts'
import { IMPORT_COLUMNS, type ImportColumn, PERSIAN_HEADINGS } from '../../facts/import-columns.ts'
import { texts } from '../texts.fa.ts'
import { BYTE_ORDER_MARK, csvLine } from './csv-writing.ts'
import { SheetError } from './sheet-error.ts'
import { numberOrText } from './written-values.ts'
import { MOST_ROWS_WRITTEN, workbookBytes } from './xlsx-writing.ts'

export interface WriteOptions {
  /** The language of the headings; an import reads both. */
  readonly headings: 'latin' | 'persian'
}

type Rows<Row> = Iterable<Row> | AsyncIterable<Row>

/**
 * Writes rows as CSV, XLSX or JSONL by the ending of the path, so that an import of the file finds
 * all unchanged. CSV and JSONL are streamed. The file appears when it is whole; an older one of its
 * name is replaced. Throws a SheetError for another ending, and for more rows than a workbook takes.
 */
export async function writeSheet(
  path: string,
  rows: Rows<ExportRow>,
  { headings }: WriteOptions,
): Promise<void> {
  const headingOf = (column: ImportColumn) =>
    headings === 'latin' ? column : PERSIAN_HEADINGS[column]
  const content = contentFor(extname(path).toLowerCase(), rows, headingOf)
  if (!content) throw new SheetError('unknown_format', texts.unknownEnding(basename(path)))
  const part = `${path}.part`
  try {
    await pipeline(Readable.from(content), createWriteStream(part))
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

function contentFor(
  ending: string,
  rows: Rows<ExportRow>,
  headingOf: (column: ImportColumn) => string,
): AsyncIterable<string | Uint8Array> | null {
  if (ending === '.csv') return csvContent(rows, headingOf)
  if (ending === '.jsonl' || ending === '.ndjson') return jsonContent(rows, headingOf)
  return ending === '.xlsx' ? xlsxContent(rows, headingOf) : null
}

async function* csvContent(
  rows: Rows<ExportRow>,
  headingOf: (column: ImportColumn) => string,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(IMPORT_COLUMNS.map(headingOf))
  for await (const row of rows) yield csvLine(IMPORT_COLUMNS.map((column) => row[column]))
}

async function* jsonContent(
  rows: Rows<ExportRow>,
  headingOf: (column: ImportColumn) => string,
): AsyncGenerator<string> {
  for await (const row of rows) {
    const filled = IMPORT_COLUMNS.filter((column) => row[column] !== '')
    const entries = filled.map((column) => [headingOf(column), cellOf(row, column)] as const)
    yield `${JSON.stringify(Object.fromEntries(entries))}\n`
  }
}

async function* xlsxContent(
  rows: Rows<ExportRow>,
  headingOf: (column: ImportColumn) => string,
): AsyncGenerator<Uint8Array> {
  const cells: (string | number)[][] = []
  for await (const row of rows) {
    cells.push(IMPORT_COLUMNS.map((column) => cellOf(row, column)))
    if (cells.length > MOST_ROWS_WRITTEN) break
  }
  const headings = IMPORT_COLUMNS.map(headingOf)
  yield await workbookBytes([{ name: texts.figuresTab, headings, rows: cells }])
}

const cellOf = (row: ExportRow, column: ImportColumn): string | number =>
  column === 'value' ? numberOrText(row.value) : row[column]

/**
 * Any small table as a file, such as an answer's figures: numbers stay numbers in a workbook.
 * `name` is the tab's.
 */
export async function sheetBytes(
  kind: 'xlsx' | 'csv',
  headings: readonly string[],
  rows: Iterable<readonly (string | number | null)[]>,
  name: string = texts.figuresTab,
): Promise<Uint8Array> {
  if (kind === 'xlsx') return workbookBytes([{ name, headings, rows: [...rows] }])
  const lines = [headings, ...rows].map(csvLine)
  return new TextEncoder().encode(BYTE_ORDER_MARK + lines.join(''))
}
