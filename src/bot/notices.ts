import type { Api } from 'grammy'
import type { Part } from '../answers/answer.ts'
import { renderPages } from '../answers/render.ts'
import { listMembers } from '../facts/members.ts'
import { describeError } from './logger.ts'
import type { Keyboard } from './replies.ts'
import type { Services } from './services.ts'

/** The owners and admins as they are now. */
export async function adminIds({ store, ownerIds }: Services): Promise<number[]> {
  const admins = (await listMembers(store.db)).filter(({ role }) => role === 'admin')
  return [...new Set([...ownerIds, ...admins.map(({ telegramId }) => telegramId)])]
}

/** Writes to a person who did not write just now; false when Telegram does not let the bot. */
export async function notify(
  api: Api,
  { logger }: Services,
  chatId: number,
  parts: readonly Part[],
  keyboard: Keyboard = [],
): Promise<boolean> {
  try {
    await api.sendMessage(chatId, renderPages(parts)[0]?.html ?? '', {
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
      reply_markup: { inline_keyboard: keyboard.map((row) => [...row]) },
    })
    return true
  } catch (error) {
    logger.info(describeError(error), 'a person could not be told')
    return false
  }
}
