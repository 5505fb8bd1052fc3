import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { WordSet } from './word-set.ts'

/** Tells whether a key is a Persian word, so that it is not taken for a slip of another. */
export interface KnownWords {
  has(wordKey: string): boolean
}

/** Plural, ezafe and comparative: what a dictionary leaves to grammar. */
const INFLECTION = /^(?:(.{3,}?)ی|(.{4,}?)(?:هایی|های|ها|ای)|(.{2,}?)(?:ترین|تر))$/

let loaded: WordSet | undefined

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

function readDictionary(): WordSet {
  // The package exports its module alone; the word list lies beside it.
  const path = join(dirname(createRequire(import.meta.url).resolve('dictionary-fa')), 'index.dic')
  const words = readFileSync(path, 'utf8').replace(FLAGS, '')
  return new WordSet(words.replace(SPELLING, (letter) => SAME[letter] ?? ''))
}

/** What stands behind a word tells how it inflects. */
const FLAGS = /\/[^\n]*/g
/** The dictionary is clean text: this small part of `key` is enough, and forty times as fast. */
const SPELLING = /[\u200c آأئؤةيك\u064b-\u0652\u0670ء]/g
const SAME: Record<string, string> = { آ: 'ا', أ: 'ا', ئ: 'ی', ؤ: 'و', ة: 'ه', ي: 'ی', ك: 'ک' }
