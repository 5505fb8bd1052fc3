import { describe, expect, it } from 'vitest'
import { key } from '../../src/persian/normalise.ts'
import { letterFrames } from '../../src/questions/letter-frames.ts'
import { outcomeOf, understand } from './vocabulary-for-tests.ts'

const spans = (text: string) => letterFrames(text.split(' ').map(key))

describe('what a letter stands in', () => {
  it.each([
    ['عطف به نامه استانداری تولید گندم', [[0, 4]]],
    ['در اجرای مفاد مکاتبه قبلی تولید گندم', [[0, 5]]],
    ['با عنایت به در پیش بودن جلسه شورای برنامه‌ریزی'.replace('\u200c', ' '), [[0, 10]]],
    ['جهت درج در گزارش عملکرد استاندار محترم تعداد', [[0, 7]]],
    ['پیرو نامه شماره ۱۲۳ مورخ ۱۴۰۴ تولید گندم ۱۳۹۹', [[0, 6]]],
    ['مدیرکل محترم راه و شهرسازی طول', [[0, 5]]],
    ['در راستای رفع موانع تولید چند جلسه', [[0, 5]]],
    ['برای این اداره کل ارسال گردد', [[1, 4]]],
    ['در اختیار این معاونت قرار گیرد', [[0, 6]]],
    [
      'چنانچه آماری از تولید گندم در اختیار دارید',
      [
        [0, 3],
        [5, 8],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(spans(text)).toEqual(expected.map(([from, to]) => ({ from, to })))
  })

  it.each([
    'با توجه به سهم بانوان',
    'در اجرای طرح',
    'برای تکمیل',
    'این استان',
    'مدیرکل راه',
    'تولید مدیرکل محترم',
    'در اختیار واحدهای تولیدی قرار گرفت',
    'تسهیلات در راستای جهش تولید',
    'چنانچه باران ببارد',
    'چنانچه آماری دارید',
  ])('%s may restrict', (text) => {
    expect(spans(text)).toEqual([])
  })
})

const WHEAT = { indicator: 'تولید گندم', place: 'یزد', period: '1399' }

describe('a question in a letter', () => {
  it.each([
    'عطف به نامه شماره ۱۲/۳۴۵ مورخ ۱۴۰۴/۰۸/۱۲، تولید گندم یزد ۱۳۹۹ را اعلام فرمایید',
    'با عنایت به برگزاری جلسه شورای اداری، میزان تولید گندم یزد ۱۳۹۹ مورد نیاز است',
    'جهت استحضار مقام عالی استاندار تولید گندم یزد در ۱۳۹۹ به این معاونت منعکس گردد',
    'چنانچه آماری از تولید گندم یزد در سال ۱۳۹۹ در اختیار دارید اعلام فرمایید',
    'معاونت محترم هماهنگی امور اقتصادی؛ تولید گندم یزد در ۱۳۹۹ را اعلام فرمایید',
    'در پاسخ به استعلام آن اداره کل، تولید گندم یزد در ۱۳۹۹ چقدر است',
    'رقمی که برای تولید گندم یزد در سال ۱۳۹۹ اعلام گردیده',
    'تولید گندم در گستره استان یزد در ۱۳۹۹ به ثبت رسیده است',
  ])('%s', (text) => {
    expect(outcomeOf(text)).toEqual(WHEAT)
  })

  it.each([
    'با توجه به سهم بانوان تولید گندم یزد ۱۳۹۹',
    'چنانچه آماری از تولید گندم دیم یزد در سال ۱۳۹۹ در اختیار دارید',
    'تولید گندم یزد ۱۳۹۹ در راستای طرح خودکفایی',
  ])('%s is not answered', (text) => {
    expect(understand(text).status).not.toBe('understood')
  })
})

describe('«are» behind a noun', () => {
  it.each([
    ['واحدهایی که در قم راکدند', 'راکدند'],
    ['گندم یزد چند تن‌اند', 'تن‌اند'],
  ])('%s', (text, word) => {
    const found = understand(text)
    expect(found.status === 'unexplained' ? found.words : []).not.toContain(word)
  })
})

describe('what was done, and the share of a target', () => {
  it.each([
    ['تولید گندم یزد در ۱۳۹۹ به چه میزان تحقق یافته است', 'value'],
    ['در ۱۳۹۹ چند تن تولید گندم در یزد تحقق پیدا کرد', 'value'],
    ['هدف تولید گندم یزد در ۱۳۹۹ به چه میزان تحقق یافته است', 'achieved'],
    ['تولید گندم یزد در ۱۳۹۹ چند درصد تحقق یافته است', 'achieved'],
    ['تولید گندم یزد در ۱۳۹۹ تا چه حد تحقق یافته است', 'achieved'],
    ['تحقق تولید گندم یزد در ۱۳۹۹', 'achieved'],
  ])('%s: %s', (text, aspect) => {
    const found = understand(text)
    expect(found.status === 'understood' ? found.reading.question.aspect : found.status).toBe(
      aspect,
    )
  })

  it.each([
    'هدف مصوب',
    'برنامه مصوب',
    'برنامه ابلاغی سالانه',
    'هدف تعیین‌شده',
    'هدف کمی ابلاغی',
    'سهمیه تعیین‌شده',
  ])('%s', (target) => {
    expect(understand(`${target} تولید گندم یزد در ۱۳۹۹`)).toMatchObject({
      reading: { question: { kind: { value: 'target' } } },
    })
  })
})
