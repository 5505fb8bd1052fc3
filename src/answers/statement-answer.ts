import type { Observation } from '../facts/types.ts'
import type { Question } from '../questions/question.ts'
import { STATEMENT_UNIT } from '../questions/special-units.ts'
import { tellsOf } from '../questions/text-asked.ts'
import { correctionsOf } from './corrections.ts'
import { observationsFor } from './look-up.ts'
import { describe } from './not-found.ts'
import { type Desk, type Outcome, outcome } from './outcome.ts'
import { asked, lines, text } from './parts.ts'
import { isOfPeriod, latestPeriod, withoutRepeats } from './selection.ts'
import { shownFigure } from './shown-figure.ts'
import { texts } from './texts.fa.ts'
import { writeValue } from './value-text.ts'

async function statementsOf(
  indicatorId: number,
  { places }: Question,
  desk: Desk,
): Promise<Observation[]> {
  const held = await observationsFor(desk, indicatorId, places?.value ?? null)
  return held.filter(({ statement }) => statement !== null)
}

/** Indicators of statements that name what was asked for, and of what («صنایع واحدهای احیاشده»). */
function namesakes({ indicator, about = [] }: Question, { names }: Desk): number[] {
  const own = names.indicator(indicator?.value as number).name
  return names
    .indicatorsIn(STATEMENT_UNIT)
    .filter(({ name }) => tellsOf(name, about) && sharesWord(name, own))
    .map(({ id }) => id)
}

function sharesWord(one: string, other: string): boolean {
  const words = new Set(other.split(' '))
  return one.split(' ').some((word) => words.has(word))
}

/** Why, where to or which things: only a statement tells that, never a figure. */
export async function answerStatement(question: Question, desk: Desk): Promise<Outcome> {
  const { periods, about = [] } = question
  const wanted = periods?.value[0]
  const isOfTime = (one: Observation) => wanted === undefined || isOfPeriod(one, wanted)
  const own = await statementsOf(question.indicator?.value as number, question, desk)
  const telling = own.filter((one) => isOfTime(one) && tellsOf(one.statement ?? '', about))
  if (telling.length === 0)
    for (const id of namesakes(question, desk))
      telling.push(...(await statementsOf(id, question, desk)).filter(isOfTime))
  const latest = latestPeriod(telling)
  const found = withoutRepeats(telling.filter(({ period }) => period === latest))
  // What comes next is about the figure again («خوزستان چی؟»).
  const { about: _, ...ofFigure } = { ...question, aspect: 'value' as const }
  if (found.length === 0 || latest === null)
    return outcome('not_found', ofFigure, {
      parts: lines([text(texts.noStatement, 'bold')], [asked(describe(question, desk))]),
    })
  const figures = found.map((one) => shownFigure(one, desk))
  const corrections = await correctionsOf(desk.db, found)
  return outcome(
    'answered',
    { ...question, periods: periods ?? { value: [latest], origin: 'assumed' } },
    { figures, parts: writeValue(question, figures, [], found, corrections) },
  )
}
