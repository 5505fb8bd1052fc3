import { z } from 'zod'
import { todayInTehran } from '../persian/calendar.ts'
import type { Executor } from './open.ts'

export interface QuestionStatistics {
  readonly questions: number
  /** By status of the answer; greetings and the like are no questions, and are left out. */
  readonly byStatus: Readonly<Record<string, number>>
  readonly people: number
  /** The indicators that were asked for most, most first. */
  readonly indicators: readonly { readonly name: string; readonly count: number }[]
  /** ISO days in Tehran, the first one first; days without a question too. */
  readonly days: readonly {
    readonly day: string
    readonly asked: number
    readonly answered: number
  }[]
}

const readingSchema = z.object({ indicator: z.string().nullable() })
const MOST_INDICATORS = 5
const DAY_MS = 24 * 60 * 60 * 1000

/** What was asked in the last `days` days, today included. */
export async function questionStatistics(
  db: Executor,
  days: number,
  now: Date,
): Promise<QuestionStatistics> {
  const dayNames = Array.from({ length: days }, (_, at) =>
    todayInTehran(new Date(now.getTime() - (days - 1 - at) * DAY_MS)),
  )
  const perDay = new Map(dayNames.map((day) => [day, { asked: 0, answered: 0 }]))
  const rows = await db
    .selectFrom('question_log')
    .select(['status', 'detail', 'telegram_id', 'asked_at'])
    .where('asked_at', '>=', new Date(now.getTime() - days * DAY_MS).toISOString())
    .where('status', '<>', 'help')
    .orderBy('id')
    .execute()
  const byStatus: Record<string, number> = {}
  const people = new Set<number | null>()
  const indicators = new Map<string, number>()
  let questions = 0
  for (const { status, detail, telegram_id, asked_at } of rows) {
    const day = perDay.get(todayInTehran(new Date(asked_at)))
    if (!day) continue
    questions++
    day.asked++
    if (status === 'answered') day.answered++
    byStatus[status] = (byStatus[status] ?? 0) + 1
    people.add(telegram_id)
    const reading = detail === null ? undefined : readingSchema.safeParse(JSON.parse(detail)).data
    const name = reading?.indicator
    if (name) indicators.set(name, (indicators.get(name) ?? 0) + 1)
  }
  return {
    questions,
    byStatus,
    people: people.size,
    indicators: [...indicators]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_INDICATORS)
      .map(([name, count]) => ({ name, count })),
    days: [...perDay].map(([day, counts]) => ({ day, ...counts })),
  }
}
