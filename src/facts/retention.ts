import { setImmediate } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import type { Executor } from './open.ts'
import type { Schema } from './schema.ts'

/**
 * How many days what is no fact is kept. Facts, their history, members, reports of mistakes and
 * subscriptions are kept for good.
 */
export const DAYS_KEPT = {
  /** A year and a month, so that the same days of two years can be compared. */
  questionLog: 400,
  /** What buttons of old messages refer to. */
  buttons: 400,
  /** Dialogs, previews and drafts, since they were touched last; never what waits for an admin. */
  drafts: 90,
  notices: 90,
  chats: 30,
} as const

const DAY_MS = 24 * 60 * 60 * 1000
const AT_ONCE = 500
const WAITS_FOR_AN_ADMIN = 'proposed'

/**
 * Deletes what is past its time, a little at once so that others can work in between. Gives the
 * number of rows that went, by table; stops between two steps at the signal.
 */
export async function sweep(
  db: Executor,
  now: Date,
  signal?: AbortSignal,
): Promise<Partial<Record<keyof Schema, number>>> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS).toISOString()
  return {
    question_log: await remove(
      'id',
      'question_log',
      sql`asked_at < ${before(DAYS_KEPT.questionLog)}`,
    ),
    kept: await remove('id', 'kept', sql`kept_at < ${before(DAYS_KEPT.buttons)}`),
    draft: await remove(
      'id',
      'draft',
      sql`updated_at < ${before(DAYS_KEPT.drafts)}
        and not (status = 'open' and kind = ${WAITS_FOR_AN_ADMIN})`,
    ),
    notice: await remove(
      'id',
      'notice',
      sql`status in ('sent', 'dropped') and settled_at < ${before(DAYS_KEPT.notices)}`,
    ),
    conversation: await remove(
      'chat_id',
      'conversation',
      sql`updated_at < ${before(DAYS_KEPT.chats)}`,
    ),
    chat_state: await remove('chat_id', 'chat_state', sql`updated_at < ${before(DAYS_KEPT.chats)}`),
  }

  async function remove(
    key: string,
    table: keyof Schema,
    isOld: RawBuilder<unknown>,
  ): Promise<number> {
    for (let removed = 0; ; ) {
      const { rows } = await sql<{ key: number | string }>`
        select ${sql.ref(key)} as key from ${sql.table(table)} where ${isOld}
        limit ${sql.lit(AT_ONCE)}`.execute(db)
      if (rows.length === 0 || signal?.aborted) return removed
      const keys = sql.join(rows.map((row) => row.key))
      await sql`delete from ${sql.table(table)}
        where ${sql.ref(key)} in (${keys}) and ${isOld}`.execute(db)
      removed += rows.length
      await setImmediate()
    }
  }
}
