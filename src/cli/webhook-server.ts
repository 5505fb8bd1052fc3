import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pathOf, type StatusPages } from './status-pages.ts'

/** Telegram's updates are a few kilobytes; more than this is not Telegram. */
const LARGEST_BODY = 1024 * 1024
/** Telegram gives up after a minute; updates that take longer are acknowledged and handled on. */
const ANSWER_WITHIN = 25_000
const SECRET_HEADER = 'x-telegram-bot-api-secret-token'

export interface WebhookServerOptions {
  readonly port: number
  /** Path of the address that Telegram calls. */
  readonly path: string
  readonly secret: string
  /** Handles one update; when it throws, Telegram is asked to send the update again. */
  readonly handle: (update: unknown) => Promise<void>
  readonly onError: (error: unknown) => void
  /** What is served beside the webhook. */
  readonly pages: StatusPages
  /** Milliseconds after which a call is answered although the update is still handled. */
  readonly answerWithin?: number
}

export interface WebhookServer {
  readonly port: number
  /** Takes no more calls and waits for the updates that are being handled. */
  close(): Promise<void>
}

/** Listens for Telegram's calls, and serves the status pages. Rejects when the port is taken. */
export async function startWebhookServer(options: WebhookServerOptions): Promise<WebhookServer> {
  const { path, secret, handle, onError, pages, answerWithin = ANSWER_WITHIN } = options
  const running = new Set<Promise<void>>()

  const server = createServer({ requestTimeout: 30_000 }, (request, response) => {
    respond(request, response).catch((error: unknown) => {
      onError(error)
      if (response.headersSent) response.destroy()
      else end(response, 500)
    })
  })

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pathname = pathOf(request.url)
    const page = await pages(pathname)
    if (page) return end(response, page.status, page.text)
    if (pathname !== path) return end(response, 404)
    if (request.method !== 'POST') return end(response, 405)
    if (!isSame(request.headers[SECRET_HEADER], secret)) return end(response, 401)
    const body = await readBody(request)
    if (body === null) return end(response, 413)
    const update = parse(body)
    if (update === undefined) return end(response, 400)
    const handled = handle(update)
    const settled = handled.then(noted, noted)
    running.add(settled)
    void settled.then(() => running.delete(settled))
    await Promise.race([handled, later(answerWithin)])
    // An update that fails after its call was answered is only logged.
    handled.catch(onError)
    end(response, 200)
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, () => resolve())
  })
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeIdleConnections()
      await Promise.all(running)
      server.closeIdleConnections()
      await closed
    },
  }
}

function end(response: ServerResponse, status: number, text = ''): void {
  // What was refused unread must not be read as a next request.
  if (status >= 400) response.setHeader('connection', 'close')
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
}

const noted = () => undefined

const later = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds).unref()
  })

/** Null when the body is too large to be an update. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > LARGEST_BODY) return null
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** Compares in a time that tells nothing of the secret. */
function isSame(given: string | string[] | undefined, secret: string): boolean {
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(secret))
}

const digest = (text: string) => createHash('sha256').update(text).digest()
