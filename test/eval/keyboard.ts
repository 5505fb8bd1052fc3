/**
 * The Persian keyboard of ISIRI 9147 as fingers know it: which letter stands on which Latin key,
 * which keys touch, and which letters sound alike.
 */

const KEYS = {
  q: 'ض',
  w: 'ص',
  e: 'ث',
  r: 'ق',
  t: 'ف',
  y: 'غ',
  u: 'ع',
  i: 'ه',
  o: 'خ',
  p: 'ح',
  '[': 'ج',
  ']': 'چ',
  a: 'ش',
  s: 'س',
  d: 'ی',
  f: 'ب',
  g: 'ل',
  h: 'ا',
  j: 'ت',
  k: 'ن',
  l: 'م',
  ';': 'ک',
  "'": 'گ',
  z: 'ظ',
  x: 'ط',
  c: 'ز',
  v: 'ر',
  b: 'ذ',
  n: 'د',
  m: 'پ',
  ',': 'و',
  A: 'ؤ',
  S: 'ئ',
  G: 'أ',
  H: 'آ',
  C: 'ژ',
  B: '\u200c',
  M: 'ء',
  '?': '؟',
} as const

export const PERSIAN_OF_KEY: ReadonlyMap<string, string> = new Map(Object.entries(KEYS))
export const KEY_OF_PERSIAN: ReadonlyMap<string, string> = new Map(
  Object.entries(KEYS).map(([key, letter]) => [letter, key]),
)

const ROWS = ['ضصثقفغعهخحجچ', 'شسیبلاتنمکگ', 'ظطزرذدپو']

/** The letters whose keys touch the key of `letter`: beside it, or in the row above or below. */
export function neighboursOf(letter: string): string[] {
  const row = ROWS.findIndex((letters) => letters.includes(letter))
  if (row === -1) return []
  const column = (ROWS[row] ?? '').indexOf(letter)
  const places: [number, number][] = [
    [row, column - 1],
    [row, column + 1],
    [row - 1, column],
    [row - 1, column + 1],
    [row + 1, column],
    [row + 1, column - 1],
  ]
  return places.flatMap(([atRow, atColumn]) => ROWS[atRow]?.[atColumn] ?? [])
}

const SOUND_ALIKE = ['زذضظ', 'سثص', 'تط', 'هح', 'قغ', 'اعآ']

export function homophonesOf(letter: string): string[] {
  return SOUND_ALIKE.filter((group) => group.includes(letter))
    .flatMap((group) => [...group])
    .filter((other) => other !== letter)
}

export const PERSIAN_LETTERS = [...ROWS.join('')]
