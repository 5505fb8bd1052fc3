import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPeriod } from '../../src/persian/period-format.ts'
import {
  canonicalPeriod,
  parsePeriod,
  periodSpan,
  requirePeriod,
  writePeriod,
} from '../../src/persian/period-notation.ts'
import {
  comparePeriods,
  periodContains,
  periodYear,
  precedingPeriod,
  previousPeriod,
  sameLengthShape,
} from '../../src/persian/period-relations.ts'

describe('the notation of periods', () => {
  it.each([
    ['1399', '2020-03-20', '2021-03-20', 'سال ۱۳۹۹', '۱۳۹۹'],
    ['1400', '2021-03-21', '2022-03-20', 'سال ۱۴۰۰', '۱۴۰۰'],
    ['1399-H1', '2020-03-20', '2020-09-21', 'نیمهٔ اول ۱۳۹۹', 'نیمهٔ اول ۱۳۹۹'],
    ['1399-H2', '2020-09-22', '2021-03-20', 'نیمهٔ دوم ۱۳۹۹', 'نیمهٔ دوم ۱۳۹۹'],
    ['1399-Q3', '2020-09-22', '2020-12-20', 'سه‌ماههٔ سوم ۱۳۹۹', 'سه‌ماههٔ سوم ۱۳۹۹'],
    ['1399-07', '2020-09-22', '2020-10-21', 'مهر ۱۳۹۹', 'مهر ۱۳۹۹'],
    ['1399-07-15', '2020-10-06', '2020-10-06', '۱۵ مهر ۱۳۹۹', '۱۵ مهر ۱۳۹۹'],
    ['1395/1399', '2016-03-20', '2021-03-20', 'از ۱۳۹۵ تا ۱۳۹۹', '۱۳۹۵ تا ۱۳۹۹'],
    ['1403-01/1403-09', '2024-03-20', '2024-12-20', 'نُه‌ماههٔ ۱۴۰۳', 'نُه‌ماههٔ ۱۴۰۳'],
    ['1404-05/1404-06', '2025-07-23', '2025-09-22', 'مرداد و شهریور ۱۴۰۴', 'مرداد و شهریور ۱۴۰۴'],
    ['1404-05/1404-08', '2025-07-23', '2025-11-21', 'مرداد تا آبان ۱۴۰۴', 'مرداد تا آبان ۱۴۰۴'],
    [
      '1402-07/1403-06',
      '2023-09-23',
      '2024-09-21',
      'از مهر ۱۴۰۲ تا شهریور ۱۴۰۳',
      'مهر ۱۴۰۲ تا شهریور ۱۴۰۳',
    ],
    [
      '1404-01-01/1404-09-03',
      '2025-03-21',
      '2025-11-24',
      'از ابتدای سال ۱۴۰۴ تا ۳ آذر ۱۴۰۴',
      '۱ فروردین تا ۳ آذر ۱۴۰۴',
    ],
    [
      '1403-09-03/1404-09-03',
      '2024-11-23',
      '2025-11-24',
      'از ۳ آذر ۱۴۰۳ تا ۳ آذر ۱۴۰۴',
      '۳ آذر ۱۴۰۳ تا ۳ آذر ۱۴۰۴',
    ],
    ['../1400', null, '2022-03-20', 'تا سال ۱۴۰۰ (تجمعی)', 'تا ۱۴۰۰'],
    ['../1400-06', null, '2021-09-22', 'تا شهریور ۱۴۰۰ (تجمعی)', 'تا شهریور ۱۴۰۰'],
  ])('%s runs from %s to %s: %s', (notation, firstDay, lastDay, full, short) => {
    expect(periodSpan(notation)).toEqual({ firstDay, lastDay })
    expect(writePeriod(requirePeriod(notation))).toBe(notation)
    expect(formatPeriod(notation)).toBe(full)
    expect(formatPeriod(notation, { style: 'short' })).toBe(short)
  })

  it.each([
    '',
    '99',
    '۱۳۹۹',
    '2021',
    '1399-H3',
    '1399-Q0',
    '1399-Q5',
    '1399-13',
    '1399-00',
    '1399-7',
    '1399-07-31',
    '1404-12-30',
    '1399/1395',
    '1399/1399',
    '1399/1400-06',
    '1399/..',
    '../',
    '../..',
    '1395/1396/1397',
    ' 1399',
    '1399-h2',
  ])('%j is none', (notation) => {
    expect(parsePeriod(notation)).toBeNull()
    expect(() => formatPeriod(notation)).toThrow(RangeError)
    expect(() => periodSpan(notation)).toThrow(RangeError)
  })

  it.each([
    ['1403-01/1403-06', '1403-H1'],
    ['1403-07/1403-12', '1403-H2'],
    ['1403-04/1403-06', '1403-Q2'],
    ['1403-01/1403-12', '1403'],
    ['1402-01/1403-12', '1402/1403'],
    ['1403-Q1/1403-Q3', '1403-01/1403-09'],
    ['1403-01/1403-09', '1403-01/1403-09'],
    ['1403-01-01/1403-12-30', '1403-01-01/1403-12-30'],
    ['../1400', '../1400'],
  ])('%s is told shortest as %s', (notation, shortest) => {
    expect(writePeriod(canonicalPeriod(requirePeriod(notation)))).toBe(shortest)
  })

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9HQ./-]{0,14}$/)), (text) => {
        const period = parsePeriod(text)
        if (period !== null) expect(writePeriod(period)).toBe(text)
      }),
    )
  })
})

