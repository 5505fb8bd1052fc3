import { describe, expect, inject, it } from 'vitest'
import { applyChanges } from '../../src/facts/changes.ts'
import { rememberQuestion } from '../../src/facts/conversations.ts'
import { copyStore } from '../../src/facts/copy-store.ts'
import { saveDraft } from '../../src/facts/drafts.ts'
import { changeSetsOf, historyOf } from '../../src/facts/history.ts'
import { persianReaders } from '../../src/facts/import-readers.ts'
import { importRows } from '../../src/facts/import-rows.ts'
import { holdLease } from '../../src/facts/leases.ts'
import { putMember } from '../../src/facts/members.ts'
import { findObservations } from '../../src/facts/observations.ts'
import { openStore, type Store } from '../../src/facts/open.ts'
import { logQuestion } from '../../src/facts/question-log.ts'
import { reportMistake } from '../../src/facts/reports.ts'
import { changeSettings } from '../../src/facts/settings.ts'
import { noteNews, subscribe, subscriptionsOf } from '../../src/facts/subscriptions.ts'
import { COUNTED, TABLES } from '../../src/facts/tables.ts'
import { undoChangeSet } from '../../src/facts/undo.ts'
import { keepUpdates } from '../../src/facts/update-inbox.ts'
import { checkStore } from '../../src/facts/upkeep.ts'
import { loadVocabulary } from '../../src/facts/vocabulary.ts'
import { ENGINE, freshUrl } from './fresh-url.ts'
import { added, by, NOW, storeWithVocabulary } from './store-for-tests.ts'

/** A Telegram id above what 32 bits hold. */
const ID = 7_777_000_111

/** A store with something in every table. */
async function fullStore(): Promise<Store> {
  const store = await storeWithVocabulary()
  const { db } = store
  const id = await added(store)
  await added(store, { quantity: { digits: '125', decimals: 1, power: 0, unit: 'واحد' } })
  const { changeSet } = await applyChanges(store, by('ب', { updateId: ID }), [
    { type: 'retire_observation', observationId: id, expectedRevision: 1 },
  ])
  await undoChangeSet(store, by('ب'), changeSet.id)
  await applyChanges(store, by('پ'), [
    { type: 'add_alias', target: 'place', targetId: { name: 'قم' }, text: 'شهر قم' },
  ])
  await putMember(store, by('ب'), { telegramId: ID, name: 'ندا', role: 'editor' })
  await rememberQuestion(db, ID, { question: 'چند واحد؟' }, NOW)
  await changeSettings(db, ID, { defaultPlaceId: 2 })
  const asked = { chatId: ID, telegramId: ID, question: 'چند؟', status: 'not_found', now: NOW }
  await logQuestion(db, asked)
  const report = { chatId: ID, telegramId: null, observationId: id, text: 'نه', reportedAt: NOW }
  await reportMistake(db, report)
  await saveDraft(db, { chatId: ID, telegramId: ID, kind: 'x', payload: ['«"\n'] }, NOW)
  await keepUpdates(db, [{ updateId: ID, content: { text: 'سلام' } }], NOW)
  store.afterwards.setState({ chatId: ID, telegramId: ID }, 'x', ['«'], NOW)
  store.afterwards.keep({ chatId: ID, kind: 'x', payload: ['«'] }, NOW)
  await store.afterwards.settled()
  await holdLease(db, 'x', 'ndd', NOW, 1000)
  const topic = { topic: ['x'], label: 'احیا', said: '' }
  await subscribe(store, { chatId: ID, telegramId: ID, ...topic }, NOW)
  for (const one of await subscriptionsOf(db, ID)) await noteNews(store, one, '37', NOW)
  return store
}

async function freshTarget(engine: 'sqlite' | 'postgres'): Promise<Store> {
  return await openStore({ url: await freshUrl(engine) })
}

const contentOf = async ({ db }: Store) => ({
  vocabulary: await loadVocabulary(db),
  observations: await findObservations(db, {}),
  history: await historyOf(db, 1),
  changes: await changeSetsOf(db),
})

describe('the list of tables', () => {
  it('has all there are, each after what it refers to, with its key', async () => {
    const store = await storeWithVocabulary()
    const tables = await store.db.introspection.getTables()
    expect(Object.keys(TABLES).toSorted()).toEqual(tables.map(({ name }) => name).toSorted())
    const counted = tables.filter(({ columns }) => columns.some((one) => one.isAutoIncrementing))
    // To SQLite every number that is a key seems to count by itself.
    if (ENGINE === 'postgres')
      expect(counted.map(({ name }) => name).toSorted()).toEqual(COUNTED.toSorted())
  })
})

describe.each(['sqlite', 'postgres'] as const)('a copy to %s', (engine) => {
  const isThere = engine === 'sqlite' || inject('postgresUrl') !== ''

  it.runIf(isThere)('holds everything, and goes on from there', async () => {
    const [from, to] = [await fullStore(), await freshTarget(engine)]
    const tables = await copyStore(from, to)
    expect(tables.filter(({ rows }) => rows === 0)).toEqual([])
    expect(await contentOf(to)).toEqual(await contentOf(from))
    expect(await checkStore(to)).toEqual([])
    const [one, other] = [await added(from), await added(to)]
    expect(other).toBe(one)
    expect(await contentOf(to)).toEqual(await contentOf(from))
    await to.close()
  })

  it.runIf(isThere)('of a copy is the same again, on the engine it came from', async () => {
    const [from, to, back] = [
      await fullStore(),
      await freshTarget(engine),
      await freshTarget(ENGINE),
    ]
    const there = await copyStore(from, to)
    expect(await copyStore(to, back)).toEqual(there)
    await to.close()
    await back.close()
  })

  it.runIf(isThere)('takes more rows than one page', async () => {
    const from = await storeWithVocabulary()
    const rows = Array.from({ length: 1200 }, (_, index) => ({
      row: index + 2,
      cells: {
        indicator: `شاخص ${index % 7}`,
        place: 'قم',
        period: String(1300 + (index % 200)),
        value: index / 8,
        unit: 'تن',
        source_title: `گزارش ${Math.floor(index / 200)}`,
      },
    }))
    await importRows(from, by('الف'), rows, { readers: persianReaders() })
    const to = await freshTarget(engine)
    const tables = await copyStore(from, to)
    expect(tables.find(({ table }) => table === 'observation')?.rows).toBe(1200)
    expect(await findObservations(to.db, {})).toEqual(await findObservations(from.db, {}))
    await to.close()
  })

  it.runIf(isThere)('is refused where anything is already, and changes nothing', async () => {
    const [from, to] = [await fullStore(), await freshTarget(engine)]
    await logQuestion(to.db, {
      ...{ chatId: 1, telegramId: 1, question: 'چند؟', status: 'not_found', now: NOW },
    })
    await expect(copyStore(from, to)).rejects.toThrow(/خالی نیست.*question_log/)
    expect(await changeSetsOf(to.db)).toEqual([])
    await to.close()
  })
})
