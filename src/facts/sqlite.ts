import Database from 'better-sqlite3'
import { type Dialect, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, sql } from 'kysely'
import type { Engine } from './engine.ts'
import { StoreError } from './errors.ts'
import { type SqliteFiles, sqliteDriver, takesLong, whenFree } from './sqlite-driver.ts'
import { storable } from './storable.ts'
import { texts } from './texts.fa.ts'
import { whyNotOpened } from './why-not-opened.ts'

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
  rows(types, rows) {
    const row = `(${types.map(() => '?').join()})`
    return { text: `values ${rows.map(() => row).join()}`, parameters: rows.flat() }
  },
  aside: (db, work) => db.transaction().execute(work),
  long: takesLong,
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
}

/** Opens `file:PATH`. Throws a StoreError when it is no address of a file or does not open. */
export async function sqliteDialect(url: string): Promise<Dialect> {
  const path = url.slice('file:'.length)
  if (path === '') throw new StoreError('cannot_open', texts.unknownDatabase(url))
  const files = await openFile(path)
  return {
    createDriver: () => sqliteDriver(files),
    createQueryCompiler: () => new StorableCompiler(),
    createAdapter: () => new TransactionalAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  }
}

async function openFile(path: string): Promise<SqliteFiles> {
  try {
    // Several processes may open a fresh file at once; only one of them can turn it to WAL.
    const writer = await whenFree(() => openWriter(path))
    if (path === ':memory:') return { writer, reader: writer, openReader: () => writer }
    const openReader = () => openToRead(path)
    return { writer, reader: await whenFree(openReader), openReader }
  } catch (error) {
    const reason = whyNotOpened(path, error)
    throw new StoreError('cannot_open', texts.cannotOpen(path, reason), { cause: error })
  }
}

function openWriter(path: string): Database.Database {
  return opened(path, (database) => {
    // SQLite would wait for another process within the call, and all of this one with it.
    database.pragma('busy_timeout = 0')
    const mode = database.pragma('journal_mode = wal', { simple: true })
    if (mode !== 'wal' && path !== ':memory:') throw new Error(`journal_mode is ${String(mode)}`)
    // A database that is opened in WAL mode would otherwise run at NORMAL and lose commits on power loss.
    database.pragma('synchronous = full')
    database.pragma('foreign_keys = on')
    database.pragma('trusted_schema = off')
  })
}

function openToRead(path: string): Database.Database {
  return opened(path, (database) => {
    // A reader waits only for the moment in which another process brings the file in order.
    database.pragma('busy_timeout = 5000')
    database.pragma('query_only = on')
    // Of a million figures the upper pages of the indexes: with four times as much it is no faster.
    database.pragma('cache_size = -4000')
    database.pragma('trusted_schema = off')
  })
}

function opened(path: string, setUp: (database: Database.Database) => void): Database.Database {
  const database = new Database(path)
  try {
    setUp(database)
    return database
  } catch (error) {
    database.close()
    throw error
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
