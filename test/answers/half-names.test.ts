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
    row('هدررفت آب شبکه شهری', '27', 'درصد'),
    row('صادرات فرش دستباف', '8', 'میلیون دلار'),
    row('هتل‌های فعال', '113', 'هتل'),
    row('سطح سوخته جنگل و مرتع', '140', 'هکتار'),
    row('آسفالت راه‌های روستایی', '210', 'کیلومتر'),
    row('تاکسی‌های نوسازی‌شده', '320', 'دستگاه'),
    row('بازدیدکنندگان موزه‌ها', '9100', 'نفر'),
  ])
  chat = chatOn(store)
})
afterAll(() => store.close())

describe('of a name only a word that tells the kind is not said', () => {
  it.each([
    ['هدررفت آب شهری یزد ۱۴۰۳', 27],
    ['صادرات فرش یزد ۱۴۰۳ چقدره؟', 8_000_000],
    ['یزد چندتا هتل داره؟', 113],
  ])('%s is %d', async (question, value) => {
    const { status, figures } = await chat.ask(question)
    expect({ status, values: figures.map((one) => one.value) }).toEqual({
      status: 'answered',
      values: [value],
    })
  })
})

describe('what is not said tells what was counted, or what became of it', () => {
  it.each([
    'جنگل و مرتع یزد ۱۴۰۳ چند هکتار است؟',
    'راه‌های روستایی یزد چند کیلومتر است؟',
    'یزد چندتا تاکسی داره؟',
    'یزد چندتا موزه داره؟',
    'چند هتل در یزد ساخته شد؟',
  ])('%s is not answered with it', async (question) => {
    expect((await chat.ask(question)).figures).toEqual([])
  })
})
