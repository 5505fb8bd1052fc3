import { describe, expect, it } from 'vitest'
import {
  type CheckedFigure,
  type CheckScene,
  checkFigure,
  type FindingCode,
} from '../../src/facts/entry-checks.ts'
import { periodDays } from '../../src/facts/period-days.ts'
import type { Observation, Quantity } from '../../src/facts/types.ts'
import { baseValue } from '../../src/facts/values.ts'

/** 3 Azar 1405. */
const TODAY = '2026-11-24'
const REPORT = { title: 'گزارش استان', publisher: 'ایرنا', url: null, publishedOn: null }
const OTHER = { title: 'سالنامهٔ آماری', publisher: null, url: null, publishedOn: null }

const tonnes = (digits: string, rest: Partial<Quantity> = {}): Quantity => ({
  digits,
  decimals: 0,
  power: 0,
  unit: 'تن',
  ...rest,
})

const figure = (rest: Partial<CheckedFigure> = {}): CheckedFigure => ({
  period: '1400',
  kind: 'actual',
  measure: 'level',
  qualifier: 'exact',
  quantity: tonnes('350'),
  statement: null,
  source: REPORT,
  ...rest,
})

const stored = (id: number, rest: Partial<CheckedFigure> = {}): Observation => {
  const { source, ...content } = figure(rest)
  const { quantity, measure } = content
  return {
    ...content,
    ...periodDays(content.period),
    id,
    revision: 1,
    changeSetId: 1,
    indicatorId: 1,
    placeId: 1,
    periodBasis: 'stated',
    value: quantity && baseValue(quantity, measure, 'تن'),
    speaker: null,
    quote: null,
    note: null,
    sourceId: 1,
    source: { id: 1, ...REPORT, ...source },
  }
}

const scene = (...neighbours: Observation[]): CheckScene => ({
  indicator: { name: 'تولید سیب', unit: 'تن' },
  neighbours,
  today: TODAY,
})

const LAST_YEAR = stored(7, { period: '1399', quantity: tonnes('300') })

interface Case {
  readonly name: string
  readonly figure: CheckedFigure
  readonly scene: CheckScene
  readonly found: readonly (readonly [FindingCode, 'refused' | 'warned'])[]
  readonly said?: string
}

