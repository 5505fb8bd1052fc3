import type { Transformer } from 'grammy'

/** A group that becomes a supergroup gets a new id: the call goes there, so that no answer is lost. */
export const followMovedGroups: Transformer = async (previous, method, payload, signal) => {
  const response = await previous(method, payload, signal)
  const chatId = response.ok ? undefined : response.parameters?.migrate_to_chat_id
  if (chatId === undefined || !('chat_id' in payload)) return response
  return await previous(method, { ...payload, chat_id: chatId }, signal)
}
