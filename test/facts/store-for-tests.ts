import { afterEach } from 'vitest'
import type { ChangeContext } from '../../src/facts/change-sets.ts'
import { applyChanges, type NewObservation, type Operation } from '../../src/facts/changes.ts'
import { openStore, type Store } from '../../src/facts/open.ts'
import { freshUrl } from './fresh-url.ts'

export const NOW = new Date('2026-11-24T08:00:00Z')

const opened: Store[] = []

afterEach(async () => {
  for (const store of opened.splice(0)) await store.close()
})

/** A store on the engine of the run, closed and removed after the test. */
export async function freshStore(): Promise<Store> {
  const store = await openStore({ url: await freshUrl() })
  opened.push(store)
  return store
}

export const by = (name: string, rest: Partial<ChangeContext> = {}): ChangeContext => ({
  actor: { telegramId: name.length, name },
  command: 'test',
  now: NOW,
  ...rest,
})

export const FACTORIES = 'احیای واحدهای راکد صنعتی'
export const FINANCE = 'تسهیلات پرداختی'

export const VOCABULARY: Operation[] = [
  { type: 'add_place', name: 'ایران', kind: 'country' },
  {
    type: 'add_place',
    name: 'قم',
    kind: 'province',
    isoCode: 'IR-25',
    parentId: { name: 'ایران' },
  },
  {
    type: 'add_place',
    name: 'یزد',
    kind: 'province',
    isoCode: 'IR-21',
    parentId: { name: 'ایران' },
  },
  { type: 'add_indicator', name: FACTORIES, unit: 'واحد', additive: true },
  { type: 'add_indicator', name: FINANCE, unit: 'تومان', additive: true },
]

/** «۳۷ واحد» in Qom in 1399, unless told otherwise. */
export const figure = (rest: Partial<NewObservation> = {}): NewObservation => ({
  indicatorId: { name: FACTORIES },
  placeId: { name: 'قم' },
  period: '1399',
  periodBasis: 'stated',
  kind: 'actual',
  measure: 'level',
  qualifier: 'exact',
  quantity: { digits: '37', decimals: 0, power: 0, unit: 'واحد' },
  statement: null,
  speaker: null,
  quote: null,
  sourceId: { title: 'گزارش استان', publisher: 'ایرنا', publishedOn: '2021-05-01' },
  note: null,
  ...rest,
})

/** A store with two provinces, two indicators and no observation. */
export async function storeWithVocabulary(): Promise<Store> {
  const store = await freshStore()
  await applyChanges(store, by('ارقام'), VOCABULARY)
  return store
}

/** Adds one observation and gives its id. */
export async function added(store: Store, rest: Partial<NewObservation> = {}): Promise<number> {
  const content = figure(rest)
  const { observationIds } = await applyChanges(store, by('الف'), [
    { type: 'add_observation', content },
  ])
  return observationIds[0] ?? 0
}
