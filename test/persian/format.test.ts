import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatNumber,
  formatQualifier,
  formatQuantity,
  latinDigits,
  persianDigits,
} from '../../src/persian/format.ts'
import { findNumbers } from '../../src/persian/numerals.ts'

describe('formatQuantity', () => {
  it.each([
    ['1200000000000', 'تومان', 'هزار و ۲۰۰ میلیارد تومان'],
    ['1500000000000', 'تومان', 'هزار و ۵۰۰ میلیارد تومان'],
    ['137000000000000', 'تومان', '۱۳۷ هزار میلیارد تومان'],
    ['1370000000000000', 'تومان', 'یک میلیون و ۳۷۰ هزار میلیارد تومان'],
    ['2000500000000', 'تومان', '۲ هزار میلیارد و ۵۰۰ میلیون تومان'],
    ['15900000000', 'تومان', '۱۵٫۹ میلیارد تومان'],
    ['12500000', 'تن', '۱۲٫۵ میلیون تن'],
    ['1931000', 'تن', 'یک میلیون و ۹۳۱ هزار تن'],
    ['63962', 'تن', '۶۳ هزار و ۹۶۲ تن'],
    ['1000', 'نفر', 'هزار نفر'],
    ['1500.5', 'تن', 'هزار و ۵۰۰٫۵ تن'],
    ['37', 'واحد', '۳۷ واحد'],
    ['117', 'درصد', '۱۱۷ درصد'],
    ['0.5', 'درصد', '۰٫۵ درصد'],
    ['-3', 'درصد', 'منفی ۳ درصد'],
    ['0', 'واحد', '۰ واحد'],
    ['2', 'رتبه', 'رتبه ۲'],
    ['1.2', 'همت', '۱٫۲ همت'],
    ['1200', 'میلیارد تومان', 'هزار و ۲۰۰ میلیارد تومان'],
    ['1000000000000000000', 'تومان', '۱٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰ تومان'],
    ['123456789012', 'ریال', '۱۲۳ میلیارد و ۴۵۶ میلیون و ۷۸۹ هزار و ۱۲ ریال'],
  ])('%s %s', (value, unit, expected) => {
    expect(formatQuantity(new Big(value), unit)).toBe(expected)
  })

  it('rounds only when asked, at the scale that is shown', () => {
    expect(formatQuantity(123456789012, 'ریال', { decimals: 1 })).toBe('۱۲۳٫۵ میلیارد ریال')
    expect(formatQuantity(999999999, 'ریال', { decimals: 1 })).toBe('یک میلیارد ریال')
    expect(formatQuantity(63962.7, 'تن', { decimals: 1 })).toBe('۶۳ هزار و ۹۶۳ تن')
    expect(formatQuantity(48.148148, 'درصد', { decimals: 1 })).toBe('۴۸٫۱ درصد')
  })

  it('writes a percent sign, and Latin digits, when asked', () => {
    expect(formatQuantity(148, 'درصد', { percentSign: true })).toBe('۱۴۸٪')
    expect(formatQuantity(63962, 'تن', { digits: 'latin' })).toBe('63 هزار و 962 تن')
  })

  it('is read back as the value that it was written from', () => {
    const value = fc
      .tuple(
        fc.oneof(fc.integer({ min: 0, max: 2_000_000 }), fc.maxSafeInteger()),
        fc.integer({ min: -3, max: 6 }),
      )
      .map(([digits, power]) => new Big(digits).times(`1e${power}`))
    const unit = fc.constantFrom('تومان', 'تن', 'درصد', 'واحد', 'رتبه', 'همت', 'دلار')
    fc.assert(
      fc.property(value, unit, (number, name) => {
        const [mention, ...others] = findNumbers(formatQuantity(number, name))
        expect(others).toEqual([])
        expect(mention?.value?.toFixed()).toBe(number.toFixed())
        expect(mention?.unit?.unit).toBe(name)
        expect(mention?.ambiguous).toBeUndefined()
      }),
    )
  })
})

describe('digits and plain numbers', () => {
  it('changes the script of digits only', () => {
    expect(persianDigits('12.5 و ٣')).toBe('۱۲.۵ و ۳')
    expect(latinDigits('۱۲٫۵ و ٣ تن')).toBe('12٫5 و 3 تن')
  })

  it.each([
    [1234567.5, '۱٬۲۳۴٬۵۶۷٫۵', '1,234,567.5'],
    [999, '۹۹۹', '999'],
    [-1000, '\u200e-۱٬۰۰۰', '-1,000'],
  ])('%d', (value, persian, latin) => {
    expect(formatNumber(value)).toBe(persian)
    expect(formatNumber(value, { digits: 'latin' })).toBe(latin)
  })
})

it('says bounds as they are read', () => {
  for (const qualifier of ['more_than', 'at_least', 'less_than', 'at_most', 'about'] as const) {
    const [mention] = findNumbers(`${formatQualifier(qualifier)} ۶۰۰ شغل`)
    expect(mention?.qualifier).toBe(qualifier)
  }
  expect(formatQualifier('exact')).toBe('')
})
