import type { Kysely, Migration } from 'kysely'
import type { Engine } from '../engine.ts'

/** Work that one process at a time does for all of them. */
export const leases = (engine: Engine): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('lease')
      .modifyEnd(engine.tableSuffix)
      .addColumn('name', engine.text, (column) => column.primaryKey().notNull())
      .addColumn('holder', engine.text, (column) => column.notNull())
      .addColumn('expires_at', engine.text, (column) => column.notNull())
      .execute()
  },
})
