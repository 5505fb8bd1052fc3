import { describe, expect, it } from 'vitest'
import {
  findObservations,
  indicatorsOfPlace,
  periodsOf,
  placesWithIndicator,
} from '../../src/facts/observations.ts'
import type { Store } from '../../src/facts/open.ts'
import { added, FINANCE, storeWithVocabulary } from './store-for-tests.ts'

const [QOM, YAZD] = [2, 3]
const money = { digits: '5', decimals: 0, power: 9, unit: 'تومان' }

async function filledStore(): Promise<Store> {
  const store = await storeWithVocabulary()
  await added(store, { period: '1398' })
  await added(store, { period: '1399' })
  await added(store, { period: '../1400' })
  await added(store, { period: '1399', kind: 'target' })
  await added(store, { period: '1399', placeId: YAZD })
  await added(store, { indicatorId: { name: FINANCE }, quantity: money, period: '1395/1399' })
  return store
}

describe('looking observations up', () => {
  const cases: [string, Parameters<typeof findObservations>[1], number[]][] = [
    ['all, newest period first', {}, [3, 2, 4, 5, 6, 1]],
    ['of an indicator in a place', { indicatorIds: [1], placeIds: [QOM] }, [3, 2, 4, 1]],
    ['of a kind', { indicatorIds: [1], placeIds: [QOM], kind: 'target' }, [4]],
    ['of a period', { period: '1399' }, [2, 4, 5]],
    ['of several places', { placeIds: [QOM, YAZD], period: '1399', kind: 'actual' }, [2, 5]],
    ['the newest', { indicatorIds: [1], placeIds: [QOM], kind: 'actual', limit: 1 }, [3]],
    ['by end', { endsFrom: '2020-03-20', endsUntil: '2021-03-20' }, [2, 4, 5, 6]],
    ['by id', { ids: [1, 6] }, [6, 1]],
    ['of no place', { placeIds: [] }, []],
    ['of a measure', { measure: 'rank' }, []],
  ]
  it('finds by every filter', async () => {
    const store = await filledStore()
    for (const [name, filter, ids] of cases) {
      const found = await findObservations(store.db, filter)
      expect([name, found.map(({ id }) => id)]).toEqual([name, ids])
    }
  })

  it('tells what there is', async () => {
    const { db } = await filledStore()
    expect(await placesWithIndicator(db, 1)).toEqual([
      { placeId: QOM, observations: 4 },
      { placeId: YAZD, observations: 1 },
    ])
    expect((await periodsOf(db, 1, QOM)).map(({ period, kind }) => `${period} ${kind}`)).toEqual([
      '../1400 actual',
      '1399 actual',
      '1399 target',
      '1398 actual',
    ])
    expect(await indicatorsOfPlace(db, QOM)).toEqual([
      { indicatorId: 1, observations: 4, latestDay: '2022-03-20' },
      { indicatorId: 2, observations: 1, latestDay: '2021-03-20' },
    ])
  })
})
