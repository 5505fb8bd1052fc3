import { HOMOPHONES, LEAST_UNLIKE, OTHER } from './slip-costs.ts'

/**
 * The letters of a word as bits, letters of one sound as one bit. Two words that a slip distance
 * separates little differ in few bits, which is seen in a few instructions.
 */
const LETTERS = 'ابتجخدرزسشعغفقکگلمنهویپچژطثصضظذحئ'
const BLOCK = 0x600
/** What is no Persian letter shares the last bits: that hides differences, and invents none. */
const OTHERS = 25

const BITS = new Uint8Array(0x100).fill(OTHERS)
const groups = [
  ...HOMOPHONES,
  ...[...LETTERS].filter((letter) => !HOMOPHONES.some((group) => group.includes(letter))),
]
groups.forEach((group, index) => {
  for (const letter of group) BITS[letter.charCodeAt(0) - BLOCK] = Math.min(index, OTHERS)
})

/** The set of letters of a key, as bits. */
export function letterSet(key: string): number {
  let bits = 0
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at)
    bits |= 1 << ((code & ~0xff) === BLOCK ? (BITS[code & 0xff] as number) : OTHERS + (code % 7))
  }
  return bits
}

/**
 * How many letters of a word may be missing from another, and the other way round, for the slips
 * between them to cost at most `limit`: each one costs a slip between unlike letters, or a gap.
 * `gaps` is what gaps cost besides, in the longer of the two: a letter alone costs a whole one.
 */
export function unlikeLetters(limit: number, gaps = 0): number {
  return Math.floor(limit / LEAST_UNLIKE + gaps / OTHER + ROUNDING)
}

const ROUNDING = 1e-9

/** Whether more than `most` bits are set; `most` is a small number. */
export function hasMoreBits(bits: number, most: number): boolean {
  let rest = bits
  for (let dropped = 0; dropped < most; dropped++) rest &= rest - 1
  return rest !== 0
}
