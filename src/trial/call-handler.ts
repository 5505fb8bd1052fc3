import type { IncomingMessage, ServerResponse } from 'node:http'
import { allMethods } from './api/methods.ts'
import { ApiError } from './api-error.ts'
import { type Faults, faultError } from './faults.ts'
import { LIMITS } from './limits.ts'
import { asMessengerTakes, type Messenger } from './messenger.ts'
import { methodName, type Parameters, readCall, unknownParameters } from './method-table.ts'
import { readBody, readBytes } from './request-body.ts'
import type { WebhookDelivery } from './webhook.ts'
import type { World } from './world.ts'

/** A call of the bot, as tests look at it. */
export interface RecordedCall {
  method: string
  parameters: Parameters
  result?: unknown
  error?: { code: number; description: string }
}

export interface CallHandler {
  calls: RecordedCall[]
  handle(
    method: string,
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<void>
}

/** Answers `/bot<token>/<method>`: reads the call, checks it, meets planned faults, carries it out. */
export function createCallHandler(
  world: World,
  webhook: WebhookDelivery,
  faults: Faults,
  messenger: Messenger = {},
): CallHandler {
  const methods = allMethods(webhook)
  const calls: RecordedCall[] = []

  function record(call: RecordedCall): void {
    // Polls come by the thousand and say nothing about what the bot does.
    if (call.method !== 'getUpdates') calls.push(call)
    world.events.emit({ type: 'call', method: call.method })
  }

  return {
    calls,
    async handle(name, request, response, url) {
      const hungUp = new AbortController()
      response.on('close', () => hungUp.abort())
      let recorded: RecordedCall = { method: name, parameters: {} }
      try {
        const bytes = await readBytes(request, LIMITS.uploadBytes + 1024 * 1024)
        const body = readBody(request.headers['content-type'] ?? '', bytes, url.searchParams)
        recorded = { method: name, parameters: body.fields }
        const method = methodName(name)
        recorded = { method, parameters: body.fields }
        const given = { ...body.fields, ...namesOf(body.files, body.fields) }
        const violations = unknownParameters(method, given)
        world.violations.push(...violations)
        for (const { parameter } of violations) {
          world.events.emit({ type: 'note', text: `${method}: ${parameter}` })
        }
        const fault = faults.take(method)
        if (fault?.reset === 'before') return void request.socket.destroy()
        if (fault && !fault.reset) throw faultError(fault)
        const parameters = readCall(method, asMessengerTakes(method, given, messenger))
        const call = { method, parameters, files: body.files, signal: hungUp.signal }
        const result = await methods[method]?.(world, call)
        record({ ...recorded, result })
        if (fault?.reset === 'after') return void request.socket.destroy()
        answer(response, 200, { ok: true, result })
      } catch (error) {
        const known = error instanceof ApiError ? error : undefined
        const { code, message, parameters } =
          known ?? new ApiError(500, `Internal Server Error: ${error}`)
        record({ ...recorded, error: { code, description: message } })
        const details = parameters && { parameters }
        answer(response, code, { ok: false, error_code: code, description: message, ...details })
      }
    },
  }
}

/** Files sent under the parameter's own name; those by `attach://` stand in the fields already. */
function namesOf(files: ReadonlyMap<string, unknown>, fields: Record<string, unknown>) {
  const attached = JSON.stringify(fields)
  const direct = [...files.keys()].filter((name) => !attached.includes(`attach://${name}`))
  return Object.fromEntries(direct.map((name) => [name, `attach://${name}`]))
}

export function answer(response: ServerResponse, status: number, body: unknown): void {
  if (response.destroyed || response.headersSent) return
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'x-content-type-options': 'nosniff',
  })
  response.end(JSON.stringify(body))
}
