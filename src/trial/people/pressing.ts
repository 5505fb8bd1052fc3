import { waitFor } from '../waiting.ts'
import type { InlineButton, Message, User } from '../wire-types.ts'
import type { ChatRoom, World } from '../world.ts'
import type { Press } from './person.ts'

/** Presses a button of a message as it stands now, not as the caller last saw it. */
export function pressButton(
  world: World,
  from: User,
  room: ChatRoom,
  { message_id }: Pick<Message, 'message_id'>,
  labelOrData: string,
): Press {
  const message = room.messages.get(message_id)
  const buttons = (message?.reply_markup?.inline_keyboard ?? []).flat()
  const button = buttons.find(({ text, callback_data }) =>
    [text, callback_data].includes(labelOrData),
  )
  if (!message || button?.callback_data === undefined) {
    throw new Error(`No button «${labelOrData}» to press; there are: ${describe(buttons)}`)
  }
  const query = world.newId()
  world.callbacks.set(query, { from, askedAt: world.now(), answer: undefined })
  const inline = message.via_bot?.id === world.bot.id ? inlineId(world, message) : undefined
  world.updates.push({
    callback_query: {
      id: query,
      from,
      ...(inline === undefined ? { message } : { inline_message_id: inline }),
      chat_instance: String(room.chat.id * 31 + 7),
      data: button.callback_data,
    },
  })
  return {
    query,
    answer(milliseconds) {
      const what = `an answer to «${labelOrData}»`
      return waitFor(world, () => world.callbacks.get(query)?.answer, what, milliseconds)
    },
  }
}

function inlineId(world: World, message: Message): string | undefined {
  for (const [id, place] of world.inlineMessages) {
    if (place.chat === message.chat.id && place.message === message.message_id) return id
  }
  return undefined
}

function describe(buttons: readonly InlineButton[]): string {
  return buttons.map(({ text }) => `«${text}»`).join(' ') || 'none'
}
