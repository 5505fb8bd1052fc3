import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, inject } from 'vitest'

/** The database that this run of the tests is on: each suite of the store runs on both. */
export const ENGINE = inject('engine')

const used: { remove(): Promise<void> }[] = []

/** Registered before whatever closes the stores, so that it comes after it. */
afterEach(async () => {
  for (const database of used.splice(0)) await database.remove()
})

/** Address of a database that nobody used before, removed after the test. */
export async function freshUrl(engine: 'sqlite' | 'postgres' = ENGINE): Promise<string> {
  return engine === 'sqlite' ? freshFile() : await freshDatabase()
}

function freshFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'arqam-'))
  used.push({ remove: async () => rmSync(folder, { recursive: true }) })
  return `file:${join(folder, 'test.db')}`
}

/** Address of a database for all tests of a file; on SQLite in memory, which is quickest. */
export async function lastingUrl(): Promise<string> {
  if (ENGINE === 'sqlite') return 'file::memory:'
  const name = await createDatabase()
  lasting.push(name)
  return addressOf(name)
}

const lasting: string[] = []

/** Databases of this file that are not in use: emptying one is far quicker than making another. */
const free: string[] = []

afterAll(async () => {
  for (const name of [...free, ...lasting])
    await onServer('postgres', `drop database ${name} with (force)`)
})

async function freshDatabase(): Promise<string> {
  const name = free.pop() ?? (await createDatabase())
  const remove = async () => {
    await onServer(name, 'drop schema public cascade; create schema public')
    free.push(name)
  }
  used.push({ remove })
  return addressOf(name)
}

async function createDatabase(): Promise<string> {
  const name = `arqam_${crypto.randomUUID().replaceAll('-', '')}`
  await onServer('postgres', `create database ${name} template template0`)
  return name
}

function addressOf(database: string): string {
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${database}`
  return url.href
}

async function onServer(database: string, statement: string): Promise<void> {
  const client = new pg.Client(addressOf(database))
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
