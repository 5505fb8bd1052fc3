import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Store } from '../../src/facts/open.ts'
import { type Chat, chatOn, suite as describe, storeWith } from './store-for-tests.ts'

const row = (period: string, value: string, qualifier: string) => ({
  ...{ indicator: 'تولید گندم', place: 'یزد', period, value, unit: 'تن', qualifier },
  ...{ source_title: 'گزارش سالانه', source_publisher: 'ایرنا' },
})

let store: Store
let chat: Chat

beforeAll(async () => {
  store = await storeWith([
    row('1397', '80000', 'exact'),
    row('1398', '100000', 'more_than'),
    row('1399', '150000', 'more_than'),
  ])
  chat = chatOn(store)
})
afterAll(() => store.close())

const OPEN = 'حاصل می‌تواند کمتر یا بیشتر از این باشد'

describe('what two bounds of one direction make', () => {
  it('is said to be open on both sides', async () => {
    const { text } = await chat.ask('رشد تولید گندم یزد در ۱۳۹۹ نسبت به ۱۳۹۸')
    expect(text).toContain('حدود ۵۰ درصد افزایش')
    expect(text).toContain(OPEN)
  })

  it('and that of one bound goes one way', async () => {
    const { text } = await chat.ask('رشد تولید گندم یزد در ۱۳۹۸ نسبت به ۱۳۹۷')
    expect(text).toContain('بیش از ۲۵ درصد افزایش')
    expect(text).not.toContain(OPEN)
  })
})
