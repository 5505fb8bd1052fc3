import { LIMITS } from '../limits.ts'
import { waitFor } from '../waiting.ts'
import type { Message, User } from '../wire-types.ts'
import { type ChatRoom, postMessage, type World } from '../world.ts'
import type { InlineAsk } from './person.ts'
import { botSees } from './privacy.ts'

/** Types a query after the bot's name, in any chat. */
export function askInline(
  world: World,
  from: User,
  text: string,
  options: { offset?: string; chatType?: string },
): InlineAsk {
  const query = world.newId()
  world.inlineQueries.set(query, { from, query: text, askedAt: world.now(), answer: undefined })
  world.updates.push({
    inline_query: {
      id: query,
      from,
      query: text.slice(0, LIMITS.inlineQueryUnits),
      offset: options.offset ?? '',
      chat_type: options.chatType ?? 'sender',
    },
  })
  return {
    query,
    answer(milliseconds) {
      const look = () => world.inlineQueries.get(query)?.answer
      return waitFor(world, look, 'inline results', milliseconds)
    },
  }
}

/** Chooses a result: it becomes the person's message through the bot. */
export function chooseResult(
  world: World,
  from: User,
  room: ChatRoom,
  query: string,
  resultId: string,
): Message {
  const asked = world.inlineQueries.get(query)
  const result = asked?.answer?.results.find(({ id }) => id === resultId)
  if (!asked || !result) throw new Error(`The bot gave no inline result ${resultId}`)
  const { id, is_bot, first_name, username } = world.bot
  const message = postMessage(world, room, {
    from,
    via_bot: { id, is_bot, first_name, username },
    ...result.content,
    ...(result.reply_markup && { reply_markup: result.reply_markup }),
  })
  const inline = result.reply_markup ? `inline${world.newId()}` : undefined
  if (inline) {
    world.inlineMessages.set(inline, { chat: room.chat.id, message: message.message_id })
  }
  world.updates.push({
    chosen_inline_result: {
      result_id: resultId,
      from,
      query: asked.query,
      ...(inline && { inline_message_id: inline }),
    },
  })
  if (botSees(world, room, message)) world.updates.push({ message })
  return message
}
