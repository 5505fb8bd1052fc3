import { z } from 'zod'
import { badRequest } from '../api-error.ts'
import { COMMAND_NAME, LIMITS } from '../limits.ts'
import { numberOf, type Parameters, stringOf } from '../method-table.ts'
import type { BotCommand } from '../wire-types.ts'
import { knownRoom, type World } from '../world.ts'
import type { Method, Methods } from './method.ts'

const commandList = z.array(z.strictObject({ command: z.string(), description: z.string() }))
const scopes = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('default') }),
  z.strictObject({ type: z.literal('all_private_chats') }),
  z.strictObject({ type: z.literal('all_group_chats') }),
  z.strictObject({ type: z.literal('all_chat_administrators') }),
  z.strictObject({ type: z.literal('chat'), chat_id: z.union([z.number(), z.string()]) }),
  z.strictObject({
    type: z.literal('chat_administrators'),
    chat_id: z.union([z.number(), z.string()]),
  }),
  z.strictObject({
    type: z.literal('chat_member'),
    chat_id: z.union([z.number(), z.string()]),
    user_id: z.number(),
  }),
])

/** What a bot says about itself: commands, name, descriptions, menu button. */
export const settingsMethods: Methods = {
  setMyCommands(world, { parameters }) {
    const key = scopeKey(world, parameters)
    world.commands.set(key, checkCommands(parameters.commands))
    return settled(world)
  },
  getMyCommands: (world, { parameters }) => world.commands.get(scopeKey(world, parameters)) ?? [],
  deleteMyCommands(world, { parameters }) {
    world.commands.delete(scopeKey(world, parameters))
    return settled(world)
  },
  ...textSetting('Name', 'name', LIMITS.nameUnits),
  ...textSetting('Description', 'description', LIMITS.descriptionUnits),
  ...textSetting('ShortDescription', 'short_description', LIMITS.shortDescriptionUnits),
  setChatMenuButton(world, { parameters }) {
    const button = z.looseObject({ type: z.enum(['default', 'commands', 'web_app']) })
    const given = button.safeParse(parameters.menu_button ?? { type: 'default' })
    if (!given.success) throw badRequest("can't parse menu button")
    world.menuButtons.set(numberOf(parameters, 'chat_id') ?? 0, given.data)
    return settled(world)
  },
  getChatMenuButton: (world, { parameters }) =>
    world.menuButtons.get(numberOf(parameters, 'chat_id') ?? 0) ?? { type: 'commands' },
}

/** The commands that a person sees in a chat: the narrowest scope that has a list, their language first. */
export function visibleCommands(world: World, chat: number, user: number): BotCommand[] {
  const room = world.rooms.get(chat)
  const language = world.users.get(user)?.language_code ?? ''
  const member = room?.members.get(user)?.status ?? 'member'
  const administers = member === 'administrator' || member === 'creator'
  const narrowestFirst =
    room?.chat.type === 'private'
      ? [`chat:${chat}`, 'all_private_chats', 'default']
      : [
          `chat_member:${chat}:${user}`,
          ...(administers ? [`chat_administrators:${chat}`] : []),
          `chat:${chat}`,
          ...(administers ? ['all_chat_administrators'] : []),
          'all_group_chats',
          'default',
        ]
  for (const scope of narrowestFirst) {
    const list = world.commands.get(`${scope}|${language}`) ?? world.commands.get(`${scope}|`)
    if (list && list.length > 0) return list
  }
  return []
}

/** The description of the bot, shown before its first message. */
export function visibleDescription(world: World, language: string): string {
  const { texts } = world
  return texts.get(`description|${language}`) ?? texts.get('description|') ?? ''
}

function checkCommands(value: unknown): BotCommand[] {
  const parsed = commandList.safeParse(value)
  if (!parsed.success) throw badRequest("can't parse commands: expected an array of BotCommand")
  if (parsed.data.length > LIMITS.commands) throw badRequest('too many commands specified')
  return parsed.data.map(({ command, description }) => {
    const name = command.replace(/^\//, '')
    if (!COMMAND_NAME.test(name)) throw badRequest('BOT_COMMAND_INVALID')
    if (description === '') throw badRequest('command description must be non-empty')
    if (description.length > LIMITS.commandDescriptionUnits) {
      throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
    }
    return { command: name, description }
  })
}

function scopeKey(world: World, parameters: Parameters): string {
  const scope = scopes.safeParse(parameters.scope ?? { type: 'default' })
  if (!scope.success) throw badRequest("can't parse BotCommandScope")
  const { type, ...ids } = scope.data
  if ('chat_id' in ids) knownRoom(world, ids.chat_id)
  return `${[type, ...Object.values(ids)].join(':')}|${language(parameters)}`
}

function textSetting(name: string, field: string, limit: number): Record<string, Method> {
  return {
    [`setMy${name}`]: (world, { parameters }) => {
      const text = stringOf(parameters, field) ?? ''
      if (text.length > limit) throw badRequest(`bot ${field.replace('_', ' ')} is too long`)
      world.texts.set(`${field}|${language(parameters)}`, text)
      return settled(world)
    },
    [`getMy${name}`]: (world, { parameters }) => ({
      [field]: world.texts.get(`${field}|${language(parameters)}`) ?? '',
    }),
  }
}

function language(parameters: Parameters): string {
  const code = stringOf(parameters, 'language_code') ?? ''
  if (!/^([a-z]{2})?$/.test(code)) throw badRequest('invalid language code specified')
  return code
}

function settled(world: World): true {
  world.events.emit({ type: 'settings' })
  return true
}
