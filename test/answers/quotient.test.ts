import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Figure } from '../../src/answers/answer.ts'
import { valueText } from '../../src/answers/figure-text.ts'
import { type Paired, quotientOf, sumOfTwo } from '../../src/answers/quotient.ts'

const figure = (value: number | null, unit: string, rest: Partial<Figure> = {}): Figure => ({
  value,
  unit,
  qualifier: 'exact',
  kind: 'actual',
  measure: 'level',
  indicator: unit,
  place: 'یزد',
  period: '1399',
  periodBasis: 'stated',
  derived: null,
  speaker: null,
  quote: null,
  source: null,
  observationId: 1,
  ...rest,
})

const tons = (value: number | null, rest: Partial<Figure> = {}) => figure(value, 'تن', rest)
const hectares = (value: number | null, rest: Partial<Figure> = {}) => figure(value, 'هکتار', rest)
const people = (value: number) => figure(value, 'نفر')

const shown = (found: Paired) =>
  typeof found === 'string' ? found : `${valueText(found)} = ${found.derived?.formula}`

describe('one figure by another', () => {
  it.each<[string, Paired, string]>([
    [
      'tonnes by hectares',
      quotientOf(tons(700), hectares(200), ''),
      '۳٫۵ تن در هکتار = ۷۰۰ تن ÷ ۲۰۰ هکتار',
    ],
    [
      'a long rest',
      quotientOf(tons(10), hectares(3), ''),
      'حدود ۳٫۳۳ تن در هکتار = ۱۰ تن ÷ ۳ هکتار',
    ],
    [
      'tonnes by people, in kilograms',
      quotientOf(tons(95_000), people(1_250_000), ''),
      '۷۶ کیلوگرم به ازای هر نفر = ۹۵ هزار تن ÷ ۱٫۲۵ میلیون نفر × ۱٬۰۰۰',
    ],
    [
      'by a thousand people',
      quotientOf(figure(2500, 'تخت'), people(1_250_000), '', 1000),
      '۲ تخت به ازای هر هزار نفر = ۲ هزار و ۵۰۰ تخت ÷ ۱٫۲۵ میلیون نفر × ۱٬۰۰۰',
    ],
    [
      'little by much, never nothing',
      quotientOf(figure(2500, 'تخت'), people(1_200_000), ''),
      'حدود ۰٫۰۰۲۱ تخت به ازای هر نفر = ۲ هزار و ۵۰۰ تخت ÷ ۱٫۲ میلیون نفر',
    ],
    [
      'money by what it was paid to',
      quotientOf(figure(1_200_000_000_000, 'تومان'), figure(240, 'واحد'), ''),
      '۵ میلیارد تومان به ازای هر واحد = هزار و ۲۰۰ میلیارد تومان ÷ ۲۴۰ واحد',
    ],
    [
      'a ratio of one unit, in percent',
      quotientOf(figure(400, 'دلار'), figure(320, 'دلار'), ''),
      '۱۲۵ درصد = ۴۰۰ دلار ÷ ۳۲۰ دلار',
    ],
    ['a sum', sumOfTwo(tons(0.1), tons(0.2), ''), '۰٫۳ تن = ۰٫۱ تن + ۰٫۲ تن'],
  ])('%s', (_, found, expected) => {
    expect(shown(found)).toBe(expected)
  })

  const more = { qualifier: 'more_than' } as const
  const less = { qualifier: 'less_than' } as const
  const least = { qualifier: 'at_least' } as const
  const most = { qualifier: 'at_most' } as const
  const about = { qualifier: 'about' } as const

  it.each<[string, Paired, string]>([
    ['more by exactly', quotientOf(tons(6, more), hectares(2), ''), 'more_than'],
    ['at least by exactly', quotientOf(tons(6, least), hectares(2), ''), 'at_least'],
    ['exactly by more', quotientOf(tons(6), hectares(2, more), ''), 'less_than'],
    ['exactly by at least', quotientOf(tons(6), hectares(2, least), ''), 'at_most'],
    ['more by less', quotientOf(tons(6, more), hectares(2, less), ''), 'more_than'],
    ['more by at most', quotientOf(tons(6, more), hectares(2, most), ''), 'at_least'],
    ['about by exactly', quotientOf(tons(6, about), hectares(2), ''), 'about'],
    ['more and at least', sumOfTwo(tons(6, more), tons(2, least), ''), 'at_least'],
  ])('carries a bound through: %s', (_, found, qualifier) => {
    expect(typeof found === 'string' ? found : found.qualifier).toBe(qualifier)
  })

  it.each<[string, Paired, string]>([
    ['more by more', quotientOf(tons(6, more), hectares(2, more), ''), 'unknown_direction'],
    ['about by more', quotientOf(tons(6, about), hectares(2, more), ''), 'unknown_direction'],
    ['a loss by a bound', quotientOf(tons(-6), hectares(2, more), ''), 'unknown_direction'],
    ['more and less', sumOfTwo(tons(6, more), tons(2, less), ''), 'unknown_direction'],
    ['by nothing', quotientOf(tons(6), hectares(0), ''), 'by_nothing'],
    ['by less than nothing', quotientOf(tons(6), hectares(-2), ''), 'by_nothing'],
    ['another period', quotientOf(tons(6), hectares(2, { period: '1398' }), ''), 'unlike'],
    ['another place', quotientOf(tons(6), hectares(2, { place: 'قم' }), ''), 'unlike'],
    ['a target', quotientOf(tons(6, { kind: 'target' }), hectares(2), ''), 'unlike'],
    ['a rank', quotientOf(tons(6), figure(2, 'رتبه', { measure: 'rank' }), ''), 'unlike'],
    ['a percentage', quotientOf(tons(6), figure(2, 'درصد'), ''), 'unlike'],
    ['a statement', quotientOf(tons(6), hectares(null), ''), 'unlike'],
    ['a sum of two units', sumOfTwo(tons(6), hectares(2), ''), 'unlike'],
  ])('says why not: %s', (_, found, reason) => {
    expect(found).toBe(reason)
  })

  it('is exact: times the divisor it is the dividend again, to twelve digits', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000_000 })
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const found = quotientOf(figure(a, 'واحد'), people(b), '')
        if (typeof found === 'string') throw new Error(found)
        expect(Math.abs(((found.value ?? 0) * b) / a - 1)).toBeLessThan(1e-11)
      }),
    )
  })
})
