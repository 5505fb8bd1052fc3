import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { randomFrom } from '../eval/random.ts'
import { type Postgres, startPostgres } from '../postgres/start.ts'
import type { Rack } from './part.ts'

export interface RackOptions {
  readonly short: boolean
  readonly seed: string
  /** A PostgreSQL that runs already; one of its own is started when left out. */
  readonly postgresUrl?: string | undefined
  readonly say: (line: string) => void
}

/** What the parts work with, and how to clear it away. */
export function createRack({ short, seed, postgresUrl, say }: RackOptions): {
  rack: Rack
  close(): Promise<void>
} {
  let started: Promise<Postgres | null> | undefined

  async function serverUrl(): Promise<string | null> {
    if (postgresUrl !== undefined) return postgresUrl === '' ? null : postgresUrl
    started ??= startPostgres().catch((error: unknown) => {
      if (process.env.CI) throw error
      say(`no PostgreSQL could be started: ${String(error)}`)
      return null
    })
    return (await started)?.url ?? null
  }

  const rack: Rack = {
    short,
    seed,
    say,
    random: (purpose) => randomFrom(`${seed} ${purpose}`),
    async postgres() {
      const server = await serverUrl()
      return server === null ? null : await newDatabase(server)
    },
  }
  return { rack, close: async () => await (await started)?.stop() }
}

async function newDatabase(server: string): Promise<string> {
  const name = `torture_${randomBytes(6).toString('hex')}`
  const client = new pg.Client(server)
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
