import { previousPeriod } from '../persian/period-relations.ts'
import type { PeriodMention } from '../persian/periods.ts'
import type { Grammar } from './grammar.ts'
import { SMALL_NUMBERS } from './small-numbers.ts'

/** «سال‌های ۱۴۰۱ و ۱۴۰۲» names two years, «از ۹۵ تا ۹۹» a stretch. */
export function periodsOfMention(mention: PeriodMention): readonly string[] {
  if (mention.invalid !== undefined) return []
  return mention.members ?? [mention.period]
}

/** «بیشتر از پارسال», «به نسبت پارسال», «چند برابر ۱۳۹۸»: the period is what another one is compared with. */
export function isComparedWith({ from }: PeriodMention, { keys }: Grammar): boolean {
  const before = keys[from - 2] ?? ''
  return (
    (keys[from - 1] === 'از' && MORE_OR_LESS.has(before)) ||
    (keys[from - 1] === 'نسبت' && before === 'به') ||
    (keys[from - 1] === 'با' && keys.slice(0, from).some((word) => DISTANCES.has(word ?? ''))) ||
    (keys[from - 1] === 'برابر' && before === 'چند')
  )
}

/** «رشد ۱۴۰۱ نسبت به سال گذشته» is against 1400, whenever it is asked. */
export function comparedIn(spans: readonly PeriodMention[], { keys }: Grammar): string[] {
  const asked = spans.find((span) => !span.comparison && span.basis === 'stated')?.period
  return spans
    .filter((span) => span.comparison)
    .flatMap((span) => {
      const countsBack = span.basis === 'relative' && keys[span.from] === 'سال'
      const isLater = asked !== undefined && asked !== '' && span.period >= asked
      return countsBack && isLater ? [previousPeriod(asked)] : periodsOfMention(span)
    })
}

/** «تفاوت تولید گندم با پارسال». */
const DISTANCES = new Set('فاصله تفاوت اختلاف فرق شکاف'.split(' '))
const MORE_OR_LESS = new Set(['بیشتر', 'کمتر', 'بالاتر', 'پایینتر'])

/** «در پنج سال ۱۳۹۹ تا ۱۴۰۳»: the count says what the years say. */
export function countsOfYears(spans: readonly PeriodMention[], { keys }: Grammar): number[] {
  return spans.flatMap(({ from, period }) => {
    const [first, last] = period.split('/').map(Number)
    const at = keys[from] === 'سال' || keys[from - 1] !== 'سال' ? from - 1 : from - 2
    const said = SMALL_NUMBERS.get(keys[at] ?? '') ?? Number(keys[at])
    return said === (last ?? Number.NaN) - (first ?? 0) + 1 ? [at, at + 1] : []
  })
}

/** «سال قبلش»: how many years from the period asked before; null when nothing was said so. */
export function stepOf(spans: readonly PeriodMention[]): number | null {
  const span = spans.find((one) => one.invalid === 'needs-previous' && !one.comparison)
  return span?.step ?? null
}

/** Whether it is a period that no calendar here knows, or that lacks what it counts from. */
export function isInvalid(mention: PeriodMention): boolean {
  if (mention.invalid === undefined || mention.invalid === 'vague') return false
  return !(
    mention.invalid === 'needs-previous' &&
    (mention.comparison || mention.step !== undefined)
  )
}
