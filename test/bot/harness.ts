import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach } from 'vitest'
import type { Asker } from '../../src/answers/asker.ts'
import { createBot, createNoticeApi } from '../../src/bot/create-bot.ts'
import { createInbox } from '../../src/bot/inbox.ts'
import type { Logger } from '../../src/bot/logger.ts'
import { startNotifier } from '../../src/bot/notifier.ts'
import { startPolling } from '../../src/bot/polling.ts'
import { createSendPace } from '../../src/bot/send-pace.ts'
import type { Access } from '../../src/bot/services.ts'
import type { SlowWork } from '../../src/bot/work/slow-work.ts'
import type { Store } from '../../src/facts/open.ts'
import { type BotApiServer, createBotApiServer } from '../../src/trial/bot-api-server.ts'
import type { Messenger } from '../../src/trial/messenger.ts'
import type { Person } from '../../src/trial/people/person.ts'
import type { Message } from '../../src/trial/wire-types.ts'
import { storeWithVocabulary } from '../facts/store-for-tests.ts'
import { storeAsker } from './store-asker.ts'

export const TOKEN = '42:TEST-TOKEN-OF-THE-TRIAL-SERVER'
export const OWNER = 7

export interface Stage {
  readonly server: BotApiServer
  readonly store: Store
  /** An owner by configuration. */
  readonly owner: Person
  /** Someone whom nobody appointed. */
  readonly sara: Person
  readonly logged: readonly { level: string; fields: object; message: string }[]
  /** Sends a text and waits for the reply. */
  say(person: Person, text: string, options?: { replyTo?: Message }): Promise<Message>
  /** Presses a button and waits for the next message. */
  press(person: Person, message: Message, label: string): Promise<Message>
  /** Presses a button and waits until the bot changed a message. */
  pressToEdit(person: Person, message: Message, label: string): Promise<Message>
  /** Moves the bot's clock. */
  pass(milliseconds: number): void
  restart(): Promise<void>
}

const stages: { close(): Promise<void> }[] = []

afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close()
})

export interface StageOptions {
  readonly access?: Access
  readonly store?: Store
  readonly asker?: (store: Store) => Asker
  readonly messenger?: Messenger
  readonly slowWork?: SlowWork
}

/** The real bot, polling a Bot API server over HTTP, with a store in a file. */
export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const { access = 'open', asker = storeAsker } = options
  const store = options.store ?? (await storeWithVocabulary())
  const server = await createBotApiServer({
    token: TOKEN,
    ...(options.messenger && { messenger: options.messenger }),
  })
  const logged: { level: string; fields: object; message: string }[] = []
  const log = (level: string) => (fields: object, message: string) => {
    logged.push({ level, fields, message })
  }
  const logger: Logger = {
    debug: log('debug'),
    info: log('info'),
    warn: log('warn'),
    error: log('error'),
  }
  let now = Date.parse('2026-11-24T08:00:00Z')
  const start = () => {
    const services = {
      store,
      asker: asker(store),
      ownerIds: [OWNER],
      access,
      clock: () => new Date(now),
      logger,
      ...(options.slowWork && { slowWork: options.slowWork }),
    }
    const pace = createSendPace()
    const botOptions = { ...services, token: TOKEN, apiRoot: server.apiRoot, pace }
    const bot = createBot(botOptions)
    const polling = startPolling(bot, { logger, inbox: createInbox(services), retryInterval: 50 })
    const notifier = startNotifier(createNoticeApi(botOptions), { ...services, pace, interval: 50 })
    return {
      done: polling.done,
      async stop() {
        await notifier.stop()
        await polling.stop()
      },
    }
  }
  let polling = start()
  polling.done.catch(() => undefined)
  stages.push({
    async close() {
      await polling.stop()
      await server.close()
    },
  })
  const owner = server.user({ id: OWNER, firstName: 'مالک' })
  const sara = server.user({ id: 1001, firstName: 'سارا' })

  return {
    server,
    store,
    owner,
    sara,
    logged,
    async say(person, text, { replyTo } = {}) {
      person.sendText(text, { replyTo })
      return await server.nextMessage(person.chat.id)
    },
    async press(person, message, label) {
      person.press(message, label)
      return await server.nextMessage(person.chat.id)
    },
    async pressToEdit(person, message, label) {
      person.press(message, label)
      return await server.nextEdit(person.chat.id)
    },
    pass(milliseconds) {
      now += milliseconds
    },
    async restart() {
      await polling.stop()
      polling = start()
      polling.done.catch(() => undefined)
    },
  }
}

export const labels = (message: Message): string[] =>
  (message.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text)

/** The id of the update that was caused last; to be read before the bot can have confirmed it. */
export const lastUpdateId = ({ world }: BotApiServer): number =>
  world.updates.pending(100).at(-1)?.update_id ?? 0

/** Delivers an update again, as to a process that died when it had handled it and not noted so. */
export async function deliverAgain({ server, store }: Stage, updateId: number): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ content: string | null }>`
      select content from processed_update where update_id = ${updateId}`.execute(store.db)
    if (rows[0]?.content === null) break
    await wait(10)
  }
  await store.db.deleteFrom('processed_update').where('update_id', '=', updateId).execute()
  server.redeliver(updateId)
}
