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
  readonly keys: string[]
  /** As long as there is room for; the keys tell how many there are. */
  letters: Int32Array
  /** Of each key, what decides between keys that are as near. */
  readonly order: number[]
}

/**
 * Finds the known forms that a mistyped word may have meant. Length and letters rule out nearly
 * all of them in a few instructions each; the weighted distance decides. The first letter is as
 * likely to be wrong as any other.
 */
export class FuzzyIndex {
  /** Length → the keys of that length, without doubled letters and with them. */
  readonly #shelves: (readonly [Shelf, Shelf])[] = []

  /** Of keys that are as near the one that stands first in the list counts as nearer. */
  constructor(keys: readonly string[] = []) {
    for (const [order, key] of keys.entries()) this.add(key, order)
  }

  /** Of keys that are as near the one of the lower order counts as nearer. */
  add(key: string, order: number): void {
    const shelf = this.#shelfOf(key)
    const at = shelf.keys.length
    if (at === shelf.letters.length) {
      const wider = new Int32Array(2 * at + 4)
      wider.set(shelf.letters)
      shelf.letters = wider
    }
    shelf.keys.push(key)
    shelf.order.push(order)
    shelf.letters[at] = letterSet(key)
  }

  remove(key: string): void {
    const { keys, order, letters } = this.#shelfOf(key)
    const at = keys.indexOf(key)
    const last = keys.length - 1
    if (at < 0) return
    keys[at] = keys[last] as string
    order[at] = order[last] as number
    letters[at] = letters[last] as number
    keys.pop()
    order.pop()
  }

  #shelfOf(key: string): Shelf {
    for (let length = this.#shelves.length; length <= key.length; length++)
      this.#shelves.push([emptyShelf(length, false), emptyShelf(length, true)])
    const [plain, doubled] = this.#shelves[key.length] as readonly [Shelf, Shelf]
    return doubledLetters(key) > 0 ? doubled : plain
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
    const limit = Math.min(furthest, Math.max(slipLimit(typed.length), SHORT_LIMIT))
    return this.within(typed, limit, limitOf)
  }

  /** Forms within `limit`, whatever the length of the typed word; else as {@link near}. */
  within(typed: string, limit: number, limitOf: (key: string) => number): Near[] {
    if (typed.length < SHORTEST) return []
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

const emptyShelf = (length: number, doubled: boolean): Shelf => ({
  ...{ length, doubled, keys: [], letters: new Int32Array(0), order: [] },
})

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
  for (let at = 0; at < keys.length; at++) {
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
