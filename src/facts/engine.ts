import type { ColumnDefinitionBuilder, Dialect, RawBuilder } from 'kysely'
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
  sql,
} from 'kysely'

/** All that differs between the databases Arqam runs on; everything else is portable SQL. */
export interface Engine {
  readonly name: 'sqlite'
  readonly bigInteger: 'integer' | 'bigint'
  readonly double: 'real' | 'double precision'
  /** Makes an integer column the primary key that counts by itself. */
  identity(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder
  /** What stands at the end of `create table`. */
  readonly tableSuffix: RawBuilder<unknown>
  /** Statements that make the database itself refuse to change or delete rows of a table. */
  refuse(action: 'update' | 'delete', table: string): RawBuilder<unknown>[]
}

export const SQLITE: Engine = {
  name: 'sqlite',
  bigInteger: 'integer',
  double: 'real',
  identity: (column) => column.primaryKey().autoIncrement(),
  tableSuffix: sql`strict`,
  refuse: (action, table) => [
    sql`create trigger ${sql.ref(`${table}_no_${action}`)} before ${sql.raw(action)}
        on ${sql.table(table)} begin select raise(abort, ${sql.lit(`${table} is append-only`)}); end`,
  ],
}

/** Takes the write lock at the start: a deferred transaction fails at once when it upgrades. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

/** SQLite can undo DDL, so the migrator may run everything in one transaction. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

export function sqliteDialect(database: SqliteDatabase): Dialect {
  return {
    createDriver: () => new ImmediateDriver({ database: withStatementCache(database) }),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new TransactionalAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
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
