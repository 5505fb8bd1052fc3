import { z } from 'zod'
import { badRequest } from '../api-error.ts'
import { LIMITS } from '../limits.ts'
import { numberOf, stringOf } from '../method-table.ts'
import { knownRoom, reachableRoom } from '../world.ts'
import type { Methods } from './method.ts'

/** What a bot asks about chats, members and files. */
export const chatMethods: Methods = {
  getMe: (world) => world.bot,

  getChat(world, { parameters }) {
    const { chat } = knownRoom(world, parameters.chat_id)
    return { ...chat, accent_color_id: 0, max_reaction_count: 11 }
  },

  getChatMember(world, { parameters }) {
    const room = knownRoom(world, parameters.chat_id)
    const id = numberOf(parameters, 'user_id') ?? 0
    const user = id === world.bot.id ? world.bot : world.users.get(id)
    if (!user) throw badRequest('invalid user_id specified')
    return room.members.get(id) ?? { status: 'left', user }
  },

  getChatMemberCount: (world, { parameters }) => knownRoom(world, parameters.chat_id).members.size,

  getChatAdministrators(world, { parameters }) {
    const room = knownRoom(world, parameters.chat_id)
    if (room.chat.type === 'private')
      throw badRequest('there are no administrators in the private chat')
    return [...room.members.values()].filter(
      ({ status }) => status === 'creator' || status === 'administrator',
    )
  },

  leaveChat(world, { parameters }) {
    const room = reachableRoom(world, parameters.chat_id)
    if (room.chat.type === 'private')
      throw badRequest("chat member status can't be changed in private chats")
    room.members.delete(world.bot.id)
    room.reachable = 'kicked'
    return true
  },

  setMessageReaction(world, { parameters }) {
    const room = reachableRoom(world, parameters.chat_id)
    const id = numberOf(parameters, 'message_id') ?? 0
    if (!room.messages.has(id)) throw badRequest('message to react not found')
    const reactions = z
      .array(z.strictObject({ type: z.literal('emoji'), emoji: z.string() }))
      .max(1)
      .safeParse(parameters.reaction ?? [])
    if (!reactions.success) throw badRequest('REACTION_INVALID')
    world.reactions.set(`${room.chat.id}:${id}`, reactions.data)
    return true
  },

  getFile(world, { parameters }) {
    const file = world.files.byId(stringOf(parameters, 'file_id') ?? '')
    if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable')
    if (file.bytes.length > LIMITS.downloadBytes) throw badRequest('file is too big')
    return {
      file_id: file.id,
      file_unique_id: file.uniqueId,
      file_size: file.bytes.length,
      file_path: file.path,
    }
  },
}
