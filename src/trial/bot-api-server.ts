import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answer, createCallHandler, type RecordedCall } from './call-handler.ts'
import { createFaults, type Fault } from './faults.ts'
import type { Messenger } from './messenger.ts'
import type { Violation } from './method-table.ts'
import { createGroup, type GroupOptions } from './people/group.ts'
import { createPerson, type Person } from './people/person.ts'
import { isLocalHost } from './request-guard.ts'
import { waitFor } from './waiting.ts'
import { createWebhookDelivery } from './webhook.ts'
import type { BotUser, Message } from './wire-types.ts'
import { type ChatRoom, createWorld, type World } from './world.ts'

/** Serves further paths than the Bot API's; returns false for those it does not know. */
export type Route = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) => Promise<boolean> | boolean

export interface BotApiServerOptions {
  /** `<bot id>:<secret>`, as @BotFather gives it. */
  token: string
  /** 127.0.0.1 when left out. The server has no business on other interfaces. */
  host?: string
  /** A free port when left out. */
  port?: number
  botInfo?: Partial<BotUser>
  now?: () => Date
  /** Milliseconds before a failed webhook delivery is tried again; doubles each time. Default 100. */
  webhookRetry?: number
  routes?: (world: World) => Route
  /** Pretends to be another messenger than Telegram. */
  messenger?: Messenger
}

export interface PersonOptions {
  id: number
  firstName: string
  lastName?: string
  username?: string
  languageCode?: string
}

export interface BotApiServer {
  /** What goes into the `apiRoot` of a grammY bot: `http://127.0.0.1:<port>`. */
  readonly apiRoot: string
  readonly port: number
  readonly token: string
  readonly bot: BotUser
  readonly world: World
  /** All calls of the bot but `getUpdates`, oldest first. */
  readonly calls: readonly RecordedCall[]
  /** Slips that Telegram would not tell of. A test ends with `expect(server.violations).toEqual([])`. */
  readonly violations: readonly Violation[]
  user(options: PersonOptions): Person
  group(options: GroupOptions): ChatRoom
  /** Makes coming calls of a method fail. */
  fail(method: string, fault: Fault): void
  /** Delivers an update again, as Telegram does after a lost answer. */
  redeliver(updateId: number): void
  /** Resolves with what `look` finds; tries again at each event. Rejects after ten seconds. */
  waitFor<Found>(look: () => Found | undefined | null | false, what?: string): Promise<Found>
  /** The bot's next new message in a chat, each given once, in order. */
  nextMessage(chat: number): Promise<Message>
  /** The next edit of a bot's message in a chat, each given once, in order. */
  nextEdit(chat: number): Promise<Message>
  /** The next call of a method, each given once, in order. */
  nextCall(method: string): Promise<RecordedCall>
  /** Messages of a chat as they stand, oldest first. */
  messages(chat: number): Message[]
  close(): Promise<void>
}

/**
 * Starts a Bot API server that pretends to be Telegram, for one bot: same paths, same long
 * polling, same limits, same errors. A bot reaches it by `apiRoot` and needs no change.
 *
 * ```ts
 * const server = await createBotApiServer({ token: '42:TEST' })
 * const bot = new Bot(server.token, { client: { apiRoot: server.apiRoot } })
 * const sara = server.user({ id: 1001, firstName: 'سارا' })
 * sara.sendText('سلام')
 * const reply = await server.nextMessage(sara.chat.id)
 * ```
 * Throws when the port is taken (`EADDRINUSE`).
 */
