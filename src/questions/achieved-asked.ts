import type { Kind } from '../facts/types.ts'
import type { FoundPhrase } from './phrase-finder.ts'
import type { Aspect } from './question.ts'

const PER_CENT = /^درصد/
const UP_TO = /^تاچه/
/** «تا چه حد», «چقدر تحقق یافت»: how far it came. */
const HOW_FAR = new Set(['چقدر', 'چقد', 'حد', 'حدی', 'اندازه'])

/**
 * The aspects that are asked for, without the share achieved where the verb only tells what was
 * done: «به چه میزان تحقق یافته است» asks for the amount, unless a target or per cents are spoken of.
 */
export function withoutTold(
  aspects: readonly FoundPhrase<Aspect>[],
  kinds: readonly FoundPhrase<Kind>[],
  keys: readonly (string | null)[],
): FoundPhrase<Aspect>[] {
  const isOfShare =
    kinds.some(({ value }) => value === 'target') ||
    keys.some(
      (word, at) => PER_CENT.test(word ?? '') || HOW_FAR.has(word ?? '') || isUpTo(keys, at),
    )
  if (isOfShare) return [...aspects]
  const told = kinds.filter(({ value, from }) => value === 'actual' && keys[from] === 'تحقق')
  return aspects.filter(
    ({ value, from, to }) =>
      value !== 'achieved' || !told.some((verb) => from <= verb.from && verb.from < to),
  )
}

/** «تا چه میزان». */
function isUpTo(keys: readonly (string | null)[], at: number): boolean {
  return UP_TO.test(keys[at] ?? '') || (keys[at] === 'تا' && keys[at + 1] === 'چه')
}
