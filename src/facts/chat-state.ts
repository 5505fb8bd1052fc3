import type { Executor } from './open.ts'

/** Whose state it is: a person in a chat. */
export interface StateOwner {
  readonly chatId: number
  readonly telegramId: number
}

export interface KeptPayload {
  readonly chatId: number
  readonly kind: string
  /** Any JSON value; whoever reads it checks its shape. */
  readonly payload: unknown
}

export interface ChatState {
  readonly payload: unknown
  /** ISO instant, UTC. */
  readonly updatedAt: string
}

/** What is known last of a person in a chat, of one kind. */
export async function storedState(
  db: Executor,
  { chatId, telegramId }: StateOwner,
  kind: string,
): Promise<ChatState | null> {
  const row = await db
    .selectFrom('chat_state')
    .select(['payload', 'updated_at as updatedAt'])
    .where('chat_id', '=', chatId)
    .where('telegram_id', '=', telegramId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row ? { ...row, payload: JSON.parse(row.payload) } : null
}

/** What a button refers to. */
export async function storedPayload(db: Executor, id: string): Promise<KeptPayload | null> {
  const row = await db
    .selectFrom('kept')
    .select(['chat_id as chatId', 'kind', 'payload'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { ...row, payload: JSON.parse(row.payload) } : null
}
