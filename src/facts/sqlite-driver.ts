import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database, Statement } from 'better-sqlite3'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  SelectQueryNode,
  type TransactionSettings,
} from 'kysely'
import { inLine, type Turn } from './in-line.ts'

/** How long a change waits for another process that writes, such as one that imports. */
const PATIENCE_MS = 10 * 60 * 1000
/** A short change asks this often whether the file is free … */
const LONGEST_PAUSE_MS = 3
/** … so that it surely goes ahead while a long one leaves a free file to others. */
const LEFT_FREE_MS = 10
const PAUSE_OF_LONG_MS = 20

const longWork = new AsyncLocalStorage<true>()

/**
 * Transactions that the work begins take long: they let the short ones of every process go first.
 * Several imports at once would otherwise hand the file to each other.
 */
export const takesLong = <Result>(work: () => Promise<Result>): Promise<Result> =>
  longWork.run(true, work)

export interface SqliteFiles {
  readonly writer: Database
  /** Sees what was committed last, whatever the writer is about; the writer itself in memory. */
  readonly reader: Database
  /** A further reader, for a transaction that must see one moment for long. */
  openReader(): Database
}

/**
 * One connection that writes and one that reads. In WAL mode a reader waits for nobody, so that
 * questions are answered from the last commit while a long import fills its transaction; who wants
 * to write waits in line. Nothing here blocks the thread to wait: another process that holds the
 * file is asked again after a pause, in which everything else goes on.
 */
export function sqliteDriver({ writer, reader, openReader }: SqliteFiles): Driver {
  const line = inLine()
  const statementsOf = new Map([
    [writer, statementCache(writer)],
    [reader, statementCache(reader)],
  ])
  const prepare = (database: Database, text: string): Statement =>
    statementsOf.get(database)?.(text) ?? database.prepare(text)

  function mayRead({ query, sql }: CompiledQuery): boolean {
    if (writer === reader) return false
    if (SelectQueryNode.is(query)) return true
    if (query.kind !== 'RawNode') return false
    const statement = prepare(reader, sql)
    return statement.readonly && statement.reader
  }

  async function lock(): Promise<Turn> {
    const turn = await line.turn()
    try {
      await whenFree(() => takeFile(writer))
      return turn
    } catch (error) {
      turn.end()
      throw error
    }
  }

  /** Locks a file that is free twice, with time between for who waits in this process or another. */
  async function lockAfterOthers(): Promise<Turn> {
    const until = performance.now() + PATIENCE_MS
    for (let wasFree = false; ; ) {
      const turn = await line.turn()
      try {
        takeFile(writer)
        if (wasFree) return turn
        writer.exec('rollback')
        wasFree = true
      } catch (error) {
        if (!isBusy(error) || performance.now() > until) {
          turn.end()
          throw error
        }
        wasFree = false
      }
      turn.end()
      await wait(wasFree ? LEFT_FREE_MS : PAUSE_OF_LONG_MS)
    }
  }

  /** What Kysely takes for a connection: it finds the one for each statement, or for a transaction. */
  class Session implements DatabaseConnection {
    #transaction: { readonly database: Database; end(): void } | null = null

    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      if (this.#transaction) return run(prepare(this.#transaction.database, query.sql), query)
      if (mayRead(query)) return run(prepare(reader, query.sql), query)
      const turn = await line.turn()
      try {
        return await whenFree(() => run<Row>(prepare(writer, query.sql), query))
      } finally {
        turn.end()
      }
    }

    // biome-ignore lint/correctness/useYield: there is nothing to stream that is not there at once.
    async *streamQuery<Row>(): AsyncGenerator<QueryResult<Row>> {
      throw new Error('results are not streamed; read them a page at a time')
    }

    async begin({ accessMode }: TransactionSettings): Promise<void> {
      if (accessMode === 'read only' && writer !== reader) {
        const database = openReader()
        database.exec('begin')
        this.#transaction = { database, end: () => database.close() }
        return
      }
      const isLong = longWork.getStore() === true && writer !== reader
      const { end } = await (isLong ? lockAfterOthers() : lock())
      this.#transaction = { database: writer, end }
    }

    end(how: 'commit' | 'rollback'): void {
      const transaction = this.#transaction
      if (!transaction) return
      // SQLite takes some failures back by itself.
      if (how === 'commit' || transaction.database.inTransaction) transaction.database.exec(how)
      this.#transaction = null
      transaction.end()
    }

    savepoint(command: string): void {
      this.#transaction?.database.exec(command)
    }

    /** A transaction that was neither committed nor rolled back must not keep all others waiting. */
    release(): void {
      if (this.#transaction) this.end('rollback')
    }
  }

  const sessionOf = (connection: DatabaseConnection): Session => {
    if (connection instanceof Session) return connection
    throw new TypeError('a connection of another driver')
  }

  return {
    init: async () => undefined,
    acquireConnection: async () => new Session(),
    beginTransaction: async (connection, settings) => sessionOf(connection).begin(settings),
    commitTransaction: async (connection) => sessionOf(connection).end('commit'),
    rollbackTransaction: async (connection) => sessionOf(connection).end('rollback'),
    releaseConnection: async (connection) => sessionOf(connection).release(),
    async destroy() {
      const turn = await line.turn()
      try {
        // Only a favour to the next opening: another process that writes must not spoil the end.
        writer.pragma('optimize')
      } catch {
        // The next one to close does it.
      }
      if (reader !== writer) reader.close()
      writer.close()
      turn.end()
    },
  }
}

function run<Row>(statement: Statement, { parameters }: CompiledQuery): QueryResult<Row> {
  if (statement.reader) return { rows: statement.all(parameters) as Row[] }
  const { changes, lastInsertRowid } = statement.run(parameters)
  return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
}

/** Takes the write lock at the start: a deferred transaction fails at once when it upgrades. */
const takeFile = (database: Database) => database.exec('begin immediate')

/** Tries again until no other process holds the file, for as long as one may in earnest. */
export async function whenFree<Result>(work: () => Result): Promise<Result> {
  const until = performance.now() + PATIENCE_MS
  for (let pause = 1; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return work()
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error
    }
    await wait(pause)
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')

const CACHED_STATEMENTS = 256
const LONGEST_CACHED_SQL = 50_000

/** Preparing costs more than running a point look-up, so recent statements are kept. */
function statementCache(database: Database): (text: string) => Statement {
  const cache = new Map<string, Statement>()
  return (text) => {
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
  }
}
