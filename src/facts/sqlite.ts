import Database from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
  sql,
  type TransactionSettings,
} from 'kysely'
import type { Engine } from './engine.ts'
import { StoreError } from './errors.ts'
import { storable } from './storable.ts'
import { texts } from './texts.fa.ts'

export const SQLITE: Engine = {
  name: 'sqlite',
  text: 'text',
  bigInteger: 'integer',
  double: 'real',
  identity: (column) => column.primaryKey().autoIncrement(),
  tableSuffix: sql`strict`,
  refuse: (action, table) => [
    sql`create trigger ${sql.ref(`${table}_no_${action}`)} before ${sql.raw(action)}
        on ${sql.table(table)} begin select raise(abort, ${sql.lit(`${table} is append-only`)}); end`,
  ],
  countOn: () => [],
  // Where two processes of one machine meet a fresh file, the second finds the names taken.
  alone: (_, work) => work(),
  async problems(db) {
    const integrity = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
    const problems = integrity.rows
      .map((row) => row.integrity_check)
      .filter((line) => line !== 'ok')
    const orphans = await sql<{ table: string; rowid: number; parent: string }>`
      pragma foreign_key_check`.execute(db)
    for (const { table, rowid, parent } of orphans.rows) {
      problems.push(texts.orphanRow(table, rowid, parent))
    }
    return problems
  },
  async backUp(db, path) {
    await sql`vacuum into ${path}`.execute(db)
  },
  async close(db) {
    // Only a favour to the next opening: another process that writes just now must not spoil the end.
    await sql`pragma optimize`.execute(db).catch(() => undefined)
  },
}

/** Opens `file:PATH`. Throws a StoreError when it is no address of a file or does not open. */
export function sqliteDialect(url: string): Dialect {
  const database = openFile(url)
  return {
    createDriver: () => new ImmediateDriver({ database: withStatementCache(database) }),
    createQueryCompiler: () => new StorableCompiler(),
    createAdapter: () => new TransactionalAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  }
}

function openFile(url: string): Database.Database {
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

/** Takes the write lock at the start: a deferred transaction fails at once when it upgrades. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    settings?: TransactionSettings,
  ): Promise<void> {
    const readsOnly = settings?.accessMode === 'read only'
    await connection.executeQuery(CompiledQuery.raw(readsOnly ? 'begin' : 'begin immediate'))
  }
}

/** SQLite can undo DDL, so the migrator may run everything in one transaction. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class StorableCompiler extends SqliteQueryCompiler {
  protected override addParameter(parameter: unknown): void {
    super.addParameter(storable(parameter))
  }
}

const CACHED_STATEMENTS = 256
const LONGEST_CACHED_SQL = 20_000

/** Preparing costs more than running a point look-up, so recent statements are kept. */
function withStatementCache(database: SqliteDatabase): SqliteDatabase {
  const cache = new Map<string, SqliteStatement>()
  return {
    close: () => database.close(),
    prepare(text) {
      const known = cache.get(text)
      if (known) return known
      const statement = database.prepare(text)
      if (text.length > LONGEST_CACHED_SQL) return statement
      if (cache.size >= CACHED_STATEMENTS) {
        const oldest = cache.keys().next().value
        if (oldest !== undefined) cache.delete(oldest)
      }
      cache.set(text, statement)
      return statement
    },
  }
}
