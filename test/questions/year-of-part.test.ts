import { describe, expect, it } from 'vitest'
import { key } from '../../src/persian/normalise.ts'
import { findPeriods } from '../../src/persian/periods.ts'
import { tokenise } from '../../src/persian/tokens.ts'
import { ApartPhraseFinder } from '../../src/questions/phrases-apart.ts'
import { recentYearsAt } from '../../src/questions/recent-years.ts'
import { withYearOfPart } from '../../src/questions/year-of-part.ts'

const TODAY = '2025-11-24'

describe('a part of a year beside another one', () => {
  it.each([
    ['نیمه دوم ۱۴۰۳ نسبت به نیمه اول', ['1403-H2', '1403-H1']],
    ['نیمه اول ۱۴۰۳ بیشتر بود یا نیمه دوم', ['1403-H1', '1403-H2']],
    ['شهریور ۱۴۰۲ نسبت به مرداد', ['1402-06', '1402-05']],
    // What is compared with came before.
    ['نیمه اول ۱۴۰۴ نسبت به نیمه دوم', ['1404-H1', '1403-H2']],
    ['سه‌ماهه دوم سال گذشته نسبت به سه‌ماهه اول', ['1403-Q2', '1403-Q1']],
  ])('%s', (text, periods) => {
    const found = withYearOfPart(findPeriods(tokenise(text), TODAY))
    expect(found.map(({ period }) => period)).toEqual(periods)
  })
})

describe('years counted from now', () => {
  it.each([
    ['این پنج سال', 0, '1399/1403'],
    ['همین سه سال', 0, '1401/1403'],
    ['دو سال آخر', 0, '1402/1403'],
    ['میانگین سه ساله', 1, '1401/1403'],
    ['بچه سه ساله', 1, null],
    ['چهار سال', 0, null],
    ['این سال', 0, null],
  ])('%s', (text, at, period) => {
    expect(recentYearsAt(tokenise(text), at, TODAY)?.period ?? null).toBe(period)
  })
})

describe('phrases that what is asked about divides', () => {
  const finder = new ApartPhraseFinder([
    { value: 'gap', first: ['فاصله', 'اختلاف'], last: ['تا هدف', 'با هدف'] },
  ])
  const spansOf = (text: string) =>
    finder.find(text.split(' ').map(key)).map(({ from, to, other }) => [from, to, other?.from])

  it.each([
    [
      'فاصله تولید گندم تا هدف',
      [
        [0, 1, 3],
        [3, 5, 0],
      ],
    ],
    [
      'اختلاف گندم با هدف',
      [
        [0, 1, 2],
        [2, 4, 0],
      ],
    ],
    ['تا هدف فاصله', []],
    ['فاصله تولید گندم', []],
  ])('%s', (text, spans) => {
    expect(spansOf(text)).toEqual(spans)
  })
})
