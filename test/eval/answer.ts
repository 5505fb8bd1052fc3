import { z } from 'zod'

const figure = z.looseObject({
  value: z.number().nullable(),
  unit: z.string().nullish(),
  kind: z.string().nullish(),
  measure: z.string().nullish(),
  indicator: z.string().nullish(),
  place: z.string().nullish(),
  period: z.string().nullish(),
  statement: z.string().nullish(),
  derived: z.unknown().optional(),
})

/** The JSON of an answer, as far as the examiner reads it (DESIGN, section 5). */
export const answerJson = z.looseObject({
  status: z.enum(['answered', 'choices', 'not_found', 'not_understood', 'help']),
  text: z.string().default(''),
  figures: z.array(figure).default([]),
  choices: z
    .array(z.looseObject({ label: z.string(), reading: z.looseObject({}).nullish() }))
    .default([]),
})

export type AnswerFigure = z.infer<typeof figure>
export type AnswerJson = z.infer<typeof answerJson>

export interface AskOptions {
  /** Today, ISO. */
  readonly now: string
  /** Questions with the same name here are turns of one conversation. */
  readonly conversation: string | null
}

export type Ask = (question: string, options: AskOptions) => Promise<AnswerJson>
