import type { Kysely, Migration } from 'kysely'
import { sql } from 'kysely'
import type { Engine } from '../engine.ts'

/** Who wants to hear of a figure, and the notices that wait to be sent. */
export const subscriptions = (engine: Engine): Migration => ({
  async up(db: Kysely<unknown>) {
    const table = (name: string) => db.schema.createTable(name).modifyEnd(engine.tableSuffix)

    await table('subscription')
      .addColumn('id', 'integer', engine.identity)
      .addColumn('chat_id', engine.bigInteger, (column) => column.notNull())
      .addColumn('telegram_id', engine.bigInteger, (column) => column.notNull())
      .addColumn('topic', engine.text, (column) => column.notNull())
      .addColumn('label', engine.text, (column) => column.notNull())
      .addColumn('said', engine.text, (column) => column.notNull())
      .addColumn('created_at', engine.text, (column) => column.notNull())
      .addColumn('ended_at', engine.text)
      .execute()
    await sql`create unique index subscription_topic on subscription (chat_id, topic)
              where ended_at is null`.execute(db)

    await table('notice')
      .addColumn('id', 'integer', engine.identity)
      .addColumn('subscription_id', 'integer', (column) =>
        column.notNull().references('subscription.id'),
      )
      .addColumn('status', engine.text, (column) => column.notNull())
      .addColumn('created_at', engine.text, (column) => column.notNull())
      .addColumn('settled_at', engine.text)
      .addCheckConstraint('notice_status', sql`status in ('waiting', 'sending', 'sent', 'dropped')`)
      .execute()
    await sql`create unique index notice_waiting on notice (subscription_id)
              where status = 'waiting'`.execute(db)
  },
})
