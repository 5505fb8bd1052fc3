import { key } from '../persian/normalise.ts'
import { type NameNumber, numberedWords } from './name-numbers.ts'
import { isFiller, isThing, withoutPlural } from './name-words.ts'
import { isInGroup, longestGroupAt } from './synonym-groups.ts'
import { ASPECT_PHRASES, KIND_PHRASES } from './words.ts'

/** Something that names share: what the vocabulary makes of it is made once for all of them. */
export type NamePart =
  /** A word without its plural. */
  | { readonly type: 'word'; readonly key: string }
  /** «چای», whose concept is «چا»: heard as it is written. */
  | { readonly type: 'written'; readonly key: string; readonly concept: string }
  /** A group of synonyms; its key begins with «=». */
  | { readonly type: 'group'; readonly key: string; readonly group: number }
  /** Words that are also heard when they are typed as one. */
  | { readonly type: 'joined'; readonly key: string; readonly concepts: readonly string[] }

export interface NamePhrase {
  /** Keys of its concepts: words, or groups of synonyms. */
  readonly concepts: readonly string[]
  readonly keys: readonly string[]
  readonly listed: readonly string[]
  /** Concepts of its numbers: of another number, or of none, it says nothing. */
  readonly needed: readonly string[]
}

export interface NameParts {
  /** In the order in which they are first said, each once. */
  readonly parts: readonly NamePart[]
  readonly phrases: readonly NamePhrase[]
  readonly numbers: readonly NameNumber[]
}

const SHORT_WORD = 4
const HALF_SPACE = '\u200c'
const LIST_BREAK = /،|,| و /u
const LONGEST_SYNONYM = 7

/** Single words that ask for a kind or an aspect. */
export const ASPECT_TERMS = new Set(
  [KIND_PHRASES.target, ASPECT_PHRASES.rank, ASPECT_PHRASES.change]
    .flat()
    .filter((phrase) => !/[ \u200c]/.test(phrase))
    .map(key),
)

/** What a name or an alias of an indicator is made of, whatever other names there are. */
export function namePartsOf(text: string, isName: boolean): NameParts {
  const parts = new Parts()
  const { words: all, needed: neededWords, numbers } = numberedWords(text)
  // «رتبه جذب منابع» asks for a rank: the question's own grammar hears that.
  const spare = isName ? [] : all.filter((word) => !ASPECT_TERMS.has(word))
  const words = spare.filter((word) => !isFiller(word)).length > 1 ? spare : all
  // A name with synonyms of several words in it is heard with all, with one of them, or word by word.
  const ones = parts.concepts(words, 1)
  const long = longSynonymsIn(words)
  const variants = [
    ones,
    parts.concepts(words, LONGEST_SYNONYM),
    ...(long.length < 2 ? [] : long.map((at) => parts.concepts(words, LONGEST_SYNONYM, at))),
  ]
  // A text that lists nothing has no concepts but those that were just found.
  const listed = words === all && !LIST_BREAK.test(text) ? [] : listedIn(text, parts)
  const phrases: NamePhrase[] = []
  const keys = words.filter((word, at) => words.indexOf(word) === at)
  const needed = neededWords.flatMap((word) => parts.concepts([word], 1))
  const seen = new Set<string>()
  for (const concepts of variants) {
    if (concepts.length === 0 || seen.has(concepts.join())) continue
    seen.add(concepts.join())
    const own = needed.filter((concept) => concepts.includes(concept))
    phrases.push({ concepts, keys, listed, needed: own })
  }
  addJoined(words, parts)
  return { parts: parts.said, phrases, numbers }
}

/** Where the synonyms of several words begin. */
function longSynonymsIn(words: readonly string[]): number[] {
  const found: number[] = []
  for (let at = 0; at < words.length; ) {
    const { length } = longestGroupAt(words, at, LONGEST_SYNONYM)
    if (length > 1) found.push(at)
    at += length
  }
  return found
}

/** «در دست ساخت» is no word less: what was built is another thing. */
function isState(words: readonly string[], at: number): boolean {
  return words[at] === 'در' && STATES.has(words[at + 1] ?? '')
}

const STATES = new Set(['دست', 'حال'])

class Parts {
  readonly said: NamePart[] = []
  readonly #known = new Set<string>()

  add(part: NamePart): void {
    const name = part.type === 'joined' || part.type === 'written' ? `+${part.key}` : part.key
    if (this.#known.has(name)) return
    this.#known.add(name)
    this.said.push(part)
  }

  /**
   * Words → concepts; a run of up to `longest` words that is a known synonym counts as one, if it
   * begins at `only`, or anywhere where that is not given.
   */
  concepts(words: readonly string[], longest: number, only?: number): string[] {
    const concepts: string[] = []
    for (let at = 0; at < words.length; ) {
      const isLong = only === undefined || only === at
      const most = isState(words, at) ? LONGEST_SYNONYM : isLong ? longest : 1
      const { group, length } = longestGroupAt(words, at, most)
      const word = words[at] as string
      if (group !== null) concepts.push(this.#group(group, length === 1 ? word : null))
      else if (!isFiller(word) || isThing(word, at, words)) concepts.push(this.#word(word))
      at += length
    }
    return concepts.length === 0 ? words.map((word) => this.#word(word)) : concepts
  }

  #group(group: number, word: string | null): string {
    const part = { type: 'group', key: `=${group}`, group } as const
    this.add(part)
    // A name is heard as it is written, whatever else its word may say («کشاورزی»).
    if (word !== null && !isInGroup(word, group))
      this.add({ type: 'written', key: word, concept: part.key })
    return part.key
  }

  /** «واحدهای» and «واحد» are one concept, «پرداختی» and «پرداخت» two that are near. */
  #word(word: string): string {
    const concept = withoutPlural(word)
    this.add({ type: 'word', key: concept })
    // «چای» is no inflection of «چا».
    if (word.length <= SHORT_WORD && word === `${concept}ی`)
      this.add({ type: 'written', key: word, concept })
    return concept
  }
}

/** The concepts on both sides of each comma and «و». */
function listedIn(text: string, parts: Parts): string[] {
  const items = text.split(LIST_BREAK).map((part) => parts.concepts(numberedWords(part).words, 1))
  if (items.length < 2) return []
  return items.flatMap((item, at) => (at === 0 ? item.at(-1) : item[0]) ?? [])
}

/** «سرمایه گذاری» is also heard when its words are typed as one. */
function addJoined(words: readonly string[], parts: Parts): void {
  for (let at = 0; at < words.length; at++) {
    for (let length = 2; length <= 3 && at + length <= words.length; length++) {
      const run = words.slice(at, at + length)
      if (run.some((_, offset) => isState(words, at + offset) || isState(words, at + offset - 1)))
        continue
      if (isFiller(run[0] as string) || isFiller(run.at(-1) as string)) continue
      if (run.some(hasDigit)) continue
      const concepts = parts.concepts(run, 1)
      parts.add({ type: 'joined', key: run.join(HALF_SPACE), concepts })
    }
  }
}

/** A number of a name: heard by itself, and no word that may be mistyped. */
export const hasDigit = (word: string): boolean => /\d/.test(word)
