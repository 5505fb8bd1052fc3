import { visibleCommands, visibleDescription } from './api/settings.ts'
import type { Person } from './people/person.ts'
import type { ChatRoom, World } from './world.ts'

const SHOWN_MESSAGES = 300

/** All that the page shows when it opens or reconnects. */
export function pageSnapshot(world: World, people: readonly Person[]) {
  return {
    ...pageSettings(world, people),
    bot: { id: world.bot.id, name: world.bot.first_name, username: world.bot.username },
    people: people.map(({ user }) => ({ id: user.id, name: user.first_name })),
    chats: [...world.rooms.values()].map((room) => ({
      id: room.chat.id,
      type: room.chat.type,
      title: room.chat.title ?? '',
      members: room.members.size,
      messages: [...room.messages.values()].slice(-SHOWN_MESSAGES),
    })),
  }
}

/** What changes without a message: commands by chat and person, keyboards, the description. */
export function pageSettings(world: World, people: readonly Person[]) {
  const rooms = [...world.rooms.values()]
  return {
    description: visibleDescription(world, 'fa'),
    commands: Object.fromEntries(rooms.flatMap((room) => commandsIn(world, room, people))),
    keyboards: Object.fromEntries(rooms.map((room) => [room.chat.id, room.markup ?? null])),
  }
}

function commandsIn(world: World, room: ChatRoom, people: readonly Person[]) {
  return people
    .filter(({ user }) => room.members.has(user.id))
    .map(({ user }) => [
      `${room.chat.id}:${user.id}`,
      visibleCommands(world, room.chat.id, user.id),
    ])
}
