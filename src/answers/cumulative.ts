import type { Question } from '../questions/question.ts'
import { observationsFor } from './look-up.ts'
import type { Desk } from './outcome.ts'

/** «از ۱۴۰۰ تا ۱۴۰۳ چقدر …» is what a source told of just these years, where one did. */
export async function asOneStretch(question: Question, desk: Desk): Promise<Question> {
  const { aspect, withSum, indicator, places, periods } = question
  const [period, ...others] = periods?.value ?? []
  const asksSum = aspect === 'total' || (aspect === 'trend' && withSum === true)
  if (!asksSum || indicator === null || !period?.includes('/') || others.length > 0) return question
  const observations = await observationsFor(desk, indicator.value, places?.value ?? [])
  const isHeld = observations.some((one) => one.period === period && one.measure === 'level')
  return isHeld ? { ...question, aspect: 'value' } : question
}

/**
 * «تا پایان ۱۴۰۳» may mean all that there was until then: with «مجموع» it does, otherwise where such
 * a figure is held. Of that year alone it is no more than the last part.
 */
export async function untilItsEnd(question: Question, desk: Desk): Promise<Question> {
  const { toYearEnd, indicator, places, periods, aspect } = question
  const [year, ...others] = periods?.value ?? []
  if (!toYearEnd || indicator === null || !periods || year === undefined || others.length > 0)
    return question
  const period = `../${year}`
  const until = { ...question, aspect: 'value' as const, periods: { ...periods, value: [period] } }
  if (aspect === 'total') return until
  if (aspect !== 'value') return question
  const observations = await observationsFor(desk, indicator.value, places?.value ?? [])
  return observations.some((one) => one.period === period) ? until : question
}
