import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseValue } from '../../src/persian/parse-value.ts'

describe('parseValue', () => {
  it.each([
    ['۱۲۰۰', 'میلیارد تومان', '1200', 0, 9, 'تومان'],
    ['هزار و ۲۰۰', 'میلیارد تومان', '1200', 0, 9, 'تومان'],
    ['۱۲۰۰ میلیارد تومان', 'میلیارد تومان', '1200', 0, 9, 'تومان'],
    ['۱۲۰۰ میلیارد تومان', 'تومان', '1200', 0, 9, 'تومان'],
    ['۳ هزار', 'میلیارد تومان', '3', 0, 12, 'تومان'],
    ['۱۲,۵۰۰', 'تن', '12500', 0, 0, 'تن'],
    ['1,200', 'تن', '1200', 0, 0, 'تن'],
    ['1 234 567', 'تن', '1234567', 0, 0, 'تن'],
    ['12.500.000', 'تن', '12500000', 0, 0, 'تن'],
    ['12.5', 'تن', '125', 1, 0, 'تن'],
    ['12.25', 'تن', '1225', 2, 0, 'تن'],
    ['0.125', 'تن', '125', 3, 0, 'تن'],
    ['۱۲٫۵', 'هزار تن', '125', 1, 3, 'تن'],
    ['۱/۵', 'درصد', '15', 1, 0, 'درصد'],
    ['-5', 'درصد', '-5', 0, 0, 'درصد'],
    ['منفی ۵', 'درصد', '-5', 0, 0, 'درصد'],
    ['۲۰٪', 'درصد', '20', 0, 0, 'درصد'],
    ['٪۲۰', 'درصد', '20', 0, 0, 'درصد'],
    ['صددرصد', 'درصد', '100', 0, 0, 'درصد'],
    [' ٣٧ ', 'واحد', '37', 0, 0, 'واحد'],
    ['سی و هفت واحد', 'واحد', '37', 0, 0, 'واحد'],
    ['سوم', 'رتبه', '3', 0, 0, 'رتبه'],
    ['دو برابر', 'برابر', '2', 0, 0, 'برابر'],
    ['۱٫۲', 'همت', '12', 1, 0, 'همت'],
    ['100000000000000000', 'ریال', '100000000000000000', 0, 0, 'ریال'],
  ])('%s in %s', (text, unit, digits, decimals, power, base) => {
    expect(parseValue(text, unit)).toEqual({ digits, decimals, power, unit: base })
  })

  it.each([
    ['', 'not-a-number'],
    ['-', 'not-a-number'],
    ['ندارد', 'not-a-number'],
    ['12a', 'not-a-number'],
    ['1.2e3', 'not-a-number'],
    ['1e+21', 'not-a-number'],
    ['=A1', 'not-a-number'],
    ['12..3', 'not-a-number'],
    ['--5', 'not-a-number'],
    ['1+2', 'not-a-number'],
    ['1404/01/15', 'not-a-number'],
    ['بیش از ۵۰', 'not-a-number'],
    ['ده‌ها', 'not-a-number'],
    ['۲۵ واحد از ۳۷ واحد', 'not-a-number'],
    ['سوم', 'not-a-number'],
    ['12.500', 'ambiguous'],
    ['7.547', 'ambiguous'],
    ['12,5', 'ambiguous'],
    ['8/19', 'ambiguous'],
    ['۲۰ تا ۳۰', 'range'],
    ['یک‌سوم', 'too-precise'],
    ['1234567890123456', 'too-precise'],
    ['۵ هکتار', 'other-unit'],
    ['۵٪', 'other-unit'],
  ])('«%s»: %s', (text, error) => {
    expect(parseValue(text, 'تن')).toEqual({ error })
  })

  it('asks back when a scale is both in the text and in the unit', () => {
    expect(parseValue('هزار میلیارد', 'میلیارد تومان')).toEqual({ error: 'ambiguous' })
  })

  it('knows that the dot of a numeric cell is a decimal point', () => {
    expect(parseValue('7.547', 'تن', { numeric: true })).toMatchObject({
      digits: '7547',
      decimals: 3,
    })
    expect(parseValue('1234.5678', 'تن', { numeric: true })).toMatchObject({ decimals: 4 })
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, unit) => {
        expect(parseValue(text, unit)).toBeDefined()
      }),
    )
  })
})
