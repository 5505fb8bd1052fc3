import { slipDistance, slipLimit } from '../persian/distance.ts'
import { hasMoreBits, letterSet, unlikeLetters } from '../persian/letter-sets.ts'
import { DOUBLED } from '../persian/slip-costs.ts'

export interface Near {
  readonly key: string
  readonly distance: number
}

interface Found extends Near {
  /** Where the first pair of letters stands in the typed word that both have. */
  readonly alikeFrom: number
  readonly order: number
}

/**
 * Finds the known forms that a mistyped word may have meant. Length and letters rule out nearly
 * all of them in a few instructions each; the weighted distance decides. The first letter is as
 * likely to be wrong as any other.
 */
export class FuzzyIndex {
  /** The shortest first; of one length in the order given. */
  readonly #keys: readonly string[]
  readonly #order: Int32Array
  readonly #letters: Int32Array
  /** Length → index of the first key that is not shorter. */
  readonly #starts: Int32Array

  constructor(keys: readonly string[]) {
    const order = keys.map((_, index) => index)
    const lengthOf = (index: number) => (keys[index] as string).length
    order.sort((a, b) => lengthOf(a) - lengthOf(b) || a - b)
    this.#order = Int32Array.from(order)
    this.#keys = order.map((index) => keys[index] as string)
    this.#letters = Int32Array.from(this.#keys, letterSet)
    const longest = this.#keys.at(-1)?.length ?? 0
    this.#starts = new Int32Array(longest + 2).fill(this.#keys.length)
    for (let at = this.#keys.length - 1; at >= 0; at--)
      this.#starts[(this.#keys[at] as string).length] = at
    for (let length = longest; length >= 0; length--)
      this.#starts[length] = Math.min(
        this.#starts[length] as number,
        this.#starts[length + 1] as number,
      )
  }

  /**
   * Forms within the limit for the word's length, nearest first, at most ten. `limitOf` bounds
   * the distance to each form, `furthest` to all of them.
   */
  near(
    typed: string,
    limitOf: (key: string) => number,
    furthest = Number.POSITIVE_INFINITY,
  ): Near[] {
    if (typed.length < SHORTEST) return []
    const limit = Math.min(furthest, Math.max(slipLimit(typed.length), SHORT_LIMIT))
    const most = unlikeLetters(limit)
    const apart = Math.floor(limit / DOUBLED)
    const letters = letterSet(typed)
    const fewest = fewestAlike(typed.length)
    const found: Found[] = []
    const end = this.#startOf(typed.length + apart + 1)
    for (let at = this.#startOf(typed.length - apart); at < end; at++) {
      const own = this.#letters[at] as number
      if (hasMoreBits(own & ~letters, most) || hasMoreBits(letters & ~own, most)) continue
      const key = this.#keys[at] as string
      const bound = Math.min(limit, limitOf(key))
      if (bound <= 0) continue
      const alike = pairsAlike(typed, key)
      if (alike.count < fewest) continue
      const distance = slipDistance(typed, key, bound)
      if (distance <= bound)
        found.push({ key, distance, alikeFrom: alike.first, order: this.#order[at] as number })
    }
    return found.sort(nearestFirst).slice(0, MOST_NEAR)
  }

  #startOf(length: number): number {
    return length >= this.#starts.length
      ? this.#keys.length
      : (this.#starts[Math.max(0, length)] as number)
  }
}

const SHORTEST = 3
const SHORT_LIMIT = 1
const MOST_NEAR = 10

/** Of forms that are as near, the one that is like the typed word from further in front. */
function nearestFirst(a: Found, b: Found): number {
  return a.distance - b.distance || a.alikeFrom - b.alikeFrom || a.order - b.order
}

/** One slip spoils at most three pairs of neighbouring letters; a short word bears one, a long one three. */
function fewestAlike(length: number): number {
  const slips = length >= 8 ? 3 : length >= 6 ? 2 : 1
  return Math.max(1, length + 1 - 3 * slips)
}

/**
 * The pairs of neighbouring letters of a word that a key has side by side too, the ends of both
 * counting as letters: how many, and where the first one stands.
 */
function pairsAlike(typed: string, key: string): { count: number; first: number } {
  let count = 0
  let first = -1
  for (let at = 0; at <= typed.length; at++) {
    if (!hasPair(key, typed.charCodeAt(at - 1), typed.charCodeAt(at))) continue
    if (count === 0) first = at
    count++
  }
  return { count, first }
}

/** NaN stands for an end. */
function hasPair(key: string, left: number, right: number): boolean {
  if (Number.isNaN(left)) return key.charCodeAt(0) === right
  if (Number.isNaN(right)) return key.charCodeAt(key.length - 1) === left
  for (let at = 1; at < key.length; at++)
    if (key.charCodeAt(at - 1) === left && key.charCodeAt(at) === right) return true
  return false
}
