import type { Columns } from './bulk.ts'
import type { Executor } from './open.ts'

export interface AskedQuestion {
  readonly chatId: number | null
  readonly telegramId: number | null
  readonly question: string
  /** The status of the answer: `answered`, `choices`, `not_found`, `not_understood`, `help`. */
  readonly status: string
  /** Anything that helps an admin, such as the reading; kept as JSON. */
  readonly detail?: unknown
  readonly now: Date
}

export interface LoggedQuestion {
  readonly id: number
  readonly chatId: number | null
  readonly telegramId: number | null
  readonly question: string
  readonly status: string
  readonly detail: unknown
  readonly askedAt: string
  readonly wantsNotice: boolean
}

export const UNANSWERED: readonly string[] = ['not_found', 'not_understood']

/** The columns of a question that was just asked. */
export const LOG_COLUMNS = {
  chat_id: 'bigint',
  telegram_id: 'bigint',
  question: 'text',
  status: 'text',
  detail: 'text',
  asked_at: 'text',
  wants_notice: 'integer',
} as const satisfies Columns

export const logRow = (asked: AskedQuestion) => ({
  chat_id: asked.chatId,
  telegram_id: asked.telegramId,
  question: asked.question,
  status: asked.status,
  detail: asked.detail === undefined ? null : JSON.stringify(asked.detail),
  asked_at: asked.now.toISOString(),
  wants_notice: 0,
})

/** Logs a question that was asked; gives its id. */
export async function logQuestion(db: Executor, asked: AskedQuestion): Promise<number> {
  const { id } = await db
    .insertInto('question_log')
    .values({ ...logRow(asked), resolved_at: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Notes that the asker wants to hear of it once the figure is there. */
export async function requestNotice(db: Executor, id: number): Promise<void> {
  await db.updateTable('question_log').set({ wants_notice: 1 }).where('id', '=', id).execute()
}

/** Notes of a chat's open question that its asker waits for the figure, however often it was asked. */
export async function requestNoticeOf(
  db: Executor,
  chatId: number,
  question: string,
): Promise<void> {
  await db
    .updateTable('question_log')
    .set({ wants_notice: 1 })
    .where('chat_id', '=', chatId)
    .where('question', '=', question)
    .where('resolved_at', 'is', null)
    .execute()
}

/** Takes a chat's question off the list of those without an answer. */
export async function resolveQuestionOf(
  db: Executor,
  chatId: number,
  question: string,
  now: Date,
): Promise<void> {
  await db
    .updateTable('question_log')
    .set({ resolved_at: now.toISOString() })
    .where('chat_id', '=', chatId)
    .where('question', '=', question)
    .where('resolved_at', 'is', null)
    .execute()
}

/** Questions that found no answer and that nobody has dealt with, the newest first. */
export async function unansweredQuestions(
  db: Executor,
  { limit = 20, offset = 0 }: { readonly limit?: number; readonly offset?: number } = {},
): Promise<LoggedQuestion[]> {
  const rows = await openQuestions(db).orderBy('id', 'desc').limit(limit).offset(offset).execute()
  return rows.map(toLoggedQuestion)
}

/** Among so many times as many of the last questions the different ones are looked for. */
const LIKE_ONES = 20

/** The newest different questions, answered or not, as they were typed. */
export async function recentQuestions(db: Executor, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom((eb) =>
      eb
        .selectFrom('question_log')
        .select(['id', 'question'])
        .orderBy('id', 'desc')
        .limit(limit * LIKE_ONES)
        .as('last'),
    )
    .select('question')
    .groupBy('question')
    .orderBy((eb) => eb.fn.max('id'), 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ question }) => question)
}

/** The questions with these ids that nobody has dealt with. */
export async function openQuestionsById(
  db: Executor,
  ids: readonly number[],
): Promise<LoggedQuestion[]> {
  if (ids.length === 0) return []
  const rows = await openQuestions(db).where('id', 'in', ids).orderBy('id').execute()
  return rows.map(toLoggedQuestion)
}

/** Open questions whose askers wait for the figure, the oldest first. */
export async function awaitedQuestions(db: Executor): Promise<LoggedQuestion[]> {
  const rows = await openQuestions(db).where('wants_notice', '=', 1).orderBy('id').execute()
  return rows.map(toLoggedQuestion)
}

/** Takes questions off the list of those without an answer. */
export async function resolveQuestions(
  db: Executor,
  ids: readonly number[],
  now: Date,
): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('question_log')
    .set({ resolved_at: now.toISOString() })
    .where('id', 'in', ids)
    .execute()
}

const openQuestions = (db: Executor) =>
  db
    .selectFrom('question_log')
    .selectAll()
    .where('resolved_at', 'is', null)
    .where('status', 'in', UNANSWERED)

interface QuestionRow {
  readonly id: number
  readonly chat_id: number | null
  readonly telegram_id: number | null
  readonly question: string
  readonly status: string
  readonly detail: string | null
  readonly asked_at: string
  readonly wants_notice: number
}

const toLoggedQuestion = (row: QuestionRow): LoggedQuestion => ({
  id: row.id,
  chatId: row.chat_id,
  telegramId: row.telegram_id,
  question: row.question,
  status: row.status,
  detail: row.detail === null ? null : JSON.parse(row.detail),
  askedAt: row.asked_at,
  wantsNotice: row.wants_notice === 1,
})
