import {
  columnOfHeading,
  type ImportColumn,
  type ImportRow,
  REQUIRED_COLUMNS,
} from '../../facts/import-columns.ts'
import { texts } from '../texts.fa.ts'
import { type CellValue, cellOf } from './cell-values.ts'
import { SheetError } from './sheet-error.ts'

/** A file that was recognised as a table of figures. */
export interface Sheet {
  /** Streamed: to be read once, and to the end, or left by `break`. May throw a SheetError. */
  readonly rows: AsyncIterable<ImportRow>
  /** Headings that name no column of an import; of JSONL, those met so far. */
  readonly unknownHeadings: readonly string[]
}

/** A row of a file before its columns are known. */
export interface TableRow {
  /** Its number in the file, from 1, as a spreadsheet program shows it. */
  readonly row: number
  readonly values: readonly CellValue[]
  /** Columns that only repeat the merged cell to their side: no headings of their own. */
  readonly covered?: ReadonlySet<number>
}

/** A title, a date and empty rows may stand above the headings, but not more than this. */
const ROWS_ABOVE_HEADINGS = 50
const MOST_UNKNOWN_HEADINGS = 100

/** The example rows of a template are never read as figures. */
export const isExample = ({ cells }: ImportRow): boolean => cells.note === texts.exampleNote

/**
 * Finds the headings of a table and gives the rows below them by column. Throws a SheetError when
 * no row has them, a required one is missing, or two columns mean the same.
 */
export async function sheetOf(table: AsyncIterable<TableRow>): Promise<Sheet> {
  const rows = table[Symbol.asyncIterator]()
  let nearest: Headings | null = null
  try {
    for (let seen = 0; seen < ROWS_ABOVE_HEADINGS; seen++) {
      const next = await rows.next()
      if (next.done) break
      const headings = headingsOf(next.value)
      if (headings.missing.length === 0) {
        refuseDuplicates(headings)
        return { rows: rowsBelow(rows, headings), unknownHeadings: headings.unknown }
      }
      if (headings.columns.length > (nearest?.columns.length ?? 1)) nearest = headings
    }
    if (nearest) {
      const message = texts.missingColumns(nearest.row, nearest.missing)
      throw new SheetError('missing_columns', message)
    }
    throw new SheetError('no_headings', texts.noHeadings(REQUIRED_COLUMNS))
  } catch (error) {
    await rows.return?.()
    throw error
  }
}

interface Headings {
  readonly row: number
  readonly columns: readonly { at: number; column: ImportColumn; heading: string }[]
  readonly missing: readonly ImportColumn[]
  readonly unknown: readonly string[]
}

/** How a row would do as the headings. */
export function headingsOf({ row, values, covered }: TableRow): Headings {
  const columns: { at: number; column: ImportColumn; heading: string }[] = []
  const unknown: string[] = []
  for (const [at, value] of values.entries()) {
    if (typeof value !== 'string' || covered?.has(at)) continue
    const heading = value.trim()
    const column = columnOfHeading(heading)
    if (column !== null) columns.push({ at, column, heading })
    else if (heading !== '' && unknown.length < MOST_UNKNOWN_HEADINGS) unknown.push(heading)
  }
  const found = new Set(columns.map(({ column }) => column))
  return { row, columns, missing: REQUIRED_COLUMNS.filter((name) => !found.has(name)), unknown }
}

function refuseDuplicates({ columns }: Headings): void {
  for (const { column } of columns) {
    const same = columns.filter((other) => other.column === column)
    if (same.length === 1) continue
    const headings = same.map(({ heading }) => heading)
    throw new SheetError('duplicate_heading', texts.duplicateHeading(column, headings))
  }
}

async function* rowsBelow(
  rows: AsyncIterator<TableRow>,
  { columns }: Headings,
): AsyncGenerator<ImportRow> {
  try {
    for (let next = await rows.next(); !next.done; next = await rows.next()) {
      const { row, values } = next.value
      const cells: Record<string, string | number> = {}
      let filled = false
      for (const { at, column } of columns) {
        const cell = cellOf(values[at] ?? null, column)
        if (cell === null) continue
        cells[column] = cell
        filled ||= typeof cell === 'number' || cell.trim() !== ''
      }
      if (filled && !isExample({ row, cells })) yield { row, cells }
    }
  } finally {
    await rows.return?.()
  }
}
