import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Figure } from '../../src/answers/answer.ts'
import {
  achievedShare,
  averageOf,
  changeOver,
  convertedTo,
  difference,
  gapToTarget,
  shareOf,
  totalOf,
} from '../../src/answers/derive.ts'

const figure = (value: number | null, rest: Partial<Figure> = {}): Figure => ({
  value,
  unit: 'تن',
  qualifier: 'exact',
  kind: 'actual',
  measure: 'level',
  indicator: 'تولید گندم',
  place: 'یزد',
  period: '1399',
  periodBasis: 'stated',
  derived: null,
  speaker: null,
  quote: null,
  source: { title: 'گزارش', publisher: 'ایرنا', url: null, publishedOn: null },
  observationId: 1,
  ...rest,
})

const of = (one: Figure | null) => one && [one.value, one.unit, one.qualifier]

describe('computed figures', () => {
  it.each([
    ['37 of 25', achievedShare(figure(37), figure(25, { kind: 'target' })), [148, 'درصد', 'exact']],
    ['a gap', gapToTarget(figure(40), figure(50, { kind: 'target' })), [-10, 'تن', 'exact']],
    ['growth', changeOver(figure(150), figure(100, { period: '1398' })), [50, 'درصد', 'exact']],
    ['decline', changeOver(figure(50), figure(80, { period: '1398' })), [-37.5, 'درصد', 'exact']],
    [
      'a share',
      shareOf(figure(1), figure(3, { place: 'ایران' })),
      [33.3333333333, 'درصد', 'exact'],
    ],
    ['no binary rest', difference(figure(0.3), figure(0.1)), [0.2, 'تن', 'exact']],
    ['another unit', convertedTo(figure(1.5), 'کیلوگرم'), [1500, 'کیلوگرم', 'exact']],
    ['a sum', totalOf([figure(0.1), figure(0.2)], 'یزد', '1399'), [0.3, 'تن', 'exact']],
    ['a mean', averageOf([figure(1), figure(2)], 'یزد', '1399'), [1.5, 'تن', 'exact']],
  ] as const)('%s', (_, derived, expected) => {
    expect(of(derived)).toEqual(expected)
  })

  it.each([
    ['a target of zero', achievedShare(figure(1), figure(0))],
    ['a target of another year', achievedShare(figure(1), figure(2, { period: '1400' }))],
    ['growth from nothing', changeOver(figure(1), figure(0, { period: '1398' }))],
    ['growth of a year over a half', changeOver(figure(1), figure(2, { period: '1398-H1' }))],
    ['a statement', difference(figure(null), figure(1))],
    ['another unit', difference(figure(1), figure(1, { unit: 'دلار' }))],
    ['another indicator', difference(figure(1), figure(1, { indicator: 'تولید جو' }))],
    ['a rank and a level', difference(figure(1), figure(1, { measure: 'rank' }))],
    ['a part of another year', shareOf(figure(1), figure(2, { period: '1398' }))],
    ['a target in a whole', shareOf(figure(1), figure(2, { kind: 'target' }))],
    ['tonnes in dollars', convertedTo(figure(1), 'دلار')],
    ['a sum of one', totalOf([figure(1)], 'یزد', '1399')],
    ['a sum of kinds', totalOf([figure(1), figure(2, { kind: 'target' })], 'یزد', '1399')],
    ['a mean of none', averageOf([], 'یزد', '1399')],
  ])('%s gives none', (_, derived) => {
    expect(derived).toBeNull()
  })

  it.each([
    ['more_than', 'exact', 'more_than'],
    ['exact', 'more_than', 'less_than'],
    ['more_than', 'less_than', 'more_than'],
    ['more_than', 'more_than', 'about'],
    ['at_most', 'exact', 'at_most'],
    ['about', 'exact', 'about'],
  ] as const)('%s of %s is %s', (part, whole, expected) => {
    const derived = shareOf(figure(1, { qualifier: part }), figure(2, { qualifier: whole }))
    expect(derived?.qualifier).toBe(expected)
  })

  it.each([
    [['exact', 'more_than'], 'more_than'],
    [['at_least', 'more_than'], 'at_least'],
    [['less_than', 'at_most'], 'at_most'],
    [['more_than', 'less_than'], 'about'],
    [['about', 'exact'], 'about'],
  ] as const)('a sum of %j is %s', (qualifiers, expected) => {
    const terms = qualifiers.map((qualifier) => figure(1, { qualifier }))
    expect(totalOf(terms, 'یزد', '1399')?.qualifier).toBe(expected)
  })

  it('one inferred input makes the period inferred', () => {
    const derived = difference(figure(2), figure(1, { periodBasis: 'inferred' }))
    expect(derived?.periodBasis).toBe('inferred')
  })

  it('a difference added again, a share of its whole: what was taken apart fits together', () => {
    const value = fc.integer({ min: 1, max: 1e9 })
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect((difference(figure(a), figure(b))?.value ?? 0) + b).toBe(a)
        const share = shareOf(figure(a), figure(b))?.value ?? 0
        expect(Math.abs((share * b) / 100 - a)).toBeLessThan(a * 1e-9 + 1e-9)
        expect(totalOf([figure(a), figure(b)], 'یزد', '1399')?.value).toBe(a + b)
      }),
    )
  })
})
