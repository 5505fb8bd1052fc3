import type { Chat } from '../wire-types.ts'
import { type ChatRoom, openRoom, type World } from '../world.ts'
import type { Person } from './person.ts'

export interface GroupOptions {
  /** Negative, as Telegram's group ids are. */
  id: number
  title: string
  /** The first one owns the group. */
  members: readonly Person[]
  botIsAdmin?: boolean
}

/** A group with the bot in it. */
export function createGroup(world: World, options: GroupOptions): ChatRoom {
  const chat: Chat = { id: options.id, type: 'supergroup', title: options.title }
  const room = openRoom(world, chat, 'yes')
  for (const [index, { user }] of options.members.entries()) {
    room.members.set(user.id, { status: index === 0 ? 'creator' : 'member', user })
  }
  room.members.set(world.bot.id, {
    status: options.botIsAdmin ? 'administrator' : 'member',
    user: world.bot,
  })
  return room
}
