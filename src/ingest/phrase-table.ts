import { key } from '../persian/normalise.ts'
import type { Token } from '../persian/tokens.ts'

export interface PhraseHit<T> {
  readonly value: T
  /** Token indexes, end exclusive. */
  readonly from: number
  readonly to: number
}

const LONGEST = 6

/**
 * Phrases found in tokens however they are spaced: «هدف گذاری», «هدف‌گذاری» and «هدفگذاری» are
 * one. Longest first; whole words only.
 */
export class PhraseTable<T> {
  readonly #values: ReadonlyMap<string, T>
  readonly #starts: ReadonlySet<string>
  /** What begins at each token: every figure of a sentence looks through the same words. */
  readonly #found = new WeakMap<readonly string[], (PhraseHit<T> | null)[]>()

  constructor(phrases: Iterable<readonly [phrase: string, value: T]>) {
    this.#values = new Map([...phrases].map(([phrase, value]) => [key(phrase), value]))
    this.#starts = new Set([...this.#values.keys()].map((phrase) => phrase.slice(0, 2)))
  }

  /** The longest phrase that begins at a token. */
  at(keys: readonly string[], from: number): PhraseHit<T> | null {
    let found = this.#found.get(keys)
    if (found === undefined) {
      found = []
      this.#found.set(keys, found)
    }
    let hit = found[from]
    if (hit === undefined) {
      hit = this.#longestAt(keys, from)
      found[from] = hit
    }
    return hit
  }

  #longestAt(keys: readonly string[], from: number): PhraseHit<T> | null {
    const first = keys[from] ?? ''
    if (first.length > 1 && !this.#starts.has(first.slice(0, 2))) return null
    let run = ''
    let hit: PhraseHit<T> | null = null
    for (let to = from + 1; to <= Math.min(keys.length, from + LONGEST); to++) {
      run += keys[to - 1]
      const value = this.#values.get(run)
      if (value !== undefined) hit = { value, from, to }
    }
    return hit
  }

  /** All phrases between two tokens, from left to right, none overlapping. */
  find(keys: readonly string[], from = 0, to = keys.length): PhraseHit<T>[] {
    const hits: PhraseHit<T>[] = []
    for (let at = from; at < to; ) {
      const hit = this.at(keys, at)
      if (hit !== null && hit.to <= to) hits.push(hit)
      at = hit === null ? at + 1 : Math.max(hit.to, at + 1)
    }
    return hits
  }
}

/** A table whose phrases all mean the same. */
export function phraseSet(phrases: readonly string[]): PhraseTable<true> {
  return new PhraseTable(phrases.map((phrase) => [phrase, true] as const))
}

const keysOfTokens = new WeakMap<readonly Token[], readonly string[]>()

/** The same array for the same tokens, which tables remember what they found in. */
export function keysOf(tokens: readonly Token[]): readonly string[] {
  const known = keysOfTokens.get(tokens) ?? tokens.map((token) => key(token.text))
  keysOfTokens.set(tokens, known)
  return known
}
