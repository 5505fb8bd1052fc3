import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Store } from '../../src/facts/open.ts'
import { type Chat, chatOn, suite as describe, type Row, storeWith } from './store-for-tests.ts'

const row = (indicator: string, value: string, unit: string): Row => ({
  ...{ indicator, place: 'یزد', period: '1403', value, unit, source_title: 'گزارش سالانه' },
})

let store: Store
let chat: Chat

beforeAll(async () => {
  store = await storeWith([
    row('تولید ماهی قزل‌آلا', '27', 'تن'),
    row('جمعیت دام سبک', '4100', 'رأس'),
    row('صادرات فرش دستباف', '8', 'میلیون دلار'),
    row('هتل‌های فعال', '113', 'هتل'),
    row('سطح سوخته جنگل و مرتع', '140', 'هکتار'),
    row('آسفالت راه‌های روستایی', '210', 'کیلومتر'),
    row('تاکسی‌های نوسازی‌شده', '320', 'دستگاه'),
    row('بازدیدکنندگان موزه‌ها', '9100', 'نفر'),
    row('تولید گندم', '700', 'تن'),
    row('خرید تضمینی گندم', '400', 'تن'),
    row('تولید تراکتور', '5100', 'دستگاه'),
  ])
  chat = chatOn(store)
})
afterAll(() => store.close())

describe('of a name only what its other words imply is not said', () => {
  it.each([
    ['تولید قزل‌آلای یزد ۱۴۰۳', 27],
    ['دام سبک یزد ۱۴۰۳', 4100],
    ['تراکتور یزد در ۱۴۰۳', 5100],
  ])('%s is %d', async (question, value) => {
    const { status, figures } = await chat.ask(question)
    expect({ status, values: figures.map((one) => one.value) }).toEqual({
      status: 'answered',
      values: [value],
    })
  })
})

describe('what is not said tells which part was counted, what of it, or what became of it', () => {
  it.each([
    'جمعیت دام یزد ۱۴۰۳ چند رأس است؟',
    'صادرات فرش یزد ۱۴۰۳ چقدره؟',
    'یزد چندتا هتل داره؟',
    'جنگل و مرتع یزد ۱۴۰۳ چند هکتار است؟',
    'راه‌های روستایی یزد چند کیلومتر است؟',
    'یزد چندتا تاکسی داره؟',
    'یزد چندتا موزه داره؟',
    'چند هتل در یزد ساخته شد؟',
    'چند تراکتور در یزد هست؟',
    'تعداد تراکتورهای یزد',
  ])('%s is not answered with it', async (question) => {
    expect((await chat.ask(question)).figures).toEqual([])
  })
})

describe('the few things that may be meant', () => {
  it.each([
    ['یزد چندتا هتل داره؟', [['هتل‌های فعال', 113]]],
    [
      'گندم یزد ۱۴۰۳',
      [
        ['تولید گندم', 700],
        ['خرید تضمینی گندم', 400],
      ],
    ],
  ])(
    'are shown with their figures at once, each under its own name: %s',
    async (question, shown) => {
      const { status, figures, nearby } = await chat.ask(question)
      expect({ status, figures }).toEqual({ status: 'choices', figures: [] })
      expect(nearby.map(({ indicator, value }) => [indicator, value])).toEqual(shown)
    },
  )
})
