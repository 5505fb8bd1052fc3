/**
 * What hurried fingers, old keyboards and other alphabets do to a question. Each noise keeps the
 * question's meaning and its digits; the same seed gives the same noise.
 */
import {
  homophonesOf,
  KEY_OF_PERSIAN,
  neighboursOf,
  PERSIAN_LETTERS,
  PERSIAN_OF_KEY,
} from './keyboard.ts'
import { pick, type Random } from './random.ts'

const HALF_SPACE = '\u200c'
const LETTER = /[\u0621-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc]/u
const WORD = /[\u0621-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc\u200c]+/gu

type Slip = 'neighbour' | 'extra' | 'missing' | 'homophone' | 'swap'

/** Shares of real Persian misspellings (5,049 pairs of FAspell), spacing errors left out. */
const SLIPS: readonly (readonly [Slip, number])[] = [
  ['neighbour', 33],
  ['extra', 18],
  ['missing', 13],
  ['homophone', 8],
  ['swap', 3.5],
]

function drawSlip(random: Random): Slip {
  let left = random() * SLIPS.reduce((sum, [, share]) => sum + share, 0)
  for (const [slip, share] of SLIPS) {
    left -= share
    if (left < 0) return slip
  }
  return 'neighbour'
}

/** Offsets of the letters that stand in words of three letters or more. */
function openOffsets(text: string): number[] {
  return [...text.matchAll(WORD)].flatMap((word) => {
    const offsets = [...word[0]].flatMap((character, at) =>
      LETTER.test(character) ? [word.index + at] : [],
    )
    return offsets.length >= 3 ? offsets : []
  })
}

function slipAt(text: string, at: number, slip: Slip, random: Random): string | null {
  const letter = text.charAt(at)
  const before = text.slice(0, at)
  const after = text.slice(at + 1)
  switch (slip) {
    case 'neighbour':
    case 'homophone': {
      const [first, ...rest] = slip === 'neighbour' ? neighboursOf(letter) : homophonesOf(letter)
      return first === undefined ? null : before + pick(random, [first, ...rest]) + after
    }
    case 'extra': {
      const [first, ...rest] =
        random() < 0.4 ? [letter] : [...neighboursOf(letter), ...PERSIAN_LETTERS.slice(0, 1)]
      return first === undefined ? null : before + letter + pick(random, [first, ...rest]) + after
    }
    case 'missing':
      return before + after
    case 'swap': {
      const next = text.charAt(at + 1)
      return LETTER.test(next) && next !== letter
        ? before + next + letter + text.slice(at + 2)
        : null
    }
  }
}

/** `errors` typing errors, in words of three letters or more; digits and short words stay. */
export function withTypos(text: string, errors: number, random: Random): string {
  let typed = text
  const touched: number[] = []
  for (let made = 0, tries = 0; made < errors && tries < 200; tries += 1) {
    const free = openOffsets(typed).filter((at) => touched.every((old) => Math.abs(old - at) > 2))
    const [first, ...rest] = free
    if (first === undefined) break
    const at = pick(random, [first, ...rest])
    const next = slipAt(typed, at, drawSlip(random), random)
    if (next === null || next === typed) continue
    const shift = next.length - typed.length
    touched.forEach((old, index) => {
      if (old > at) touched[index] = old + shift
    })
    touched.push(at)
    typed = next
    made += 1
  }
  return typed
}

/** Each half-space left out, or typed as a space. */
export function withoutHalfSpaces(text: string, random: Random): string {
  return text.replaceAll(HALF_SPACE, () => (random() < 0.5 ? ' ' : ''))
}

/** Some of the spaces left out, at least one. */
export function withGluedWords(text: string, random: Random): string {
  const spaces = [...text.matchAll(/ /gu)].map((space) => space.index)
  const [first, ...rest] = spaces
  if (first === undefined) return text
  const glued = new Set(spaces.filter(() => random() < 0.5))
  if (glued.size === 0) glued.add(pick(random, [first, ...rest]))
  return [...text].filter((_, at) => !glued.has(at)).join('')
}

/** The letters and digits of an Arabic keyboard. */
export function withArabicLetters(text: string): string {
  return text
    .replace(/ه(?=[ ؟?.،]|$)/gu, (letter, at: number) => (at % 2 === 0 ? 'ة' : letter))
    .replaceAll('ی', 'ي')
    .replaceAll('ک', 'ك')
    .replace(/[۰-۹]/gu, (digit) =>
      String.fromCodePoint((digit.codePointAt(0) ?? 0) - 0x6f0 + 0x660),
    )
}

const latinDigit = (digit: string) => String((digit.codePointAt(0) ?? 0) & 0xf)

export function withLatinDigits(text: string): string {
  return text.replace(/[۰-۹]/gu, latinDigit)
}

/** Persian typed while the Latin layout was on. */
export function onLatinLayout(text: string): string {
  return [...withLatinDigits(text)]
    .map((character) => KEY_OF_PERSIAN.get(character) ?? character)
    .join('')
}

/** Latin (Finglish) typed while the Persian layout was on. */
export function onPersianLayout(text: string): string {
  return [...text.toLowerCase()]
    .map((character) => PERSIAN_OF_KEY.get(character) ?? character)
    .join('')
}

/** Pictures, many question marks, dots, a stretched word, doubled spaces. */
export function withPunctuationAndPictures(text: string, random: Random): string {
  const before = pick(random, ['', '🙏 ', '❓', '  ', '... ', '- ', '📊📊 '])
  const after = pick(random, ['؟؟؟', ' !!', ' 🙏🙏', '...', ' 😊؟', '؟!', ' .', ' 🌾❓'])
  const stretched = text.replace(/([بتسشکلمنی])(?=[بتسشکلمنی])/u, '$1ـــ')
  const spaced = stretched.replace(/ /u, '   ')
  return before + spaced.replace(/[؟?]+$/u, '') + after
}
