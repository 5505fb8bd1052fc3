import { texts } from '../texts.fa.ts'
import { columnOf } from './cell-references.ts'
import type { CellValue } from './cell-values.ts'
import { type Region, regionsOf } from './merged-cells.ts'
import { numberOf } from './number-formats.ts'
import type { TableRow } from './sheet.ts'
import { SheetError } from './sheet-error.ts'
import type { Workbook } from './workbook-parts.ts'
import {
  attribute,
  decodeEntities,
  decodeEscapes,
  elements,
  streamedElements,
  textOf,
  type XmlElement,
} from './xml-scanning.ts'

const LONGEST_ROW = 4_000_000
const MOST_ROWS = 1_048_576
/** Figures stand in a few columns; cells far to the side are left out and never make a row wide. */
const MOST_COLUMNS = 1000

/**
 * The rows of a worksheet: values as they were last computed (no formula is run), days and shares
 * by their format, and merged cells with the value of their first cell.
 */
export async function* worksheetTable(
  text: () => AsyncGenerator<string>,
  workbook: Workbook,
): AsyncGenerator<TableRow> {
  const regions = await regionsOf(text(), MOST_COLUMNS)
  let open: { readonly region: Region; readonly value: CellValue }[] = []
  let row = 0
  for await (const element of streamedElements(text(), 'row', LONGEST_ROW)) {
    row = Number(attribute(element, 'r') ?? row + 1)
    if (!(row >= 1 && row <= MOST_ROWS)) throw new SheetError('broken_file', texts.brokenFile)
    const values = valuesOf(element, workbook)
    open = open.filter(({ region }) => region.lastRow >= row)
    for (const region of regions.get(row) ?? []) {
      open.push({ region, value: values[region.firstColumn] ?? null })
    }
    yield open.length === 0 ? { row, values } : { row, ...merged(values, open, row) }
  }
}

function merged(
  values: CellValue[],
  open: readonly { readonly region: Region; readonly value: CellValue }[],
  row: number,
): { values: CellValue[]; covered: Set<number> } {
  const covered = new Set<number>()
  for (const { region, value } of open) {
    if (row < region.firstRow) continue
    for (let column = region.firstColumn; column <= region.lastColumn; column++) {
      values[column] = value
      if (column > region.firstColumn) covered.add(column)
    }
  }
  return { values: Array.from(values, (value) => value ?? null), covered }
}

function valuesOf({ content }: XmlElement, workbook: Workbook): CellValue[] {
  const values: CellValue[] = []
  let column = -1
  for (const cell of elements(content ?? '', 'c')) {
    const reference = attribute(cell, 'r')
    column = reference === null ? column + 1 : columnOf(reference)
    if (column >= MOST_COLUMNS) continue
    while (values.length < column) values.push(null)
    values[column] = cell.content === null ? null : cellValue(cell, cell.content, workbook)
  }
  return values
}

function cellValue(cell: XmlElement, content: string, workbook: Workbook): CellValue {
  const type = attribute(cell, 't') ?? 'n'
  if (type === 'inlineStr') return textOf(content)
  const [element] = elements(content, 'v')
  const text = decodeEntities(element?.content ?? '')
  if (text === '') return null
  if (type === 's') return workbook.sharedStrings[Number(text)] ?? null
  if (type === 'b') return text === '1' || text === 'true'
  if (type === 'd') return new Date(text.slice(0, 10))
  if (type !== 'n') return decodeEscapes(text)
  const format = workbook.formats[Number(attribute(cell, 's') ?? 0)]
  return numberOf(text, format ?? { kind: 'number', thousandths: 0 }, workbook.from1904)
}
