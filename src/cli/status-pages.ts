import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { describeError, type Logger } from '../bot/logger.ts'
import type { Metrics } from '../bot/metrics.ts'
import { type Store, storeVersion } from '../facts/open.ts'
import { countWaitingNotices } from '../facts/subscriptions.ts'
import { RunError } from './errors.ts'

export interface Page {
  readonly status: number
  readonly text: string
}

/** What `/healthz` and `/metrics` say; null for any other path. */
export type StatusPages = (path: string) => Promise<Page | null>

const SECONDS_FOR_STORE = 3

/** Healthy is who can read the store: without it no question has an answer. */
export function statusPages(store: Store, metrics: Metrics, logger: Logger): StatusPages {
  async function health(): Promise<Page> {
    try {
      const late = wait(SECONDS_FOR_STORE * 1000, 'late' as const, { ref: false })
      if ((await Promise.race([storeVersion(store.db), late])) === 'late')
        throw new Error(`the store did not answer in ${SECONDS_FOR_STORE} seconds`)
      return { status: 200, text: 'ok' }
    } catch (error) {
      logger.error(describeError(error), 'not healthy')
      return { status: 503, text: 'the store does not answer' }
    }
  }

  async function numbers(): Promise<Page> {
    const { user, system } = process.cpuUsage()
    const text = metrics.text({
      arqam_store_version: await storeVersion(store.db),
      arqam_notices_waiting: await countWaitingNotices(store.db),
      process_start_time_seconds: Math.round(Date.now() / 1000 - process.uptime()),
      process_resident_memory_bytes: process.memoryUsage.rss(),
      process_cpu_seconds_total: (user + system) / 1e6,
    })
    return { status: 200, text }
  }

  return async (path) => {
    if (path === '/healthz') return await health()
    if (path === '/metrics') return await numbers()
    return null
  }
}

/** The path of a request; a line that is no address («//») has none, and must not end the program. */
export function pathOf(url = '/'): string {
  const [path = ''] = url.split(/[?#]/, 1)
  return path
}

/** Serves the pages by themselves, for a bot that polls. Throws a RunError when the port is taken. */
export async function serveStatus(pages: StatusPages, port: number): Promise<StatusServer> {
  const server = createServer((request, response) => {
    const fail = (): Page => ({ status: 500, text: '' })
    pages(pathOf(request.url))
      .catch(fail)
      .then((page) => {
        const { status, text } = page ?? { status: 404, text: '' }
        response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
      })
      .catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', () => reject(new RunError(`PORT ${port} is taken`)))
    server.listen(port, () => resolve())
  })
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

export interface StatusServer {
  readonly port: number
  close(): Promise<void>
}
