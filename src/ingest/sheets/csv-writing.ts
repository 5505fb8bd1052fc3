import { guarded } from './formula-guard.ts'
import { withClearDecimals } from './written-values.ts'

/** Excel takes a CSV for UTF-8 only when it begins with this. */
export const BYTE_ORDER_MARK = '\ufeff'

/** One row of CSV, with its line end. Texts that a spreadsheet program would run are kept from it. */
export function csvLine(values: readonly (string | number | null)[]): string {
  const cells = values.map((value) => {
    if (value === null) return ''
    return typeof value === 'number' ? String(value) : quoted(guarded(withClearDecimals(value)))
  })
  // A row of one empty cell would be no row at all.
  return `${cells.length === 1 && cells[0] === '' ? '""' : cells.join(',')}\r\n`
}

const quoted = (text: string) =>
  /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
