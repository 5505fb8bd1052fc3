import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  PostgresAdapter,
  type PostgresDialectConfig,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type TransactionSettings,
} from 'kysely'
import pg from 'pg'
import type { ColumnType } from './bulk.ts'
import type { Engine } from './engine.ts'
import { StoreError } from './errors.ts'
import { storable } from './storable.ts'
import { texts } from './texts.fa.ts'

/** Advisory locks are numbers; this one spells «arqam». */
const WRITERS = 0x617271616d

const ARRAYS: Readonly<Record<ColumnType, string>> = {
  integer: 'int4[]',
  bigint: 'int8[]',
  double: 'float8[]',
  text: 'text[]',
}

export const POSTGRES: Engine = {
  name: 'postgres',
  text: sql`text collate "C"`,
  bigInteger: 'bigint',
  double: 'double precision',
  identity: (column) => column.primaryKey().generatedByDefaultAsIdentity(),
  tableSuffix: sql``,
  refuse: (action, table) => [
    sql`create or replace function refuse_change() returns trigger language plpgsql as
        $$ begin raise exception '% is append-only', tg_table_name; end $$`,
    sql`create trigger ${sql.ref(`${table}_no_${action}`)} before ${sql.raw(action)}
        on ${sql.table(table)} for each row execute function refuse_change()`,
    ...(action === 'update'
      ? []
      : [
          sql`create trigger ${sql.ref(`${table}_no_truncate`)} before truncate
              on ${sql.table(table)} execute function refuse_change()`,
        ]),
  ],
  countOn: (table) => [
    sql`select setval(pg_get_serial_sequence(${sql.lit(table)}, 'id'), max(id))
        from ${sql.table(table)} having max(id) is not null`,
  ],
  rows(types, rows) {
    const arrays = types.map((type, at) => `$${at + 1}::${ARRAYS[type]}`)
    const parameters = types.map((_, at) => rows.map((row) => row[at]))
    return { text: `select * from unnest(${arrays.join()})`, parameters }
  },
  aside: (db, work) => work(db),
  long: (work) => work(),
  async problems(db) {
    const disabled = await sql<{ trigger: string; table: string }>`
      select tgname as trigger, tgrelid::regclass::text as table from pg_trigger
      where tgfoid = 'refuse_change'::regproc and tgenabled = 'D'`.execute(db)
    return disabled.rows.map(({ trigger, table }) => texts.triggerDisabled(trigger, table))
  },
  backUp: null,
}

const SECONDS_TO_CONNECT = 10
const CONNECTIONS = 10

/** Opens `postgres://…`. Throws a StoreError when the server is out of reach or unfit. */
export async function postgresDialect(url: string): Promise<Dialect> {
  const pool = new pg.Pool({
    connectionString: url,
    types,
    max: CONNECTIONS,
    connectionTimeoutMillis: SECONDS_TO_CONNECT * 1000,
    keepAlive: true,
    application_name: 'arqam',
  })
  // An idle connection that the server ends is replaced at the next query.
  pool.on('error', () => undefined)
  try {
    const { rows } = await pool.query<{ server_encoding: string }>('show server_encoding')
    const encoding = rows[0]?.server_encoding
    if (encoding !== 'UTF8') throw new Error(texts.notUnicode(String(encoding)))
  } catch (error) {
    await pool.end()
    const reason = error instanceof Error ? reasonOf(error) : String(error)
    throw new StoreError('cannot_open', texts.cannotOpen(withoutPassword(url), reason), {
      cause: error,
    })
  }
  return {
    createDriver: () => new WritersInLine({ pool, onCreateConnection: setUpConnection }),
    createQueryCompiler: () => new StorableCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  }
}

/** Counts and Telegram ids are far below the integers that a number holds exactly. */
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`${text} is too large`)
  return value
})

/**
 * A machine that vanished in the midst of a change must not keep the lock of the writers for the
 * hours that TCP would wait for it.
 */
const setUpConnection: NonNullable<PostgresDialectConfig['onCreateConnection']> = async (
  connection,
) => {
  await connection.executeQuery(
    CompiledQuery.raw(
      "set tcp_keepalives_idle = 20; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3; set idle_in_transaction_session_timeout = '5min'",
    ),
  )
}

/**
 * Who changes something waits until the one before is done, as on SQLite: so each sees what the
 * others did, and what was checked in a transaction still holds when it is written. Readers wait
 * for nobody.
 */
class WritersInLine extends PostgresDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    await super.beginTransaction(connection, settings)
    if (settings.accessMode === 'read only') return
    await connection.executeQuery(CompiledQuery.raw(`select pg_advisory_xact_lock(${WRITERS})`))
  }
}

class StorableCompiler extends PostgresQueryCompiler {
  protected override addParameter(parameter: unknown): void {
    super.addParameter(storable(parameter))
  }
}

/** Where a name has several addresses, the errors of all are in one without a message. */
function reasonOf(error: Error): string {
  if (error instanceof AggregateError) {
    return error.errors.map((one: unknown) => (one instanceof Error ? one.message : one)).join('; ')
  }
  return error.message
}

const withoutPassword = (url: string): string => url.replace(/\/\/[^/]*@/, '//').split('?')[0] ?? ''
