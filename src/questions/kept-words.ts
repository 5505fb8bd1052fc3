import { slipDistance } from '../persian/distance.ts'
import type { KnownWords } from './known-words.ts'
import type { Lexicon } from './lexicon.ts'
import { isNegatedVerb } from './negated-verbs.ts'

/**
 * What must not be lost where a typed word is taken for another: a denial, or a word that stands
 * whole within it. `cost` is that of the slips.
 */
export function losesMeaning(
  typed: string,
  meant: string,
  cost: number,
  lexicon: Lexicon,
  knownWords: KnownWords,
): boolean {
  if (affirms(typed, meant, lexicon, knownWords)) return true
  return cost > ONE_SLIP && losesWord(typed, meant, lexicon, knownWords)
}

const ONE_SLIP = 1

/** «دفننشده» is no slip of «دفن‌شده», nor surely «دفن‌تشده». */
export function affirms(
  typed: string,
  meant: string,
  lexicon: Lexicon,
  knownWords: KnownWords,
): boolean {
  for (let at = 0; at <= typed.length - SHORTEST_VERB; at++) {
    const tail = typed.slice(at)
    if (!isNegatedVerb(tail) || meant.endsWith(tail)) continue
    // «ساخنمانی» denies nothing.
    const head = typed.slice(0, at)
    if (at === 0 || (at > 1 && (lexicon.forms.has(head) || knownWords.has(head)))) return true
  }
  if (typed.length !== meant.length + 1) return false
  for (let at = 0; at < meant.length; at++) {
    const isAdded = typed.slice(0, at) + typed.slice(at + 1) === meant
    if (!isAdded || !isNegatedVerb(NOT + meant.slice(at))) continue
    const letter = typed.charAt(at)
    if (slipDistance(letter, NOT, LIKELY_LETTER) <= LIKELY_LETTER) return true
  }
  return false
}

const NOT = 'ن'
const SHORTEST_VERB = 3
const LIKELY_LETTER = 0.6

/**
 * «تولیدذرت» is no slip of «تولید برق», nor «واردات سیب» of «صادرات سیب»: where one part of what was
 * typed is said as meant and the other is a word of its own, that word is not put right.
 */
function losesWord(
  typed: string,
  meant: string,
  lexicon: Lexicon,
  knownWords: KnownWords,
): boolean {
  const isOurs = (word: string) => word.length >= SHORTEST_OURS && lexicon.forms.has(word)
  const isWord = (word: string) => word.length >= 2 && (isOurs(word) || knownWords.has(word))
  for (let at = 2; at <= typed.length - 2; at++) {
    const front = typed.slice(0, at)
    const back = typed.slice(at)
    if (isOurs(front) && isWord(back) && meant.startsWith(front)) return true
    if (isOurs(back) && isWord(front) && meant.endsWith(back)) return true
  }
  return false
}

const SHORTEST_OURS = 3
