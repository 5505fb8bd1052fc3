import { describe, expect, it } from 'vitest'
import { applyChanges } from '../../src/facts/changes.ts'
import {
  recentIndicators,
  recentPeriods,
  recentPlaces,
  recentSources,
  recentUnits,
} from '../../src/facts/recent.ts'
import { loadVocabulary } from '../../src/facts/vocabulary.ts'
import {
  added,
  by,
  FACTORIES,
  FINANCE,
  figure,
  NOW,
  storeWithVocabulary,
} from './store-for-tests.ts'

async function storeWithFigures() {
  const store = await storeWithVocabulary()
  const money = { digits: '12', decimals: 0, power: 9, unit: 'تومان' }
  await added(store, { indicatorId: { name: FINANCE }, quantity: money, placeId: { name: 'یزد' } })
  await added(store, { sourceId: { title: 'سالنامه' }, period: '1398' })
  await added(store, { period: '1400' })
  const { indicators, places } = await loadVocabulary(store.db)
  const indicator = (name: string) => indicators.find((one) => one.name === name)?.id ?? 0
  const place = (name: string) => places.find((one) => one.name === name)?.id ?? 0
  return { store, indicator, place }
}

describe('what was entered last is offered first', () => {
  it('indicators', async () => {
    const { store, indicator } = await storeWithFigures()
    expect(await recentIndicators(store.db, 5)).toEqual([indicator(FACTORIES), indicator(FINANCE)])
    expect(await recentIndicators(store.db, 1)).toEqual([indicator(FACTORIES)])
  })

  it('places, those of the indicator before others', async () => {
    const { store, indicator, place } = await storeWithFigures()
    expect(await recentPlaces(store.db, null, 5)).toEqual([place('قم'), place('یزد')])
    const ofFinance = await recentPlaces(store.db, indicator(FINANCE), 5)
    expect(ofFinance).toEqual([place('یزد'), place('قم')])
  })

  it('periods and quoted units of the indicator', async () => {
    const { store, indicator } = await storeWithFigures()
    expect(await recentPeriods(store.db, indicator(FACTORIES), 5)).toEqual(['1400', '1398'])
    expect(await recentUnits(store.db, indicator(FINANCE), 5)).toEqual([
      { unit: 'تومان', power: 9 },
    ])
  })

  it('sources, those of the person before others', async () => {
    const { store } = await storeWithFigures()
    const content = figure({ period: '1397', sourceId: { title: 'گزارش سارا' } })
    await applyChanges(store, by('سارا', { now: NOW }), [{ type: 'add_observation', content }])
    await added(store, { period: '1396' })
    const titles = async (person: number) =>
      (await recentSources(store.db, person, 2)).map(({ title }) => title)
    // The number of a person in these tests is the length of the name.
    expect(await titles('سارا'.length)).toEqual(['گزارش سارا', 'گزارش استان'])
    expect(await titles(99)).toEqual(['گزارش استان', 'گزارش سارا'])
  })
})