const CASES: readonly Case[] = [
  { name: 'a plain figure', figure: figure(), scene: scene(), found: [] },
  { name: 'a figure like last year', figure: figure(), scene: scene(LAST_YEAR), found: [] },
  {
    name: 'no source',
    figure: figure({ source: { title: ' ' } }),
    scene: scene(),
    found: [['missing_source', 'refused']],
    said: 'منبع',
  },
  {
    name: 'an address alone is a source',
    figure: figure({ source: { url: 'https://example.ir' } }),
    scene: scene(),
    found: [],
  },
  {
    name: 'a unit of another kind',
    figure: figure({ quantity: tonnes('350', { unit: 'تومان' }) }),
    scene: scene(LAST_YEAR),
    found: [['other_unit', 'refused']],
    said: '«تن»',
  },
  {
    name: 'a unit that converts',
    figure: figure({ quantity: tonnes('350000', { unit: 'کیلوگرم' }) }),
    scene: scene(LAST_YEAR),
    found: [],
  },
  {
    name: 'more digits than can be kept',
    figure: figure({ quantity: tonnes('1234567890123456789') }),
    scene: scene(),
    found: [['bad_value', 'refused']],
  },
  {
    name: 'eleven times last year',
    figure: figure({ quantity: tonnes('3301') }),
    scene: scene(LAST_YEAR),
    found: [['tenfold', 'warned']],
    said: '۳۰۰ تن',
  },
  {
    name: 'ten times last year is no jump yet',
    figure: figure({ quantity: tonnes('3000') }),
    scene: scene(LAST_YEAR),
    found: [],
  },
  {
    name: 'a twelfth of last year',
    figure: figure({ quantity: tonnes('25') }),
    scene: scene(LAST_YEAR),
    found: [['tenfold', 'warned']],
    said: 'یک‌دهم',
  },
  {
    name: 'a zero of scale: thousands of tonnes',
    figure: figure({ quantity: tonnes('350', { power: 3 }) }),
    scene: scene(LAST_YEAR),
    found: [['tenfold', 'warned']],
  },
  {
    name: 'the nearest earlier year counts, not an older one',
    figure: figure({ quantity: tonnes('3500') }),
    scene: scene(LAST_YEAR, stored(8, { period: '1398', quantity: tonnes('3000') })),
    found: [['tenfold', 'warned']],
  },
  {
    name: 'a month is not compared with a year',
    figure: figure({ period: '1400-03', quantity: tonnes('20') }),
    scene: scene(LAST_YEAR),
    found: [],
  },
  {
    name: 'a target is not compared with what was achieved',
    figure: figure({ kind: 'target', period: '1406', quantity: tonnes('9000') }),
    scene: scene(LAST_YEAR),
    found: [],
  },
  {
    name: 'a target for a year that is over',
    figure: figure({ kind: 'target', period: '1404' }),
    scene: scene(),
    found: [['past_target', 'warned']],
    said: 'عملکرد',
  },
  {
    name: 'a target for this year',
    figure: figure({ kind: 'target', period: '1405' }),
    scene: scene(),
    found: [],
  },
  {
    name: 'what was achieved in a year to come',
    figure: figure({ period: '1406' }),
    scene: scene(),
    found: [['future_actual', 'refused']],
    said: 'هدف',
  },
  {
    name: 'what was achieved so far this year',
    figure: figure({ period: '1405' }),
    scene: scene(),
    found: [],
  },
  {
    name: 'the same once more',
    figure: figure(),
    scene: scene(stored(3)),
    found: [['duplicate', 'refused']],
    said: '/edit 3',
  },
  {
    name: 'the same, written with a decimal',
    figure: figure({ quantity: tonnes('3500', { decimals: 1 }) }),
    scene: scene(stored(3)),
    found: [['duplicate', 'refused']],
  },
  {
    name: 'another value of the same source',
    figure: figure({ quantity: tonnes('360') }),
    scene: scene(stored(3)),
    found: [['same_source', 'warned']],
    said: '۳۵۰ تن',
  },
  {
    name: 'the same value of another source',
    figure: figure({ source: OTHER }),
    scene: scene(stored(3)),
    found: [['other_source', 'warned']],
  },
  {
    name: 'a correction is no duplicate of itself',
    figure: figure(),
    scene: { ...scene(stored(3)), observationId: 3 },
    found: [],
  },
  {
    name: 'a statement beside another of the same source',
    figure: figure({ quantity: null, statement: 'مانع دوم' }),
    scene: scene(stored(3, { quantity: null, statement: 'مانع نخست' })),
    found: [],
  },
  {
    name: 'the same statement',
    figure: figure({ quantity: null, statement: 'مانع نخست ' }),
    scene: scene(stored(3, { quantity: null, statement: 'مانع نخست' })),
    found: [['duplicate', 'refused']],
  },
  {
    name: 'a rank of half',
    figure: figure({
      measure: 'rank',
      quantity: tonnes('25', { decimals: 1, unit: 'رتبه' }),
    }),
    scene: scene(),
    found: [['bad_rank', 'refused']],
  },
  {
    name: 'refusals stand before warnings',
    figure: figure({ kind: 'target', period: '1399', source: null }),
    scene: scene(),
    found: [
      ['missing_source', 'refused'],
      ['past_target', 'warned'],
    ],
  },
]

describe('a figure before it is saved', () => {
  it.each(CASES)('$name', ({ figure, scene, found, said }) => {
    const findings = checkFigure(figure, scene)
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual(found)
    if (said) expect(findings[0]?.message).toContain(said)
  })
})
