import type { Grammar } from './grammar.ts'
import type { PlaceMention } from './place-mentions.ts'
import type { Aspect } from './question.ts'
import type { Word } from './sense.ts'
import { SMALL_NUMBERS } from './small-numbers.ts'

/** «یزد تو گندم چنده؟», «فارس در تولید گندم چند است؟». */
export function mayAskRank(
  named: ReadonlySet<number>,
  places: readonly PlaceMention[],
  { keys }: Grammar,
): boolean {
  const first = Math.min(...named)
  const asked = keys.findIndex(
    (word, at) => word === 'چنده' || (word === 'چند' && IS.has(keys[at + 1] ?? '')),
  )
  const isIn = IN.has(keys[first - 1] ?? '') && places.some(({ word }) => word === first - 2)
  return isIn && asked > first
}

const IN = new Set(['تو', 'توی', 'در'])
const IS = new Set(['است', 'هست'])

/** «پنج استان اول»: how many of a ranking; marks its word as explained. */
export function countOf(
  words: readonly Word[],
  grammar: Grammar,
  aspects: ReadonlySet<Aspect>,
  explained: Set<number>,
): number | null {
  if (!aspects.has('most') && !aspects.has('least')) return null
  for (let at = 0; at < words.length; at++) {
    if (explained.has(at)) continue
    const token = words[at]?.token
    const value =
      token?.kind === 'number' ? Number(token.text) : SMALL_NUMBERS.get(grammar.keys[at] ?? '')
    if (value === undefined || !Number.isInteger(value) || value < 1 || value > 50) continue
    explained.add(at)
    return value
  }
  return null
}
