import type { Kysely, Migration } from 'kysely'
import type { Engine } from '../engine.ts'

/** What buttons and follow-ups refer to, under keys that the program makes: written after the answer. */
export const chatState = (engine: Engine): Migration => ({
  async up(db: Kysely<unknown>) {
    const table = (name: string) => db.schema.createTable(name).modifyEnd(engine.tableSuffix)

    await table('chat_state')
      .addColumn('chat_id', engine.bigInteger, (column) => column.notNull())
      .addColumn('telegram_id', engine.bigInteger, (column) => column.notNull())
      .addColumn('kind', engine.text, (column) => column.notNull())
      .addColumn('payload', engine.text, (column) => column.notNull())
      .addColumn('updated_at', engine.text, (column) => column.notNull())
      .addPrimaryKeyConstraint('chat_state_key', ['chat_id', 'telegram_id', 'kind'])
      .execute()

    await table('kept')
      .addColumn('id', engine.text, (column) => column.primaryKey().notNull())
      .addColumn('chat_id', engine.bigInteger, (column) => column.notNull())
      .addColumn('kind', engine.text, (column) => column.notNull())
      .addColumn('payload', engine.text, (column) => column.notNull())
      .addColumn('kept_at', engine.text, (column) => column.notNull())
      .execute()

    const index = (table: string, column: string) =>
      db.schema.createIndex(`${table}_by_${column}`).on(table).column(column).execute()
    await index('kept', 'kept_at')
    await index('question_log', 'asked_at')
  },
})
