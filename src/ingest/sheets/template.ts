import {
  IMPORT_COLUMNS,
  type ImportColumn,
  PERSIAN_HEADINGS,
  REQUIRED_COLUMNS,
} from '../../facts/import-columns.ts'
import { texts } from '../texts.fa.ts'
import { sheetBytes } from './write-sheet.ts'
import { workbookBytes } from './xlsx-writing.ts'

const ROWS_WITH_CHOICES = 1000
const CHOICES: Partial<Record<ImportColumn, readonly string[]>> = texts.choices

/**
 * An empty sheet to fill in: headings, two examples that an import passes over, and in a workbook
 * the words to choose from and a second tab that explains each column.
 */
export async function template(kind: 'xlsx' | 'csv'): Promise<Uint8Array> {
  const headings = IMPORT_COLUMNS.map((column) => PERSIAN_HEADINGS[column])
  const rows = texts.examples.map((example) => {
    const cells: Partial<Record<string, string | number>> = { ...example, note: texts.exampleNote }
    return IMPORT_COLUMNS.map((column) => cells[column] ?? null)
  })
  if (kind === 'csv') return sheetBytes('csv', headings, rows)
  return workbookBytes([
    { name: texts.figuresTab, headings, rows, dataValidations: choices() },
    { name: texts.guide.tab, headings: texts.guide.headings, rows: guideRows() },
  ])
}

function choices() {
  return IMPORT_COLUMNS.flatMap((name, column) => {
    const words = CHOICES[name]
    if (!words) return []
    const letter = String.fromCharCode(65 + column)
    const range = `${letter}2:${letter}${ROWS_WITH_CHOICES}`
    return [{ type: 'list' as const, values: [...words], range, allowBlank: true }]
  })
}

function guideRows(): string[][] {
  return IMPORT_COLUMNS.map((column) => [
    PERSIAN_HEADINGS[column],
    column,
    REQUIRED_COLUMNS.includes(column) ? texts.guide.required : texts.guide.optional,
    texts.guide.columns[column],
  ])
}
