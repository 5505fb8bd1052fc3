import Big from 'big.js'

/**
 * A number phrase is a falling row of parts: «۲ میلیارد و ۳۰۰ میلیون» is 2·10⁹ and 300·10⁶.
 * A scale word multiplies the sum of all parts at the end that are smaller than itself,
 * so «هزار و ۲۰۰ میلیارد» is 1200·10⁹ and not 1000 + 200·10⁹.
 */
export interface Part {
  readonly value: Big
  /** The power of ten that was said in words: 6 for «۱۲٫۵ میلیون». */
  readonly power: number
  /** Decimals of `value` ÷ 10^`power`, as written. */
  readonly decimals: number
  /** A part that follows must be smaller than this. */
  readonly room: number
  readonly written: 'digits' | 'words'
}

export type Parts = readonly Part[]

/** Exact for any power; `pow` of big.js rounds negative ones. */
export function powerOfTen(power: number): Big {
  return new Big(`1e${power}`)
}

export function sum(parts: Parts): Big {
  return parts.reduce((total, part) => total.plus(part.value), new Big(0))
}

/** Adds a part, or gives null when it cannot belong to the same number («۲۵ و ۳۷»). */
export function addPart(parts: Parts, part: Part, afterAnd: boolean): Parts | null {
  const last = parts.at(-1)
  if (last === undefined) return [part]
  if (!part.value.lt(last.room)) return null
  if (part.written === 'digits') {
    const scaled = last.power > 0
    // «صد و ۲۰» is one number, «بیست و ۵» a list; «۱۲ هزار ۵۰۰» one even without «و».
    const fits = afterAnd ? scaled || last.room >= 100 : scaled && part.value.gte(100)
    if (!fits) return null
  }
  return [...parts, part]
}

/** Applies a scale word, or gives null when it cannot belong («۲ هزار و ۵۰۰ هزار»). */
export function applyScale(parts: Parts, power: number, afterAnd: boolean): Parts | null {
  const scale = powerOfTen(power)
  const room = 10 ** power
  const alone: Part = { value: scale, power, decimals: 0, room, written: 'words' }
  if (parts.length === 0) return [alone]
  if (afterAnd) return addPart(parts, alone, true)
  let from = parts.length
  while (from > 0 && (parts[from - 1] as Part).value.lt(scale)) from--
  const multiplied = parts.slice(from)
  const last = multiplied.at(-1)
  if (last === undefined) return null
  const value = sum(multiplied).times(scale)
  const before = parts[from - 1]
  if (before !== undefined && !value.lt(before.room)) return null
  const decimals = Math.max(last.decimals, decimalsOf(value, last.power + power))
  const part: Part = { value, power: last.power + power, decimals, room, written: last.written }
  return [...parts.slice(0, from), part]
}

/** «سه صد» for «سیصد»: some write the hundreds apart. */
export function applyHundred(parts: Parts): Parts | null {
  const last = parts.at(-1)
  if (last === undefined || last.written === 'digits' || last.power > 0) return null
  if (!last.value.lt(10) || last.value.lt(1) || last.decimals > 0) return null
  const part = { ...last, value: last.value.times(100), room: 100 }
  return addPart(parts.slice(0, -1), part, true)
}

/** How many decimals `value` ÷ 10^`power` has. */
export function decimalsOf(value: Big, power: number): number {
  const scaled = value.times(powerOfTen(-power)).toFixed()
  const point = scaled.indexOf('.')
  return point === -1 ? 0 : scaled.length - point - 1
}

export interface Written {
  /** Integer digits with an optional minus sign. */
  readonly digits: string
  readonly decimals: number
  readonly power: number
}

/** The number as it was quoted: digits, decimals and the power of ten that stood in words. */
export function writtenAs(value: Big, power: number, decimals: number): Written {
  const kept = Math.max(decimals, decimalsOf(value, power))
  return { digits: value.times(powerOfTen(kept - power)).toFixed(0), decimals: kept, power }
}
