import type { Update } from 'grammy/types'
import { createBot } from '../../src/bot/create-bot.ts'
import type { Limits } from '../../src/bot/limits.ts'
import type { Logger } from '../../src/bot/logger.ts'
import type { Access, Services } from '../../src/bot/services.ts'
import type { Store } from '../../src/facts/open.ts'
import { type BotApiServer, createBotApiServer } from '../../src/trial/bot-api-server.ts'
import type { RecordedCall } from '../../src/trial/call-handler.ts'
import type { User } from '../../src/trial/wire-types.ts'

export const TOKEN = '42:TEST-TOKEN-OF-THE-TRIAL-SERVER'
export const NOW = new Date('2026-11-24T08:00:00Z')

/** An update as it may come, without its number; its shape is nobody's promise. */
export type Content = Readonly<Record<string, unknown>>

export interface HostileStage {
  readonly server: BotApiServer
  readonly store: Store
  /** What was logged as an error: there must be none. */
  readonly errors: readonly string[]
  /** Hands an update over, as a webhook does, and gives the calls that were made meanwhile. */
  deliver(content: Content): Promise<readonly RecordedCall[]>
  /** The same for an update that has its number. */
  deliverAs(updateId: number, content: Content): Promise<readonly RecordedCall[]>
  /** A chat with a person that the bot may write to. */
  person(user: User): void
  close(): Promise<void>
}

export interface HostileStageOptions {
  readonly store: Store
  readonly asker: Services['asker']
  readonly ownerIds: readonly number[]
  readonly access?: Access
  readonly clock?: () => Date
  /** None when left out: what comes is more than any person sends. */
  readonly limits?: Limits | null
}

/** The real bot, given updates by hand, calling a Bot API server over HTTP that checks each call. */
export async function openHostileStage(options: HostileStageOptions): Promise<HostileStage> {
  const { store, access = 'open', clock = () => NOW, limits = null } = options
  const server = await createBotApiServer({ token: TOKEN })
  const errors: string[] = []
  const none = () => undefined
  const logger: Logger = {
    debug: none,
    info: none,
    warn: none,
    error: (fields, message) => void errors.push(`${message}: ${JSON.stringify(fields)}`),
  }
  const bot = createBot({
    ...options,
    token: TOKEN,
    apiRoot: server.apiRoot,
    access,
    clock,
    logger,
    limits,
  })
  await bot.init()
  let updateId = 500_000

  async function deliverAs(id: number, content: Content): Promise<readonly RecordedCall[]> {
    register(server, content)
    const before = server.calls.length
    await bot.handleUpdate({ update_id: id, ...content } as Update)
    return server.calls.slice(before)
  }

  return {
    server,
    store,
    errors,
    deliver: (content) => deliverAs(++updateId, content),
    deliverAs,
    person({ id, first_name, last_name, username }) {
      server.user({
        id,
        firstName: first_name,
        ...(last_name !== undefined && { lastName: last_name }),
        ...(username !== undefined && { username }),
      })
      const room = server.world.rooms.get(id)
      if (room) room.reachable = 'yes'
    },
    close: () => server.close(),
  }
}

/** A press and an inline question can be answered only where the server knows of them. */
function register({ world }: BotApiServer, content: Content): void {
  const press = content.callback_query as { id?: unknown; from?: User } | undefined
  if (typeof press?.id === 'string' && press.from) {
    world.callbacks.set(press.id, { from: press.from, askedAt: world.now(), answer: undefined })
  }
  const asked = content.inline_query as { id?: unknown; from?: User; query?: string } | undefined
  if (typeof asked?.id === 'string' && asked.from) {
    const { from, query = '' } = asked
    world.inlineQueries.set(asked.id, { from, query, askedAt: world.now(), answer: undefined })
  }
}

/** What a call says to a person, or null when it says nothing. */
export function saidBy({ method, parameters, error }: RecordedCall): string | null {
  if (error) return null
  const { text, caption, rich_message: rich, results } = parameters
  if (typeof text === 'string') return text
  if (method === 'sendDocument' || method === 'sendPhoto') return String(caption ?? '')
  if (method === 'sendRichMessage') return JSON.stringify(rich)
  return method === 'answerInlineQuery' ? JSON.stringify(results) : null
}
