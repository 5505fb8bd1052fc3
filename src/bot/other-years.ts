import type { AskContext } from '../answers/asker.ts'
import { findOutlines } from '../facts/observations.ts'
import { comparePeriods } from '../persian/period-relations.ts'
import { type Aspect, type Question, said } from '../questions/question.ts'
import type { Services } from './services.ts'

/** Looked at, from the newest: each is asked before it is offered. */
const MOST_YEARS = 12

/** Of these the same is asked in another year, not the bare figure. */
const COMPUTED: readonly Aspect[] = [
  'achieved',
  'gap',
  'unmet',
  'total',
  'average',
  'quotient',
  'sum',
]

/**
 * Whether other years are those of the whole question: of several places, of what is computed or of
 * several questions the years of one figure would be another thing.
 */
export function asksOfYears({ places, periods, aspect, overYears, also }: Question): boolean {
  // Years beside each other are all there already.
  if (overYears || aspect === 'trend' || (periods?.value.length ?? 0) > 1) return false
  const ranks = (aspect === 'most' || aspect === 'least') && places === null
  const several = (places?.value.length ?? 0) > 1
  return also !== undefined || several || ranks || COMPUTED.includes(aspect)
}

/** The question in each other year that has an answer to it, the newest first. */
export async function inOtherYears(
  question: Question,
  { asker, store }: Services,
  context: AskContext,
): Promise<Question[]> {
  const indicatorId = question.indicator?.value
  if (indicatorId === undefined) return []
  const now = await asker.answer(question, context)
  const own = now.figures[0]?.period ?? question.periods?.value[0]
  const outlines = await findOutlines(store.db, { indicatorIds: [indicatorId], measure: 'level' })
  const years = [...new Set(outlines.map(({ period }) => period))]
    .filter((period) => /^\d{4}$/.test(period) && period !== own)
    .sort((a, b) => comparePeriods(b, a))
    .slice(0, MOST_YEARS)
  const found: Question[] = []
  for (const year of years) {
    const other = inYear(question, year)
    if ((await asker.answer(other, context)).status === 'answered') found.push(other)
  }
  return found
}

function inYear(question: Question, year: string): Question {
  const { also } = question
  const moved = { ...question, periods: said([year]), base: null }
  return also === undefined ? moved : { ...moved, also: also.map((one) => inYear(one, year)) }
}
