import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPeriod } from '../../src/persian/parse-period.ts'

const REFERENCE = '2021-05-01' // 11 Ordibehesht 1400

describe('readPeriod', () => {
  it.each([
    ['1399', '1399', 'stated'],
    ['۱۳۹۹', '1399', 'stated'],
    ['۱۳۹۹-H2', '1399-H2', 'stated'],
    ['1399-h2', '1399-H2', 'stated'],
    ['1395/1399', '1395/1399', 'stated'],
    ['../1400', '../1400', 'stated'],
    [' 1403-01/1403-06 ', '1403-H1', 'stated'],
    ['سال ۹۷', '1397', 'stated'],
    ['۹۷', '1397', 'stated'],
    ['سال نود و نه', '1399', 'stated'],
    ['۱۳۹۹/۰۷/۱۵', '1399-07-15', 'stated'],
    ['نیمه دوم ۱۳۹۹', '1399-H2', 'stated'],
    ['در سال ۱۳۹۸', '1398', 'stated'],
    ['نیمه دوم سال گذشته', '1399-H2', 'inferred'],
    ['پارسال', '1399', 'inferred'],
    ['امسال', '1400', 'inferred'],
    ['تاکنون', '../1400', 'inferred'],
    ['نیمه دوم', '1399-H2', 'inferred'],
  ])('%j is %s, %s', (text, period, basis) => {
    expect(readPeriod(text, REFERENCE)).toEqual({ period, basis })
    const alone = readPeriod(text, null)
    expect(alone).toEqual(basis === 'stated' ? { period, basis } : { error: 'needs-reference' })
  })

  it.each([
    ['', 'not-a-period'],
    ['قم', 'not-a-period'],
    ['۳۷ واحد', 'not-a-period'],
    ['۱۴۰۰ واحد', 'not-a-period'],
    ['سال ۱۳۹۸ و سال ۱۴۰۰ در قم', 'not-a-period'],
    ['سال ۹۸ قم', 'not-a-period'],
    ['سال‌های اخیر', 'not-a-period'],
    ['سال قبلش', 'needs-reference'],
    ['۳۱ مهر ۱۴۰۳', 'invalid'],
    ['۱۴۰۴/۱۲/۳۰', 'invalid'],
    ['سال ۱۴۴۶ قمری', 'invalid'],
  ])('%j is refused: %s', (text, error) => {
    expect(readPeriod(text, REFERENCE)).toEqual({ error })
  })

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        readPeriod(text, null)
        readPeriod(text, REFERENCE)
      }),
    )
  })

  it('tells the caller of a reference day that is none', () => {
    expect(() => readPeriod('پارسال', '1400/02/11')).toThrow(RangeError)
  })
})
