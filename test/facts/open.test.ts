import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyChanges } from '../../src/facts/changes.ts'
import { copyStore } from '../../src/facts/copy-store.ts'
import { StoreError } from '../../src/facts/errors.ts'
import { historyOf } from '../../src/facts/history.ts'
import { countObservations } from '../../src/facts/observations.ts'
import { openStore, storeVersion } from '../../src/facts/open.ts'
import { backUpStore, checkStore } from '../../src/facts/upkeep.ts'
import { ENGINE, freshUrl } from './fresh-url.ts'
import { added, by, storeWithVocabulary, VOCABULARY } from './store-for-tests.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'arqam-open-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const urlOf = (name: string) => `file:${join(folder, name)}`

describe('opening a store', () => {
  it('brings the schema up to date once, and finds everything again', async () => {
    const url = await freshUrl()
    const first = await openStore({ url })
    await applyChanges(first, by('الف'), VOCABULARY)
    await first.close()
    const second = await openStore({ url })
    expect(await storeVersion(second.db)).toBe(1)
    expect(await checkStore(second)).toEqual([])
    await second.close()
  })

  it('fills a fresh store once, and again when filling failed', async () => {
    let filled = 0
    const fill = async () => {
      filled++
      if (filled === 1) throw new Error('no')
    }
    const url = await freshUrl()
    await expect(openStore({ url, fill })).rejects.toThrow('no')
    for (let opening = 0; opening < 2; opening++) await (await openStore({ url, fill })).close()
    expect(filled).toBe(2)
  })

  it.each(['mysql://localhost/arqam', 'arqam.db', 'file:', ''])(
    'refuses «%s» in Persian',
    async (url) => {
      await expect(openStore({ url })).rejects.toThrow(/پایگاه داده شناخته نشد/)
    },
  )

  it('refuses a store of a newer release', async () => {
    const url = await freshUrl()
    const store = await openStore({ url })
    await sql`insert into kysely_migration values ('9999_later', '2030-01-01')`.execute(store.db)
    await store.close()
    await expect(openStore({ url })).rejects.toMatchObject({ code: 'cannot_migrate' })
  })
})

describe.runIf(ENGINE === 'sqlite')('opening a file', () => {
  it.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    // Waiting is not SQLite's: it would keep the whole process waiting.
    ['busy_timeout', 0],
    ['trusted_schema', 0],
  ])('sets %s at the second opening too, for who writes', async (pragma, expected) => {
    await (await openStore({ url: urlOf('a.db') })).close()
    const store = await openStore({ url: urlOf('a.db') })
    const { rows } = await store.db
      .transaction()
      .execute((trx) => sql<object>`${sql.raw(`pragma ${pragma}`)}`.execute(trx))
    expect(Object.values(rows[0] ?? {})).toEqual([expected])
    await store.close()
  })

  it('lives in memory when asked to', async () => {
    const store = await openStore({ url: 'file::memory:' })
    expect(await countObservations(store.db)).toBe(0)
    await store.close()
  })

  it('refuses a folder that is not there and a file that is no database', async () => {
    await expect(openStore({ url: urlOf('none/a.db') })).rejects.toBeInstanceOf(StoreError)
    writeFileSync(join(folder, 'text.db'), 'این یک متن است، نه پایگاه داده. '.repeat(200))
    await expect(openStore({ url: urlOf('text.db') })).rejects.toBeInstanceOf(StoreError)
  })
})

