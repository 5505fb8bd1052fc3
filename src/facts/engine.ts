import type { ColumnDefinitionBuilder, Kysely, RawBuilder } from 'kysely'
import type { ColumnType } from './bulk.ts'
import type { Executor } from './open.ts'
import type { Schema } from './schema.ts'

/** All that differs between the databases Arqam runs on; everything else is portable SQL. */
export interface Engine {
  readonly name: 'sqlite' | 'postgres'
  /** Text that is compared by its code points, whatever the language of the database. */
  readonly text: 'text' | RawBuilder<unknown>
  readonly bigInteger: 'integer' | 'bigint'
  readonly double: 'real' | 'double precision'
  /** Makes an integer column the primary key that counts by itself. */
  identity(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder
  /** What stands at the end of `create table`. */
  readonly tableSuffix: RawBuilder<unknown>
  /** Statements that make the database itself refuse to change or delete rows of a table. */
  refuse(action: 'update' | 'delete', table: string): RawBuilder<unknown>[]
  /** Statements that make a table count on after rows that came with ids of their own. */
  countOn(table: string): RawBuilder<unknown>[]
  /**
   * A query that gives these rows, with its parameters; the same text for as many rows. Cells stand
   * in the order of the types.
   */
  rows(
    types: readonly ColumnType[],
    rows: readonly (readonly unknown[])[],
  ): { readonly text: string; readonly parameters: unknown[] }
  /**
   * Runs writes that change no fact: at one commit where that is cheaper, and never in the line of
   * those who change facts.
   */
  aside(db: Executor, work: (db: Executor) => Promise<void>): Promise<void>
  /** Runs work whose transactions take long; they let short ones go first where only one can write. */
  long<Result>(work: () => Promise<Result>): Promise<Result>
  /** What the database finds wrong with itself, one Persian line each. */
  problems(db: Kysely<Schema>): Promise<string[]>
  /** Writes a consistent copy of its own kind into a file; null where that is no file. */
  readonly backUp: ((db: Kysely<Schema>, path: string) => Promise<void>) | null
}
