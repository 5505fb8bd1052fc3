import type { Grammar } from './grammar.ts'
import type { PlaceMention } from './place-mentions.ts'
import type { Word } from './sense.ts'
import { SMALL_NUMBERS } from './small-numbers.ts'

/** «چندتا», «چند تا». */
export function asksHowMany({ keys }: Grammar): boolean {
  return keys.some(
    (word, at) => HOW_MANY.has(word ?? '') || (word === 'تا' && keys[at - 1] === 'چند'),
  )
}

const HOW_MANY = new Set(['چندتا', 'چنتا'])

/** «چقدر از», «چه میزان از»: a part is asked for. */
export function asksOf({ keys }: Grammar): boolean {
  return keys.some((word, at) => word === 'از' && PART.has(keys[at - 1] ?? ''))
}

const PART = new Set('چقدر چقد میزان مقدار بخشی سهمی نسبتی درصدی'.split(' '))

/** «سه استان قزوین، یزد و همدان»: the count says what the places say. */
export function countsOfPlaces(
  places: readonly PlaceMention[],
  words: readonly Word[],
  { keys }: Grammar,
): number[] {
  const named = new Set(places.map(({ candidates: [place] }) => place?.id)).size
  if (named < 2) return []
  return keys.flatMap((word, at) => {
    const said = words[at]?.token.kind === 'number' ? Number(word) : SMALL_NUMBERS.get(word ?? '')
    const noun = keys[at + 1] === 'تا' ? keys[at + 2] : keys[at + 1]
    return said === named && PLACE_NOUNS.test(noun ?? '') ? [at] : []
  })
}

const PLACE_NOUNS = /^(استان|شهرستان|شهر|جا|مکان|منطقه)(ها|های|ی)?$/
