import type { Message, User } from 'grammy/types'

/**
 * The question in a message, or null when it is not for the bot. In private everything that is no
 * command is; in groups what mentions the bot, answers it, or follows /ask. `/ask` in reply to
 * someone's message asks what that message asks.
 */
export function questionIn(message: Message, me: User): string | null {
  const text = message.text ?? ''
  const asked = /^\/ask(?:@(\S+))?(?:\s+([\s\S]*))?$/.exec(text)
  if (asked) {
    const [, username, question = ''] = asked
    if (username && username.toLowerCase() !== me.username?.toLowerCase()) return null
    return question.trim() || (message.reply_to_message?.text ?? '')
  }
  if (text.startsWith('/')) return null
  if (message.chat.type === 'private') return text
  const spoken = withoutMention(message, me)
  if (spoken !== null) return spoken
  return message.reply_to_message?.from?.id === me.id ? text : null
}

/** The text without the bot's @name; null when it is not mentioned. */
function withoutMention({ text = '', entities = [] }: Message, me: User): string | null {
  const name = `@${me.username}`.toLowerCase()
  const isMe = ({ type, offset, length }: { type: string; offset: number; length: number }) =>
    type === 'mention' && text.slice(offset, offset + length).toLowerCase() === name
  const mention = entities.find(isMe)
  if (!mention) return null
  return `${text.slice(0, mention.offset)} ${text.slice(mention.offset + mention.length)}`.trim()
}

/** Whether a message in a group is for this bot, not for others in it. */
export const isForBot = (message: Message, me: User): boolean =>
  questionIn(message, me) !== null ||
  new RegExp(`^/\\w{1,32}@${me.username}\\b`, 'i').test(message.text ?? '')
