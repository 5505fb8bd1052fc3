import { findObservations } from '../facts/observations.ts'
import { persianDigits } from '../persian/format.ts'
import type { Interpretation } from '../questions/question.ts'
import type { Figure, Part } from './answer.ts'
import { namesHeldIn, nearFigures, nearParts } from './not-found.ts'
import { type Desk, type Outcome, outcome } from './outcome.ts'
import { asked, newLine, text } from './parts.ts'
import { texts } from './texts.fa.ts'

const MOST_NEARBY = 3
const EXAMPLES = 3

type Unexplained = Extract<Interpretation, { status: 'unexplained' }>

/** Something was recognised, but not all: says what stands in the way and what is near. */
export async function refuseUnexplained(one: Unexplained, desk: Desk): Promise<Outcome> {
  const nearby: Figure[] = []
  for (const reading of one.near)
    if (nearby.length < MOST_NEARBY) nearby.push(...(await nearFigures(reading.question, desk)))
  const lead = leadOf(one)
  const near = nearby.slice(0, MOST_NEARBY)
  const held = near.length === 0 ? await heldParts(one.placeIds[0], desk) : []
  // What was not understood is nothing that a follow-up could refer to.
  return outcome('not_found', null, {
    nearby: near,
    parts: [lead, ...nearParts(near), ...held],
  })
}

/** What stands in the way: words that mean nothing here, a condition, a period, a unit, or no clear name. */
function leadOf({ words, conditions = [], invalidPeriods = [], otherUnit }: Unexplained): Part {
  if (words.length > 0) return asked(texts.unexplained(persianDigits(words.join(' '))))
  if (conditions.length > 0) return asked(texts.noSuchCondition(conditions))
  if (invalidPeriods.length > 0) return asked(texts.noSuchPeriod(invalidPeriods))
  if (otherUnit !== undefined) return text(texts.otherUnit(otherUnit))
  return text(texts.noClearName)
}

const MOST_HELD = 5

/** What can be asked of the place that was named. */
async function heldParts(placeId: number | undefined, desk: Desk): Promise<Part[]> {
  if (placeId === undefined) return []
  const names = await namesHeldIn(placeId, MOST_HELD, desk)
  const place = desk.names.place(placeId)
  if (names.length === 0) return [newLine, text(texts.heldNothing(place))]
  return [
    newLine,
    newLine,
    text(texts.held(place)),
    ...names.flatMap((name): Part[] => [newLine, asked(`• ${name}`)]),
  ]
}

/** Nothing of it is ours: shows by example what can be asked. */
export async function explainItself(
  status: 'help' | 'not_understood',
  desk: Desk,
): Promise<Outcome> {
  const examples = await exampleQuestions(desk)
  const lead = status === 'help' ? texts.help : texts.notUnderstood
  return outcome(status, null, {
    parts:
      examples.length === 0
        ? [text(texts.notUnderstoodEmpty)]
        : [text(lead), ...examples.flatMap((example): Part[] => [newLine, asked(`• ${example}`)])],
  })
}

/** Questions that the store can answer, made from what it holds. */
export async function exampleQuestions(desk: Desk): Promise<string[]> {
  const observations = await findObservations(desk.db, { measure: 'level', limit: 60 })
  const seen = new Set<number>()
  const examples: string[] = []
  for (const { indicatorId, placeId, value } of observations) {
    if (seen.has(indicatorId) || value === null || examples.length === EXAMPLES) continue
    seen.add(indicatorId)
    examples.push(`${desk.names.indicator(indicatorId).name} ${desk.names.place(placeId)}`)
  }
  return examples
}
