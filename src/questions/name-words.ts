import { closeStemOf } from '../persian/morphology.ts'
import { key } from '../persian/normalise.ts'
import { tokenise } from '../persian/tokens.ts'
import { FUNCTION_WORDS, LIGHT_WORDS } from './words.ts'

const LIGHT = new Set(LIGHT_WORDS.map(key))
const FUNCTION = new Set(FUNCTION_WORDS.map(key))

/** Whether many names share the word, so that it tells little. */
export function isLight(word: string): boolean {
  // One common ending at most: «صادرات» is no «صادر».
  return LIGHT.has(word) || LIGHT.has(closeStemOf(word) ?? '')
}

/** A word of grammar or courtesy, by its key. */
export const isFunctionWord = (word: string): boolean => FUNCTION.has(word)

/** A word that says nothing in a name, unless it is one that names share. */
export function isFiller(word: string): boolean {
  return isFunctionWord(word) && !LIGHT.has(word)
}

const ZINC = 'روی'

/** «تولید روی»: at the end of a name stands no preposition, but zinc. */
export function isThing(word: string, at: number, words: readonly string[]): boolean {
  return word === ZINC && at === words.length - 1 && at > 0
}

/** The keys of the words that a name is made of. */
export function wordKeys(text: string): string[] {
  return tokenise(text)
    .filter((token) => token.kind !== 'punctuation')
    .map((token) => key(token.text))
    .filter((word) => !ENDING_WORDS.has(word))
}

/** Endings that a half-space sets apart («واحد‌های», «توسعه‌ای»). */
const ENDING_WORDS = new Set(['ها', 'های', 'هایی', 'ی', 'ای', 'یی', 'ام', 'ات', 'اش'])

/** Whether a word is only the ending of the one before it. */
export const isEnding = (word: string): boolean => ENDING_WORDS.has(word)

/** Those of them that leave the word what it is. */
export const PLAIN_ENDINGS: ReadonlySet<string> = new Set(['ها', 'های', 'ی'])

const PLURALS = ['هایی', 'های', 'ها']

/** «واحدهای» → «واحد»: the inflection that names of several words carry inside. */
export function withoutPlural(word: string): string {
  // «رو» is what follows an object.
  if (word === ZINC) return word
  const ending = PLURALS.find((one) => word.endsWith(one) && word.length >= one.length + 2)
  const bare = ending === undefined ? word : word.slice(0, -ending.length)
  const before = bare.charAt(bare.length - 2)
  const isJoined = bare.length >= 3 && bare.endsWith('ی') && (before === 'ا' || before === 'و')
  return isJoined ? bare.slice(0, -1) : bare
}
