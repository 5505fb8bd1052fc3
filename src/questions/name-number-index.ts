import type { NameNumber } from './name-numbers.ts'

/** The numbers of all names, by what they say; those of one name by the order that it stands in. */
export class NumberIndex {
  readonly #of = new Map<string, (NameNumber & { readonly order: number })[]>()

  get of(): ReadonlyMap<string, readonly NameNumber[]> {
    return this.#of
  }

  add(numbers: readonly NameNumber[], order: number): void {
    for (const number of numbers) {
      const others = this.#of.get(number.id) ?? []
      const list = [...others, { ...number, order }].sort((a, b) => a.order - b.order)
      this.#of.set(number.id, list)
    }
  }

  remove(order: number): void {
    for (const [id, list] of this.#of) {
      const left = list.filter((one) => one.order !== order)
      if (left.length === 0) this.#of.delete(id)
      else if (left.length < list.length) this.#of.set(id, left)
    }
  }
}
