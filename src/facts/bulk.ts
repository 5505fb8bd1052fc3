import { CompiledQuery, type Transaction } from 'kysely'
import type { Engine } from './engine.ts'
import type { Executor } from './open.ts'
import type { Schema } from './schema.ts'
import { storable } from './storable.ts'

/** A transaction, and the engine that it is on. */
export interface Writing {
  readonly trx: Transaction<Schema>
  readonly engine: Engine
}

interface OnEngine {
  readonly trx: Executor
  readonly engine: Engine
}

export type ColumnType = 'integer' | 'bigint' | 'double' | 'text'
export type Columns<Name extends string = string> = Readonly<Record<Name, ColumnType>>
type Cells<Name extends string> = Readonly<Record<Name, number | string | null>>

/*
 * Many rows in one statement. Its text hardly depends on how many they are, so that it is written
 * and prepared once: a query builder would take longer for it than the database.
 */

/** Below the 32,766 parameters of one SQLite statement for the widest table. */
const AT_ONCE = 500

/** Inserts all rows; `ending` says what becomes of those that are there. */
export async function insertRows<Name extends string>(
  { trx, engine }: OnEngine,
  table: keyof Schema,
  columns: Columns<Name>,
  rows: readonly Cells<NoInfer<Name>>[],
  ending = '',
): Promise<void> {
  const names = namesOf(columns)
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const cells = cellsOf(names, rows.slice(at, at + AT_ONCE))
    const { text, parameters } = engine.rows(Object.values(columns), cells)
    const statement = `insert into ${table} (${names.join(', ')}) ${text} ${ending}`
    await trx.executeQuery(CompiledQuery.raw(statement, parameters))
  }
}

/** Runs a statement beside the rows, which stand in it as the table `wanted`; some may be all null. */
export async function withRows<Row, Name extends string = string>(
  { trx, engine }: OnEngine,
  columns: Columns<Name>,
  rows: readonly Cells<NoInfer<Name>>[],
  statement: string,
): Promise<Row[]> {
  if (rows.length === 0) return []
  const names = namesOf(columns)
  const cells = cellsOf(names, rows)
  const nothing = names.map(() => null)
  while (!isPowerOfTwo(cells.length)) cells.push(nothing)
  const { text, parameters } = engine.rows(Object.values(columns), cells)
  const query = `with wanted(${names.join(', ')}) as (${text}) ${statement}`
  return (await trx.executeQuery<Row>(CompiledQuery.raw(query, parameters))).rows
}

const namesOf = <Name extends string>(columns: Columns<Name>) => Object.keys(columns) as Name[]

const isPowerOfTwo = (count: number) => (count & (count - 1)) === 0

const cellsOf = <Name extends string>(names: readonly Name[], rows: readonly Cells<Name>[]) =>
  rows.map((row) => names.map((name) => storable(row[name])))
