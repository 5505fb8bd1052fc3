import {
  DOUBLED,
  LETTER_BITS,
  letterNumber,
  OTHER,
  SUBSTITUTIONS,
  TRANSPOSED,
} from './slip-costs.ts'

/** Rows of the table in use; kept between calls, as thousands are compared for one question. */
let rows = threeRows(64)
let typedNumbers = new Uint8Array(64)
let meantNumbers = new Uint8Array(64)
let meantGaps = new Float64Array(64)

function threeRows(width: number): [Float64Array, Float64Array, Float64Array] {
  return [new Float64Array(width), new Float64Array(width), new Float64Array(width)]
}

function makeRoom(length: number): void {
  if (length < typedNumbers.length) return
  rows = threeRows(length * 2)
  typedNumbers = new Uint8Array(length * 2)
  meantNumbers = new Uint8Array(length * 2)
  meantGaps = new Float64Array(length * 2)
}

/**
 * How far a typed word is from a meant one: Damerau-Levenshtein in which likely slips cost less
 * (see slip-costs.ts); Infinity once it must exceed `limit`. Symmetric; 0 means equal.
 */
export function slipDistance(typed: string, meant: string, limit: number): number {
  // No path within the limit leaves this band around the diagonal.
  const band = Math.floor(limit / DOUBLED)
  if (Math.abs(typed.length - meant.length) > band) return Number.POSITIVE_INFINITY
  makeRoom(Math.max(typed.length, meant.length) + 1)
  const width = meant.length
  let [beforeLast, last, row] = rows
  last[0] = 0
  for (let j = 0; j < width; j++) {
    meantNumbers[j] = letterNumber(meant.charCodeAt(j))
    meantGaps[j] = gapCost(meant, j)
    last[j + 1] = (last[j] as number) + (meantGaps[j] as number)
  }
  for (let i = 0; i < typed.length; i++) typedNumbers[i] = letterNumber(typed.charCodeAt(i))
  let bestOfLast = 0
  for (let i = 1; i <= typed.length; i++) {
    const a = typed.charCodeAt(i - 1)
    const costs = (typedNumbers[i - 1] as number) << LETTER_BITS
    const gap = gapCost(typed, i - 1)
    const from = Math.max(1, i - band)
    const to = Math.min(width, i + band)
    row[from - 1] = from === 1 ? (last[0] as number) + gap : Number.POSITIVE_INFINITY
    if (i + band <= width) last[i + band] = Number.POSITIVE_INFINITY
    let best = row[from - 1] as number
    for (let j = from; j <= to; j++) {
      const b = meant.charCodeAt(j - 1)
      const kept = a === b ? 0 : (SUBSTITUTIONS[costs | (meantNumbers[j - 1] as number)] as number)
      let cost = (last[j - 1] as number) + kept
      const missing = (last[j] as number) + gap
      if (missing < cost) cost = missing
      const extra = (row[j - 1] as number) + (meantGaps[j - 1] as number)
      if (extra < cost) cost = extra
      if (
        i > 1 &&
        j > 1 &&
        a === meant.charCodeAt(j - 2) &&
        typed.charCodeAt(i - 2) === b &&
        a !== b
      )
        cost = Math.min(cost, (beforeLast[j - 2] as number) + TRANSPOSED)
      row[j] = cost
      if (cost < best) best = cost
    }
    // Swapped letters lead past a row.
    if (best > limit && bestOfLast + TRANSPOSED > limit) return Number.POSITIVE_INFINITY
    bestOfLast = best
    const spare = beforeLast
    beforeLast = last
    last = row
    row = spare
  }
  const distance = last[width] as number
  return distance > limit ? Number.POSITIVE_INFINITY : distance
}

/** An extra or missing letter; cheaper where it only doubles its neighbour. */
function gapCost(word: string, at: number): number {
  const code = word.charCodeAt(at)
  return word.charCodeAt(at - 1) === code || word.charCodeAt(at + 1) === code ? DOUBLED : OTHER
}

/** How many letters of a word stand beside themselves: a gap at one of them is a cheap slip. */
export function doubledLetters(word: string): number {
  let count = 0
  for (let at = 0; at < word.length; at++) if (gapCost(word, at) === DOUBLED) count++
  return count
}

/** The least that it costs that a word, with so many doubled letters, is `apart` letters longer. */
export function leastGaps(apart: number, doubled: number): number {
  return apart * OTHER - Math.min(apart, doubled) * (OTHER - DOUBLED)
}

/**
 * How many slips a word of this length may carry and still be recognised: none up to three
 * letters, one in a short word, two in a long one (measured on 20,000 random slips in names).
 */
export function slipLimit(length: number): number {
  if (length <= 3) return 0
  if (length <= 5) return 1
  if (length <= 7) return 1.4
  return 2
}
