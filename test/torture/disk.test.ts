import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { createAsker } from '../../src/answers/create-asker.ts'
import type { Store } from '../../src/facts/open.ts'
import { texts } from '../../src/facts/texts.fa.ts'
import { troubleOf } from '../../src/facts/trouble.ts'
import { checkStore } from '../../src/facts/upkeep.ts'
import { openStage } from '../bot/harness.ts'
import { added, FACTORIES, storeWithVocabulary } from '../facts/store-for-tests.ts'

const ADD = `/add ${FACTORIES}، قم، ۱۴۰۰، ۳۵ واحد، منبع: الف`

/** Says something to the connection that writes. */
const toWriter = ({ db }: Store, pragma: string) =>
  db.transaction().execute(async (trx) => void (await sql.raw(pragma).execute(trx)))

/** The file may not grow any more: SQLite meets it as it meets a full disk. */
const fill = async (store: Store) => {
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(store.db)
  await toWriter(store, `pragma max_page_count = ${rows[0]?.page_count}`)
  // What is left in the last pages is used up.
  for (let size = 100_000; size >= 100; size /= 10) {
    const name = 'x'.repeat(size)
    const row = { name, value: 1 }
    const full = await store.db
      .insertInto('meta')
      .values(row)
      .execute()
      .then(
        () => null,
        (error: unknown) => error,
      )
    if (full) expect(troubleOf(full)).toBe(texts.troubles.full)
  }
}

describe.each([
  {
    what: 'a full disk',
    begin: fill,
    end: async (store: Store) => await toWriter(store, 'pragma max_page_count = 1000000'),
    said: texts.troubles.full,
  },
  {
    what: 'a file that may not be written',
    begin: async (store: Store) => await toWriter(store, 'pragma query_only = 1'),
    end: null,
    said: texts.troubles.readOnly,
  },
])('$what', ({ begin, end, said }) => {
  it('is told to admins, damages nothing, and stops no answers', async () => {
    const store = await storeWithVocabulary()
    await added(store)
    const { owner, sara, say } = await openStage({ store, asker: (one) => createAsker(one) })
    await begin(store)
    // The last pages may have room for a draft or two.
    let answer = ''
    for (let tries = 0; tries < 50 && answer !== said; tries++) {
      answer = (await say(owner, ADD)).text ?? ''
    }
    expect(answer).toBe(said)
    expect((await say(sara, `${FACTORIES} قم ۱۳۹۹`)).text).toContain('۳۷ واحد')
    expect((await say(sara, `${FACTORIES} قم ۱۳۹۹`)).text).toContain('۳۷ واحد')
    expect(await checkStore(store)).toEqual([])
    if (!end) return
    await end(store)
    expect((await say(owner, ADD)).text).toContain('پیش از ثبت')
  })
})

describe('an error of the database', () => {
  const failed = (message: string, code?: string) =>
    Object.assign(new Error(message), code !== undefined && { code })

  it.each([
    [failed('database or disk is full', 'SQLITE_FULL'), 'full'],
    [failed('could not extend file', '53100'), 'full'],
    [failed('attempt to write a readonly database', 'SQLITE_READONLY_DBMOVED'), 'readOnly'],
    [failed('cannot execute INSERT in a read-only transaction', '25006'), 'readOnly'],
    [failed('disk I/O error', 'SQLITE_IOERR_WRITE'), 'damaged'],
    [failed('terminating connection due to administrator command', '57P01'), 'away'],
    [failed('Connection terminated unexpectedly'), 'away'],
  ] as const)('is put in words: %s', (error, trouble) => {
    expect(troubleOf(error)).toBe(texts.troubles[trouble])
  })

  it.each([
    failed('UNIQUE constraint failed', 'SQLITE_CONSTRAINT_UNIQUE'),
    failed('connect ECONNREFUSED 127.0.0.1:9', 'ECONNREFUSED'),
    failed('boom'),
    'no error',
  ])('is none of the store: %s', (error) => {
    expect(troubleOf(error)).toBeNull()
  })
})
