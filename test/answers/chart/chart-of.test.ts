import { describe, expect, it } from 'vitest'
import type { Figure } from '../../../src/answers/answer.ts'
import { chartOf } from '../../../src/answers/chart/chart-of.ts'
import { achievedShare, changeOver, totalOf } from '../../../src/answers/derive.ts'
import type { Aspect } from '../../../src/questions/question.ts'

let ids = 0
const figure = (value: number | null, rest: Partial<Figure> = {}): Figure => ({
  value,
  unit: 'واحد',
  qualifier: 'exact',
  kind: 'actual',
  measure: 'level',
  indicator: 'احیای واحدهای راکد صنعتی',
  place: 'قم',
  period: '1399',
  periodBasis: 'stated',
  derived: null,
  speaker: null,
  quote: null,
  source: { title: 'گزارش', publisher: 'ایرنا', url: null, publishedOn: null },
  observationId: ++ids,
  ...rest,
})

const chart = (figures: Figure[], nearby: Figure[] = [], aspect: Aspect = 'value') =>
  chartOf({
    figures,
    nearby,
    reading: { indicator: null, place: null, period: null, kind: null, aspect, origins: {} },
  })

describe('an answer is drawn', () => {
  it('over time as a line; years that nobody reported keep their place', () => {
    const spec = chart([figure(21, { period: '1396' }), figure(37), figure(25, { period: '1398' })])
    expect(spec).toMatchObject({
      type: 'line',
      title: 'احیای واحدهای راکد صنعتی',
      subtitle: 'قم',
      unit: 'واحد',
      sources: ['ایرنا'],
      labels: ['۱۳۹۶', '۱۳۹۷', '۱۳۹۸', '۱۳۹۹'],
      series: [{ points: [{ value: 21 }, { value: null }, { value: 25 }, { value: 37 }] }],
    })
  })

  it('with the targets beside, as a line of their own', () => {
    const spec = chart(
      [figure(21, { period: '1398' }), figure(37)],
      [figure(25, { kind: 'target' }), figure(35, { kind: 'target', period: '1400' })],
      'trend',
    )
    expect(spec).toMatchObject({
      series: [
        { name: 'عملکرد', points: [{ value: 21 }, { value: 37 }, { value: null }] },
        { name: 'هدف', points: [{ value: null }, { value: 25 }, { value: 35 }] },
      ],
    })
  })

  it('for several places over time as a line each', () => {
    const spec = chart([
      figure(21, { period: '1398' }),
      figure(37),
      figure(11, { place: 'یزد' }),
      figure(12, { place: 'یزد', period: '1398' }),
    ])
    expect(spec).toMatchObject({ series: [{ name: 'قم' }, { name: 'یزد' }], subtitle: '' })
  })

  it('for several places as bars in the order of the answer', () => {
    expect(chart([figure(11, { place: 'یزد' }), figure(37)], [], 'compare')).toMatchObject({
      type: 'bars',
      subtitle: 'سال ۱۳۹۹',
      ranked: false,
      bars: [
        { name: 'یزد', value: 11, emphasised: true },
        { name: 'قم', value: 37, emphasised: true },
      ],
    })
  })

  it('as a ranking in which only what was asked for stands out', () => {
    const others = ['یزد', 'فارس'].map((place, index) => figure(30 - index, { place }))
    expect(chart([figure(37)], others, 'most')).toMatchObject({
      ranked: true,
      bars: [
        { name: 'قم', emphasised: true },
        { name: 'یزد', emphasised: false },
        { name: 'فارس', emphasised: false },
      ],
    })
  })

  it('against its target, with the share achieved', () => {
    expect(chart([figure(37)], [figure(25, { kind: 'target' })])).toMatchObject({
      type: 'bars',
      subtitle: 'قم، سال ۱۳۹۹',
      note: 'تحقق هدف: ۱۴۸ درصد',
      bars: [
        { name: 'هدف', value: 25 },
        { name: 'عملکرد', value: 37 },
      ],
    })
  })

  it('as what it was computed from', () => {
    const share = achievedShare(figure(37), figure(25, { kind: 'target' }))
    expect(chart([share as Figure], [], 'achieved')).toMatchObject({ bars: [{ value: 25 }, {}] })
    const total = totalOf([figure(37), figure(11, { place: 'یزد' })], 'قم + یزد', '1399')
    expect(chart([total as Figure], [], 'total')).toMatchObject({ bars: [{ name: 'قم' }, {}] })
  })

  it('with what is bounded or disputed told apart', () => {
    const more = figure(37, { qualifier: 'more_than', period: '1398' })
    const other = figure(41, {
      source: { title: null, publisher: 'ایسنا', url: null, publishedOn: null },
    })
    expect(chart([more, figure(37), other])).toMatchObject({
      sources: ['ایرنا', 'ایسنا'],
      series: [{ points: [{ exact: false }, { exact: true, value: 37, others: [41] }] }],
    })
    expect(chart([figure(37), other])).toMatchObject({
      note: null,
      bars: [{ name: 'عملکرد (ایرنا)' }, { name: 'عملکرد (ایسنا)' }],
    })
  })
})

describe('nothing is drawn', () => {
  it.each<[string, Figure[], Figure[]]>([
    ['of one figure', [figure(37)], []],
    ['of a statement', [figure(null, { statement: 'بانکی' })], []],
    ['of the same said twice', [figure(37), figure(37)], []],
    ['of other units', [figure(37)], [figure(40, { unit: 'درصد', period: '1398' })]],
    ['of other measures', [figure(37)], [figure(2, { measure: 'rank', period: '1398' })]],
    ['of another indicator', [figure(37)], [figure(12, { indicator: 'تولید', period: '1398' })]],
    ['of a year and a half', [figure(37)], [figure(12, { period: '1398-H1' })]],
    ['of a year and all years', [figure(37)], [figure(99, { period: '../1400' })]],
    ['of nothing', [], []],
  ])('%s', (_, figures, nearby) => {
    expect(chart(figures, nearby)).toBeNull()
  })
})

it('an order of changes is drawn as changes, with the sources of what they come from', () => {
  const grown = (place: string, now: number, before: number) =>
    changeOver(figure(now, { place }), figure(before, { place, period: '1398' })) as Figure
  const spec = chart([grown('یزد', 30, 20)], [grown('قم', 9, 10), grown('کرمان', 5, 5)], 'most')
  expect(spec).toMatchObject({
    type: 'bars',
    subtitle: 'سال ۱۳۹۹، تغییر نسبت به سال ۱۳۹۸',
    unit: 'درصد',
    sources: ['ایرنا'],
    ranked: true,
    bars: [
      { name: 'یزد', value: 50, emphasised: true },
      { name: 'کرمان', value: 0 },
      { name: 'قم', value: -10 },
    ],
  })
})
