import { badRequest, forbidden } from './api-error.ts'
import { createEventBus, type EventBus } from './events.ts'
import { createFileStore, type FileStore } from './file-store.ts'
import type { Violation } from './method-table.ts'
import { createUpdateQueue, type UpdateQueue } from './update-queue.ts'
import type {
  BotCommand,
  BotUser,
  CallbackAnswer,
  Chat,
  ChatMember,
  Message,
  ReplyMarkup,
  User,
} from './wire-types.ts'

export interface ChatRoom {
  chat: Chat
  messages: Map<number, Message>
  members: Map<number, ChatMember>
  /** A bot cannot write to people who never wrote to it, nor to those who blocked it. */
  reachable: 'yes' | 'never started' | 'blocked' | 'kicked'
  /** The reply keyboard, force-reply or removal last sent by the bot. */
  markup: Exclude<ReplyMarkup, { inline_keyboard: unknown }> | undefined
  nextMessageId: number
}

export interface PendingCallback {
  from: User
  askedAt: number
  answer: CallbackAnswer | undefined
}

export interface InlineAnswer {
  results: readonly InlineResult[]
  nextOffset: string
  button?: { text: string; start_parameter?: string }
}

export interface InlineResult {
  id: string
  type: string
  title: string
  description?: string
  content?: Pick<Message, 'text' | 'entities' | 'link_preview_options'>
  reply_markup?: Message['reply_markup']
}

export interface PendingInline {
  from: User
  query: string
  askedAt: number
  answer: InlineAnswer | undefined
}

/** The state of a pretended Telegram with one bot in it. Messages are replaced, never changed. */
export interface World {
  readonly bot: BotUser
  /** Unix time in seconds. */
  now(): number
  users: Map<number, User>
  rooms: Map<number, ChatRoom>
  inlineMessages: Map<string, { chat: number; message: number }>
  callbacks: Map<string, PendingCallback>
  inlineQueries: Map<string, PendingInline>
  commands: Map<string, BotCommand[]>
  texts: Map<string, string>
  menuButtons: Map<number, Record<string, unknown>>
  reactions: Map<string, unknown[]>
  files: FileStore
  updates: UpdateQueue
  events: EventBus
  violations: Violation[]
  /** A new id, unique in this world. */
  newId(): string
}

export function createWorld(bot: BotUser, now: () => Date): World {
  let lastId = 7_000_000_000
  return {
    bot,
    now: () => Math.floor(now().getTime() / 1000),
    users: new Map(),
    rooms: new Map(),
    inlineMessages: new Map(),
    callbacks: new Map(),
    inlineQueries: new Map(),
    commands: new Map(),
    texts: new Map(),
    menuButtons: new Map(),
    reactions: new Map(),
    files: createFileStore(),
    updates: createUpdateQueue(),
    events: createEventBus(),
    violations: [],
    newId: () => String(++lastId),
  }
}

/** Opens a chat, or returns it when it is there. */
export function openRoom(world: World, chat: Chat, reachable: ChatRoom['reachable']): ChatRoom {
  const known = world.rooms.get(chat.id)
  if (known) return known
  const room: ChatRoom = {
    chat,
    messages: new Map(),
    members: new Map(),
    reachable,
    markup: undefined,
    nextMessageId: 1,
  }
  world.rooms.set(chat.id, room)
  return room
}

/** The chat a call names. Throws Telegram's errors for chats the bot cannot write to. */
export function reachableRoom(world: World, id: unknown): ChatRoom {
  const room = knownRoom(world, id)
  if (room.reachable === 'blocked') throw forbidden('bot was blocked by the user')
  if (room.reachable === 'kicked') throw forbidden('bot was kicked from the supergroup chat')
  return room
}

/** As `reachableRoom`, for calls that only read. */
export function knownRoom(world: World, id: unknown): ChatRoom {
  const room = typeof id === 'number' ? world.rooms.get(id) : undefined
  if (!room || room.reachable === 'never started') throw badRequest('chat not found')
  return room
}

/** Puts a new message into a chat under the chat's next id, and tells the page. */
export function postMessage(
  world: World,
  room: ChatRoom,
  content: Omit<Message, 'message_id' | 'date' | 'chat'>,
): Message {
  const message = {
    message_id: room.nextMessageId++,
    date: world.now(),
    chat: room.chat,
    ...content,
  }
  room.messages.set(message.message_id, message)
  world.events.emit({ type: 'message', message })
  return message
}

/** Puts a changed message in the place of the old one, and tells the page. */
export function replaceMessage(world: World, message: Message): void {
  world.rooms.get(message.chat.id)?.messages.set(message.message_id, message)
  world.events.emit({ type: 'edited', message })
}

/** A message as it stands in `reply_to_message`: without its own. */
export function asReplied(message: Message): Message {
  const { reply_to_message: _, ...flat } = message
  return flat
}
