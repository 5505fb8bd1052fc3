import type { Executor } from './open.ts'

export interface MistakeReport {
  readonly id: number
  readonly chatId: number | null
  readonly telegramId: number | null
  readonly observationId: number | null
  readonly text: string
  readonly reportedAt: string
}

/** Keeps what a reader says is wrong with an answer; gives the id of the report. */
export async function reportMistake(
  db: Executor,
  {
    reportedAt,
    ...report
  }: Omit<MistakeReport, 'id' | 'reportedAt'> & { readonly reportedAt: Date },
): Promise<number> {
  const { id } = await db
    .insertInto('mistake_report')
    .values({
      chat_id: report.chatId,
      telegram_id: report.telegramId,
      observation_id: report.observationId,
      text: report.text,
      reported_at: reportedAt.toISOString(),
      resolved_at: null,
      resolved_by: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const REPORT_COLUMNS = [
  'id',
  'chat_id as chatId',
  'telegram_id as telegramId',
  'observation_id as observationId',
  'text',
  'reported_at as reportedAt',
] as const

/** Reports that nobody has dealt with, the oldest first. */
export async function openReports(db: Executor, limit = 20): Promise<MistakeReport[]> {
  return await db
    .selectFrom('mistake_report')
    .select(REPORT_COLUMNS)
    .where('resolved_at', 'is', null)
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** The open reports of one person. */
export async function openReportsOf(db: Executor, telegramId: number): Promise<MistakeReport[]> {
  return await db
    .selectFrom('mistake_report')
    .select(REPORT_COLUMNS)
    .where('resolved_at', 'is', null)
    .where('telegram_id', '=', telegramId)
    .orderBy('id')
    .execute()
}

/** A report with who closed it, if someone did; null when there is none. */
export async function reportById(
  db: Executor,
  id: number,
): Promise<(MistakeReport & { readonly resolvedBy: string | null }) | null> {
  const row = await db
    .selectFrom('mistake_report')
    .select([...REPORT_COLUMNS, 'resolved_by as resolvedBy'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** Closes a report; false when it was closed before or does not exist. */
export async function resolveReport(
  db: Executor,
  id: number,
  by: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('mistake_report')
    .set({ resolved_at: now.toISOString(), resolved_by: by })
    .where('id', '=', id)
    .where('resolved_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
