import { doubledLetters, leastGaps, slipDistance, slipLimit } from '../persian/distance.ts'
import { hasMoreBits, letterSet, unlikeLetters } from '../persian/letter-sets.ts'
import { DOUBLED } from '../persian/slip-costs.ts'
import { markPairs, mostAlike, pairsAlike } from './letter-pairs.ts'

export interface Near {
  readonly key: string
  readonly distance: number
}

interface Found extends Near {
  /** Where the first pair of letters stands in the typed word that both have. */
  readonly alikeFrom: number
  readonly order: number
}

/** Keys of one length, with doubled letters or without: what is longer by a gap costs them alike. */
interface Shelf {
  readonly length: number
  readonly doubled: boolean
  readonly keys: readonly string[]
  readonly letters: Int32Array
  /** Where each key stood when it was given. */
  readonly order: Int32Array
}

/**
 * Finds the known forms that a mistyped word may have meant. Length and letters rule out nearly
 * all of them in a few instructions each; the weighted distance decides. The first letter is as
 * likely to be wrong as any other.
 */
export class FuzzyIndex {
  /** Length → the keys of that length. */
  readonly #shelves: readonly (readonly Shelf[])[]

  constructor(keys: readonly string[]) {
    const orders: (readonly [plain: number[], doubled: number[]])[] = []
    for (const [order, key] of keys.entries()) {
      while (orders.length <= key.length) orders.push([[], []])
      orders[key.length]?.[doubledLetters(key) > 0 ? 1 : 0].push(order)
    }
    this.#shelves = orders.map((both, length) =>
      both
        .map((order, kind) => shelfOf(length, kind === 1, order, keys))
        .filter((shelf) => shelf.keys.length > 0),
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
    const apart = Math.floor(limit / DOUBLED)
    const doubled = doubledLetters(typed)
    const found: Found[] = []
    markPairs(typed, 1)
    for (let length = Math.max(0, typed.length - apart); length <= typed.length + apart; length++)
      for (const shelf of this.#shelves[length] ?? [])
        search(shelf, typed, doubled, limit, limitOf, found)
    markPairs(typed, -1)
    return found.sort(nearestFirst).slice(0, MOST_NEAR)
  }
}

function shelfOf(
  length: number,
  doubled: boolean,
  order: readonly number[],
  keys: readonly string[],
): Shelf {
  const own = order.map((at) => keys[at] as string)
  const letters = Int32Array.from(own, letterSet)
  return { length, doubled, keys: own, letters, order: Int32Array.from(order) }
}

/** Adds the keys of a shelf that are within the limit. `doubled` counts such letters in `typed`. */
function search(
  { keys, letters, order, ...shelf }: Shelf,
  typed: string,
  doubled: number,
  limit: number,
  limitOf: (key: string) => number,
  found: Found[],
): void {
  const longer = shelf.length - typed.length
  const gaps =
    longer > 0 ? leastGaps(longer, shelf.doubled ? longer : 0) : leastGaps(-longer, doubled)
  if (gaps > limit) return
  // What the gaps leave of the limit is for letters of the shorter word that the longer one lacks.
  const ofShorter = unlikeLetters(limit - gaps)
  const ofLonger = unlikeLetters(limit - gaps, gaps)
  const mostOwn = longer > 0 ? ofLonger : ofShorter
  const mostTyped = longer > 0 ? ofShorter : ofLonger
  const typedLetters = letterSet(typed)
  const fewest = fewestAlike(typed.length)
  for (let at = 0; at < letters.length; at++) {
    const own = letters[at] as number
    if (hasMoreBits(typedLetters & ~own, mostTyped) || hasMoreBits(own & ~typedLetters, mostOwn))
      continue
    const key = keys[at] as string
    if (mostAlike(key) < fewest) continue
    const bound = Math.min(limit, limitOf(key))
    if (bound <= 0) continue
    const distance = slipDistance(typed, key, bound)
    if (distance > bound) continue
    const alike = pairsAlike(typed, key)
    if (alike.count >= fewest)
      found.push({ key, distance, alikeFrom: alike.first, order: order[at] as number })
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
