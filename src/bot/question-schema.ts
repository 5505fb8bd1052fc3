import { z } from 'zod'
import type { Question } from '../questions/question.ts'
import { ASPECTS } from './question-code.ts'

const origin = z.enum(['said', 'previous', 'default', 'assumed'])
const slot = <Value extends z.ZodType>(value: Value) => z.object({ value, origin }).nullable()

const oneQuestion = z.object({
  aspect: z.enum(ASPECTS),
  indicator: slot(z.number()),
  places: slot(z.array(z.number()).readonly()),
  periods: slot(z.array(z.string()).readonly()),
  kind: slot(z.enum(['actual', 'target', 'forecast'])),
  tense: z.enum(['past', 'future']).nullable(),
  unit: z.string().nullable(),
  convert: z.boolean(),
  count: z.number().nullable(),
  bare: z.boolean().exactOptional(),
  ofChange: z.boolean().exactOptional(),
  overYears: z.boolean().exactOptional(),
  withSum: z.boolean().exactOptional(),
  toYearEnd: z.boolean().exactOptional(),
  byAmount: z.boolean().exactOptional(),
  second: z.object({ indicator: z.number(), per: z.number().positive() }).exactOptional(),
  among: z.array(z.number()).readonly().exactOptional(),
  about: z.array(z.string()).readonly().exactOptional(),
  base: z.string().nullable(),
})

const wholeQuestion = oneQuestion.extend({
  also: z.array(oneQuestion).readonly().exactOptional(),
})

/** An understood question as it comes back from the store, after a restart or an update. */
export const questionSchema = wholeQuestion.extend({
  before: wholeQuestion.exactOptional(),
  aside: z.boolean().exactOptional(),
}) satisfies z.ZodType<Question>

/** The question, or null when an older version of the program wrote something else. */
export function readQuestion(value: unknown): Question | null {
  const read = questionSchema.safeParse(value)
  return read.success ? read.data : null
}
