import { texts } from '../texts.fa.ts'
import { SheetError } from './sheet-error.ts'

/** The column of a cell reference: 0 for A1, 26 for AA7. Throws a SheetError when it names none. */
export function columnOf(reference: string): number {
  let column = 0
  for (const letter of reference.toUpperCase().match(/^[A-Z]{1,3}/)?.[0] ?? '') {
    column = column * 26 + letter.charCodeAt(0) - 64
  }
  if (column === 0) throw new SheetError('broken_file', texts.brokenFile)
  return column - 1
}
