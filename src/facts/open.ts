import Database from 'better-sqlite3'
import { Kysely, Migrator, sql, type Transaction } from 'kysely'
import { type Engine, SQLITE, sqliteDialect } from './engine.ts'
import { StoreError } from './errors.ts'
import { migrationsFor } from './migrations/index.ts'
import type { Schema } from './schema.ts'
import { texts } from './texts.fa.ts'

/** A connection or a transaction: what every function over the store takes first. */
export type Executor = Kysely<Schema> | Transaction<Schema>

export interface Store {
  readonly db: Kysely<Schema>
  readonly engine: Engine
  close(): Promise<void>
}

export interface OpenOptions {
  /** `file:PATH`, or `file::memory:` for a store that ends with the process. */
  readonly url: string
  /** Fills a store that was never set up; left out, a fresh store stays empty. */
  readonly fill?: (store: Store) => Promise<void>
}

/**
 * Opens the store, brings its schema up to date and, when it is fresh, fills it.
 * Throws a StoreError with a Persian message when any of it fails; nothing stays open then.
 */
export async function openStore({ url, fill }: OpenOptions): Promise<Store> {
  const database = openSqlite(url)
  const db = new Kysely<Schema>({ dialect: sqliteDialect(database) })
  const store: Store = {
    db,
    engine: SQLITE,
    async close() {
      // Only a favour to the next opening: another process that writes just now must not spoil the end.
      await sql`pragma optimize`.execute(db).catch(() => undefined)
      await db.destroy()
    },
  }
  try {
    await migrate(store)
    await setUp(store, fill)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return store
}

function openSqlite(url: string): Database.Database {
  if (!url.startsWith('file:')) throw new StoreError('cannot_open', texts.unknownDatabase(url))
  const path = url.slice('file:'.length)
  if (path === '') throw new StoreError('cannot_open', texts.unknownDatabase(url))
  try {
    const database = new Database(path)
    const mode = database.pragma('journal_mode = wal', { simple: true })
    if (mode !== 'wal' && path !== ':memory:') throw new Error(`journal_mode is ${String(mode)}`)
    // A database that is opened in WAL mode would otherwise run at NORMAL and lose commits on power loss.
    database.pragma('synchronous = full')
    database.pragma('foreign_keys = on')
    database.pragma('busy_timeout = 5000')
    database.pragma('trusted_schema = off')
    return database
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StoreError('cannot_open', texts.cannotOpen(path, reason), { cause: error })
  }
}

async function migrate({ db, engine }: Store): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrationsFor(engine) },
    nameComparator: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
  })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StoreError('cannot_migrate', texts.cannotMigrate(reason), { cause: error })
  }
}

/** Marked only afterwards, so that a filling that was cut short is done again. */
async function setUp(store: Store, fill: OpenOptions['fill']): Promise<void> {
  const { db } = store
  const known = await db
    .selectFrom('meta')
    .select('value')
    .where('name', '=', 'filled')
    .executeTakeFirst()
  if (known) return
  await fill?.(store)
  await db
    .insertInto('meta')
    .values({ name: 'filled', value: fill ? 1 : 0 })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
}

/** Counts change sets: a cache built at one version is good while the version stays. */
export async function storeVersion(db: Executor): Promise<number> {
  const row = await db
    .selectFrom('meta')
    .select('value')
    .where('name', '=', 'version')
    .executeTakeFirstOrThrow()
  return row.value
}
