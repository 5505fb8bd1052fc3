import { slipDistance, slipLimit } from '../persian/distance.ts'

export interface Near {
  readonly key: string
  readonly distance: number
}

/**
 * Finds the known forms that a mistyped word may have meant. A bigram index draws up a short
 * list; the weighted distance decides. The first letter is as likely to be wrong as any other.
 */
export class FuzzyIndex {
  readonly #keys: readonly string[]
  readonly #byGram = new Map<string, number[]>()
  readonly #hits: Uint8Array

  constructor(keys: readonly string[]) {
    this.#keys = keys
    this.#hits = new Uint8Array(keys.length)
    keys.forEach((key, id) => {
      for (const gram of new Set(gramsOf(key))) {
        const list = this.#byGram.get(gram)
        if (list === undefined) this.#byGram.set(gram, [id])
        else list.push(id)
      }
    })
  }

  /**
   * Forms within the limit for the word's length, nearest first, at most ten. `limitOf` bounds
   * the distance to each form.
   */
  near(typed: string, limitOf: (key: string) => number): Near[] {
    if (typed.length < SHORTEST) return []
    const limit = Math.max(slipLimit(typed.length), SHORT_LIMIT)
    const found: Near[] = []
    for (const id of this.#shortlist(typed)) {
      const candidate = this.#keys[id] as string
      const bound = Math.min(limit, limitOf(candidate))
      const distance = bound > 0 ? slipDistance(typed, candidate, bound) : Number.POSITIVE_INFINITY
      if (distance <= bound) found.push({ key: candidate, distance })
    }
    return found.sort((a, b) => a.distance - b.distance).slice(0, MOST_NEAR)
  }

  /** One slip spoils at most three bigrams of a word: what shares too few cannot be near. */
  #shortlist(typed: string): number[] {
    const touched: number[] = []
    const grams = gramsOf(typed)
    for (const gram of grams) {
      for (const id of this.#byGram.get(gram) ?? []) {
        if (this.#hits[id] === 0) touched.push(id)
        this.#hits[id] = Math.min(255, (this.#hits[id] as number) + 1)
      }
    }
    const slips = typed.length >= 8 ? 3 : typed.length >= 6 ? 2 : 1
    const fewest = Math.max(1, grams.length - 3 * slips)
    const list = touched.filter((id) => (this.#hits[id] as number) >= fewest)
    for (const id of touched) this.#hits[id] = 0
    return list
  }
}

const SHORTEST = 3
const SHORT_LIMIT = 1
const MOST_NEAR = 10

function gramsOf(key: string): string[] {
  const padded = `^${key}$`
  const grams: string[] = []
  for (let i = 0; i + 2 <= padded.length; i++) grams.push(padded.slice(i, i + 2))
  return grams
}
