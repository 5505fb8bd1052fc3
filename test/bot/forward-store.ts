import { createAsker } from '../../src/answers/create-asker.ts'
import { applyChanges, type Operation } from '../../src/facts/changes.ts'
import type { Store } from '../../src/facts/open.ts'
import { by, FACTORIES, figure, freshStore, VOCABULARY } from '../facts/store-for-tests.ts'
import { openStage, type Stage, type StageOptions } from './harness.ts'

const quantity = (digits: number) => ({
  digits: String(digits),
  decimals: 0,
  power: 0,
  unit: 'واحد',
})

/** Revived factories: Qom from 1396 to 1400 with targets, Yazd and Fars in 1398 and 1399. */
const FIGURES: readonly [
  place: string,
  period: string,
  value: number,
  kind: 'actual' | 'target',
][] = [
  ['قم', '1396', 21, 'actual'],
  ['قم', '1397', 18, 'actual'],
  ['قم', '1398', 25, 'actual'],
  ['قم', '1399', 37, 'actual'],
  ['قم', '1399', 25, 'target'],
  ['قم', '1400', 35, 'target'],
  ['یزد', '1398', 40, 'actual'],
  ['یزد', '1399', 52, 'actual'],
  ['فارس', '1398', 61, 'actual'],
  ['فارس', '1399', 44, 'actual'],
]

export async function storeToForward(): Promise<Store> {
  const store = await freshStore()
  const fars: Operation = {
    type: 'add_place',
    name: 'فارس',
    kind: 'province',
    isoCode: 'IR-14',
    parentId: { name: 'ایران' },
  }
  const figures = FIGURES.map(
    ([place, period, value, kind]): Operation => ({
      type: 'add_observation',
      content: figure({ placeId: { name: place }, period, kind, quantity: quantity(value) }),
    }),
  )
  await applyChanges(store, by('الف'), [...VOCABULARY, fars, ...figures])
  return store
}

/** The real answers over that store. */
export const openForwardStage = async (options: StageOptions = {}): Promise<Stage> =>
  openStage({ store: await storeToForward(), asker: createAsker, ...options })

export const QOM = `${FACTORIES} قم در سال ۱۳۹۹`
