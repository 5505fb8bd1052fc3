/**
 * One spelling for the many that people and keyboards produce.
 *
 * `fold` keeps a text readable (words, half-spaces, punctuation) and knows where each of its
 * characters came from; `key` goes further and makes spellings of one word equal.
 */

export interface Folded {
  readonly text: string
  /** For each UTF-16 unit of `text` the offset in the original text that it came from. */
  readonly offsets: readonly number[]
}

const HALF_SPACE = '\u200c'

/** Letters that other keyboards, old encodings and Arabic orthography write differently. */
const LETTERS: Record<string, string> = {
  ي: 'ی',
  ى: 'ی',
  ې: 'ی',
  ۍ: 'ی',
  ے: 'ی',
  ئ: 'ی',
  ك: 'ک',
  ڪ: 'ک',
  ة: 'ه',
  ۀ: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ۃ: 'ه',
  أ: 'ا',
  إ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
  ۆ: 'و',
  '؟': '?',
  '؛': ';',
  '٪': '%',
  '“': '«',
  '”': '»',
  '–': '-',
  '—': '-',
  '−': '-',
  '⁄': '/',
  ـ: '',
}

/** Marks above and below letters, and direction marks that nobody sees. */
const INVISIBLE =
  /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u061c\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe0e\ufe0f]/u
/** What stands for a half-space: ZWNJ itself, ZWSP, «¬» of old Word files, soft hyphen. */
const HALF_SPACES = /[\u200b\u200c\u00ac\u00ad]/u
const SPACE = /\s/u
const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Cs}|\p{Co}|\p{Cc}/u
const MADDA = '\u0653'

function foldCharacter(character: string): string {
  let folded = ''
  for (const part of character.normalize('NFKC')) {
    if (part === 'ء' || INVISIBLE.test(part)) continue
    const digit = digitValue(part)
    if (digit !== null) folded += digit
    else if (HALF_SPACES.test(part)) folded += HALF_SPACE
    else if (SPACE.test(part) || (PICTURE.test(part) && !/[0-9#*©®]/.test(part))) folded += ' '
    else folded += LETTERS[part] ?? part.toLowerCase()
  }
  return folded
}

function digitValue(character: string): string | null {
  const code = character.charCodeAt(0)
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660)
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0)
  return null
}

/** Numbers that are no digits: raised and circled ones, fractions. What they mean depends on what is before. */
const OTHER_NUMBER = /\p{No}/u
/** The decimals of those that end. A third stays what it is, and what it stands by is no number. */
const FRACTIONS: Record<string, string> = {
  '½': '5',
  '¼': '25',
  '¾': '75',
  '⅕': '2',
  '⅖': '4',
  '⅗': '6',
  '⅘': '8',
  '⅛': '125',
  '⅜': '375',
  '⅝': '625',
  '⅞': '875',
  '⅒': '1',
}

/** «۳½» is 3.5 and «m²» is m2; but «۳۷²» is neither 372 nor, surely, 37. */
function foldOtherNumber(character: string, before: string): string {
  const decimals = FRACTIONS[character]
  if (decimals !== undefined) return `${/[0-9]/.test(before) ? '' : '0'}.${decimals}`
  return /[a-z]/.test(before) ? foldOnce(character) : character
}

/** Texts repeat the same few hundred characters; folding each of them once is enough. */
const foldedCharacters = new Map<string, string>()

function foldOnce(character: string): string {
  let folded = foldedCharacters.get(character)
  if (folded === undefined) {
    folded = foldCharacter(character)
    if (foldedCharacters.size < 5000) foldedCharacters.set(character, folded)
  }
  return folded
}

const LETTER = /\p{L}/u

/**
 * Folds letters, digits, spaces and case, and drops what cannot be seen. Idempotent.
 * A letter typed three times or more («خیلییییی») counts once; digits are never touched.
 */
export function foldWithOffsets(original: string): Folded {
  if (isFolded(original)) return { text: original, offsets: Array.from(original, IN_PLACE) }
  const units: string[] = []
  const offsets: number[] = []
  let at = 0
  for (const character of original) {
    if (character === MADDA && units.at(-1) === 'ا') units[units.length - 1] = 'آ'
    const folded = OTHER_NUMBER.test(character)
      ? foldOtherNumber(character, units.at(-1) ?? '')
      : foldOnce(character)
    for (const unit of folded) push(units, offsets, unit, at)
    at += character.length
  }
  trimEnd(units, offsets)
  return dropRepeats(units, offsets)
}

/** Appends, keeping at most one space or half-space in a row; a space wins over a half-space. */
function push(units: string[], offsets: number[], unit: string, at: number): void {
  const last = units.at(-1)
  const blank = unit === ' ' || unit === HALF_SPACE
  if (blank && last === undefined) return
  if (blank && last === ' ') return
  if (blank && last === HALF_SPACE) {
    units[units.length - 1] = unit
    return
  }
  for (const half of unit.split('')) {
    units.push(half)
    offsets.push(at)
  }
}

function trimEnd(units: string[], offsets: number[]): void {
  while (units.at(-1) === ' ' || units.at(-1) === HALF_SPACE) {
    units.pop()
    offsets.pop()
  }
}

function dropRepeats(units: string[], offsets: number[]): Folded {
  const text: string[] = []
  const kept: number[] = []
  for (let start = 0; start < units.length; ) {
    let end = start + 1
    while (end < units.length && units[end] === units[start]) end++
    const unit = units[start] as string
    const count = end - start >= 3 && LETTER.test(unit) ? 1 : end - start
    for (let i = 0; i < count; i++) {
      text.push(unit)
      kept.push(offsets[start + i] as number)
    }
    start = end
  }
  return { text: text.join(''), offsets: kept }
}

/** {@link foldWithOffsets} without the offsets. */
export function fold(text: string): string {
  return isFolded(text) ? text : foldWithOffsets(text).text
}

const IN_PLACE = (_: string, at: number) => at
const HIGHEST = 0x6ff
const CHANGED = 0
const KEPT = 1
const BLANK = 2

/** What folding does to each character up to the end of the Arabic block. */
const EFFECTS = Uint8Array.from({ length: HIGHEST + 1 }, (_, code) => {
  const character = String.fromCharCode(code)
  if (character === ' ') return BLANK
  if (OTHER_NUMBER.test(character)) return CHANGED
  return foldCharacter(character) === character ? KEPT : CHANGED
})

/**
 * Whether folding surely changes nothing. Nearly all texts that are folded have been folded before
 * or are clean, and seeing so costs a hundredth of folding them.
 */
function isFolded(text: string): boolean {
  let before = 0x20
  let repeats = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const effect = code === 0x200c ? BLANK : code > HIGHEST ? CHANGED : EFFECTS[code]
    if (effect === CHANGED) return false
    if (effect === BLANK && (before === 0x20 || before === 0x200c)) return false
    repeats = code === before ? repeats + 1 : 0
    if (repeats === 2) return false
    before = code
  }
  return text === '' || (before !== 0x20 && before !== 0x200c)
}

