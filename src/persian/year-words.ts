/** Small numbers, ordinals and years in words: «نه», «بیست و سوم», «هزار و چهارصد و سه». */

const UNITS = ['', 'یک', 'دو', 'سه', 'چهار', 'پنج', 'شش', 'هفت', 'هشت', 'نه']
const TEENS = [
  'ده',
  'یازده',
  'دوازده',
  'سیزده',
  'چهارده',
  'پانزده',
  'شانزده',
  'هفده',
  'هجده',
  'نوزده',
]
const TENS = ['', '', 'بیست', 'سی', 'چهل', 'پنجاه', 'شصت', 'هفتاد', 'هشتاد', 'نود']
const HUNDREDS = ['', 'صد', 'دویست', 'سیصد', 'چهارصد', 'پانصد', 'ششصد', 'هفتصد', 'هشتصد', 'نهصد']

const CARDINALS = new Map<string, number>([
  ...UNITS.map((word, n): [string, number] => [word, n]),
  ...TEENS.map((word, n): [string, number] => [word, n + 10]),
  ...TENS.map((word, n): [string, number] => [word, n * 10]),
  ...HUNDREDS.map((word, n): [string, number] => [word, n * 100]),
  ['هزار', 1000],
  ['یه', 1],
  ['شیش', 6],
  ['هیجده', 18],
  ['هژده', 18],
  ['پونزده', 15],
  ['شونزده', 16],
  ['هفتصد', 700],
])
CARDINALS.delete('')

const ORDINALS = new Map<string, number>(
  [...CARDINALS].filter(([, n]) => n < 100).map(([word, n]) => [`${word}م`, n]),
)
ORDINALS.set('سوم', 3)
ORDINALS.set('سیم', 30)

export interface NumberReading {
  readonly value: number
  /** How many words it takes. */
  readonly length: number
  readonly ordinal: boolean
}

/**
 * Reads the number that begins at `at` in a list of folded words, up to 9999; null when none
 * does. Greater powers fall with each step, so «مرداد و شهریور» or «سه و پنج» are not joined.
 */
export function readNumberWords(words: readonly string[], at: number): NumberReading | null {
  let value = 0
  let ceiling = 10_000
  let next = at
  let end = at
  while (next < words.length && ceiling > 1) {
    const step = readStep(words, next, ceiling)
    if (step === null) break
    value = step.value === 1000 ? Math.max(value, 1) * 1000 : value + step.value
    ceiling = step.ceiling
    next += step.length
    end = next
    if (step.ordinal) return { value, length: end - at, ordinal: true }
    if (/^ا?م$/.test(words[next] ?? '') && value < 100) {
      return { value, length: end + 1 - at, ordinal: true }
    }
    const isThousand = words[next] === 'هزار' && value < 10
    if (words[next] === 'و') next++
    else if (!isThousand && ceiling <= 100) break
    if (isThousand) ceiling = 1001
  }
  return end > at ? { value, length: end - at, ordinal: false } : null
}

function readStep(words: readonly string[], at: number, ceiling: number) {
  const word = words[at] ?? ''
  const ordinal = ORDINALS.get(word)
  const value = ordinal ?? CARDINALS.get(word)
  if (value === undefined || value >= ceiling) return null
  // «چهار صد» is written apart as often as together.
  if (value > 1 && value < 10 && words[at + 1] === 'صد' && ceiling > 900) {
    return { value: value * 100, ceiling: 100, length: 2, ordinal: false }
  }
  return { value, ceiling: nextCeiling(value), length: 1, ordinal: ordinal !== undefined }
}

function nextCeiling(value: number): number {
  if (value >= 1000) return 1000
  if (value >= 100) return 100
  return value >= 20 ? 10 : 1
}

const GLUED_PARTS = [...CARDINALS.keys()].sort((a, b) => b.length - a.length)

/** Splits «هزاروسیصدونودوهشت» into its words; null when it is not wholly a number. */
export function splitGluedNumber(word: string): string[] | null {
  if (word.length < 5 || !word.includes('و')) return null
  const parts: string[] = []
  let rest = word
  while (rest !== '') {
    const part = GLUED_PARTS.find((candidate) => rest.startsWith(candidate))
    if (part === undefined) return null
    parts.push(part)
    rest = rest.slice(part.length)
    if (rest === '') break
    if (rest.startsWith('و')) {
      parts.push('و')
      rest = rest.slice(1)
      if (rest === '') return null
    }
  }
  return parts.length > 1 ? parts : null
}
