import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { periodDays } from '../../src/facts/period-days.ts'
import { baseValue, exactValue, quantityOf, unitOfValue } from '../../src/facts/values.ts'

describe('values', () => {
  it.each([
    ['12.5 میلیون تن', { digits: '125', decimals: 1, power: 6, unit: 'تن' }, 'تن', 12_500_000],
    ['0.1 + 0.2 has no rest', { digits: '3', decimals: 1, power: 0, unit: 'درصد' }, 'درصد', 0.3],
    ['negative', { digits: '-7', decimals: 1, power: 0, unit: 'درصد' }, 'درصد', -0.7],
    [
      'rial to toman',
      { digits: '15', decimals: 0, power: 9, unit: 'ریال' },
      'تومان',
      1_500_000_000,
    ],
    ['kilogram to tonne', { digits: '1', decimals: 0, power: 0, unit: 'کیلوگرم' }, 'تن', 0.001],
  ])('%s', (_, quantity, unit, expected) => {
    expect(baseValue(quantity, 'level', unit)).toBe(expected)
  })

  it('a number becomes a quantity and stays the same number', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-6, max: 1e15 })
    fc.assert(
      fc.property(number, (value) => {
        expect(exactValue(quantityOf(value, 'تن')).toNumber()).toBe(value)
      }),
    )
  })

  it('in its own unit is the exact number, whichever way it is computed', () => {
    const digits = fc.tuple(fc.constantFrom('', '-'), fc.integer({ min: 0, max: 10 ** 15 - 1 }))
    const scale = fc.integer({ min: 0, max: 24 })
    fc.assert(
      fc.property(digits, scale, scale, ([sign, number], decimals, power) => {
        const quantity = { digits: `${sign}${number}`, decimals, power, unit: 'تن' }
        expect(baseValue(quantity, 'level', 'تن')).toBe(exactValue(quantity).toNumber())
      }),
    )
  })

  it('a rank keeps its own unit, a level must fit', () => {
    expect(unitOfValue('رتبه', 'rank', 'درصد')).toBe('رتبه')
    expect(unitOfValue('رتبه', 'level', 'درصد')).toBeNull()
    expect(unitOfValue('ریال', 'change', 'تومان')).toBe('تومان')
  })
})

describe('the days of a period', () => {
  it.each([
    ['1399', '2020-03-20', '2021-03-20'],
    ['1400', '2021-03-21', '2022-03-20'],
    ['1399-H2', '2020-09-22', '2021-03-20'],
    ['1399-Q1', '2020-03-20', '2020-06-20'],
    ['1399-12', '2021-02-19', '2021-03-20'],
    ['1399-12-30', '2021-03-20', '2021-03-20'],
    ['1395/1399', '2016-03-20', '2021-03-20'],
    ['../1400', null, '2022-03-20'],
  ])('%s', (period, firstDay, lastDay) => {
    expect(periodDays(period)).toEqual({ period, firstDay, lastDay })
  })

  it.each([
    '',
    '99',
    '1399-00',
    '1400-12-30',
    '1399-H3',
    '1399/',
    '/1399',
    '1399/../1400',
    '1399 ',
  ])('not «%s»', (period) => {
    expect(() => periodDays(period)).toThrow(/شناخته نشد/)
  })
})
