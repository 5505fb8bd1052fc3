import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createAsker } from '../../src/answers/create-asker.ts'
import { copyStore } from '../../src/facts/copy-store.ts'
import { changeSetsOf, historyOf } from '../../src/facts/history.ts'
import { roleOf } from '../../src/facts/members.ts'
import { migrationsFor } from '../../src/facts/migrations/index.ts'
import { connect, migrate, openStore, storeVersion } from '../../src/facts/open.ts'
import type { Schema } from '../../src/facts/schema.ts'
import { SQLITE } from '../../src/facts/sqlite.ts'
import { undoChangeSet } from '../../src/facts/undo.ts'
import { checkStore } from '../../src/facts/upkeep.ts'
import { ENGINE, freshUrl } from './fresh-url.ts'
import { added, by, FACTORIES, NOW } from './store-for-tests.ts'

/** What a store of the first schema held, a table after the other; never changed again. */
const HELD = z
  .record(z.string(), z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))))
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/store-of-0001.json'), 'utf8')))

/** A store as the program of the first schema left it. */
async function storeOf0001(): Promise<string> {
  const url = await freshUrl()
  const { engine, dialect } = await connect(url)
  const db = new Kysely<Schema>({ dialect })
  await migrate({ db, engine }, '0001_first_schema')
  await sql`delete from meta`.execute(db)
  for (const [table, rows] of Object.entries(HELD)) {
    for (const row of rows) {
      const names = sql.join(Object.keys(row).map((name) => sql.ref(name)))
      const values = sql.join(Object.values(row))
      await sql`insert into ${sql.table(table)} (${names}) values (${values})`.execute(db)
    }
    const isCounted = rows[0]?.id !== undefined && table !== 'observation'
    if (isCounted) for (const statement of engine.countOn(table)) await statement.execute(db)
  }
  await db.destroy()
  return url
}

describe('a store of the first schema', () => {
  it('is brought up to date with every row kept, and goes on', async () => {
    const url = await storeOf0001()
    const store = await openStore({ url })
    const applied = await sql<{ name: string }>`
      select name from kysely_migration order by name`.execute(store.db)
    expect(applied.rows.map(({ name }) => name)).toEqual(Object.keys(migrationsFor(SQLITE)))
    for (const [table, rows] of Object.entries(HELD)) {
      const kept = await sql<object>`select * from ${sql.table(table)}`.execute(store.db)
      expect(kept.rows).toHaveLength(rows.length)
      // Later schemas may add columns; those that were there say what they said.
      expect(kept.rows).toEqual(
        expect.arrayContaining(rows.map((row) => expect.objectContaining(row))),
      )
    }
    expect(await checkStore(store)).toEqual([])

    const asker = createAsker(store)
    const context = { now: NOW, previous: null, defaultPlaceId: null }
    const answer = await asker.ask(`${FACTORIES} قم در ۱۳۹۹`, context)
    expect(answer.figures[0]).toMatchObject({ value: 37, speaker: 'سیجانی' })
    expect(await roleOf(store.db, 7_777_000_111, [])).toBe('editor')
    expect(await historyOf(store.db, 1)).toHaveLength(3)
    const [last] = await changeSetsOf(store.db, { observationId: 5, limit: 1 })
    await undoChangeSet(store, by('ب'), last?.id ?? 0)
    expect(await added(store)).toBe(6)
    expect(await storeVersion(store.db)).toBeGreaterThan(8)
    await store.close()
  })

  // In one process two openings of a file would wait for each other for ever.
  it.runIf(ENGINE === 'postgres')('may be opened by several processes at once', async () => {
    const url = await storeOf0001()
    const stores = await Promise.all([openStore({ url }), openStore({ url })])
    for (const store of stores) expect(await checkStore(store)).toEqual([])
    for (const store of stores) await store.close()
  })

  it('can be copied to the other engine afterwards', async () => {
    const store = await openStore({ url: await storeOf0001() })
    const copy = await openStore({ url: await freshUrl('sqlite') })
    await copyStore(store, copy)
    expect(await changeSetsOf(copy.db)).toEqual(await changeSetsOf(store.db))
    await store.close()
    await copy.close()
  })
})
