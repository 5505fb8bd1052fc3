import { describe, expect, it } from 'vitest'
import { findPeriodsInText } from '../../src/persian/periods.ts'

const TODAY = '2025-11-24'
const periods = (text: string) => findPeriodsInText(text, TODAY).map(({ period }) => period)

describe('from the beginning on', () => {
  it.each([
    ['از ابتدا تاکنون', '../1404'],
    ['از ابتدا تا کنون', '../1404'],
    ['از آغاز تا امروز', '../1404'],
    ['از بدو تأسیس تاکنون', '../1404'],
    ['از ابتدای فعالیت تا پایان سال ۱۴۰۳', '../1403'],
    ['از زمان شروع طرح تا سال ۱۴۰۲', '../1402'],
    ['از ابتدای سال تاکنون', '1404-01-01/1404-09-03'],
  ])('%s', (text, expected) => {
    expect(periods(text)).toEqual([expected])
  })

  it('from the beginning of something else on is not known', () => {
    expect(periods('از ابتدای دولت تا پایان ۱۴۰۳')).not.toContain('../1403')
  })
})

describe('what ends with a month', () => {
  it.each([
    ['سال منتهی به اسفند ۱۴۰۲', '1402'],
    ['سال مالی منتهی به ۲۹ اسفند ۱۴۰۲', '1402'],
    ['سال مالی منتهی به پایان اسفندماه ۱۴۰۲', '1402'],
    ['سال مالی منتهی به ۱۴۰۲/۱۲/۲۹', '1402'],
    ['شش ماهه منتهی به شهریور ۱۴۰۳', '1403-H1'],
    ['دوازده ماهه منتهی به خرداد ۱۴۰۳', '1402-04/1403-03'],
    ['سه ماه منتهی به آذر ۱۴۰۳', '1403-Q3'],
  ])('%s', (text, expected) => {
    expect(periods(text)).toEqual([expected])
  })
})

it('«سالی که گذشت» is last year', () => {
  expect(periods('در سالی که گذشت')).toEqual(['1403'])
})
