import type { CompiledQuery } from 'kysely'
import type { Executor } from './open.ts'

/** No id is one of these: they show where the values stand among the parameters of a query. */
const markOf = (at: number): number => -1_000_001 - at

/**
 * A query that is asked with every question, with ids that change: built and compiled once for
 * each connection, then run with other parameters. `count` ids are given to `build`, whose text
 * must not depend on them.
 */
export function compiledOnce<Row>(
  count: number,
  build: (db: Executor, ...ids: number[]) => { compile(): CompiledQuery<Row> },
): (db: Executor, ...ids: number[]) => Promise<Row[]> {
  const compiled = new WeakMap<Executor, CompiledQuery<Row>>()
  const marks = Array.from({ length: count }, (_, at) => markOf(at))
  const valueAt = new Map<unknown, number>(marks.map((mark, at) => [mark, at]))
  return async (db, ...ids) => {
    let query = compiled.get(db)
    if (query === undefined) {
      query = build(db, ...marks).compile()
      compiled.set(db, query)
    }
    const parameters = query.parameters.map((one) => {
      const at = valueAt.get(one)
      return at === undefined ? one : ids[at]
    })
    const { rows } = await db.executeQuery<Row>({ ...query, parameters })
    return rows
  }
}
