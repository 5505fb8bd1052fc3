import type { ChangeContext } from '../../src/facts/change-sets.ts'
import type { NewObservation, Operation } from '../../src/facts/changes.ts'

export const NOW = new Date('2026-11-24T08:00:00Z')

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
