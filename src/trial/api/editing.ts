import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { badRequest } from '../api-error.ts'
import { LIMITS } from '../limits.ts'
import { numberOf, type Parameters, stringOf } from '../method-table.ts'
import { checkInlineKeyboard } from '../reply-markup.ts'
import type { Message } from '../wire-types.ts'
import { knownRoom, reachableRoom, replaceMessage, type World } from '../world.ts'
import { captionContent, mediaContent, textContent } from './content.ts'
import type { Methods } from './method.ts'

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

/** The methods that change or delete messages. An edit without `reply_markup` takes the buttons away. */
export const editingMethods: Methods = {
  editMessageText(world, { parameters }) {
    const old = editable(world, parameters)
    if (old.text === undefined) throw badRequest('there is no text in the message to edit')
    const { text: _, entities: __, link_preview_options: ___, ...rest } = old
    return edit(world, parameters, old, { ...rest, ...textContent(parameters) })
  },

  editMessageCaption(world, { parameters }) {
    const old = editable(world, parameters)
    if (!old.photo && !old.document) throw badRequest('there is no caption in the message to edit')
    const { caption: _, caption_entities: __, ...rest } = old
    return edit(world, parameters, old, { ...rest, ...captionContent(parameters) })
  },

  editMessageMedia(world, call) {
    const { parameters } = call
    const old = editable(world, parameters)
    if (!old.photo && !old.document) throw badRequest("message can't be edited")
    const media = z
      .looseObject({ type: z.enum(['photo', 'document']), media: z.string() })
      .safeParse(parameters.media)
    if (!media.success) throw badRequest("can't parse InputMedia")
    const content = mediaContent(world, call, media.data.type, media.data, 'media')
    const { photo: _, document: __, caption: ___, caption_entities: ____, ...rest } = old
    return edit(world, parameters, old, { ...rest, ...content })
  },

  editMessageReplyMarkup: (world, { parameters }) => {
    const old = editable(world, parameters)
    return edit(world, parameters, old, old)
  },

  deleteMessage(world, { parameters }) {
    const id = numberOf(parameters, 'message_id') ?? 0
    return deleteFrom(world, parameters.chat_id, [id], true)
  },

  deleteMessages(world, { parameters }) {
    const ids = z.array(z.number().int()).safeParse(parameters.message_ids)
    if (!ids.success) throw badRequest("can't parse message identifiers")
    const count = ids.data.length
    if (count === 0) throw badRequest('message identifiers are not specified')
    if (count > LIMITS.deletedAtOnce) throw badRequest('too many message identifiers specified')
    return deleteFrom(world, parameters.chat_id, ids.data, false)
  },
}

function editable(world: World, parameters: Parameters): Message {
  const inline = stringOf(parameters, 'inline_message_id')
  const place = inline === undefined ? undefined : world.inlineMessages.get(inline)
  if (inline !== undefined && !place) throw badRequest('MESSAGE_ID_INVALID')
  const room = place ? world.rooms.get(place.chat) : reachableRoom(world, parameters.chat_id)
  const id = place ? place.message : numberOf(parameters, 'message_id')
  if (id === undefined) throw badRequest('message identifier is not specified')
  const message = room?.messages.get(id)
  if (!message) throw badRequest('message to edit not found')
  const own = message.from.id === world.bot.id || message.via_bot?.id === world.bot.id
  if (!own || message.forward_origin) throw badRequest("message can't be edited")
  return message
}

function edit(world: World, parameters: Parameters, old: Message, next: Message): Message | true {
  const { reply_markup: _, edit_date: __, ...content } = next
  const markup = checkInlineKeyboard(parameters.reply_markup)
  const edited = { ...content, ...(markup && { reply_markup: markup }) }
  const { edit_date: ___, ...before } = old
  if (isDeepStrictEqual(edited, before)) throw badRequest(NOT_MODIFIED)
  const message = { ...edited, edit_date: world.now() }
  replaceMessage(world, message)
  return parameters.inline_message_id === undefined ? message : true
}

function deleteFrom(world: World, chat: unknown, ids: number[], strict: boolean): true {
  const room = knownRoom(world, chat)
  const deleted = ids.filter((id) => {
    const message = room.messages.get(id)
    if (!message) {
      if (strict) throw badRequest('message to delete not found')
      return false
    }
    const administers = room.members.get(world.bot.id)?.status === 'administrator'
    const allowed = room.chat.type === 'private' || message.from.id === world.bot.id || administers
    const old = world.now() - message.date > LIMITS.deletableHours * 3600
    if (!old && allowed) return true
    if (strict) throw badRequest("message can't be deleted for everyone")
    return false
  })
  for (const id of deleted) room.messages.delete(id)
  world.events.emit({ type: 'deleted', chat: room.chat.id, messages: deleted })
  return true
}
