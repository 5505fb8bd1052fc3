/** When two names, periods or quantities of an answer and of an expectation say the same. */

/** Letters, half-spaces and the words «استان», «شهرستان», «کل» made equal. */
export function sameName(given: string, expected: string): boolean {
  return bareName(given) === bareName(expected)
}

export function bareName(name: string): string {
  const bare = name
    .normalize('NFKC')
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .replace(/[أآ]/gu, 'ا')
    .replace(/[\u200c\s]+/gu, ' ')
    .trim()
    .replace(/^(استان|شهرستان) /u, '')
    .replaceAll(' ', '')
  return ['کلکشور', 'کشور', 'ایران'].includes(bare) ? 'کلکشور' : bare
}

/** First and last month since the year 0 of a period; null for another notation. */
function monthsOf(period: string): readonly [number, number] | null {
  const [, year, half, quarter, month] =
    /^(\d{4})(?:-(?:H([12])|Q([1-4])|(\d{2})))?$/u.exec(period) ?? []
  if (year === undefined) return null
  const start = Number(year) * 12
  if (half !== undefined) return [start + (Number(half) - 1) * 6, start + Number(half) * 6 - 1]
  if (quarter !== undefined) {
    return [start + (Number(quarter) - 1) * 3, start + Number(quarter) * 3 - 1]
  }
  if (month !== undefined) return [start + Number(month) - 1, start + Number(month) - 1]
  return [start, start + 11]
}

function spanOf(period: string): string {
  const [from = '', to = from] = period.split('/')
  if (from === '..') return `../${monthsOf(to)?.[1] ?? to}`
  const first = monthsOf(from)
  const last = monthsOf(to)
  return first === null || last === null ? period : `${first[0]}/${last[1]}`
}

/** `1403-H1` is `1403-01/1403-06`. */
export function samePeriod(given: string, expected: string): boolean {
  return spanOf(given) === spanOf(expected)
}

const SCALES: Record<string, number> = {
  هزار: 1e3,
  میلیون: 1e6,
  میلیارد: 1e9,
  هزارم: 1e-3,
}

/** Units of one dimension, with what one of them is worth. */
const UNITS: Record<string, readonly [string, number]> = {
  تن: ['mass', 1000],
  کیلوگرم: ['mass', 1],
  گرم: ['mass', 0.001],
  ریال: ['money', 1],
  تومان: ['money', 10],
  همت: ['money', 1e13],
  مگاوات: ['power', 1000],
  کیلووات: ['power', 1],
  وات: ['power', 0.001],
  گیگاوات: ['power', 1e6],
  گیگاواتساعت: ['energy', 1e6],
  مگاواتساعت: ['energy', 1e3],
  کیلوواتساعت: ['energy', 1],
  هکتار: ['area', 10000],
  مترمربع: ['area', 1],
  نفر: ['people', 1],
  شغل: ['people', 1],
  فرصتشغلی: ['people', 1],
}

/**
 * The value in the smallest unit of its dimension, with the dimension; an unknown unit is a
 * dimension of its own.
 */
export function inBaseUnit(value: number, unit: string): { value: number; dimension: string } {
  const words = unit.replace(/\u200c/gu, ' ').split(/\s+/u)
  let scale = 1
  while (words.length > 1) {
    const factor = SCALES[words[0] ?? '']
    if (factor === undefined) break
    scale *= factor
    words.shift()
  }
  const name = bareName(words.join(' '))
  const [dimension, worth] = UNITS[name] ?? [name, 1]
  return { value: value * scale * worth, dimension }
}

/** Equal as stored; `loosely`, equal as a reader of a rounded figure would say. */
export function sameValue(given: number, expected: number, loosely: boolean): boolean {
  const distance = Math.abs(given - expected)
  if (distance <= Math.abs(expected) * 1e-9) return true
  return loosely && (distance <= 0.051 || distance <= Math.abs(expected) * 0.001)
}
