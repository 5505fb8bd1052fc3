import type { IncomingMessage, ServerResponse } from 'node:http'
import { ApiError } from './api-error.ts'
import type { Route } from './bot-api-server.ts'
import { answer } from './call-handler.ts'
import { LIMITS } from './limits.ts'
import { createPageActions } from './page-actions.ts'
import { streamEvents } from './page-events.ts'
import { readPageFiles } from './page-files.ts'
import type { Person } from './people/person.ts'
import { readBytes } from './request-body.ts'
import { isOwnOrigin } from './request-guard.ts'
import type { World } from './world.ts'

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const SAFE_HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}

/** The trial page: its files, its stream of events, what people do on it, and pictures and files. */
export function createPageRoutes(world: World, people: readonly Person[]): Route {
  const files = readPageFiles()
  const actions = createPageActions(world, people)

  return async (request, response, url) => {
    if (request.method === 'POST') return await act(request, response, url)
    if (request.method !== 'GET') return false
    if (url.pathname === '/events') {
      response.writeHead(200, { ...SAFE_HEADERS, 'content-type': 'text/event-stream' })
      streamEvents(world, people, response)
      return true
    }
    const stored = /^\/(picture|document)\/(\w+)$/.exec(url.pathname)
    if (stored) return sendStored(response, stored[1] === 'picture', stored[2] ?? '')
    const file = files.get(url.pathname)
    if (!file) return false
    response.writeHead(200, { ...SAFE_HEADERS, 'content-type': file.type })
    response.end(file.bytes)
    return true
  }

  async function act(request: IncomingMessage, response: ServerResponse, url: URL) {
    if (!isOwnOrigin(request.headers.origin, request.headers.host)) {
      answer(response, 403, { error: 'only the page itself may do this' })
      return true
    }
    try {
      if (url.pathname === '/do') {
        const body: unknown = JSON.parse((await readBytes(request, 100_000)).toString('utf8'))
        answer(response, 200, await actions.perform(body))
      } else if (url.pathname === '/upload') {
        actions.upload(url.searchParams, await readBytes(request, LIMITS.downloadBytes))
        answer(response, 200, {})
      } else {
        return false
      }
    } catch (error) {
      const status = error instanceof ApiError ? error.code : 400
      answer(response, status, { error: error instanceof Error ? error.message : String(error) })
    }
    return true
  }

  function sendStored(response: ServerResponse, shown: boolean, id: string): boolean {
    const file = world.files.byId(id)
    if (!file) return false
    const type = pictureType(file.bytes)
    if (shown && type) {
      response.writeHead(200, { ...SAFE_HEADERS, 'content-type': type })
    } else {
      const name = encodeURIComponent(file.name).replace(
        /['()*]/g,
        (c) => `%${c.charCodeAt(0).toString(16)}`,
      )
      response.writeHead(200, {
        ...SAFE_HEADERS,
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${name}`,
      })
    }
    response.end(file.bytes)
    return true
  }
}

/** The type of a picture that a browser may show, by its first bytes: a name proves nothing. */
function pictureType(bytes: Buffer): string | undefined {
  if (bytes.length > 8 && bytes.readUInt32BE(0) === 0x89504e47) return 'image/png'
  if (bytes.length > 3 && bytes.readUInt16BE(0) === 0xffd8) return 'image/jpeg'
  return undefined
}