describe('how periods relate', () => {
  it('sorts by last day, the more particular later', () => {
    const mixed = ['1400', '1399-Q4', '../1399', '1399', '1399-12', '1398', '1395/1399', '1399-H2']
    expect(mixed.sort(comparePeriods)).toEqual([
      '1398',
      '../1399',
      '1395/1399',
      '1399',
      '1399-H2',
      '1399-Q4',
      '1399-12',
      '1400',
    ])
    expect(comparePeriods('1403-01/1403-06', '1403-H1')).toBe(0)
  })

  it.each([
    ['1399', 1, '1398'],
    ['1399', 2, '1397'],
    ['1399', -1, '1400'],
    ['1399-H2', 1, '1398-H2'],
    ['1399-07', 1, '1398-07'],
    ['1403-12-30', 1, '1402-12-29'],
    ['1395/1399', 1, '1394/1398'],
    ['1403-01/1403-09', 1, '1402-01/1402-09'],
    ['../1400', 1, '../1399'],
  ])('%s, %i years before: %s', (notation, years, before) => {
    expect(previousPeriod(notation, years)).toBe(before)
  })

  it.each([
    ['1399', '1398'],
    ['1400-H1', '1399-H2'],
    ['1399-Q1', '1398-Q4'],
    ['1399-01', '1398-12'],
    ['1395/1399', '1390/1394'],
    ['1403-07/1403-12', '1403-01/1403-06'],
    ['1403-07-15', '1402-07-15'],
  ])('just before %s came %s', (notation, before) => {
    expect(precedingPeriod(notation)).toBe(before)
  })

  it.each([
    ['1399', '1399-H2', true],
    ['1399-H1', '1399-Q2', true],
    ['1399-H1', '1399-Q3', false],
    ['1395/1399', '1399', true],
    ['1399', '1395/1399', false],
    ['../1400', '1399', true],
    ['../1400', '../1399', true],
    ['1399', '../1399', false],
    ['1399', '1399', true],
  ])('%s contains %s: %s', (outer, inner, expected) => {
    expect(periodContains(outer, inner)).toBe(expected)
  })

  it.each([
    ['1399', '1400', true],
    ['1399', '1403', true],
    ['1399', '1399-H1', false],
    ['1399-H1', '1398-H2', true],
    ['1403-01/1403-09', '1402-01/1402-09', true],
    ['1403-01/1403-06', '1403-H1', true],
    ['1403-01/1403-09', '1403', false],
    ['../1399', '../1400', true],
    ['../1399', '1400', false],
  ])('%s and %s may stand side by side: %s', (a, b, expected) => {
    expect(sameLengthShape(a, b)).toBe(expected)
  })

  it('knows the year of a period', () => {
    expect(['1399', '1399-H2', '1395/1399', '../1400-06'].map(periodYear)).toEqual([
      1399, 1399, 1399, 1400,
    ])
  })
})
