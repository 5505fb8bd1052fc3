import type { Kind } from '../facts/types.ts'
import type { PeriodMention } from '../persian/periods.ts'
import type { Grammar } from './grammar.ts'
import type { FoundPhrase } from './phrase-finder.ts'
import type { PlaceMention } from './place-mentions.ts'
import type { Aspect } from './question.ts'
import { isWord, type Word } from './sense.ts'
import type { Span } from './spans.ts'

/** «بدون نفت»: what a condition is about stands behind its first word, unless it ends there. */
export function withObject({ from, to }: Span, words: readonly Word[]): Span {
  return { from, to: isWord(words[to]) ? to + 1 : to }
}

/** What was said that could be set against something else. */
interface Compared {
  readonly aspects: readonly FoundPhrase<Aspect>[]
  readonly places: readonly PlaceMention[]
  readonly periods: readonly PeriodMention[]
  readonly kinds: readonly FoundPhrase<Kind>[]
}

/** «کمتر از ده نفر»: a threshold, since nothing that was said is compared. */
export function comparesNothing(
  { aspects, places, periods, kinds }: Compared,
  { keys }: Grammar,
): Span[] {
  if (places.length > 1 || periods.length > 1 || kinds.length > 0) return []
  return aspects.filter(
    ({ value, to }) =>
      value === 'compare' && keys[to - 1] === 'از' && !periods.some(({ from }) => from <= to),
  )
}

/** «مجموع سایر استان‌ها»: which ones are left out, a sum of all does not know. */
export function othersSummed(aspects: readonly FoundPhrase<Aspect>[], { keys }: Grammar): Span[] {
  if (!aspects.some(({ value }) => value === 'total' || value === 'average')) return []
  return keys.flatMap((word, at) => (OTHERS.has(word ?? '') ? [{ from: at, to: at + 1 }] : []))
}

const OTHERS = new Set(['بقیه', 'سایر', 'دیگر', 'دیگه', 'باقی'])

/**
 * «فاصله تولید گندم فارس ۱۴۰۳», «تفاوت …»: of one place and time and nothing else there is no distance,
 * and the figure itself does not tell one.
 */
export function differsFromNothing(
  { aspects, places, periods, kinds }: Compared,
  { keys }: Grammar,
): Span[] {
  const isCompared = periods.some(({ comparison, period }) => comparison || period.includes('/'))
  const isOfMore = aspects.some(({ value }) => value !== 'compare')
  if (isCompared || isOfMore || kinds.length > 0) return []
  if (places.length > 1 || periods.length > 1 || periods.some(({ members }) => members)) return []
  return aspects.filter(({ from, to }) => to === from + 1 && DISTANCES.has(keys[from] ?? ''))
}

const DISTANCES = new Set('فاصله تفاوت اختلاف شکاف انحراف'.split(' '))

/** «کدام شهرستان بیشترین …»: only provinces are ranked. */
export function countiesRanked({ keys }: Grammar): Span[] {
  return keys.flatMap((word, at) => (COUNTIES.test(word ?? '') ? [{ from: at, to: at + 1 }] : []))
}

const COUNTIES = /^(شهرستان(ها|های|هایی|ی)?|شهر(ها|های|هایی)?)$/
