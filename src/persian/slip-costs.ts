/**
 * What a slip of the hand or the ear costs, letter by letter. Costs follow the error shares of
 * FAspell (neighbouring key 33 %, extra letter 18 %, missing letter 13 %, homophone 8 %,
 * transposition 3.5 %).
 */
const HOMOPHONE = 0.4
const SAME_SHAPE = 0.6
const NEIGHBOUR = 0.6
export const TRANSPOSED = 0.7
export const DOUBLED = 0.5
export const OTHER = 1

/** Letters of one sound; no letter stands in two groups. */
export const HOMOPHONES: readonly string[] = ['زذضظ', 'سثص', 'تط', 'هح', 'قغ', 'اعآ']
/** The least that a slip between letters of unlike sound costs. */
export const LEAST_UNLIKE = Math.min(SAME_SHAPE, NEIGHBOUR)
/** Letters that differ by dots alone, and final consonants that sound nearly alike (راکد، راکت). */
const LOOK_OR_SOUND_ALIKE = ['بپتثن', 'جچحخ', 'دذ', 'رزژ', 'سش', 'صض', 'طظ', 'عغ', 'فق', 'کگ', 'تد']

/** Neighbours on the ISIRI 9147 keyboard. */
const NEIGHBOURS: Record<string, string> = {
  ض: 'شص',
  ص: 'ثسشض',
  ث: 'سصقی',
  ق: 'بثفی',
  ف: 'بغقل',
  غ: 'اعفل',
  ع: 'اتغه',
  ه: 'تخعن',
  خ: 'حمنه',
  ح: 'جخمک',
  ج: 'حچکگ',
  چ: 'جگ',
  ش: 'سصضظ',
  س: 'ثشصطظی',
  ی: 'بثزسطق',
  ب: 'رزفقلی',
  ل: 'ابذرغف',
  ا: 'تدذعغل',
  ت: 'ادعنهپ',
  ن: 'تخمهوپ',
  م: 'حخنوک',
  ک: 'جحمگ',
  گ: 'جچک',
  ظ: 'سشط',
  ط: 'زسظی',
  ز: 'برطی',
  ر: 'بذزل',
  ذ: 'ادرل',
  د: 'اتذپ',
  پ: 'تدنو',
  و: 'منپ',
}

/** All letters that some slip makes likelier than another, as numbers from 1. */
const LETTERS = [
  ...new Set([...HOMOPHONES, ...LOOK_OR_SOUND_ALIKE, ...Object.keys(NEIGHBOURS)].join('')),
]
const BLOCK = 0x600
const NUMBERS = new Uint8Array(0x100)
LETTERS.forEach((letter, index) => {
  NUMBERS[letter.charCodeAt(0) - BLOCK] = index + 1
})

/** The number of a letter for {@link SUBSTITUTIONS}; 0 for what is no letter of these. */
export function letterNumber(code: number): number {
  return (code & ~0xff) === BLOCK ? (NUMBERS[code & 0xff] as number) : 0
}

/** A power of two above the number of letters. */
export const LETTER_BITS = 6

/** `SUBSTITUTIONS[(a << LETTER_BITS) | b]`: one letter typed for another, unlike, one. */
export const SUBSTITUTIONS = new Float64Array(1 << (2 * LETTER_BITS)).fill(OTHER)
LETTERS.forEach((a, i) => {
  LETTERS.forEach((b, j) => {
    SUBSTITUTIONS[((i + 1) << LETTER_BITS) | (j + 1)] = costOf(a, b)
  })
})

function costOf(a: string, b: string): number {
  const inOne = (groups: readonly string[]) =>
    groups.some((group) => group.includes(a) && group.includes(b))
  if (inOne(HOMOPHONES)) return HOMOPHONE
  if (inOne(LOOK_OR_SOUND_ALIKE)) return SAME_SHAPE
  return NEIGHBOURS[a]?.includes(b) || NEIGHBOURS[b]?.includes(a) ? NEIGHBOUR : OTHER
}
