import type { Context } from 'grammy'
import type { Asker } from '../answers/asker.ts'
import type { Store } from '../facts/open.ts'
import type { Role } from '../facts/types.ts'
import type { Limited } from './flood-guard.ts'
import type { Logger } from './logger.ts'
import type { SlowWork } from './work/slow-work.ts'

/** Who may ask: everyone, or only those who were appointed. */
export type Access = 'open' | 'members'

/** What the features of the bot work with. */
export interface Services {
  readonly store: Store
  readonly asker: Asker
  readonly ownerIds: readonly number[]
  readonly access: Access
  readonly clock: () => Date
  /** Makes the secrets of invitations; the system's own when left out. */
  readonly random?: (bytes: number) => Buffer
  readonly logger: Logger
  /** Reads reports and draws pictures; left out, everyone waits while it does. */
  readonly slowWork?: SlowWork
  /** What was left unanswered since it came too fast, since the program started. */
  readonly limited?: () => Limited
}

/** A Telegram update on its way through the bot. */
export interface BotContext extends Context {
  /** What the sender may do; null for a stranger. Set before any feature sees the update. */
  role: Role | null
}
