import type { Api } from 'grammy'
import type { BotCommand, BotCommandScope } from 'grammy/types'
import { listMembers } from '../facts/members.ts'
import type { Role } from '../facts/types.ts'
import { englishCommands, englishTable } from './commands.en.ts'
import { describeError } from './logger.ts'
import { may } from './rights.ts'
import { mayEdit } from './roles.ts'
import type { Services } from './services.ts'
import { texts } from './texts.fa.ts'

export type CommandName = keyof typeof texts.commands

/** Whose menu shows a command; who may use it stands in the table of rights. */
export type CommandAudience = 'everyone' | 'groups' | 'editors' | 'admins'

export interface Command {
  readonly name: CommandName
  readonly audience: CommandAudience
  /** As one may type it. */
  readonly example: string
}

/** All commands, in the order of the menus; the table in the README is made from this one. */
export const COMMANDS: readonly Command[] = [
  { name: 'add', audience: 'editors', example: texts.addExample },
  { name: 'report', audience: 'editors', example: '/report' },
  { name: 'edit', audience: 'editors', example: '/edit 12 مقدار ۳۸ واحد' },
  { name: 'retire', audience: 'editors', example: '/retire 12 تکراری است' },
  { name: 'undo', audience: 'editors', example: '/undo 12' },
  { name: 'history', audience: 'editors', example: '/history ۳۰ روز' },
  { name: 'template', audience: 'editors', example: '/template csv' },
  { name: 'export', audience: 'editors', example: '/export xlsx' },
  { name: 'proposals', audience: 'admins', example: '/proposals' },
  { name: 'unanswered', audience: 'admins', example: '/unanswered' },
  { name: 'reports', audience: 'admins', example: '/reports' },
  {
    name: 'alias',
    audience: 'admins',
    example: '/alias بیدار شدن کارخانه‌ها = احیای واحدهای راکد صنعتی',
  },
  { name: 'rename', audience: 'admins', example: '/rename نام کنونی = نام تازه' },
  { name: 'merge', audience: 'admins', example: '/merge شاخص تکراری = شاخصی که می‌ماند' },
  { name: 'stats', audience: 'admins', example: '/stats ۳۰' },
  { name: 'admins', audience: 'admins', example: '/admins add 123456 سارا ویراستار' },
  { name: 'invite', audience: 'admins', example: '/invite ویراستار' },
  { name: 'start', audience: 'everyone', example: '/start' },
  { name: 'help', audience: 'everyone', example: '/help' },
  { name: 'settings', audience: 'everyone', example: '/settings' },
  { name: 'cancel', audience: 'editors', example: '/cancel' },
  { name: 'ask', audience: 'groups', example: '/ask احیای واحدهای راکد قم در سال ۹۹' },
]

/** In groups everything else would be in the way. */
const FOR_GROUPS: readonly CommandName[] = ['ask', 'help']

type Descriptions = Readonly<Record<CommandName, string>>

/** The languages of the menus; without a code for everyone whose language has no menu of its own. */
const MENUS: readonly Menu[] = [
  { descriptions: texts.commands, language: {} },
  { descriptions: englishCommands, language: { language_code: 'en' } },
]

interface Menu {
  readonly descriptions: Descriptions
  readonly language: { readonly language_code?: 'en' }
}

/** The menu of a person with this role. */
export function commandsFor(
  role: Role | null,
  descriptions: Descriptions = texts.commands,
): BotCommand[] {
  return COMMANDS.filter(({ name, audience }) => {
    const isShown = audience === 'editors' ? mayEdit(role) : audience !== 'groups'
    return isShown && may(role, `/${name}`)
  }).map(({ name }) => ({ command: name, description: descriptions[name] }))
}

/** The table of commands for the README: command, who may use it, what it does, an example. */
export function commandTable(language: 'fa' | 'en'): string {
  const isEnglish = language === 'en'
  const { head, audiences } = isEnglish ? englishTable : texts.commandTable
  const descriptions: Descriptions = isEnglish ? englishCommands : texts.commands
  const rows = COMMANDS.map(({ name, audience, example }) => [
    `\`/${name}\``,
    audiences[audience],
    descriptions[name],
    `\`${example}\``,
  ])
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

/**
 * Tells Telegram the menus in each language: one for everyone, another for each who may edit. Only
 * what is shown: rights are checked where a command is carried out. What fails is logged and left.
 */
export async function publishCommands(api: Api, services: Services): Promise<void> {
  const { store, ownerIds, logger } = services
  const everyone = { type: 'all_private_chats' as const }
  const groups = { type: 'all_group_chats' as const }
  await attempt(() => publish(api, everyone, null))
  for (const { descriptions, language } of MENUS) {
    const menu = FOR_GROUPS.map((command) => ({ command, description: descriptions[command] }))
    await attempt(() => api.setMyCommands(menu, { scope: groups, ...language }))
  }
  const roles = new Map<number, Role>(
    (await listMembers(store.db)).map(({ telegramId, role }) => [telegramId, role]),
  )
  for (const id of ownerIds) roles.set(id, 'owner')
  for (const [id, role] of roles) {
    if (mayEdit(role)) await attempt(() => publishFor(api, id, role))
  }

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
  if (mayEdit(role)) return await publish(api, scope, role)
  for (const { language } of MENUS) await api.deleteMyCommands({ scope, ...language })
}

async function publish(api: Api, scope: BotCommandScope, role: Role | null): Promise<void> {
  for (const { descriptions, language } of MENUS) {
    await api.setMyCommands(commandsFor(role, descriptions), { scope, ...language })
  }
}
