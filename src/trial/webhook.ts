import type { Update } from './wire-types.ts'
import type { World } from './world.ts'

export interface WebhookDelivery {
  /** Starts delivering to an address; an empty one ends it. */
  set(url: string, secret: string | undefined): void
  target(): string | undefined
  lastError(): { last_error_date?: number; last_error_message?: string }
  close(): void
}

/**
 * Delivers updates to the bot's address one after another, as Telegram does within a chat:
 * anything but 2xx is delivered again, after a delay that doubles up to a minute.
 */
export function createWebhookDelivery(world: World, firstRetryMilliseconds = 100): WebhookDelivery {
  let current: { url: string; secret: string | undefined; stop: AbortController } | undefined
  let failure: { last_error_date?: number; last_error_message?: string } = {}

  async function deliverAll(target: NonNullable<typeof current>): Promise<void> {
    const { signal } = target.stop
    let delay = firstRetryMilliseconds
    while (!signal.aborted) {
      const [update] = world.updates.pending(1)
      if (!update) {
        await world.updates.changed(signal)
      } else if (await deliver(target, update)) {
        world.updates.remove(update.update_id)
        delay = firstRetryMilliseconds
      } else {
        await pause(delay, signal)
        delay = Math.min(delay * 2, 60_000)
      }
    }
  }

  async function deliver(target: NonNullable<typeof current>, update: Update): Promise<boolean> {
    try {
      const response = await fetch(target.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(target.secret && { 'x-telegram-bot-api-secret-token': target.secret }),
        },
        body: JSON.stringify(update),
        signal: target.stop.signal,
      })
      await response.arrayBuffer()
      if (response.ok) return true
      fail(`Wrong response from the webhook: ${response.status} ${response.statusText}`)
    } catch {
      fail('Connection refused')
    }
    return false
  }

  function fail(message: string): void {
    failure = { last_error_date: world.now(), last_error_message: message }
  }

  return {
    set(url, secret) {
      current?.stop.abort()
      current = url === '' ? undefined : { url, secret, stop: new AbortController() }
      failure = {}
      if (current) void deliverAll(current)
    },
    target: () => current?.url,
    lastError: () => failure,
    close: () => current?.stop.abort(),
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds)
    signal.addEventListener('abort', done, { once: true })
    function done(): void {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
  })
}
