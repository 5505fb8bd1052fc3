import { type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { texts } from '../texts.fa.ts'
import { SheetError } from './sheet-error.ts'

/** A table as it is written: numbers stay numbers, null is an empty cell. */
export interface WrittenTable {
  /** The name of the tab; cut to what a tab may be called. */
  readonly name: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  readonly dataValidations?: WriteSheet['dataValidations']
}

/** A workbook is made in memory; more rows than this belong in a CSV. */
export const MOST_ROWS_WRITTEN = 200_000
const FONT = { name: 'Vazirmatn', size: 11 }
const HEADING: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF4' } },
}
const WHOLE: CellStyle = { font: FONT, numFmt: '#,##0' }
const DECIMAL: CellStyle = { font: FONT, numFmt: '#,##0.0##############' }
const LONGEST_NAME = 31
const [NARROWEST, WIDEST, SAMPLED] = [8, 60, 200]

/** A workbook that reads from right to left, its headings bold and always in sight. */
export async function workbookBytes(tables: readonly WrittenTable[]): Promise<Uint8Array> {
  if (tables.some(({ rows }) => rows.length > MOST_ROWS_WRITTEN)) {
    throw new SheetError('too_large', texts.tooManyRowsToWrite(MOST_ROWS_WRITTEN))
  }
  return writeXlsx({ defaultFont: FONT, sheets: tables.map(written) })
}

function written({ name, headings, rows, dataValidations }: WrittenTable): WriteSheet {
  const cells: NonNullable<WriteSheet['cells']> = new Map()
  for (const column of headings.keys()) cells.set(`0,${column}`, { style: HEADING })
  for (const [index, row] of rows.entries()) {
    for (const [column, value] of row.entries()) {
      if (typeof value !== 'number') continue
      cells.set(`${index + 1},${column}`, { style: Number.isInteger(value) ? WHOLE : DECIMAL })
    }
  }
  return {
    name: name.replace(/[[\]:*?/\\]/g, ' ').slice(0, LONGEST_NAME),
    view: { rightToLeft: true },
    freezePane: { rows: 1 },
    columns: headings.map((heading, column) => ({ width: widthOf(heading, rows, column) })),
    rows: [headings, ...rows].map((row) => row.map(escaped)),
    cells,
    ...(dataValidations ? { dataValidations } : {}),
  }
}

/** Spreadsheets write what XML cannot hold as «_x000D_», and so what looks like that as well. */
function escaped(value: string | number | null): string | number | null {
  if (typeof value !== 'string') return value
  return value.replace(/_x(?=[0-9A-Fa-f]{4}_)|(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu, (found) =>
    found === '_x'
      ? '_x005F_x'
      : `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  )
}

function widthOf(heading: string, rows: WrittenTable['rows'], column: number): number {
  const lengths = rows.slice(0, SAMPLED).map((row) => String(row[column] ?? '').length)
  return Math.min(WIDEST, Math.max(NARROWEST, heading.length, ...lengths) + 2)
}
