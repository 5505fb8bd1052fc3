import { periodYear, previousPeriod } from '../persian/period-relations.ts'
import type { PeriodMention } from '../persian/periods.ts'

/**
 * «نیمه دوم ۱۴۰۳ نسبت به نیمه اول», «مرداد ۱۴۰۳ بیشتر بود یا تیر»: a part of a year whose year was
 * left unsaid lies in the year of the part beside it; what is compared with came before it.
 */
export function withYearOfPart(mentions: readonly PeriodMention[]): PeriodMention[] {
  const said = mentions.find(
    ({ period, shape, note }) => PARTS.has(shape) && period !== '' && note !== UNSAID,
  )
  if (said === undefined) return [...mentions]
  return mentions.map((mention) => {
    if (mention.note !== UNSAID || mention.shape !== said.shape) return mention
    const { note: _, ...rest } = mention
    const inYear = previousPeriod(
      mention.period,
      periodYear(mention.period) - periodYear(said.period),
    )
    const isBefore = !mention.comparison || inYear < said.period
    return { ...rest, period: isBefore ? inYear : previousPeriod(inYear, 1) }
  })
}

const PARTS = new Set(['half', 'quarter', 'month'])
const UNSAID = 'year-unsaid'
