import type { Api } from 'grammy'
import type { BotCommand } from 'grammy/types'
import { listMembers } from '../facts/members.ts'
import type { Role } from '../facts/types.ts'
import { describeError } from './logger.ts'
import { mayEdit } from './roles.ts'
import type { Services } from './services.ts'
import { texts } from './texts.fa.ts'

type Name = keyof typeof texts.commands

const FOR_ALL: readonly Name[] = ['start', 'help', 'settings']
/** In groups, where everything else would be in the way. */
const FOR_GROUPS: readonly Name[] = ['ask', 'help']
const FOR_EDITORS: readonly Name[] = ['add', 'edit', 'retire', 'undo', 'history', 'admins']

/** The menu of a person with this role. */
export function commandsFor(role: Role | null): BotCommand[] {
  return described(mayEdit(role) ? [...FOR_EDITORS, ...FOR_ALL] : FOR_ALL)
}

const described = (names: readonly Name[]): BotCommand[] =>
  names.map((command) => ({ command, description: texts.commands[command] }))

/**
 * Tells Telegram the menus: one for everyone, another for each who may edit. Only what is shown:
 * rights are checked where a command is carried out. What fails is logged and left.
 */
export async function publishCommands(api: Api, services: Services): Promise<void> {
  const { store, ownerIds, logger } = services
  const everyone = { type: 'all_private_chats' as const }
  const groups = { type: 'all_group_chats' as const }
  await attempt(() => api.setMyCommands(commandsFor(null), { scope: everyone }))
  await attempt(() => api.setMyCommands(described(FOR_GROUPS), { scope: groups }))
  const members = await listMembers(store.db)
  const editors = new Set([
    ...ownerIds,
    ...members.filter(({ role }) => mayEdit(role)).map(({ telegramId }) => telegramId),
  ])
  for (const id of editors) await attempt(() => publishFor(api, id, 'editor'))

  async function attempt(call: () => Promise<unknown>): Promise<void> {
    try {
      await call()
    } catch (error) {
      // Telegram knows no chat with who never wrote to the bot.
      logger.info(describeError(error), 'a commands menu was not set')
    }
  }
}

/** The menu of one person, after the rights changed. Throws what Telegram answers. */
export async function publishFor(api: Api, id: number, role: Role | null): Promise<void> {
  const scope = { type: 'chat' as const, chat_id: id }
  if (mayEdit(role)) await api.setMyCommands(commandsFor(role), { scope })
  else await api.deleteMyCommands({ scope })
}
