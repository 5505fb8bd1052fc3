import type { Kysely, Migration } from 'kysely'
import type { Engine } from '../engine.ts'

/** Updates are kept until they are handled, so that what a process dies with is handled by the next. */
export const inbox = (engine: Engine): Migration => ({
  async up(db: Kysely<unknown>) {
    const change = () => db.schema.alterTable('processed_update')
    await change().addColumn('content', engine.text).execute()
    await change()
      .addColumn('tries', 'integer', (column) => column.notNull().defaultTo(1))
      .execute()
  },
})
