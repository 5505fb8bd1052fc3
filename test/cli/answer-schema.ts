import { z } from 'zod'

const kind = z.enum(['actual', 'target', 'forecast'])
const origin = z.enum(['said', 'previous', 'default', 'assumed'])

const source = z.strictObject({
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  url: z.string().nullable(),
  publishedOn: z.iso.date().nullable(),
})

const figureFields = {
  value: z.number().nullable(),
  unit: z.string(),
  qualifier: z.enum(['exact', 'more_than', 'at_least', 'less_than', 'at_most', 'about']),
  kind,
  measure: z.enum(['level', 'change', 'share', 'rank']),
  indicator: z.string().min(1),
  place: z.string().min(1),
  period: z.string().min(4),
  periodBasis: z.enum(['stated', 'inferred']),
  statement: z.string().optional(),
  speaker: z.string().nullable(),
  quote: z.string().nullable(),
  source: source.nullable(),
}

const input = z.looseObject(figureFields)
const figure = z.looseObject({
  ...figureFields,
  derived: z.strictObject({ formula: z.string().min(1), inputs: z.array(input).min(1) }).nullable(),
})

const reading = z.strictObject({
  indicator: z.string().nullable(),
  place: z.string().nullable(),
  period: z.string().nullable(),
  kind: kind.nullable(),
  aspect: z.string(),
  origins: z.partialRecord(z.enum(['indicator', 'place', 'period', 'kind']), origin),
})

/** The JSON of an answer, as DESIGN.md promises it to other programs. */
export const answerSchema = z
  .strictObject({
    question: z.string(),
    status: z.enum(['answered', 'choices', 'not_found', 'not_understood', 'help']),
    text: z.string().min(1),
    reading: reading.nullable(),
    figures: z.array(figure),
    nearby: z.array(figure),
    choices: z.array(z.strictObject({ label: z.string().min(1), reading })),
  })
  .refine(({ status, choices }) => status !== 'choices' || choices.length > 0, 'choices to choose')

export type AnswerJson = z.infer<typeof answerSchema>

/** Reads lines of JSON; throws where one breaks the contract. */
export const answersOf = (stdout: string): AnswerJson[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => answerSchema.parse(JSON.parse(line)))
