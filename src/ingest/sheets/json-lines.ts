import { z } from 'zod'
import { columnOfHeading, type ImportColumn, type ImportRow } from '../../facts/import-columns.ts'
import { texts } from '../texts.fa.ts'
import { cellOf } from './cell-values.ts'
import { isExample, type Sheet } from './sheet.ts'
import { SheetError } from './sheet-error.ts'

const LONGEST_LINE = 1_000_000
const MOST_UNKNOWN_KEYS = 100
const objectLine = z.record(z.string(), z.unknown())
const cell = z.union([z.string(), z.number(), z.null()])

/**
 * Reads one JSON object a line; keys are headings, Latin or Persian. Throws a SheetError when the
 * first object has none of them; later lines that are no objects throw while rows are read.
 */
export async function jsonLinesSheet(
  chunks: AsyncIterable<string>,
  required: readonly ImportColumn[],
): Promise<Sheet> {
  const unknownHeadings: string[] = []
  const rows = jsonRows(chunks, unknownHeadings)
  const first = await rows.next()
  if (first.done || Object.keys(first.value.cells).length === 0) {
    await rows.return(undefined)
    throw new SheetError('no_headings', texts.noHeadings(required))
  }
  return { rows: withFirst(first.value, rows), unknownHeadings }
}

async function* withFirst(
  first: ImportRow,
  rest: AsyncGenerator<ImportRow>,
): AsyncGenerator<ImportRow> {
  try {
    if (!isExample(first)) yield first
    for await (const row of rest) if (!isExample(row)) yield row
  } finally {
    await rest.return(undefined)
  }
}

async function* jsonRows(
  chunks: AsyncIterable<string>,
  unknown: string[],
): AsyncGenerator<ImportRow> {
  const columns = new Map<string, ImportColumn | null>()
  const columnOf = (heading: string): ImportColumn | null => {
    const known = columns.get(heading)
    if (known !== undefined) return known
    const column = columnOfHeading(heading)
    if (columns.size < MOST_UNKNOWN_KEYS) columns.set(heading, column)
    if (column === null && unknown.length < MOST_UNKNOWN_KEYS && !unknown.includes(heading)) {
      unknown.push(heading)
    }
    return column
  }
  let row = 0
  for await (const line of lines(chunks)) {
    row++
    if (line.trim() !== '') yield { row, cells: cellsOf(line, row, columnOf) }
  }
}

function cellsOf(
  line: string,
  row: number,
  columnOf: (heading: string) => ImportColumn | null,
): ImportRow['cells'] {
  const cells: Record<string, string | number | null> = {}
  const headings = new Map<ImportColumn, string>()
  for (const [heading, value] of Object.entries(parseLine(line, row))) {
    const column = columnOf(heading)
    if (column === null) continue
    const parsed = cell.safeParse(value)
    if (!parsed.success) throw new SheetError('broken_json', texts.jsonCell(row, column))
    const earlier = headings.get(column)
    if (earlier !== undefined) {
      const message = texts.duplicateHeading(column, [earlier, heading])
      throw new SheetError('duplicate_heading', message)
    }
    headings.set(column, heading)
    cells[column] = cellOf(parsed.data, column)
  }
  return cells
}

function parseLine(line: string, row: number): Record<string, unknown> {
  try {
    return objectLine.parse(JSON.parse(withLongNumbersAsText(line)))
  } catch (error) {
    throw new SheetError('broken_json', texts.brokenJson(row), { cause: error })
  }
}

/** JSON.parse rounds numbers of more than 15 digits in silence; as texts they are read, or refused, exactly. */
function withLongNumbersAsText(line: string): string {
  if (!/[\d.]{16}/.test(line)) return line
  // What is no JSON, such as a string without an end, is not searched: it may be made to take long.
  JSON.parse(line)
  return line.replace(/"(?:[^"\\]|\\.)*"|(?<![\d.])-?\d[\d.]{15,}(?![\d.eE])/g, (token) =>
    token.startsWith('"') ? token : `"${token}"`,
  )
}

async function* lines(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  let row = 1
  for await (const chunk of chunks) {
    const parts = (rest + chunk).split('\n')
    rest = parts.pop() ?? ''
    row += parts.length
    yield* parts
    if (rest.length > LONGEST_LINE) throw new SheetError('too_large', texts.rowTooLong(row))
  }
  if (rest !== '') yield rest
}
