import { REQUIRED_COLUMNS } from '../../facts/import-columns.ts'
import { texts } from '../texts.fa.ts'
import { type Sheet, sheetOf } from './sheet.ts'
import { SheetError } from './sheet-error.ts'
import { openWorkbook } from './workbook-parts.ts'
import { worksheetTable } from './worksheet-table.ts'

/** The first sheet of a workbook, hidden ones aside, that has the headings of an import. */
export async function workbookSheet(bytes: Uint8Array): Promise<Sheet> {
  const workbook = await openWorkbook(bytes)
  let nearest = new SheetError('no_headings', texts.noHeadings(REQUIRED_COLUMNS))
  for (const text of workbook.sheets) {
    try {
      return await sheetOf(worksheetTable(text, workbook))
    } catch (error) {
      if (!(error instanceof SheetError)) throw error
      if (error.code === 'missing_columns' && nearest.code === 'no_headings') nearest = error
      else if (error.code !== 'no_headings' && error.code !== 'missing_columns') throw error
    }
  }
  throw nearest
}
