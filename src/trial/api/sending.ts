import { z } from 'zod'
import { badRequest } from '../api-error.ts'
import { CHAT_ACTIONS, LIMITS } from '../limits.ts'
import { numberOf, type Parameters, stringOf } from '../method-table.ts'
import { checkReplyMarkup } from '../reply-markup.ts'
import type { Message } from '../wire-types.ts'
import {
  asReplied,
  type ChatRoom,
  knownRoom,
  postMessage,
  reachableRoom,
  type World,
} from '../world.ts'
import { captionContent, mediaContent, textContent } from './content.ts'
import type { Methods } from './method.ts'

const replyParameters = z.looseObject({
  message_id: z.number().int(),
  chat_id: z.union([z.number(), z.string()]).optional(),
  allow_sending_without_reply: z.boolean().optional(),
})
const inputMedia = z.looseObject({ type: z.enum(['photo', 'document']), media: z.string() })

/** The methods that put new messages into a chat. */
export const sendingMethods: Methods = {
  sendMessage: (world, { parameters }) => send(world, parameters, () => textContent(parameters)),

  sendPhoto: (world, call) =>
    send(world, call.parameters, () => mediaContent(world, call, 'photo', call.parameters)),

  sendDocument: (world, call) =>
    send(world, call.parameters, () => mediaContent(world, call, 'document', call.parameters)),

  sendMediaGroup(world, call) {
    const media = z.array(inputMedia).safeParse(call.parameters.media)
    if (!media.success) throw badRequest("can't parse media")
    const { least, most } = LIMITS.mediaGroup
    if (media.data.length < least || media.data.length > most) {
      throw badRequest('media group must include 2-10 items')
    }
    if (new Set(media.data.map((item) => item.type)).size > 1) {
      throw badRequest("documents can't be mixed with other media types")
    }
    const contents = media.data.map((item) => mediaContent(world, call, item.type, item, 'media'))
    const group = world.newId()
    return contents.map((content) =>
      send(world, call.parameters, () => ({ ...content, media_group_id: group })),
    )
  },

  copyMessage(world, { parameters }) {
    const source = messageIn(
      world,
      parameters.from_chat_id,
      parameters,
      'message to copy not found',
    )
    const { text, entities, photo, document, caption, caption_entities } = source
    const kept =
      parameters.caption === undefined ? { caption, caption_entities } : captionContent(parameters)
    const content = text === undefined ? { photo, document, ...kept } : { text, entities }
    return { message_id: send(world, parameters, () => defined(content)).message_id }
  },

  forwardMessage(world, { parameters }) {
    const source = messageIn(
      world,
      parameters.from_chat_id,
      parameters,
      'message to forward not found',
    )
    const { text, entities, photo, document, caption, caption_entities } = source
    const origin = source.forward_origin ?? {
      type: 'user',
      sender_user: source.from,
      date: source.date,
    }
    return send(world, parameters, () =>
      defined({
        text,
        entities,
        photo,
        document,
        caption,
        caption_entities,
        forward_origin: origin,
      }),
    )
  },

  sendChatAction(world, { parameters }) {
    const { chat } = reachableRoom(world, parameters.chat_id)
    const action = stringOf(parameters, 'action') ?? ''
    if (!CHAT_ACTIONS.has(action)) throw badRequest('wrong parameter action in request')
    world.events.emit({ type: 'action', chat: chat.id, action })
    return true
  },
}

function send(world: World, parameters: Parameters, content: () => Partial<Message>): Message {
  const room = reachableRoom(world, parameters.chat_id)
  const checked = content()
  const replied = repliedMessage(world, room, parameters.reply_parameters)
  const markup = checkReplyMarkup(parameters.reply_markup)
  const message = postMessage(world, room, {
    from: asSender(world),
    ...checked,
    ...(numberOf(parameters, 'message_thread_id') !== undefined && {
      message_thread_id: numberOf(parameters, 'message_thread_id') as number,
      is_topic_message: true,
    }),
    ...(replied && { reply_to_message: asReplied(replied) }),
    ...(markup && 'inline_keyboard' in markup && { reply_markup: markup }),
  })
  if (markup && !('inline_keyboard' in markup)) {
    room.markup = markup
    world.events.emit({ type: 'keyboard', chat: room.chat.id })
  }
  return message
}

function repliedMessage(world: World, room: ChatRoom, given: unknown): Message | undefined {
  if (given === undefined) return undefined
  const reply = replyParameters.safeParse(given)
  if (!reply.success) throw badRequest("can't parse reply parameters JSON object")
  const { message_id, chat_id, allow_sending_without_reply } = reply.data
  const source = chat_id === undefined ? room : knownRoom(world, chat_id)
  const message = source.messages.get(message_id)
  if (!message && !allow_sending_without_reply) throw badRequest('message to be replied not found')
  return message
}

function messageIn(world: World, chat: unknown, parameters: Parameters, missing: string): Message {
  const room = knownRoom(world, chat)
  const message = room.messages.get(numberOf(parameters, 'message_id') ?? 0)
  if (!message) throw badRequest(missing)
  return message
}

/** The bot as the author of a message: Telegram leaves the abilities out. */
export function asSender({ bot }: World) {
  const { id, is_bot, first_name, username } = bot
  return { id, is_bot, first_name, username }
}

function defined(fields: { [K in keyof Message]?: Message[K] | undefined }): Partial<Message> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
