import type { Executor } from './open.ts'

export interface Draft {
  readonly id: number
  readonly chatId: number
  readonly telegramId: number
  /** What the payload is, such as `add_observation` or `import`. */
  readonly kind: string
  /** Any JSON value; whoever reads it checks its shape. */
  readonly payload: unknown
  readonly createdAt: string
}

/** Keeps a draft or the state of a dialog, so that it outlives a restart; gives its id. */
export async function saveDraft(
  db: Executor,
  draft: Omit<Draft, 'id' | 'createdAt'>,
  now: Date,
): Promise<number> {
  const { id } = await db
    .insertInto('draft')
    .values({
      chat_id: draft.chatId,
      telegram_id: draft.telegramId,
      kind: draft.kind,
      payload: JSON.stringify(draft.payload),
      status: 'open',
      created_at: now.toISOString(),
      updated_at: now.toISOString(),
      change_set_id: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** An open draft, or null when it is unknown, applied or discarded. */
export async function openDraft(db: Executor, id: number): Promise<Draft | null> {
  const row = await openDrafts(db).where('id', '=', id).executeTakeFirst()
  return row ? toDraft(row) : null
}

/** The newest open draft of a person in a chat, if there is one; of one kind when it is given. */
export async function latestDraft(
  db: Executor,
  chatId: number,
  telegramId: number,
  kind?: string,
): Promise<Draft | null> {
  let query = openDrafts(db).where('chat_id', '=', chatId).where('telegram_id', '=', telegramId)
  if (kind) query = query.where('kind', '=', kind)
  const row = await query.orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row ? toDraft(row) : null
}

/** The open drafts of a kind, of whomever, the oldest first. */
export async function openDraftsOf(db: Executor, kind: string, limit: number): Promise<Draft[]> {
  const query = openDrafts(db).where('kind', '=', kind).orderBy('id').limit(limit)
  return (await query.execute()).map(toDraft)
}

/** Replaces the payload of an open draft; false when it is not open any more. */
export async function changeDraft(
  db: Executor,
  id: number,
  payload: unknown,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('draft')
    .set({ payload: JSON.stringify(payload), updated_at: now.toISOString() })
    .where('id', '=', id)
    .where('status', '=', 'open')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Gives an open draft to others as another kind; false when it is not open, or not of the kind. */
export async function handOverDraft(
  db: Executor,
  id: number,
  kinds: { readonly from: string; readonly to: string },
  payload: unknown,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('draft')
    .set({ kind: kinds.to, payload: JSON.stringify(payload), updated_at: now.toISOString() })
    .where('id', '=', id)
    .where('kind', '=', kinds.from)
    .where('status', '=', 'open')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** The draft that became a change set, and that change set; null when none did. */
export async function appliedDraft(
  db: Executor,
  id: number,
): Promise<{ readonly draft: Draft; readonly changeSetId: number } | null> {
  const row = await db
    .selectFrom('draft')
    .select(['id', 'chat_id', 'telegram_id', 'kind', 'payload', 'created_at', 'change_set_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row || row.change_set_id === null) return null
  return { draft: toDraft(row), changeSetId: row.change_set_id }
}

/** Closes an open draft, as discarded or as the change set it became; false when it was closed. */
export async function closeDraft(
  db: Executor,
  id: number,
  changeSetId: number | null,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('draft')
    .set({
      status: changeSetId === null ? 'discarded' : 'applied',
      change_set_id: changeSetId,
      updated_at: now.toISOString(),
    })
    .where('id', '=', id)
    .where('status', '=', 'open')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

const openDrafts = (db: Executor) =>
  db
    .selectFrom('draft')
    .select(['id', 'chat_id', 'telegram_id', 'kind', 'payload', 'created_at'])
    .where('status', '=', 'open')

interface DraftRow {
  readonly id: number
  readonly chat_id: number
  readonly telegram_id: number
  readonly kind: string
  readonly payload: string
  readonly created_at: string
}

const toDraft = (row: DraftRow): Draft => ({
  id: row.id,
  chatId: row.chat_id,
  telegramId: row.telegram_id,
  kind: row.kind,
  payload: JSON.parse(row.payload),
  createdAt: row.created_at,
})
