import { type FoundPhrase, PhraseFinder } from './phrase-finder.ts'

/** Two parts of one phrase, what is asked about standing between them. */
export interface ApartPhrase<T> {
  readonly value: T
  readonly first: readonly string[]
  readonly last: readonly string[]
}

interface Rule<T> {
  readonly value: T
  readonly first: PhraseFinder<true>
  readonly last: PhraseFinder<true>
}

/** Finds phrases that what is asked about divides: «فاصله تولید گندم فارس تا هدف». */
export class ApartPhraseFinder<T> {
  readonly #rules: readonly Rule<T>[]

  constructor(table: readonly ApartPhrase<T>[]) {
    const finderOf = (phrases: readonly string[]) =>
      new PhraseFinder(phrases.map((phrase) => [phrase, true as const]))
    this.#rules = table.map(({ value, first, last }) => ({
      value,
      first: finderOf(first),
      last: finderOf(last),
    }))
  }

  /** Both parts of each phrase that was said, as {@link PhraseFinder.find} tells them. */
  find(keys: readonly (string | null)[]): FoundPhrase<T>[] {
    return this.#rules.flatMap(({ value, first, last }) => {
      const [opened] = first.find(keys)
      if (opened === undefined) return []
      const closed = last.find(keys).findLast(({ from }) => from >= opened.to)
      if (closed === undefined) return []
      return [
        { ...opened, value, other: closed },
        { ...closed, value, other: opened },
      ]
    })
  }
}
