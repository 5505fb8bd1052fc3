import { key } from '../persian/normalise.ts'
import type { Word } from './sense.ts'

/** More than this is a list of a whole, not a question. */
const MOST_LISTED = 4

/**
 * A question about several indicators in one breath («تولید گندم و جو یزد ۱۴۰۳», «گوشت قرمز و
 * گوشت مرغ اصفهان») as one question about each: what the list shares (places, periods, what
 * asks) is said in all of them. Several ways to share the words are given, the likeliest first;
 * none when nothing is listed.
 */
export function questionsOfListed(words: readonly Word[]): string[][] {
  const items = itemsOf(words)
  if (items.length < 2 || items.length > MOST_LISTED) return []
  const first = items[0] as Word[]
  const last = items.at(-1) as Word[]
  const tail = tailOf(last, isFrame)
  const head = partsOf(first.filter((word) => isFrame(word)))
  const firstParts = partsOf(first)
  // «گندم و جو تولیدی یزد»: what stands behind the last may belong to all of them.
  const lastParts = partsOf(last)
  const ahead = firstParts.slice(0, -1)
  // «تولید شیر فارس و تولید تخم‌مرغ قم در ۱۴۰۲»: each has its own place.
  const own = items.every((item) => item.some(isPlace)) ? tailOf(last, isElsewhere) : tail
  // «تولید و صادرات پسته کرمان»: the first lives on what stands behind the last.
  const behind = lastParts.slice(1)
  const shared: readonly (readonly [prefix: string[], suffix: string[]])[] = [
    [ahead, own],
    [head, own],
    [firstParts.slice(0, 1), own],
    [[], own],
    [[], behind],
    [ahead, behind],
  ]
  return shared.map(([prefix, suffix]) =>
    items.map((item, index) => {
      if (index === 0) return sentence(firstParts, suffix)
      return index === items.length - 1
        ? sentence(prefix, lastParts)
        : sentence(prefix, partsOf(item), suffix)
    }),
  )
}

const tailOf = (words: readonly Word[], isShared: (word: Word) => boolean): string[] =>
  partsOf(words.filter(isShared))

function itemsOf(words: readonly Word[]): Word[][] {
  const items: Word[][] = [[]]
  for (const word of words) {
    if (isSeparator(word)) items.push([])
    else (items.at(-1) as Word[]).push(word)
  }
  return items.some((item) => item.length === 0) ? [] : items
}

function isSeparator({ typed, token }: Word): boolean {
  return key(typed) === 'و' || (token.kind === 'punctuation' && /[،,]/.test(token.text))
}

/** A place, a number, or a word that no indicator's name has: it frames the whole list. */
export function isFrame({ token, senses }: Word): boolean {
  if (token.kind !== 'word') return true
  const [best] = senses
  return best !== undefined && (best.form.placeIds.length > 0 || best.form.concepts.length === 0)
}

const isPlace = ({ senses: [best] }: Word): boolean => (best?.form.placeIds.length ?? 0) > 0

const isElsewhere = (word: Word): boolean => isFrame(word) && !isPlace(word)

const partsOf = (words: readonly Word[]): string[] => words.flatMap(({ typed }) => typed.split(' '))

const sentence = (...parts: readonly (readonly string[])[]): string => parts.flat().join(' ')
