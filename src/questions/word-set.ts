/**
 * Words in one text and a table of where each begins: a third of what a Set of as many strings
 * takes. Words are looked for by a hash, and in the next place where another one stands there.
 */
export class WordSet {
  readonly #text: string
  /** Where a word begins, plus one; a power of two of them, at most half of them taken. */
  readonly #starts: Uint32Array

  /** `text` holds one word a line. */
  constructor(text: string) {
    // Put together from pieces it would be kept as those.
    this.#text = `${text}\n`
    let lines = 0
    for (let at = this.#text.indexOf('\n'); at >= 0; at = this.#text.indexOf('\n', at + 1)) lines++
    this.#starts = new Uint32Array(2 ** Math.ceil(Math.log2(2 * lines + 2)))
    for (let from = 0; from < this.#text.length; ) {
      const to = this.#text.indexOf('\n', from)
      const word = this.#text.slice(from, to)
      const place = this.#placeOf(word)
      if (this.#starts[place] === 0) this.#starts[place] = from + 1
      from = to + 1
    }
  }

  has(word: string): boolean {
    return this.#starts[this.#placeOf(word)] !== 0
  }

  /** Where the word is, or would be. */
  #placeOf(word: string): number {
    const last = this.#starts.length - 1
    let place = hashOf(word) & last
    let start = this.#starts[place] as number
    while (start !== 0 && !this.#stands(word, start - 1)) {
      place = (place + 1) & last
      start = this.#starts[place] as number
    }
    return place
  }

  #stands(word: string, at: number): boolean {
    return this.#text.charCodeAt(at + word.length) === LINE_END && this.#text.startsWith(word, at)
  }
}

const LINE_END = 10

/** FNV-1a over the letters. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++)
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193) >>> 0
  return hash ^ (hash >>> 15)
}
