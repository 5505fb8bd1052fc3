import { type FoundPhrase, PhraseFinder } from './phrase-finder.ts'

/** Two parts of one phrase, what is asked about standing between them. */
export interface ApartPhrase<T> {
  readonly value: T
  readonly first: readonly string[]
  readonly then: readonly string[]
}

interface Rule<T> {
  readonly value: T
  readonly first: PhraseFinder<true>
  readonly then: PhraseFinder<true>
}

/** Finds phrases that what is asked about divides: «فاصله تولید گندم فارس تا هدف». */
export class ApartPhraseFinder<T> {
  readonly #rules: readonly Rule<T>[]

  constructor(table: readonly ApartPhrase<T>[]) {
    const finderOf = (phrases: readonly string[]) =>
      new PhraseFinder(phrases.map((phrase) => [phrase, true as const]))
    this.#rules = table.map(({ value, first, then }) => ({
      value,
      first: finderOf(first),
      then: finderOf(then),
    }))
  }

  /** Both parts of each phrase that was said, as {@link PhraseFinder.find} tells them. */
  find(keys: readonly (string | null)[]): FoundPhrase<T>[] {
    return this.#rules.flatMap(({ value, first, then }) => {
      const [opened] = first.find(keys)
      if (opened === undefined) return []
      const closed = then.find(keys).findLast(({ from }) => from > opened.to)
      return closed === undefined ? [] : [opened, closed].map((part) => ({ ...part, value }))
    })
  }
}
