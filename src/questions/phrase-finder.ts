import { closeStemOf } from '../persian/morphology.ts'
import { key } from '../persian/normalise.ts'
import { NOT_INFLECTED } from './words.ts'

export interface FoundPhrase<T> {
  readonly value: T
  /** Word indexes, end exclusive. */
  readonly from: number
  readonly to: number
  /** Of a phrase that other words divide, its other part. */
  readonly other?: { readonly from: number; readonly to: number }
}

/**
 * Finds phrases of a table in a sequence of word keys, longest first, each word taken once.
 * A word matches in any inflection.
 */
export class PhraseFinder<T> {
  readonly #byFirst = new Map<string, { words: readonly string[]; value: T }[]>()

  constructor(table: Iterable<readonly [phrase: string, value: T]>) {
    for (const [phrase, value] of table) {
      const words = phrase.split(/[ \u200c]/).map(key)
      const first = words[0] as string
      const list = this.#byFirst.get(first)
      if (list === undefined) this.#byFirst.set(first, [{ words, value }])
      else list.push({ words, value })
    }
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  }

  /** `keys` holds null for words that must not be used. */
  find(keys: readonly (string | null)[]): FoundPhrase<T>[] {
    const forms = keys.map((word) => (word === null ? [] : formsOf(word)))
    const found: FoundPhrase<T>[] = []
    for (let at = 0; at < keys.length; ) {
      const match = this.#longestAt(forms, at)
      if (match === null) at++
      else {
        found.push(match)
        at = match.to
      }
    }
    return found
  }

  #longestAt(forms: readonly (readonly string[])[], at: number): FoundPhrase<T> | null {
    let best: FoundPhrase<T> | null = null
    for (const first of forms[at] ?? []) {
      for (const { words, value } of this.#byFirst.get(first) ?? []) {
        if (best !== null && words.length <= best.to - best.from) break
        if (words.every((word, i) => forms[at + i]?.includes(word)))
          best = { value, from: at, to: at + words.length }
      }
    }
    return best
  }
}

const WHOLE = new Set(NOT_INFLECTED.map(key))

function formsOf(word: string): string[] {
  const stem = WHOLE.has(word) ? null : closeStemOf(word)
  return stem === null ? [word] : [word, stem]
}
