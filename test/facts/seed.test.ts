import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changeSetsOf } from '../../src/facts/history.ts'
import { persianReaders } from '../../src/facts/import-readers.ts'
import { importRows } from '../../src/facts/import-rows.ts'
import { findObservations } from '../../src/facts/observations.ts'
import type { Store } from '../../src/facts/open.ts'
import { seedPlaces, seedStore } from '../../src/facts/seed.ts'
import { loadVocabulary } from '../../src/facts/vocabulary.ts'
import { by, freshStore, NOW } from './store-for-tests.ts'

const PLACES = {
  places: [
    { name: 'کل کشور', kind: 'country', iso: null, parent: null, aliases: ['ایران'] },
    {
      name: 'قم',
      kind: 'province',
      iso: 'IR-25',
      parent: 'کل کشور',
      aliases: ['قم', 'استان قم'],
      latin: ['qom'],
    },
    { name: 'قم', kind: 'county', iso: null, parent: 'قم', aliases: ['شهر قم'] },
  ],
}
const INDICATORS = {
  indicators: [
    { name: 'تولید سیب', unit: 'تن', additive: true, definition: null, aliases: ['برداشت سیب'] },
  ],
}
const OBSERVATION = {
  indicator: 'تولید سیب',
  place: 'قم',
  period: '1399',
  value: '12.5',
  unit: 'میلیون تن',
  source_title: 'گزارش',
}

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'arqam-seed-'))
  write('places.json', JSON.stringify(PLACES))
  write('indicators.json', JSON.stringify(INDICATORS))
  write('observations.jsonl', `${JSON.stringify(OBSERVATION)}\n\n`)
})
afterEach(() => rmSync(folder, { recursive: true }))

const seed = (store: Store) =>
  store.db
    .transaction()
    .execute((trx) => seedStore({ ...store, trx }, folder, persianReaders(), NOW))

const write = (name: string, text: string) => writeFileSync(join(folder, name), text)

describe('seeding a fresh store', () => {
  it('adds names and figures as two change sets of the program', async () => {
    const store = await freshStore()
    await seed(store)
    const { places, aliases } = await loadVocabulary(store.db)
    expect(places.map(({ kind, parentId }) => [kind, parentId])).toEqual([
      ['country', null],
      ['province', 1],
      ['county', 2],
    ])
    expect(aliases.map(({ text, target, targetId }) => `${text} ${target} ${targetId}`)).toEqual([
      'ایران place 1',
      'استان قم place 2',
      'qom place 2',
      'شهر قم place 3',
      'برداشت سیب indicator 1',
    ])
    expect(await findObservations(store.db, {})).toMatchObject([
      { placeId: 2, indicatorId: 1, value: 12_500_000 },
    ])
    expect(await changeSetsOf(store.db)).toMatchObject([
      { actor: 'ارقام', command: 'seed', size: 1 },
      { actor: 'ارقام', command: 'seed', size: 9 },
    ])
  })

  it('can add the places alone, which an import then finds', async () => {
    const store = await freshStore()
    await store.db.transaction().execute((trx) => seedPlaces({ ...store, trx }, folder, NOW))
    const { places, indicators } = await loadVocabulary(store.db)
    expect(places.map(({ name }) => name)).toEqual(['کل کشور', 'قم', 'قم'])
    expect(indicators).toEqual([])
    const rows = [{ row: 2, cells: OBSERVATION }]
    const report = await importRows(store, by('الف'), rows, { readers: persianReaders() })
    expect(report).toMatchObject({ new: 1, refused: 0, newIndicators: ['تولید سیب'] })
  })

  const broken: [string, string, RegExp][] = [
    ['places.json', '{"places":[{"name":"قم"}]}', /places\.json/],
    ['places.json', 'no json', /places\.json/],
    ['indicators.json', '{}', /indicators\.json/],
    ['observations.jsonl', `${JSON.stringify(OBSERVATION)}\n{"place":[]}`, /observations\.jsonl:2/],
    ['observations.jsonl', JSON.stringify({ ...OBSERVATION, place: 'هرات' }), /سطر ۱.*هرات/],
  ]
  it.each(broken)('names what is wrong in %s and adds nothing: %s', async (name, text, message) => {
    write(name, text)
    const store = await freshStore()
    await expect(seed(store)).rejects.toThrow(message)
    expect(await changeSetsOf(store.db)).toEqual([])
  })
})
