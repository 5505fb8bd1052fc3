import { z } from 'zod'
import type { Answer, Figure } from '../answers/answer.ts'
import type { Asker } from '../answers/asker.ts'
import { formatPeriod } from '../persian/period-format.ts'
import type { Question } from '../questions/question.ts'
import { questionSchema } from './question-schema.ts'

/** The topic of a group in which it was asked. */
const threadId = z.number().optional()

/**
 * What is watched: an understood question, or the words of one that was refused, with what they
 * depended on when they were asked («پارسال» means the same year when the answer comes).
 */
export const topicSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('question'), question: questionSchema, threadId }),
  z.object({
    type: z.literal('text'),
    text: z.string(),
    previous: questionSchema.nullable(),
    defaultPlaceId: z.number().nullable(),
    askedAt: z.string(),
    threadId,
  }),
])

export type Topic = z.infer<typeof topicSchema>

/** A question to be watched. A period that nobody said is left open: news is of the newest. */
export function topicOf(question: Question): Topic {
  return { type: 'question', question: withOpenPeriod(question) }
}

function withOpenPeriod(question: Question): Question {
  const { periods, also } = question
  const open = { ...question, periods: periods?.origin === 'assumed' ? null : periods }
  return also === undefined ? open : { ...open, also: also.map(withOpenPeriod) }
}

/** The answer as it is now; in the money that the chat likes to read, where it is to be read. */
export async function answerTo(
  topic: Topic,
  asker: Asker,
  now: Date,
  moneyUnit: string | null = null,
): Promise<Answer> {
  if (topic.type === 'question') {
    return await asker.answer(topic.question, {
      ...{ now, previous: null, defaultPlaceId: null, moneyUnit },
    })
  }
  const { text, previous, defaultPlaceId, askedAt } = topic
  return await asker.ask(text, {
    ...{ now: new Date(askedAt), previous, defaultPlaceId, moneyUnit },
  })
}

/** All that an answer says of figures; empty when there is none. Not how it words them. */
export function saidIn({ status, figures }: Answer): string {
  if (status !== 'answered' || figures.length === 0) return ''
  return JSON.stringify(figures.map(said))
}

function said({ value, unit, qualifier, statement, period, kind, place, source }: Figure) {
  return [value, unit, qualifier, statement ?? '', period, kind, place, source?.publisher ?? '']
}

/** The topic in the words of a reader. */
export function labelOf(topic: Topic, { reading, figures }: Answer): string {
  if (topic.type === 'text') return topic.text
  const period = topic.question.periods?.value.map((one) => formatPeriod(one)).join('، ')
  const named = [...new Set(figures.map(({ indicator }) => indicator))]
  const indicators = topic.question.also === undefined ? reading?.indicator : named.join(' و ')
  return [indicators, reading?.place, period].filter(Boolean).join('، ')
}