describe.runIf(ENGINE === 'postgres')('opening a PostgreSQL', () => {
  it('says in one line, without the password, that it is out of reach', async () => {
    const opening = openStore({ url: 'postgres://reza:secret@127.0.0.1:9/arqam?sslmode=disable' })
    await expect(opening).rejects.toMatchObject({
      code: 'cannot_open',
      message: expect.stringMatching(
        /^پایگاه دادهٔ «postgres:\/\/127\.0\.0\.1:9\/arqam» باز نشد: .*REFUSED/,
      ),
    })
  })

  it('says which database is not there', async () => {
    const url = new URL(await freshUrl())
    url.pathname = '/none'
    await expect(openStore({ url: url.href })).rejects.toThrow(/«postgres:.*none» باز نشد: .*none/)
  })

  it('goes on when the server ended its connections, as at a restart', async () => {
    const url = await freshUrl()
    const [store, other] = [await openStore({ url }), await openStore({ url })]
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
              where datname = current_database() and pid <> pg_backend_pid()`.execute(other.db)
    await expect
      .poll(() => countObservations(store.db).catch(() => 'gone'), { timeout: 5000 })
      .toBe(0)
    await applyChanges(store, by('الف'), VOCABULARY)
    await store.close()
    await other.close()
  })

  it('keeps the order of code points, whatever the language of the database', async () => {
    const store = await openStore({ url: await freshUrl() })
    const words = ['گیلان', 'پارس', 'کرمان', 'ی', 'Z', 'a', '../1400', '1399']
    for (const name of words) await store.db.insertInto('unit').values({ name }).execute()
    const rows = await store.db.selectFrom('unit').select('name').orderBy('name').execute()
    expect(rows.map(({ name }) => name)).toEqual(words.toSorted())
    await store.close()
  })
})

describe('text that no database holds', () => {
  it('loses only the characters that are none', async () => {
    const store = await openStore({ url: await freshUrl() })
    await store.db.insertInto('unit').values({ name: 'ت\0ن\ud800' }).execute()
    expect(await store.db.selectFrom('unit').select('name').execute()).toEqual([
      { name: 'تن\ufffd' },
    ])
    await store.close()
  })
})

describe('the database itself refuses', () => {
  it.each([
    'update change_set set actor_name = actor_name',
    'delete from change_set',
    'update observation_revision set note = note',
    'delete from observation_revision',
    'update vocabulary_event set after = after',
    'delete from vocabulary_event',
    'delete from observation',
    'delete from source',
    'delete from indicator',
  ])('%s', async (statement) => {
    const store = await storeWithVocabulary()
    await added(store)
    await expect(sql.raw(statement).execute(store.db)).rejects.toThrow(/append-only/)
  })
})

describe('two processes with one store', () => {
  it('wait for each other, and a cache can tell that it is old', async () => {
    const url = await freshUrl()
    const [one, two] = [await openStore({ url }), await openStore({ url })]
    const version = await storeVersion(two.db)
    await applyChanges(one, by('الف'), VOCABULARY)
    expect(await storeVersion(two.db)).toBe(version + 1)
    await added(two)
    expect(await countObservations(one.db)).toBe(1)
    await one.close()
    await two.close()
  })
})

describe('a backup', () => {
  it('is a file that holds what the store held, and never overwrites', async () => {
    const store = await storeWithVocabulary()
    await added(store)
    const path = join(folder, 'backup.db')
    await backUpStore(store, path)
    const copy = await openStore({ url: `file:${path}` })
    expect(await countObservations(copy.db)).toBe(1)
    expect(await checkStore(copy)).toEqual([])
    await copy.close()
    expect(readdirSync(folder)).toEqual(['backup.db'])
    await expect(backUpStore(store, path)).rejects.toMatchObject({ code: 'cannot_back_up' })
  })
})

describe('a rehearsed restore', () => {
  it('goes on from the moment of the backup, taken while others wrote', async () => {
    const store = await storeWithVocabulary()
    await added(store)
    const path = join(folder, 'backup.db')
    const writing = Array.from({ length: 5 }, () => added(store))
    await Promise.all([backUpStore(store, path), ...writing])

    // The restore: into an empty store of the same kind.
    const backup = await openStore({ url: `file:${path}` })
    const restored = await openStore({ url: await freshUrl() })
    await copyStore(backup, restored)
    const held = await countObservations(backup.db)
    expect(held).toBeGreaterThanOrEqual(1)
    expect(await countObservations(restored.db)).toBe(held)
    expect(await historyOf(restored.db, 1)).toEqual(await historyOf(store.db, 1))
    expect(await checkStore(restored)).toEqual([])
    expect(await added(restored)).toBe(held + 1)
    await backup.close()
    await restored.close()
  })
})

describe('the check of a store', () => {
  it('notices an observation that differs from its newest revision', async () => {
    const store = await storeWithVocabulary()
    const id = await added(store)
    await store.db.updateTable('observation').set({ value: 99 }).where('id', '=', id).execute()
    expect(await checkStore(store)).toHaveLength(1)
  })
  it.runIf(ENGINE === 'postgres')('notices that the history lost its guard', async () => {
    const store = await storeWithVocabulary()
    await sql`alter table change_set disable trigger change_set_no_delete`.execute(store.db)
    expect(await checkStore(store)).toEqual([expect.stringContaining('change_set_no_delete')])
  })
})
