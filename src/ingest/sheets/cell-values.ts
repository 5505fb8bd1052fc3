import type { ImportColumn } from '../../facts/import-columns.ts'
import { isIsoDay, jalaliOf } from '../../persian/calendar.ts'

/** What a cell of a file holds: days are Date at midnight UTC, shares are numbers shown as percent. */
export type CellValue = string | number | boolean | Date | Percent | null

/** A number that its cell shows as percent: 0.37 is seen as «37%», and means it. */
export interface Percent {
  readonly percent: number
}

/** A cell as an import reads it; null when empty. */
export function cellOf(value: CellValue, column: ImportColumn): string | number | null {
  if (value === null || value === '') return null
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return numberCell(value)
  if (value instanceof Date) return dayOf(value, column)
  return `${clearDecimals(String(numberCell(value.percent)))}%`
}

/** Numbers are passed on as numbers; those that would be written with an exponent, written out. */
function numberCell(value: number): string | number {
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return BigInt(value).toString()
  const text = String(value)
  return text.includes('e') ? withoutExponent(text) : value
}

/** In a text three decimals would be taken for thousands («7.547»). */
const clearDecimals = (text: string) => (/\.\d{3}$/.test(text) ? text.replace('.', '٫') : text)

function withoutExponent(text: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text)
  if (!match) return text
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${whole}${fraction}`
}

/** Periods are Jalali wherever they come from; other days stay as they are. */
function dayOf(value: Date, column: ImportColumn): string {
  if (Number.isNaN(value.getTime())) return String(value)
  const day = value.toISOString().slice(0, 10)
  if (!isIsoDay(day)) return String(value)
  if (column !== 'period') return day
  const { year, month, day: dayOfMonth } = jalaliOf(day)
  return [year, month, dayOfMonth].map((part) => String(part).padStart(2, '0')).join('-')
}
