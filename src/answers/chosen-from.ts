import { stemsOf } from '../persian/morphology.ts'
import { key } from '../persian/normalise.ts'
import { numberWord } from '../persian/number-words.ts'
import { tokenise } from '../persian/tokens.ts'

/** Said around a choice, and of no weight: «گزینه ۲», «همون دومی رو», «استان قم». */
const AROUND = new Set(
  'گزینه شماره مورد همان همون همین این را رو لطفا لطفاً منظورم بود است استان یعنی'.split(' '),
)
/** Agreement with the one reading that was offered. */
const YES = new Set([
  'بله',
  'بلی',
  'آره',
  'اره',
  'همینه',
  'درسته',
  'اوکی',
  'ok',
  'yes',
  'bale',
  'are',
])
const LAST = new Set(['آخر', 'آخری', 'آخرین'])

/**
 * The choice that a typed answer means: its number («۱», «2», «اولی», «گزینه سوم»), its label, or
 * words that stand in its label and in no other. Null when it means none, or not one only.
 */
export function chosenFrom<Choice extends { readonly label: string }>(
  text: string,
  choices: readonly Choice[],
): Choice | null {
  const said = wordsOf(text).filter((word) => !AROUND.has(word))
  if (said.length === 0) return null
  if (choices.length === 1 && said.every((word) => YES.has(word))) return choices[0] ?? null
  const typed = [key(text), key(said.join(' '))]
  const exact = choices.filter(({ label }) => typed.includes(key(label)))
  if (exact.length > 0) return exact.length === 1 ? (exact[0] ?? null) : null
  const position = said.length === 1 ? positionOf(said[0] ?? '', choices.length) : null
  if (position !== null) return choices[position - 1] ?? null
  const named = choices.filter(({ label }) => {
    const words = new Set(wordsOf(label))
    // «تولیدش» is «تولید».
    return said.every((word) => [word, ...stemsOf(key(word))].some((form) => words.has(form)))
  })
  return named.length === 1 ? (named[0] ?? null) : null
}

const wordsOf = (text: string): string[] =>
  tokenise(text)
    .filter(({ kind }) => kind !== 'punctuation')
    .map((token) => token.text)

/** Counted from one; null when the word is no number, or a year rather than a position. */
function positionOf(word: string, count: number): number | null {
  if (LAST.has(word)) return count
  if (/^\d{1,2}$/.test(word)) return Number(word)
  const number = numberWord(word) ?? numberWord(word.replace(/ی$/, ''))
  return number?.kind === 'value' && number.value <= count ? number.value : null
}