export async function createBotApiServer(options: BotApiServerOptions): Promise<BotApiServer> {
  const { token, host = '127.0.0.1', port = 0, now = () => new Date() } = options
  const world = createWorld(botUser(token, options.botInfo), now)
  const webhook = createWebhookDelivery(world, options.webhookRetry)
  const faults = createFaults()
  const handler = createCallHandler(world, webhook, faults, options.messenger)
  const route = options.routes?.(world)
  const seen = createCursors(world, handler.calls)

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy())
  })
  await listen(server, host, port)
  const address = server.address() as AddressInfo

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isLocalHost(request.headers.host, address.port)) return refuse(response, 403, 'Forbidden')
    const url = new URL(request.url ?? '/', `http://${host}:${address.port}`)
    const called = /^\/bot([^/]+)\/([A-Za-z0-9_]+)$/.exec(url.pathname)
    if (called) {
      if (!/^\d+:/.test(called[1] ?? '')) return refuse(response, 404, 'Not Found')
      if (called[1] !== token) return refuse(response, 401, 'Unauthorized')
      return handler.handle(called[2] ?? '', request, response, url)
    }
    if (url.pathname.startsWith(`/file/bot${token}/`)) return serveFile(url.pathname, response)
    if (await route?.(request, response, url)) return
    refuse(response, 404, 'Not Found')
  }

  function serveFile(path: string, response: ServerResponse): void {
    const file = world.files.byPath(decodeURIComponent(path.slice(`/file/bot${token}/`.length)))
    if (!file) {
      refuse(response, 404, 'Not Found: file not found')
      return
    }
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
    })
    response.end(file.bytes)
  }

  return {
    apiRoot: `http://${host}:${address.port}`,
    port: address.port,
    token,
    bot: world.bot,
    world,
    calls: handler.calls,
    violations: world.violations,
    user: ({ id, firstName, lastName, username, languageCode }) =>
      createPerson(world, {
        id,
        is_bot: false,
        first_name: firstName,
        ...(lastName !== undefined && { last_name: lastName }),
        ...(username !== undefined && { username }),
        language_code: languageCode ?? 'fa',
      }),
    group: (group) => createGroup(world, group),
    fail: (method, fault) => faults.add(method, fault),
    redeliver: (updateId) => world.updates.redeliver(updateId),
    waitFor: (look, what) => waitFor(world, look, what),
    ...seen,
    messages: (chat) => [...(world.rooms.get(chat)?.messages.values() ?? [])],
    async close() {
      webhook.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** `nextMessage`, `nextEdit` and `nextCall`: what happened since, each thing given once. */
function createCursors(world: World, calls: readonly RecordedCall[]) {
  const happened: { kind: 'message' | 'edited'; message: Message }[] = []
  const taken = new Set<unknown>()
  world.events.subscribe((event) => {
    if (event.type !== 'message' && event.type !== 'edited') return
    const { from, via_bot } = event.message
    if (from.id !== world.bot.id && !(event.type === 'edited' && via_bot)) return
    happened.push({ kind: event.type, message: event.message })
  })

  function next<Item>(look: () => Item | undefined, what: string): Promise<Item> {
    return waitFor(
      world,
      () => {
        const item = look()
        if (item !== undefined) taken.add(item)
        return item
      },
      what,
    )
  }

  async function nextOf(kind: 'message' | 'edited', chat: number): Promise<Message> {
    const entry = await next(
      () =>
        happened.find(
          (entry) => entry.kind === kind && entry.message.chat.id === chat && !taken.has(entry),
        ),
      `a bot's ${kind === 'message' ? 'new' : 'edited'} message in chat ${chat}`,
    )
    return entry.message
  }

  return {
    nextMessage: (chat: number) => nextOf('message', chat),
    nextEdit: (chat: number) => nextOf('edited', chat),
    nextCall: (method: string) =>
      next(
        () => calls.find((call) => call.method === method && !taken.has(call)),
        `a call of ${method}`,
      ),
  }
}

function botUser(token: string, given: Partial<BotUser> = {}): BotUser {
  return {
    id: Number.parseInt(token, 10),
    is_bot: true,
    first_name: 'ارقام',
    username: 'arqam_trial_bot',
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: true,
    can_connect_to_business: false,
    has_main_web_app: false,
    ...given,
  }
}

function refuse(response: ServerResponse, status: number, description: string): void {
  answer(response, status, { ok: false, error_code: status, description })
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
