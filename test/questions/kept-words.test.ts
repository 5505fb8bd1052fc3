import { describe, expect, it } from 'vitest'
import { outcomeOf, understand } from './vocabulary-for-tests.ts'

describe('words typed as one', () => {
  it.each([
    ['a name and a place', 'تولیدگندمیزد ۱۴۰۰', { indicator: 'تولید گندم', place: 'یزد' }],
    ['half of a place', 'نرخ بیکاریخراسان جنوبی', { place: 'خراسان جنوبی' }],
    ['«شد» behind «چقدر»', 'تولید گندم یزدچقدرشد', { kind: 'actual', place: 'یزد' }],
    ['a compound of ours', 'هدفگذاری تولید گندم یزد ۱۴۰۰', { kind: 'target' }],
    ['a compound of two', 'تولید گندم پیشبینیشده یزد ۱۴۰۰', { kind: 'forecast' }],
  ])('%s: %s', (_, text, expected) => {
    expect(outcomeOf(text)).toMatchObject(expected)
  })

  it.each([
    ['another crop', 'تولیدذرت یزد ۱۴۰۰'],
    ['the contrary of what is held', 'صادراتکالا یزد'],
    ['another animal', 'تولیدشیرشتریزد'],
    ['what was not', 'تسهیلات پرداختنشده یزد'],
    ['what was not, glued to its noun', 'چقدر گندمتولیدنشد یزد'],
    ['a verb of ours and no preposition', 'تولید گندم بهیزدبرگشتند'],
    ['overdue, not approved', 'تسهیلاتمعوقیزد'],
  ])('is never taken for what is near: %s, «%s»', (_, text) => {
    expect(understand(text).status).not.toBe('understood')
  })
})

it('hears no «شده» where a slip may hide «نشده»', () => {
  expect(understand('تسهیلات پرداخت‌تشده یزد').status).not.toBe('understood')
})
