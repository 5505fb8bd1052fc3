import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { Random } from '../../eval/random.ts'
import { disorder } from './disorder.ts'

/** What may happen to a call, with the share of calls that it happens to. */
export const FAULTS = {
  /** 429 with a second to wait, nothing carried out. */
  flood: 0.02,
  /** 500 in JSON, nothing carried out. */
  internal: 0.02,
  /** 502 with a page of HTML, as a balancer gives it; nothing carried out. */
  badGateway: 0.02,
  /** The connection ends before anything is carried out. */
  resetBefore: 0.02,
  /** It is carried out, and the connection ends without an answer. */
  resetAfter: 0.02,
  /** No answer ever, nothing carried out. */
  hangBefore: 0.003,
  /** It is carried out, and no answer comes. */
  hangAfter: 0.003,
  /** It is carried out, and half of the answer comes. */
  halfAnswer: 0.02,
  /** An edit is carried out, and refused as no change. */
  notModified: 0.03,
  /** The answer to a press comes too late. */
  tooOld: 0.05,
  /** Another one polls: of polls alone. */
  otherPoller: 0.02,
} as const

export type Fault = keyof typeof FAULTS

/** After these the bot cannot know whether its message was delivered. */
const UNHEARD: ReadonlySet<Fault> = new Set(['resetAfter', 'hangAfter', 'halfAnswer'])

export interface Gateway {
  readonly apiRoot: string
  /** How often each fault happened. */
  readonly happened: ReadonlyMap<Fault, number>
  /** Messages that a chat got although the bot never heard so. */
  unheardIn(chat: number): number
  /** From now on the old id of a group leads to its new one. */
  upgrade(oldChat: number, newChat: number): void
  /** Calls go through unharmed from now on, so that what is owed can be paid. */
  calm(): void
  close(): Promise<void>
}

export interface GatewayOptions {
  /** The Bot API server that answers in truth. */
  readonly upstream: string
  readonly random: Random
}

interface Reply {
  readonly status: number
  readonly body: Buffer
}

/** A bad road to a Bot API server: calls fail in all the ways that Telegram and networks know. */
export async function createGateway({ upstream, random }: GatewayOptions): Promise<Gateway> {
  const happened = new Map<Fault, number>()
  const unheard = new Map<number, number>()
  const upgraded = new Map<number, number>()
  const updates = disorder(random)
  let isCalm = false

  const server = createServer((call, answer) => {
    handle(call, answer).catch(() => answer.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  async function handle(call: IncomingMessage, answer: ServerResponse): Promise<void> {
    const method = /^\/bot[^/]+\/(\w+)$/.exec(call.url ?? '')?.[1]
    const body = await buffer(call)
    const chat = method === undefined ? 0 : chatOf(body)
    const moved = upgraded.get(chat)
    if (moved !== undefined) return send(answer, movedTo(moved))
    const fault = method === undefined || isCalm ? null : faultOf(method, random)
    if (fault) happened.set(fault, (happened.get(fault) ?? 0) + 1)
    switch (fault) {
      case 'flood':
        return send(answer, failure(429, 'Too Many Requests: retry after 1', { retry_after: 1 }))
      case 'internal':
        return send(answer, failure(500, 'Internal Server Error'))
      case 'badGateway':
        return send(answer, { status: 502, body: Buffer.from('<html>502 Bad Gateway</html>') })
      case 'otherPoller':
        return send(answer, failure(409, 'Conflict: terminated by other getUpdates request'))
      case 'tooOld':
        return send(answer, failure(400, TOO_OLD))
      case 'resetBefore':
        return void call.socket.destroy()
      case 'hangBefore':
        return
    }
    const reply = await forward(call, answer, body)
    const isNew = method !== undefined && /^send(?!ChatAction)/.test(method) && reply.status === 200
    if (fault && UNHEARD.has(fault) && isNew) unheard.set(chat, (unheard.get(chat) ?? 0) + 1)
    switch (fault) {
      case 'resetAfter':
        return void call.socket.destroy()
      case 'hangAfter':
        return
      case 'halfAnswer':
        return send(answer, { ...reply, body: reply.body.subarray(0, reply.body.length / 2) })
      case 'notModified':
        return send(answer, failure(400, NOT_MODIFIED))
    }
    send(answer, method === 'getUpdates' && !isCalm ? updates(reply) : reply)
  }

  function forward(call: IncomingMessage, answer: ServerResponse, body: Buffer): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const { method, headers } = call
      const address = new URL(call.url ?? '/', upstream)
      const options = { method, headers: { ...headers, host: address.host } }
      const sent = request(address, options, (response) => {
        buffer(response).then(
          (all) => resolve({ status: response.statusCode ?? 500, body: all }),
          reject,
        )
      })
      sent.on('error', reject)
      answer.on('close', () => sent.destroy())
      sent.end(body)
    })
  }

  return {
    apiRoot: `http://127.0.0.1:${port}`,
    happened,
    unheardIn: (chat) => unheard.get(chat) ?? 0,
    upgrade: (oldChat, newChat) => void upgraded.set(oldChat, newChat),
    calm() {
      isCalm = true
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const TOO_OLD = 'Bad Request: query is too old and response timeout expired or query ID is invalid'
const NOT_MODIFIED =
  'Bad Request: message is not modified: specified new message content and reply markup are exactly the same'

const OF_METHOD: Partial<Record<Fault, RegExp>> = {
  notModified: /^editMessage/,
  tooOld: /^answerCallbackQuery$/,
  otherPoller: /^getUpdates$/,
}

function faultOf(method: string, random: Random): Fault | null {
  let left = random()
  for (const [fault, share] of Object.entries(FAULTS) as [Fault, number][]) {
    if (!(OF_METHOD[fault]?.test(method) ?? true)) continue
    if (left < share) return fault
    left -= share
  }
  return null
}

function failure(code: number, description: string, parameters?: object): Reply {
  const body = { ok: false, error_code: code, description, ...(parameters && { parameters }) }
  return { status: code, body: Buffer.from(JSON.stringify(body)) }
}

const movedTo = (chat: number) =>
  failure(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
    migrate_to_chat_id: chat,
  })

/** The chat of a call; 0 for calls without one, and for uploads, whose fields stand in parts. */
function chatOf(body: Buffer): number {
  const text = body.subarray(0, 100_000).toString('utf8')
  const given = /"chat_id":\s*"?(-?\d+)/.exec(text) ?? /name="chat_id"\r\n\r\n(-?\d+)/.exec(text)
  return Number(given?.[1] ?? 0)
}

function send(answer: ServerResponse, { status, body }: Reply): void {
  if (answer.destroyed) return
  answer.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length })
  answer.end(body)
}
