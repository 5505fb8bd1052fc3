import { compiledOnce } from './compiled-once.ts'
import type { Executor } from './open.ts'
import { isRecent } from './recent-moment.ts'

const LASTS_MS = 60 * 60 * 1000

/** Keeps the last question of a chat (any JSON value), for follow-ups. */
export async function rememberQuestion(
  db: Executor,
  chatId: number,
  question: unknown,
  now: Date,
): Promise<void> {
  const row = { question: JSON.stringify(question), updated_at: now.toISOString() }
  await db
    .insertInto('conversation')
    .values({ chat_id: chatId, ...row })
    .onConflict((conflict) => conflict.column('chat_id').doUpdateSet(row))
    .execute()
}

/** The last question of a chat, or null when there is none or it is more than an hour old. */
export async function lastQuestion(db: Executor, chatId: number, now: Date): Promise<unknown> {
  const [row] = await conversationOf(db, chatId)
  if (!row || !withinAnHour(row.updated_at, now)) return null
  const question: unknown = JSON.parse(row.question)
  return question
}

const conversationOf = compiledOnce(1, (db, chatId = 0) =>
  db.selectFrom('conversation').selectAll().where('chat_id', '=', chatId),
)

/** Whether what was said at an instant may still be referred to. */
export const withinAnHour = (instant: string, now: Date): boolean =>
  isRecent(instant, now, LASTS_MS)

/** Forgets the last question of a chat. */
export async function forgetQuestion(db: Executor, chatId: number): Promise<void> {
  await db.deleteFrom('conversation').where('chat_id', '=', chatId).execute()
}
