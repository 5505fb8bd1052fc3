import { z } from 'zod'
import { ApiError, badRequest } from '../api-error.ts'
import { LIMITS, SECRET_TOKEN } from '../limits.ts'
import { numberOf, type Parameters, stringOf } from '../method-table.ts'
import type { WebhookDelivery } from '../webhook.ts'
import type { World } from '../world.ts'
import type { Call, Methods } from './method.ts'

const WEBHOOK_ACTIVE =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
const OTHER_POLL =
  'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running'

/** How updates reach the bot: long polling or a webhook. */
export function updateMethods(webhook: WebhookDelivery): Methods {
  let endOtherPoll: (() => void) | undefined

  return {
    async getUpdates(world, { parameters, signal }: Call) {
      if (webhook.target()) throw new ApiError(409, WEBHOOK_ACTIVE)
      endOtherPoll?.()
      const ended = new AbortController()
      const end = () => ended.abort()
      endOtherPoll = end
      allowUpdates(world, parameters)
      const offset = numberOf(parameters, 'offset') ?? 0
      if (offset !== 0) world.updates.confirm(offset)
      const updates = await poll(world, parameters, AbortSignal.any([signal, ended.signal]))
      if (ended.signal.aborted) throw new ApiError(409, OTHER_POLL)
      if (endOtherPoll === end) endOtherPoll = undefined
      return updates
    },

    setWebhook(world, { parameters }) {
      const url = stringOf(parameters, 'url') ?? ''
      const secret = stringOf(parameters, 'secret_token')
      if (secret !== undefined && !SECRET_TOKEN.test(secret)) {
        throw badRequest('secret token contains unallowed characters')
      }
      if (url !== '' && !/^https?:\/\/[^/]/.test(url)) {
        throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
      }
      endOtherPoll?.()
      allowUpdates(world, parameters)
      if (parameters.drop_pending_updates === true) world.updates.clear()
      webhook.set(url, secret)
      return true
    },

    deleteWebhook(world, { parameters }) {
      if (parameters.drop_pending_updates === true) world.updates.clear()
      webhook.set('', undefined)
      return true
    },

    getWebhookInfo: (world) => ({
      url: webhook.target() ?? '',
      has_custom_certificate: false,
      pending_update_count: world.updates.size(),
      ...webhook.lastError(),
      ...(world.updates.allowed().length > 0 && { allowed_updates: world.updates.allowed() }),
    }),
  }
}

async function poll(world: World, parameters: Parameters, signal: AbortSignal) {
  const limit = Math.min(Math.max(numberOf(parameters, 'limit') ?? 100, 1), LIMITS.updatesAtOnce)
  const seconds = Math.min(numberOf(parameters, 'timeout') ?? 0, LIMITS.pollSeconds)
  const timedOut = AbortSignal.timeout(seconds * 1000)
  const over = AbortSignal.any([signal, timedOut])
  for (;;) {
    if (signal.aborted) return []
    const updates = world.updates.pending(limit)
    if (updates.length > 0 || seconds <= 0 || over.aborted) return updates
    await world.updates.changed(over)
  }
}

function allowUpdates(world: World, parameters: Parameters): void {
  if (parameters.allowed_updates === undefined) return
  const kinds = z.array(z.string()).safeParse(parameters.allowed_updates)
  if (!kinds.success) throw badRequest("can't parse allowed_updates")
  world.updates.allow(kinds.data)
}
