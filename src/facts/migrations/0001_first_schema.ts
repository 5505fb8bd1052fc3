import { type Kysely, type Migration, sql } from 'kysely'
import type { Engine } from '../engine.ts'

const KINDS = ['actual', 'target', 'forecast']
const MEASURES = ['level', 'change', 'share', 'rank']
const QUALIFIERS = ['exact', 'more_than', 'at_least', 'less_than', 'at_most', 'about']

const isOneOf = (column: string, values: readonly string[]) =>
  sql`${sql.ref(column)} in (${sql.join(values.map((value) => sql.lit(value)))})`

const isFlag = (column: string) => sql`${sql.ref(column)} in (0, 1)`

/** The whole schema of the first release. */
export const firstSchema = (engine: Engine): Migration => ({
  async up(db: Kysely<unknown>) {
    const table = (name: string) => db.schema.createTable(name).modifyEnd(engine.tableSuffix)
    const { text, bigInteger, double } = engine

    await table('meta')
      .addColumn('name', text, (column) => column.primaryKey().notNull())
      .addColumn('value', 'integer', (column) => column.notNull())
      .execute()
    await sql`insert into meta (name, value) values ('version', 0)`.execute(db)

    await table('change_set')
      .addColumn('id', 'integer', engine.identity)
      .addColumn('actor_telegram_id', bigInteger)
      .addColumn('actor_name', text, (column) => column.notNull())
      .addColumn('command', text, (column) => column.notNull())
      .addColumn('reason', text)
      .addColumn('update_id', bigInteger, (column) => column.unique())
      .addColumn('undoes_id', 'integer', (column) => column.unique().references('change_set.id'))
      .addColumn('recorded_at', text, (column) => column.notNull())
      .execute()
    await createIndex('change_set', ['actor_telegram_id', 'id'])

    await table('place')
      .addColumn('id', 'integer', engine.identity)
      .addColumn('name', text, (column) => column.notNull())
      .addColumn('kind', text, (column) => column.notNull())
      .addColumn('iso_code', text)
      .addColumn('parent_id', 'integer', (column) => column.references('place.id'))
      .addColumn('added_in', 'integer', (column) => column.notNull().references('change_set.id'))
      .addColumn('retired_in', 'integer', (column) => column.references('change_set.id'))
      .addCheckConstraint('place_kind', isOneOf('kind', ['country', 'province', 'county']))
      .execute()
    await sql`create unique index place_name on place (name, kind, coalesce(parent_id, 0))
              where retired_in is null`.execute(db)

    await table('unit')
      .addColumn('id', 'integer', engine.identity)
      .addColumn('name', text, (column) => column.notNull().unique())
      .execute()

    await table('indicator')
      .addColumn('id', 'integer', engine.identity)
      .addColumn('name', text, (column) => column.notNull())
      .addColumn('unit', text, (column) => column.notNull().references('unit.name'))
      .addColumn('additive', 'integer', (column) => column.notNull())
      .addColumn('definition', text)
      .addColumn('added_in', 'integer', (column) => column.notNull().references('change_set.id'))
      .addColumn('retired_in', 'integer', (column) => column.references('change_set.id'))
      .addCheckConstraint('indicator_additive', isFlag('additive'))
      .execute()
    await sql`create unique index indicator_name on indicator (name)
              where retired_in is null`.execute(db)

    await table('alias')
      .addColumn('id', 'integer', engine.identity)
      .addColumn('target', text, (column) => column.notNull())
      .addColumn('target_id', 'integer', (column) => column.notNull())
      .addColumn('text', text, (column) => column.notNull())
      .addColumn('added_in', 'integer', (column) => column.notNull().references('change_set.id'))
      .addColumn('retired_in', 'integer', (column) => column.references('change_set.id'))
      .addCheckConstraint('alias_target', isOneOf('target', ['place', 'indicator', 'unit']))
      .execute()
    // One word may mean two things: that is how ambiguity is known.
    await sql`create unique index alias_text on alias (text, target, target_id)
              where retired_in is null`.execute(db)

    await table('source')
      .addColumn('id', 'integer', engine.identity)
      .addColumn('identity', text, (column) => column.notNull().unique())
      .addColumn('title', text)
      .addColumn('publisher', text)
      .addColumn('url', text)
      .addColumn('published_on', text)
      .addColumn('text', text)
      .addCheckConstraint('source_named', sql`coalesce(title, publisher, url) is not null`)
      .execute()

    await table('observation')
      .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
      .addColumn('indicator_id', 'integer', (column) => column.notNull().references('indicator.id'))
      .addColumn('place_id', 'integer', (column) => column.notNull().references('place.id'))
      .addColumn('period', text, (column) => column.notNull())
      .addColumn('first_day', text)
      .addColumn('last_day', text, (column) => column.notNull())
      .addColumn('kind', text, (column) => column.notNull())
      .addColumn('measure', text, (column) => column.notNull())
      .addColumn('value', double)
      .addColumn('head_revision', 'integer', (column) => column.notNull())
      .addColumn('retired', 'integer', (column) => column.notNull())
      .addCheckConstraint('observation_retired', isFlag('retired'))
      .execute()
    await createIndex('observation', ['indicator_id', 'place_id', 'kind', 'last_day'])
    await createIndex('observation', ['indicator_id', 'place_id', 'period'])
    await createIndex('observation', ['place_id', 'indicator_id'])

    await table('observation_revision')
      .addColumn('observation_id', 'integer', (column) =>
        column.notNull().references('observation.id'),
      )
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('change_set_id', 'integer', (column) =>
        column.notNull().references('change_set.id'),
      )
      .addColumn('retired', 'integer', (column) => column.notNull())
      .addColumn('content_revision', 'integer', (column) => column.notNull())
      .addColumn('indicator_id', 'integer', (column) => column.notNull().references('indicator.id'))
      .addColumn('place_id', 'integer', (column) => column.notNull().references('place.id'))
      .addColumn('period', text, (column) => column.notNull())
      .addColumn('first_day', text)
      .addColumn('last_day', text, (column) => column.notNull())
      .addColumn('period_basis', text, (column) => column.notNull())
      .addColumn('kind', text, (column) => column.notNull())
      .addColumn('measure', text, (column) => column.notNull())
      .addColumn('qualifier', text, (column) => column.notNull())
      .addColumn('value', double)
      .addColumn('digits', text)
      .addColumn('decimals', 'integer')
      .addColumn('power', 'integer')
      .addColumn('unit', text)
      .addColumn('statement', text)
      .addColumn('speaker', text)
      .addColumn('quote', text)
      .addColumn('source_id', 'integer', (column) => column.notNull().references('source.id'))
      .addColumn('note', text)
      .addPrimaryKeyConstraint('observation_revision_key', ['observation_id', 'revision'])
      .addCheckConstraint('revision_retired', isFlag('retired'))
      .addCheckConstraint('revision_basis', isOneOf('period_basis', ['stated', 'inferred']))
      .addCheckConstraint('revision_kind', isOneOf('kind', KINDS))
      .addCheckConstraint('revision_measure', isOneOf('measure', MEASURES))
      .addCheckConstraint('revision_qualifier', isOneOf('qualifier', QUALIFIERS))
      .addCheckConstraint('revision_days', sql`first_day is null or first_day <= last_day`)
      .addCheckConstraint(
        'revision_value_or_statement',
        sql`(digits is null) = (value is null) and (digits is null) = (unit is null)
            and (digits is null) = (decimals is null) and (digits is null) = (power is null)
            and (digits is null) = (statement is not null)`,
      )
      .execute()
    await createIndex('observation_revision', ['change_set_id'])
    await createIndex('observation_revision', ['source_id'])

    await table('vocabulary_event')
      .addColumn('id', 'integer', engine.identity)
      .addColumn('change_set_id', 'integer', (column) =>
        column.notNull().references('change_set.id'),
      )
      .addColumn('target', text, (column) => column.notNull())
      .addColumn('target_id', bigInteger, (column) => column.notNull())
      .addColumn('before', text)
      .addColumn('after', text)
      .addColumn('state_of', 'integer')
      .execute()
    await createIndex('vocabulary_event', ['change_set_id'])
    await createIndex('vocabulary_event', ['target', 'target_id', 'id'])

    await table('member')
      .addColumn('telegram_id', bigInteger, (column) => column.primaryKey().notNull())
      .addColumn('name', text, (column) => column.notNull())
      .addColumn('role', text, (column) => column.notNull())
      .addColumn('added_at', text, (column) => column.notNull())
      .addColumn('removed_at', text)
      .addCheckConstraint('member_role', isOneOf('role', ['owner', 'admin', 'editor', 'member']))
      .execute()

    await table('conversation')
      .addColumn('chat_id', bigInteger, (column) => column.primaryKey().notNull())
      .addColumn('question', text, (column) => column.notNull())
      .addColumn('updated_at', text, (column) => column.notNull())
      .execute()

    await table('chat_setting')
      .addColumn('chat_id', bigInteger, (column) => column.primaryKey().notNull())
      .addColumn('default_place_id', 'integer', (column) => column.references('place.id'))
      .addColumn('digits', text, (column) => column.notNull())
      .addColumn('money_unit', text)
      .execute()

    await table('question_log')
      .addColumn('id', 'integer', engine.identity)
      .addColumn('chat_id', bigInteger)
      .addColumn('telegram_id', bigInteger)
      .addColumn('question', text, (column) => column.notNull())
      .addColumn('status', text, (column) => column.notNull())
      .addColumn('detail', text)
      .addColumn('asked_at', text, (column) => column.notNull())
      .addColumn('wants_notice', 'integer', (column) => column.notNull())
      .addColumn('resolved_at', text)
      .execute()
    await createIndex('question_log', ['status', 'resolved_at', 'id'])

    await table('mistake_report')
      .addColumn('id', 'integer', engine.identity)
      .addColumn('chat_id', bigInteger)
      .addColumn('telegram_id', bigInteger)
      .addColumn('observation_id', 'integer', (column) => column.references('observation.id'))
      .addColumn('text', text, (column) => column.notNull())
      .addColumn('reported_at', text, (column) => column.notNull())
      .addColumn('resolved_at', text)
      .addColumn('resolved_by', text)
      .execute()

    await table('draft')
      .addColumn('id', 'integer', engine.identity)
      .addColumn('chat_id', bigInteger, (column) => column.notNull())
      .addColumn('telegram_id', bigInteger, (column) => column.notNull())
      .addColumn('kind', text, (column) => column.notNull())
      .addColumn('payload', text, (column) => column.notNull())
      .addColumn('status', text, (column) => column.notNull())
      .addColumn('created_at', text, (column) => column.notNull())
      .addColumn('updated_at', text, (column) => column.notNull())
      .addColumn('change_set_id', 'integer', (column) => column.references('change_set.id'))
      .addCheckConstraint('draft_status', isOneOf('status', ['open', 'applied', 'discarded']))
      .execute()
    await createIndex('draft', ['telegram_id', 'status', 'id'])

    await table('processed_update')
      .addColumn('update_id', bigInteger, (column) => column.primaryKey().notNull())
      .addColumn('processed_at', text, (column) => column.notNull())
      .execute()

    for (const kept of ['change_set', 'observation_revision', 'vocabulary_event']) {
      for (const statement of engine.refuse('update', kept)) await statement.execute(db)
    }
    for (const kept of [
      'change_set',
      'observation_revision',
      'vocabulary_event',
      'observation',
      'source',
      'indicator',
      'place',
      'alias',
    ]) {
      for (const statement of engine.refuse('delete', kept)) await statement.execute(db)
    }

    async function createIndex(name: string, columns: string[]) {
      await db.schema
        .createIndex(`${name}_by_${columns.join('_')}`)
        .on(name)
        .columns(columns)
        .execute()
    }
  },
})
