import { type Kysely, type Migration, sql } from 'kysely'

/** Indexes for what questions look up, so that each reads about as many rows as it shows. */
export const lookUps = (): Migration => ({
  async up(db: Kysely<unknown>) {
    // Of one period over all places; an import asks for all three.
    await sql`create index observation_by_indicator_period_place
              on observation (indicator_id, period, place_id)`.execute(db)
    await db.schema.dropIndex('observation_by_indicator_id_place_id_period').execute()
    // The newest of each thing in a place, from the index alone.
    await sql`create index observation_newest_of_place
              on observation (place_id, indicator_id, kind, measure, last_day)
              where retired = 0`.execute(db)
    await db.schema.dropIndex('observation_by_place_id_indicator_id').execute()
    // The newest of an indicator, and of all.
    await sql`create index observation_newest_of_indicator
              on observation (indicator_id, last_day) where retired = 0`.execute(db)
    await sql`create index observation_newest
              on observation (last_day desc, id) where retired = 0`.execute(db)
  },
})
