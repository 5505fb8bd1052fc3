import { describe, expect, it } from 'vitest'
import { isContradictedBy } from '../../src/facts/quote-check.ts'
import { quantityOf } from '../../src/facts/values.ts'

describe('a value beside its quote', () => {
  it.each([
    ['موفق شدیم ۳۷ واحد راکد را احیا کنیم', 37, 'واحد', false],
    ['موفق شدیم ۳۷ واحد راکد را احیا کنیم', 38, 'واحد', true],
    ['هدف ۲۵ واحد بود که موفق شدیم ۳۷ واحد را احیا کنیم', 25, 'واحد', false],
    ['بیش از هزار و ۲۰۰ میلیارد تومان تسهیلات داده شد', 1.2e12, 'تومان', false],
    ['بیش از هزار و ۲۰۰ میلیارد تومان تسهیلات داده شد', 1.2e9, 'تومان', true],
    ['چند واحد راکد احیا شد', 38, 'واحد', false],
  ])('«%s» and %d %s: contradicted %s', (quote, value, unit, contradicted) => {
    expect(isContradictedBy(quote, quantityOf(value, unit))).toBe(contradicted)
  })
})
