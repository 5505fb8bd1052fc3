import { findPeriods, type PeriodMention } from '../persian/periods.ts'
import { type Token, tokenise } from '../persian/tokens.ts'

const YEAR = 'سال'
const THESE = new Set(['این', 'همین'])
const LAST = new Set(['آخر', 'اخر', 'آخری'])
const OF_YEARS = new Set(['ساله', 'سالهٔ'])
/** «میانگین سه‌ساله»; «بچه سه‌ساله» is no stretch of years. */
const OVER = new Set([
  'میانگین',
  'متوسط',
  'معدل',
  'مجموع',
  'جمع',
  'رشد',
  'روند',
  'تغییر',
  'تغییرات',
])

/**
 * The years that are counted from now in words which reports do not use so: «این پنج سال»,
 * «سه سال آخر», «میانگین سه‌ساله» are as «پنج سال اخیر». Null where none stand at `at`.
 */
export function recentYearsAt(
  tokens: readonly Token[],
  at: number,
  today: string,
): PeriodMention | null {
  const word = (index: number) => tokens[index]?.text ?? ''
  const these = THESE.has(word(at))
  const count = these ? at + 1 : at
  const ofYears = OF_YEARS.has(word(count + 1)) && OVER.has(word(at - 1))
  const last = LAST.has(word(count + 2))
  if (!ofYears && !(word(count + 1) === YEAR && (these || last))) return null
  const [mention] = findPeriods(tokenise(`${word(count)} ${YEAR} اخیر`), today)
  if (mention === undefined || mention.from > 0) return null
  const to = count + (last && !ofYears ? 3 : 2)
  const [start, end] = [tokens[at]?.start ?? 0, tokens[to - 1]?.end ?? 0]
  return { ...mention, from: at, to, start, end }
}
