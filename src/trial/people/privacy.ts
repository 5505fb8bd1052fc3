import type { Message } from '../wire-types.ts'
import type { ChatRoom, World } from '../world.ts'

/**
 * Whether the bot gets a message of a person. In groups with privacy mode on (Telegram's default)
 * these are commands for it, mentions of it, replies to it and messages sent through it.
 */
export function botSees(world: World, room: ChatRoom, message: Message): boolean {
  if (room.chat.type === 'private') return true
  const membership = room.members.get(world.bot.id)
  if (!membership) return false
  if (world.bot.can_read_all_group_messages || membership.status === 'administrator') return true
  if (message.via_bot?.id === world.bot.id) return true
  if (message.reply_to_message?.from.id === world.bot.id) return true
  if (message.new_chat_members || message.left_chat_member) return true
  const text = message.text ?? message.caption ?? ''
  const username = world.bot.username.toLowerCase()
  return (message.entities ?? message.caption_entities ?? []).some(({ type, offset, length }) => {
    const word = text.slice(offset, offset + length).toLowerCase()
    if (type === 'mention') return word === `@${username}`
    if (type !== 'bot_command') return false
    return !word.includes('@') || word.endsWith(`@${username}`)
  })
}
