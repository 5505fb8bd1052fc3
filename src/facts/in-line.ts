/** The right to go ahead, until it is given back. */
export interface Turn {
  end(): void
}

/** Lets one at a time go ahead, in the order in which they came. */
export function inLine(): { turn(): Promise<Turn> } {
  let last: Promise<void> = Promise.resolve()
  return {
    async turn() {
      const before = last
      let end = (): void => undefined
      last = new Promise((resolve) => {
        end = resolve
      })
      await before
      return { end }
    },
  }
}
