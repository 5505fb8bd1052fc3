import { createHash } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import { StoreError } from './errors.ts'
import type { Store } from './open.ts'
import type { Schema } from './schema.ts'
import { COUNTED, TABLES } from './tables.ts'
import { texts } from './texts.fa.ts'

export interface CopiedTable {
  readonly table: string
  readonly rows: number
  /** SHA-256 of the contents, in the order of the key; the same on both engines. */
  readonly hash: string
}

type Row = Readonly<Record<string, unknown>>
type Trx = Transaction<Schema>

/** Below the 32,766 parameters of one SQLite statement for the widest table. */
const PAGE = 500

/**
 * Copies everything, history and chats and all, into a store that holds nothing yet; of whichever
 * engine each is. What arrived is read again and compared before it is made to stay. Throws a
 * StoreError when the target is not empty or anything arrived otherwise than it left.
 */
export async function copyStore(from: Store, to: Store): Promise<CopiedTable[]> {
  // One moment of the source, whatever is written to it meanwhile.
  const reading = from.db
    .transaction()
    .setAccessMode('read only')
    .setIsolationLevel('repeatable read')
  return await reading.execute(async (source) =>
    to.db.transaction().execute(async (target) => {
      await refuseUnlessEmpty(target)
      const copied: CopiedTable[] = []
      for (const table of Object.keys(TABLES)) {
        copied.push(await copyTable(table, source, target))
      }
      for (const table of COUNTED) {
        for (const statement of to.engine.countOn(table)) await statement.execute(target)
      }
      return copied
    }),
  )
}

/** `meta` holds a version and whether it was filled as soon as a store is there. */
async function refuseUnlessEmpty(target: Trx): Promise<void> {
  for (const table of Object.keys(TABLES)) {
    if (table === 'meta') continue
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(target)
    if (rows.length > 0) throw new StoreError('invalid_data', texts.targetNotEmpty(table))
  }
  await sql`delete from meta`.execute(target)
}

async function copyTable(table: string, source: Trx, target: Trx): Promise<CopiedTable> {
  const left = summary()
  for await (const page of pagesOf(source, table)) {
    await insert(target, table, page)
    left.add(page)
  }
  const arrived = summary()
  for await (const page of pagesOf(target, table)) arrived.add(page)
  const copied = { table, ...left.result() }
  const found = arrived.result()
  if (found.hash !== copied.hash) {
    throw new StoreError('invalid_data', texts.arrivedOtherwise(table, copied.rows, found.rows))
  }
  return copied
}

async function* pagesOf(db: Kysely<Schema>, table: string): AsyncGenerator<Row[]> {
  const key = keyOf(table)
  const columns = sql.join(key.map((column) => sql.ref(column)))
  for (let last: Row | undefined; ; ) {
    const after =
      last === undefined
        ? sql``
        : sql`where (${columns}) > (${sql.join(key.map((column) => last?.[column]))})`
    const { rows } = await sql<Row>`
      select * from ${sql.table(table)} ${after} order by ${columns} limit ${sql.lit(PAGE)}`.execute(
      db,
    )
    if (rows.length > 0) yield rows
    if (rows.length < PAGE) return
    last = rows.at(-1)
  }
}

async function insert(target: Trx, table: string, page: readonly Row[]): Promise<void> {
  const names = Object.keys(page[0] ?? {})
  const columns = sql.join(names.map((name) => sql.ref(name)))
  const rows = sql.join(page.map((row) => sql`(${sql.join(names.map((name) => row[name]))})`))
  await sql`insert into ${sql.table(table)} (${columns}) values ${rows}`.execute(target)
}

/** Counts and hashes rows as they come; the order of columns is a matter of each engine. */
function summary() {
  const hash = createHash('sha256')
  let rows = 0
  return {
    add(page: readonly Row[]) {
      rows += page.length
      for (const row of page) {
        const cells = Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))
        hash.update(`${JSON.stringify(cells)}\n`)
      }
    },
    result: () => ({ rows, hash: hash.digest('hex') }),
  }
}

const keyOf = (table: string): readonly string[] =>
  Object.entries(TABLES).find(([name]) => name === table)?.[1] ?? []
