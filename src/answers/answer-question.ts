import type { Question } from '../questions/question.ts'
import { answerBestYear } from './best-year.ts'
import { answerChangeRanking } from './change-ranking.ts'
import { askBack } from './choices.ts'
import { answerComparison } from './comparison.ts'
import { asOneStretch, untilItsEnd } from './cumulative.ts'
import { answerAgainstTarget, answerChange, answerShare } from './derived-answers.ts'
import { apart, together } from './each-apart.ts'
import { answerDefinition, answerList } from './list-answers.ts'
import { observationsFor } from './look-up.ts'
import { notFound } from './not-found.ts'
import { withOtherSources } from './other-sources.ts'
import type { Desk, Outcome } from './outcome.ts'
import { answerPaired, isPaired } from './paired-answers.ts'
import { answerRank, answerRanking } from './ranking.ts'
import { resolvePlace } from './resolve-place.ts'
import { answerStatement } from './statement-answer.ts'
import { answerTotal } from './totals.ts'
import { answerTrendWithSum } from './trend.ts'
import { answerTargetAndActual, answerValue, select } from './value-answer.ts'
import { withCorrections } from './with-corrections.ts'

/** Answers an understood question: fills what was left unsaid, then looks up or derives. */
export async function answerQuestion(question: Question, desk: Desk): Promise<Outcome> {
  if (question.aspect === 'list' || question.indicator === null)
    return await answerList(question, desk)
  if (question.aspect === 'definition') return answerDefinition(question, desk)
  const found = await answerFigures(question, desk)
  return await withCorrections(await withOtherSources(found, desk), desk)
}

async function answerFigures(question: Question, desk: Desk): Promise<Outcome> {
  // Of two indicators together no order, trend or comparison is told: never that of one of them.
  if (question.second !== undefined && !isPaired(question))
    return await answerPaired(question, desk)
  const isSuperlative = question.aspect === 'most' || question.aspect === 'least'
  if (isSuperlative && !question.overYears)
    return question.ofChange && question.places === null
      ? await answerChangeRanking(question, desk)
      : await answerRanking(question, desk)
  if (question.places === null && (question.aspect === 'total' || question.aspect === 'average'))
    return await answerTotal(question, desk)
  const resolved = await resolvePlace(desk.db, question, desk.context.defaultPlaceId, desk.names)
  if (resolved.status === 'none') return await notFound(question, desk)
  if (resolved.status === 'open') {
    const placeIds = await holding(resolved.placeIds, question, desk)
    if (placeIds.length === 0) return await notFound(question, desk)
    const questions = placeIds.map((id) => ({
      ...question,
      places: { value: [id], origin: 'said' as const },
    }))
    return askBack(questions, 'place', desk.names)
  }
  const told = await untilItsEnd({ ...question, places: resolved.places }, desk)
  const placed = await asOneStretch(told, desk)
  const [first, ...others] = apart(placed)
  if (first === undefined) return await notFound(question, desk)
  const outcomes: [Outcome, ...Outcome[]] = [await answerAt(first, desk)]
  for (const other of others) outcomes.push(await answerAt(other, desk))
  return together(placed, outcomes)
}

/** Of a figure, the places that have it for the period and kind that were said: none leads nowhere. */
async function holding(
  placeIds: readonly number[],
  question: Question,
  desk: Desk,
): Promise<readonly number[]> {
  if (question.indicator === null) return placeIds
  if (question.second !== undefined) {
    const held = await observationsFor(desk, question.second.indicator, placeIds)
    return placeIds.filter((id) => held.some(({ placeId }) => placeId === id))
  }
  if (question.aspect !== 'value') return placeIds
  if (question.periods === null && question.kind === null) return placeIds
  const observations = await observationsFor(desk, question.indicator.value, placeIds)
  return placeIds.filter((id) => {
    const own = observations.filter(({ placeId }) => placeId === id)
    return select(own, question, desk).length > 0
  })
}

async function answerAt(question: Question, desk: Desk): Promise<Outcome> {
  switch (question.aspect) {
    case 'achieved':
    case 'gap':
    case 'unmet':
      return await answerAgainstTarget(question, desk)
    case 'target_and_actual':
      return await answerTargetAndActual(question, desk)
    case 'change':
      return await answerChange(question, desk)
    case 'share':
      return await answerShare(question, desk)
    case 'rank':
      return await answerRank(question, desk)
    case 'compare':
      return await answerComparison(question, desk)
    case 'most':
    case 'least':
      return await answerBestYear(question, desk)
    case 'trend':
      return await answerTrendWithSum(question, desk)
    case 'total':
    case 'average':
      return await answerTotal(question, desk)
    case 'statement':
      return await answerStatement(question, desk)
    case 'quotient':
    case 'sum':
      return await answerPaired(question, desk)
    default:
      return await answerValue(question, desk)
  }
}
