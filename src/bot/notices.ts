import type { Api } from 'grammy'
import type { Part } from '../answers/answer.ts'
import { listMembers } from '../facts/members.ts'
import { describeError } from './logger.ts'
import { type Keyboard, messageFor } from './replies.ts'
import type { Services } from './services.ts'

/** The owners and admins as they are now. */
export async function adminIds({ store, ownerIds }: Services): Promise<number[]> {
  const admins = (await listMembers(store.db)).filter(({ role }) => role === 'admin')
  return [...new Set([...ownerIds, ...admins.map(({ telegramId }) => telegramId)])]
}

/**
 * Writes to a person who did not write just now, as the chat likes to read; false when Telegram
 * does not let the bot.
 */
export async function notify(
  api: Api,
  services: Services,
  chatId: number,
  parts: readonly Part[],
  keyboard: Keyboard = [],
): Promise<boolean> {
  try {
    const owner = { chatId, telegramId: chatId }
    const { text, options } = await messageFor(owner, services, parts, keyboard)
    await api.sendMessage(chatId, text, options)
    return true
  } catch (error) {
    services.logger.info(describeError(error), 'a person could not be told')
    return false
  }
}
