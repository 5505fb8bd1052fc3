import { documentOf, type FileKind, photoSizes } from '../file-store.ts'
import { formatText } from '../formatted-text.ts'
import { LIMITS, START_PAYLOAD } from '../limits.ts'
import type { CallbackAnswer, Chat, Message, User } from '../wire-types.ts'
import {
  asReplied,
  type ChatRoom,
  type InlineAnswer,
  openRoom,
  postMessage,
  replaceMessage,
  type World,
} from '../world.ts'
import { askInline, chooseResult } from './inline.ts'
import { pressButton } from './pressing.ts'
import { botSees } from './privacy.ts'

export interface SendOptions {
  /** A group's id; the private chat with the bot when left out. */
  chat?: number | undefined
  /** A topic of the group, by its id. */
  topic?: number | undefined
  replyTo?: Message | number | undefined
  forwardOrigin?: NonNullable<Message['forward_origin']>
}

export interface SentFile {
  name: string
  bytes: Uint8Array
  type?: string
}

export interface Press {
  readonly query: string
  /** The bot's answer to the press. Rejects when none comes in time (10 seconds when left out). */
  answer(milliseconds?: number): Promise<CallbackAnswer>
}

export interface InlineAsk {
  readonly query: string
  /** The bot's results. Rejects when none come in time (10 seconds when left out). */
  answer(milliseconds?: number): Promise<InlineAnswer>
}

/** What a person does in Telegram. Everything happens at once; the bot learns of it by an update. */
export interface Person {
  readonly user: User
  readonly chat: Chat
  /** Presses START, or follows a link with a payload (1–64 of `A–Z a–z 0–9 _ -`). */
  start(payload?: string): Message
  sendText(text: string, options?: SendOptions): Message
  sendDocument(file: SentFile, options?: SendOptions & { caption?: string }): Message
  sendPhoto(file: SentFile, options?: SendOptions & { caption?: string }): Message
  editText(message: Message, text: string): Message
  /** Presses the button with this label or callback data. Throws when the message has no such button. */
  press(message: Message, labelOrData: string): Press
  inlineQuery(query: string, options?: { offset?: string; chatType?: string }): InlineAsk
  chooseInlineResult(ask: InlineAsk, result: string, options?: { chat?: number }): Message
  blockBot(): void
  unblockBot(): void
}

/** A person of the pretended Telegram; the same id gives the same person. */
export function createPerson(world: World, user: User): Person {
  world.users.set(user.id, user)
  const { id, first_name, last_name, username } = user
  const chat: Chat = {
    id,
    type: 'private',
    first_name,
    ...(last_name !== undefined && { last_name }),
    ...(username !== undefined && { username }),
  }
  const home = openRoom(world, chat, 'never started')
  home.members.set(id, { status: 'member', user })

  function roomOf(options: { chat?: number | undefined }): ChatRoom {
    const room = world.rooms.get(options.chat ?? id)
    if (!room?.members.has(id)) throw new Error(`${first_name} is in no chat ${options.chat}`)
    return room
  }

  function say(room: ChatRoom, content: Partial<Message>, options: SendOptions): Message {
    if (room === home) room.reachable = 'yes'
    const { replyTo, forwardOrigin, topic } = options
    const repliedId = typeof replyTo === 'object' ? replyTo.message_id : replyTo
    const replied = repliedId === undefined ? undefined : room.messages.get(repliedId)
    const message = postMessage(world, room, {
      from: user,
      ...content,
      ...(replied && { reply_to_message: asReplied(replied) }),
      ...(forwardOrigin && { forward_origin: forwardOrigin }),
      ...(topic !== undefined && { message_thread_id: topic, is_topic_message: true }),
    })
    if (botSees(world, room, message)) world.updates.push({ message })
    return message
  }

  function sendFile(kind: FileKind, file: SentFile, options: SendOptions & { caption?: string }) {
    const stored = world.files.add(kind, {
      name: file.name,
      type: file.type ?? 'application/octet-stream',
      bytes: Buffer.from(file.bytes),
    })
    const media =
      kind === 'photo' ? { photo: photoSizes(stored) } : { document: documentOf(stored) }
    const { text, entities } = formatText(options.caption ?? '')
    const caption = text === '' ? {} : { caption: text, ...listed('caption_entities', entities) }
    return say(roomOf(options), { ...media, ...caption }, options)
  }

  function changeMembership(status: 'member' | 'kicked'): void {
    const old = home.reachable === 'yes' ? 'member' : 'kicked'
    home.reachable = status === 'member' ? 'yes' : 'blocked'
    world.updates.push({
      my_chat_member: {
        chat,
        from: user,
        date: world.now(),
        old_chat_member: { status: old, user: world.bot },
        new_chat_member: { status, user: world.bot },
      },
    })
  }

  const person: Person = {
    user,
    chat,
    start(payload) {
      if (payload !== undefined && !START_PAYLOAD.test(payload)) {
        throw new Error(`Telegram opens no link with the start payload ${payload}`)
      }
      return person.sendText(payload === undefined ? '/start' : `/start ${payload}`)
    },
    sendText(raw, options = {}) {
      const { text, entities } = formatText(raw)
      if (text === '' || text.length > LIMITS.textUnits)
        throw new Error('No client sends this text')
      return say(roomOf(options), { text, ...listed('entities', entities) }, options)
    },
    sendDocument: (file, options = {}) => sendFile('document', file, options),
    sendPhoto: (file, options = {}) => sendFile('photo', file, options),
    editText(message, raw) {
      const room = roomOf({ chat: message.chat.id })
      const old = room.messages.get(message.message_id)
      if (old?.from.id !== id || old.text === undefined)
        throw new Error('Not a text of this person')
      const { text, entities } = formatText(raw)
      const { entities: _, ...rest } = old
      const edited = { ...rest, text, ...listed('entities', entities), edit_date: world.now() }
      replaceMessage(world, edited)
      if (botSees(world, room, edited)) world.updates.push({ edited_message: edited })
      return edited
    },
    press: (message, label) =>
      pressButton(world, user, roomOf({ chat: message.chat.id }), message, label),
    inlineQuery: (query, options = {}) => askInline(world, user, query, options),
    chooseInlineResult: (ask, result, options = {}) =>
      chooseResult(world, user, roomOf(options), ask.query, result),
    blockBot: () => changeMembership('kicked'),
    unblockBot: () => changeMembership('member'),
  }
  return person
}

function listed<Field extends string, Item>(field: Field, items: Item[]) {
  const filled = items.length > 0 ? { [field]: items } : {}
  return filled as { [K in Field]?: Item[] }
}
