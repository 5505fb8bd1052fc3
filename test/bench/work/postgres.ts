import { sql } from 'kysely'
import { z } from 'zod'
import { copyStore } from '../../../src/facts/copy-store.ts'
import { openStore } from '../../../src/facts/open.ts'
import { startPostgres } from '../../postgres/start.ts'
import { type Job, runJob } from '../job.ts'
import { quantile } from '../measure.ts'
import { workerResult } from './worker.ts'

export const postgresRow = z.object({
  size: z.number(),
  processes: z.number(),
  perSecond: z.number(),
  p50: z.number(),
  p99: z.number(),
})
type PostgresRow = z.infer<typeof postgresRow>

const PROCESSES = [1, 2, 4]

/** How durable a server is by itself, unlike that of the tests. */
const SETTINGS: readonly string[] = []

/** The same stores copied to a PostgreSQL of its own, and asked by several processes at once. */
export async function measurePostgres(
  stores: readonly { readonly size: number; readonly url: string }[],
  job: Pick<Job, 'indicators' | 'questions' | 'seconds'>,
  limit: number,
): Promise<PostgresRow[]> {
  const server = await startPostgres(SETTINGS)
  const rows: PostgresRow[] = []
  try {
    for (const { size, url } of stores) {
      const copy = await copyOf(url, server.url, `arqam_${size}`)
      for (const processes of PROCESSES) {
        const row = await measure({ ...job, size, store: copy }, processes, limit)
        if (row !== null) rows.push(row)
      }
    }
  } finally {
    await server.stop()
  }
  return rows
}

async function copyOf(from: string, server: string, name: string): Promise<string> {
  const admin = await openStore({ url: server })
  await sql`create database ${sql.id(name)} template template0`.execute(admin.db)
  await admin.close()
  const url = new URL(server)
  url.pathname = `/${name}`
  const [source, target] = [await openStore({ url: from }), await openStore({ url: url.href })]
  await copyStore(source, target)
  // What autovacuum would have found out within a minute.
  await sql`analyze`.execute(target.db)
  await Promise.all([source.close(), target.close()])
  return url.href
}

async function measure(
  job: Pick<Job, 'indicators' | 'questions' | 'seconds' | 'size' | 'store'>,
  processes: number,
  limit: number,
): Promise<PostgresRow | null> {
  const workers = Array.from({ length: processes }, (_, index) =>
    runJob({ ...job, task: 'worker', seed: `worker ${index}` }, workerResult, limit),
  )
  const results = (await Promise.all(workers)).filter((result) => result !== null)
  if (results.length < processes) return null
  const times = results.flatMap((result) => result.times)
  const perSecond = results.reduce((sum, result) => sum + result.times.length / result.seconds, 0)
  const { size } = job
  return { size, processes, perSecond, p50: quantile(times, 0.5), p99: quantile(times, 0.99) }
}
