import { type Dialect, Kysely, Migrator, type Transaction } from 'kysely'
import { type Afterwards, createAfterwards } from './afterwards.ts'
import type { Writing } from './bulk.ts'
import type { Engine } from './engine.ts'
import { StoreError } from './errors.ts'
import { migrationsFor } from './migrations/index.ts'
import type { Schema } from './schema.ts'
import { SQLITE, sqliteDialect } from './sqlite.ts'
import { texts } from './texts.fa.ts'

/** A connection or a transaction: what every function over the store takes first. */
export type Executor = Kysely<Schema> | Transaction<Schema>

export interface Store {
  readonly db: Kysely<Schema>
  readonly engine: Engine
  /** What is written after an answer. */
  readonly afterwards: Afterwards
  close(): Promise<void>
}

export interface OpenOptions {
  /** `postgres://…`, `file:PATH`, or `file::memory:` for a store that ends with the process. */
  readonly url: string
  /**
   * Fills a store that was never set up, in the transaction that sets it up: of several processes
   * that open it at once one does it, all or nothing. Left out, a fresh store stays empty.
   */
  readonly fill?: (writing: Writing) => Promise<void>
}

/**
 * Opens the store, brings its schema up to date and, when it is fresh, fills it.
 * Throws a StoreError with a Persian message when any of it fails; nothing stays open then.
 */
export async function openStore({ url, fill }: OpenOptions): Promise<Store> {
  const { engine, dialect } = await connect(url)
  const db = new Kysely<Schema>({ dialect })
  const afterwards = createAfterwards(db, engine)
  const store: Store = {
    db,
    engine,
    afterwards,
    async close() {
      await afterwards.close()
      await db.destroy()
    },
  }
  try {
    await migrate(store)
    if (!(await isSetUp(db))) await db.transaction().execute((trx) => setUp({ trx, engine }, fill))
  } catch (error) {
    await db.destroy()
    throw error
  }
  return store
}

/** The engine and the way to a database, without a look at what is in it. */
export async function connect(url: string): Promise<{ engine: Engine; dialect: Dialect }> {
  if (url.startsWith('file:')) {
    return { engine: SQLITE, dialect: await sqliteDialect(url) }
  }
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new StoreError('cannot_open', texts.unknownDatabase(url))
  }
  // Loaded when it is needed, so that a question to a file does not wait for it.
  const { POSTGRES, postgresDialect } = await import('./postgres.ts')
  return { engine: POSTGRES, dialect: await postgresDialect(url) }
}

/** Brings the schema up to date, or, to make a store as an earlier release did, up to a migration. */
export async function migrate(
  { db, engine }: Pick<Store, 'db' | 'engine'>,
  to?: string,
): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrationsFor(engine) },
    nameComparator: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
  })
  const { error } = await (to === undefined ? migrator.migrateToLatest() : migrator.migrateTo(to))
  if (error !== undefined) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StoreError('cannot_migrate', texts.cannotMigrate(reason), { cause: error })
  }
}

async function isSetUp(db: Executor): Promise<boolean> {
  const known = await db
    .selectFrom('meta')
    .select('value')
    .where('name', '=', 'filled')
    .executeTakeFirst()
  return known !== undefined
}

async function setUp(writing: Writing, fill: OpenOptions['fill']): Promise<void> {
  const { trx } = writing
  // Another process may have been first.
  if (await isSetUp(trx)) return
  await fill?.(writing)
  await trx
    .insertInto('meta')
    .values({ name: 'filled', value: fill ? 1 : 0 })
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
