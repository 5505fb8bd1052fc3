import { compiledOnce } from './compiled-once.ts'
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
  const [row] = await settingsRow(db, chatId)
  if (!row) return DEFAULT_SETTINGS
  return { ...row, digits: row.digits === 'latin' ? 'latin' : 'persian' }
}

const settingsRow = compiledOnce(1, (db, chatId = 0) =>
  db
    .selectFrom('chat_setting as s')
    .leftJoin('place as p', (join) =>
      join.onRef('p.id', '=', 's.default_place_id').on('p.retired_in', 'is', null),
    )
    .select(['p.id as defaultPlaceId', 's.digits', 's.money_unit as moneyUnit'])
    .where('s.chat_id', '=', chatId),
)

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

/** Gives a group's settings to the supergroup that it became; one that has its own keeps them. */
export async function moveSettings(db: Executor, fromChatId: number, toChatId: number) {
  await db
    .insertInto('chat_setting')
    .columns(['chat_id', 'default_place_id', 'digits', 'money_unit'])
    .expression((eb) =>
      eb
        .selectFrom('chat_setting')
        .select((old) => [
          old.val(toChatId).as('chat_id'),
          'default_place_id',
          'digits',
          'money_unit',
        ])
        .where('chat_id', '=', fromChatId),
    )
    .onConflict((conflict) => conflict.column('chat_id').doNothing())
    .execute()
}
