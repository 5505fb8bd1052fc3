/**
 * Repairs text typed with the keyboard in the wrong layout, both ways.
 * Layouts: ISIRI 9147 (Debian xkb-data, symbols/ir "pes"); «پ» also stands on other keys.
 */
const LATIN_TO_PERSIAN: Record<string, string> = {
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
  '\\': 'ژ',
  '`': 'پ',
  C: 'ژ',
  H: 'آ',
  G: 'ا',
  N: '',
  M: '',
  B: '\u200c',
  '?': '؟',
}

const PERSIAN_TO_LATIN: Record<string, string> = {
  ...Object.fromEntries(
    Object.entries(LATIN_TO_PERSIAN)
      .filter(([latin, persian]) => /^[a-z]$/.test(latin) && persian !== '')
      .map(([latin, persian]) => [persian, latin]),
  ),
  // The legacy Windows layout has «ئ» where ISIRI has «پ».
  ئ: 'm',
  آ: 'H',
}

/** «rl hlshg» → «قم امسال»: what Latin keys give on a Persian keyboard. */
export function latinKeysToPersian(text: string): string {
  return replaceEach(
    text,
    (character) =>
      LATIN_TO_PERSIAN[character] ?? LATIN_TO_PERSIAN[character.toLowerCase()] ?? character,
  )
}

/** «ضخئ» → «qom»: what Persian keys give on a Latin keyboard. */
export function persianKeysToLatin(text: string): string {
  return replaceEach(text, (character) => PERSIAN_TO_LATIN[character] ?? character)
}

function replaceEach(text: string, replacement: (character: string) => string): string {
  return [...text].map(replacement).join('')
}
