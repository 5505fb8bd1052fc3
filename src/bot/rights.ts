import type { Role } from '../facts/types.ts'
import type { Action } from './callback-data.ts'
import type { CommandName } from './commands.ts'
import type { Access, BotContext } from './services.ts'
import { texts } from './texts.fa.ts'

/**
 * The least that a person must be. Where only members may ask, a `reader` is a member; elsewhere
 * everyone is. A `stranger` is anyone, everywhere.
 */
export type LeastRole = 'stranger' | 'reader' | 'editor' | 'admin' | 'owner'

export interface Right {
  readonly least: LeastRole
  /** Changes are made in private: a group sees neither drafts nor who may do what. */
  readonly where: 'private' | 'anywhere'
}

/** What a person can ask of the bot: a command, a press, or what comes as a text or a file. */
export type Deed =
  | `/${CommandName}`
  | `press ${Action}`
  | 'question'
  | 'edited question'
  | 'inline question'
  | 'link to a figure'
  | 'invitation'
  | 'mistake in words'
  | 'sheet'
  | 'report'
  | 'answer in a dialog'
  | 'change at once'
  | 'undo of others'
  | 'appoint'
  | 'invite an admin'

const readers = { least: 'reader', where: 'anywhere' } as const
const readersInPrivate = { least: 'reader', where: 'private' } as const
const editors = { least: 'editor', where: 'private' } as const
const admins = { least: 'admin', where: 'private' } as const
const owners = { least: 'owner', where: 'private' } as const

/**
 * Who may do what, and where: the one place that decides. What a person owns (a draft, a dialog,
 * an invitation) is looked at besides by whoever keeps it.
 */
export const RIGHTS: Readonly<Record<Deed, Right>> = {
  '/start': readers,
  '/help': readers,
  '/settings': readers,
  '/ask': readers,
  '/cancel': readers,
  '/add': editors,
  '/report': editors,
  '/edit': editors,
  '/retire': editors,
  '/undo': editors,
  '/history': editors,
  '/template': editors,
  '/export': editors,
  '/proposals': admins,
  '/unanswered': admins,
  '/reports': admins,
  '/alias': admins,
  '/rename': admins,
  '/merge': admins,
  '/stats': admins,
  '/admins': admins,
  '/invite': admins,

  'press source': readers,
  'press periods': readers,
  'press again': readers,
  'press figure': readers,
  'press report': readers,
  'press reported': readers,
  'press choose': readers,
  'press page': readers,
  'press example': readers,
  'press setting': readers,
  'press chart': readers,
  'press file': readers,
  'press target': readers,
  'press compare': readers,
  'press compareWith': readers,
  'press watch': readers,
  'press unwatch': readers,
  'press edit': editors,
  'press editField': editors,
  'press entry': editors,
  'press nearest': editors,
  'press review': editors,
  'press confirm': editors,
  'press cancel': editors,
  'press withdraw': editors,
  'press undo': editors,
  'press approve': admins,
  'press reject': admins,
  'press unanswered': admins,
  'press handleReport': admins,
  'press revokeInvitation': admins,

  question: readers,
  'edited question': readers,
  'inline question': readers,
  'link to a figure': readersInPrivate,
  invitation: { least: 'stranger', where: 'private' },
  'mistake in words': readersInPrivate,
  sheet: editors,
  report: editors,
  'answer in a dialog': editors,
  /** Without it a confirmed change waits for one who has it. */
  'change at once': admins,
  'undo of others': admins,
  appoint: owners,
  'invite an admin': owners,
}

const RANKS: readonly (Role | null)[] = [null, 'member', 'editor', 'admin', 'owner']

/** Whether a role is enough for a deed, wherever it is done. */
export function may(role: Role | null, deed: Deed, access: Access = 'open'): boolean {
  const { least } = RIGHTS[deed]
  if (least === 'stranger') return true
  if (least === 'reader') return access === 'open' || role !== null
  return RANKS.indexOf(role) >= RANKS.indexOf(least)
}

/** What to tell a person who may not do a deed, or not here; null for who may. */
export function refusalOf(ctx: Pick<BotContext, 'role' | 'chat'>, deed: Deed): string | null {
  const { least, where } = RIGHTS[deed]
  if (!may(ctx.role, deed)) return least === 'owner' ? texts.ownersOnly : texts.adminsOnly
  return where === 'private' && ctx.chat?.type !== 'private' ? texts.privateOnly : null
}
