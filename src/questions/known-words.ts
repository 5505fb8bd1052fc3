import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Tells whether a key is a Persian word, so that it is not taken for a slip of another. */
export interface KnownWords {
  has(wordKey: string): boolean
}

/** Plural, ezafe and comparative: what a dictionary leaves to grammar. */
const INFLECTION = /^(?:(.{3,}?)ی|(.{4,}?)(?:هایی|های|ها|ای)|(.{2,}?)(?:ترین|تر))$/

let loaded: ReadonlySet<string> | undefined

/** Reads the dictionary ahead of the first question. */
export function loadDictionary(): void {
  loaded ??= readDictionary()
}

/** The 104,000 entries of Lilak (dictionary-fa, Apache-2.0), read when first needed. */
export const persianDictionary: KnownWords = {
  has(wordKey) {
    loaded ??= readDictionary()
    const words = loaded
    return words.has(wordKey) || words.has(wordKey.replace(INFLECTION, '$1$2$3'))
  },
}

function readDictionary(): ReadonlySet<string> {
  // The package exports its module alone; the word list lies beside it.
  const path = join(dirname(createRequire(import.meta.url).resolve('dictionary-fa')), 'index.dic')
  const words = new Set<string>()
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const slash = line.indexOf('/')
    const word = slash === -1 ? line : line.slice(0, slash)
    words.add(word.replace(SPELLING, (letter) => SAME[letter] ?? ''))
  }
  return words
}

/** The dictionary is clean text: this small part of `key` is enough, and forty times as fast. */
const SPELLING = /[\u200c آأئؤةيك\u064b-\u0652\u0670ء]/g
const SAME: Record<string, string> = { آ: 'ا', أ: 'ا', ئ: 'ی', ؤ: 'و', ة: 'ه', ي: 'ی', ك: 'ک' }
