import type { Executor } from './open.ts'

export interface ChatSettings {
  /** The place that a question without one is about. */
  readonly defaultPlaceId: number | null
  readonly digits: 'persian' | 'latin'
  /** «تومان» or «ریال»; null shows each figure as its source stated it. */
  readonly moneyUnit: string | null
}

export const DEFAULT_SETTINGS: ChatSettings = {
  defaultPlaceId: null,
  digits: 'persian',
  moneyUnit: null,
}

/** The settings of a chat; a place that was retired since is no default any more. */
export async function settingsOf(db: Executor, chatId: number): Promise<ChatSettings> {
  const row = await db
    .selectFrom('chat_setting as s')
    .leftJoin('place as p', (join) =>
      join.onRef('p.id', '=', 's.default_place_id').on('p.retired_in', 'is', null),
    )
    .select(['p.id as defaultPlaceId', 's.digits', 's.money_unit as moneyUnit'])
    .where('s.chat_id', '=', chatId)
    .executeTakeFirst()
  if (!row) return DEFAULT_SETTINGS
  return { ...row, digits: row.digits === 'latin' ? 'latin' : 'persian' }
}

/** Changes the settings that are given and leaves the others. */
export async function changeSettings(
  db: Executor,
  chatId: number,
  changes: Partial<ChatSettings>,
): Promise<ChatSettings> {
  const settings = { ...(await settingsOf(db, chatId)), ...changes }
  const row = {
    default_place_id: settings.defaultPlaceId,
    digits: settings.digits,
    money_unit: settings.moneyUnit,
  }
  await db
    .insertInto('chat_setting')
    .values({ chat_id: chatId, ...row })
    .onConflict((conflict) => conflict.column('chat_id').doUpdateSet(row))
    .execute()
  return settings
}
