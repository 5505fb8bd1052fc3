import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { createMetrics } from '../../src/bot/metrics.ts'
import { serveStatus, statusPages } from '../../src/cli/status-pages.ts'
import { openStore } from '../../src/facts/open.ts'

function loggerOf() {
  const errors: string[] = []
  const logger = {
    ...{ debug() {}, info() {}, warn() {} },
    error: (fields: object) => void errors.push(JSON.stringify(fields)),
  }
  return { logger, errors }
}

describe('/healthz', () => {
  it('is well while the store answers, and not when it is gone', async () => {
    const store = await openStore({ url: 'file::memory:' })
    const { logger, errors } = loggerOf()
    const pages = statusPages(store, createMetrics(), logger)
    expect(await pages('/healthz')).toEqual({ status: 200, text: 'ok' })
    await store.close()
    expect(await pages('/healthz')).toMatchObject({ status: 503 })
    expect(errors).toHaveLength(1)
  })
})

describe('/metrics', () => {
  it('is what Prometheus reads: one head a metric, labels escaped, buckets that add up', async () => {
    let now = 0
    const metrics = createMetrics(() => now)
    metrics.count('arqam_log_lines_total', { level: 'a "b"\\\n' })
    metrics.count('arqam_log_lines_total', { level: 'warn' })
    metrics.count('arqam_log_lines_total', { level: 'warn' })
    const handled = async (milliseconds: number) => {
      const context = { update: { update_id: 1, message: {} } }
      // @ts-expect-error the middleware looks at the kind of the update only
      await metrics.middleware(context, async () => {
        now += milliseconds
      })
    }
    await handled(20)
    await handled(300)
    await handled(60_000)
    const text = metrics.text({ arqam_store_version: 7 })
    expect(text).toContain(
      [
        '# HELP arqam_log_lines_total Lines of the log, by level.',
        '# TYPE arqam_log_lines_total counter',
        String.raw`arqam_log_lines_total{level="a \"b\"\\\n"} 1`,
        'arqam_log_lines_total{level="warn"} 2',
      ].join('\n'),
    )
    expect(text).toContain('arqam_updates_total{kind="message"} 3')
    expect(text).toContain('arqam_update_seconds_bucket{le="0.01"} 0')
    expect(text).toContain('arqam_update_seconds_bucket{le="0.025"} 1')
    expect(text).toContain('arqam_update_seconds_bucket{le="0.5"} 2')
    expect(text).toContain('arqam_update_seconds_bucket{le="+Inf"} 3')
    expect(text).toContain('arqam_update_seconds_sum 60.32')
    expect(text).toMatch(/# TYPE arqam_store_version gauge\narqam_store_version 7\n$/)
    for (const line of text.trimEnd().split('\n')) {
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{.*\})? [\d.e+-]+)$/)
    }
  })
})

const statusOf = (port: number, path: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    sent.on('error', reject).end()
  })

describe('the server of the pages', () => {
  it('serves them and nothing else, and ends', async () => {
    const server = await serveStatus(
      async (path) => (path === '/healthz' ? { status: 200, text: 'ok' } : null),
      0,
    )
    const get = async (path: string) =>
      (await fetch(`http://127.0.0.1:${server.port}${path}`)).status
    expect([await get('/healthz'), await get('/x')]).toEqual([200, 404])
    // A line that is no address once ended the whole program.
    for (const path of ['//', '//:x', '/%', '*', 'http://[']) {
      expect(await statusOf(server.port, path)).toBe(404)
    }
    await expect(serveStatus(async () => null, server.port)).rejects.toThrow('is taken')
    await server.close()
  })
})