/**
 * Texts repeat their words: the keys of short ones are kept, as many as a large text has. V8 keeps
 * the whole text for a longer piece of it.
 */
const keysOfWords = new Map<string, string>()
const LONGEST_KEPT = 12
const MOST_KEPT = 20_000

/**
 * Folded further, so that spellings of one word are equal: no spaces, no half-spaces, آ as ا.
 * Idempotent.
 */
export function key(text: string): string {
  if (isFolded(text) && !JOINABLE.test(text)) return text
  if (text.length > LONGEST_KEPT) return makeKey(text)
  let made = keysOfWords.get(text)
  if (made === undefined) {
    made = makeKey(text)
    if (keysOfWords.size >= MOST_KEPT) keysOfWords.clear()
    keysOfWords.set(text, made)
  }
  return made
}

function makeKey(text: string): string {
  const joined = fold(text)
    .replace(/[ \u200c]/g, '')
    .replaceAll('آ', 'ا')
  // Letters that only now stand side by side repeat no more than those typed so.
  return joined.replace(/(\p{L})\1{2,}/gu, '$1')
}

/** What a key has no more. */
const JOINABLE = /[ \u200cآ]/

/** Named character references that occur in Persian pages. */
export const NAMED_REFERENCES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    nbsp: ' ',
    zwnj: HALF_SPACE,
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    laquo: '«',
    raquo: '»',
  }),
)

/** Text pasted from a web page: tags become spaces, character references their characters. */
export function stripMarkup(text: string): string {
  return text
    .replace(/<\/?[a-zA-Z][^<>]{0,500}>/g, ' ')
    .replace(/&#(\d{1,7});/g, (_, code: string) => safeCharacter(Number(code)))
    .replace(/&#x([0-9a-fA-F]{1,6});/g, (_, code: string) =>
      safeCharacter(Number.parseInt(code, 16)),
    )
    .replace(/&([a-z]{2,6});/g, (whole, name: string) => NAMED_REFERENCES.get(name) ?? whole)
}

function safeCharacter(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
}
