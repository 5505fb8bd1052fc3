import { CompiledQuery, type Transaction } from 'kysely'
import type { Engine } from './engine.ts'
import type { Schema } from './schema.ts'
import { storable } from './storable.ts'

/** A transaction, and the engine that it is on. */
export interface Writing {
  readonly trx: Transaction<Schema>
  readonly engine: Engine
}

export type ColumnType = 'integer' | 'bigint' | 'double' | 'text'
export type Columns<Name extends string = string> = Readonly<Record<Name, ColumnType>>
type Cells<Name extends string> = Readonly<Record<Name, number | string | null>>

/*
 * Many rows in one statement. Its text hardly depends on how many they are, so that it is written
 * and prepared once: a query builder would take longer for it than the database.
 */

/** Inserts all rows at once. */
export async function insertRows<Name extends string>(
  { trx, engine }: Writing,
  table: keyof Schema,
  columns: Columns<Name>,
  rows: readonly Cells<NoInfer<Name>>[],
): Promise<void> {
  if (rows.length === 0) return
  const names = namesOf(columns)
  const { text, parameters } = engine.rows(Object.values(columns), cellsOf(names, rows))
  await trx.executeQuery(
    CompiledQuery.raw(`insert into ${table} (${names.join(', ')}) ${text}`, parameters),
  )
}

/** Runs a statement beside the rows, which stand in it as the table `wanted`; some may be all null. */
export async function withRows<Row, Name extends string = string>(
  { trx, engine }: Writing,
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
