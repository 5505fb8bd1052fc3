import Big from 'big.js'
import type { CellValue } from './cell-values.ts'
import { attribute, elements } from './xml-scanning.ts'

/** What the number format of a cell makes of its number, for the eye of a reader. */
export type NumberFormat =
  | { readonly kind: 'number'; readonly thousandths: number }
  | { readonly kind: 'percent' }
  | { readonly kind: 'day' }

const PLAIN: NumberFormat = { kind: 'number', thousandths: 0 }
const MS_PER_DAY = 86_400_000
/** The serial number of 1970-01-01, of the two calendars that workbooks count in. */
const EPOCH_1900 = 25_569
const EPOCH_1904 = 24_107

/** The formats of a workbook's styles, by the number that cells name them with. */
export function numberFormats(styles: string): NumberFormat[] {
  const codes = new Map<number, string>()
  for (const format of elements(styles, 'numFmt')) {
    codes.set(Number(attribute(format, 'numFmtId')), attribute(format, 'formatCode') ?? '')
  }
  const [cellFormats] = elements(styles, 'cellXfs')
  return [...elements(cellFormats?.content ?? '', 'xf')].map((format) => {
    const id = Number(attribute(format, 'numFmtId') ?? 0)
    const code = codes.get(id)
    return code === undefined ? builtIn(id) : formatOf(code)
  })
}

/** The formats that workbooks do not spell out (ECMA-376, 18.8.30). */
function builtIn(id: number): NumberFormat {
  if (id === 9 || id === 10) return { kind: 'percent' }
  const day = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
  return day || (id >= 45 && id <= 47) ? { kind: 'day' } : PLAIN
}

/** Excel takes no longer code (255 letters); what is longer was made to be slow. */
const LONGEST_CODE = 255

export function formatOf(code: string): NumberFormat {
  if (code.length > LONGEST_CODE) return PLAIN
  const section = code.split(';')[0] ?? ''
  const bare = section.replace(/\[[^\]]*\]|"[^"]*"|\\.|[_*]./g, '')
  if (bare.includes('%')) return { kind: 'percent' }
  if (/[dmyhs]/i.test(bare) && !/general/i.test(bare)) return { kind: 'day' }
  // «0,» shows thousands. With words («0,"هزار"») the reader sees that, and the number is meant.
  const scaled = /[0#?](,+)(?![0#?,])/.exec(bare)
  const worded = /"[^"]*\p{L}[^"]*"/u.test(section)
  return scaled && !worded ? { kind: 'number', thousandths: scaled[1]?.length ?? 0 } : PLAIN
}

/** Excel keeps and shows 15 digits; what lies beyond in a fraction is noise of binary arithmetic. */
const EXCEL_DIGITS = 15

/** The number of a cell as its reader sees it, from its text in the file. */
export function numberOf(text: string, format: NumberFormat, from1904: boolean): CellValue {
  // Longer whole numbers would lose digits; as texts they are read, or refused, exactly.
  if (/^-?\d{16,}$/.test(text)) return text
  const exact = Number(text)
  if (text.trim() === '' || !Number.isFinite(exact)) return text
  const value = Number.isInteger(exact) ? exact : Number(exact.toPrecision(EXCEL_DIGITS))
  if (format.kind === 'day') {
    return new Date(Math.round((value - (from1904 ? EPOCH_1904 : EPOCH_1900)) * MS_PER_DAY))
  }
  if (format.kind === 'percent') return { percent: shifted(value, 2) }
  return format.thousandths === 0 ? value : shifted(value, -3 * format.thousandths)
}

const shifted = (value: number, power: number) => new Big(value).times(`1e${power}`).toNumber()
