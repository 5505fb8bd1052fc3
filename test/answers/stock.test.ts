import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Store } from '../../src/facts/open.ts'
import {
  type Chat,
  chatOn,
  suite as describe,
  type Row,
  stated,
  storeWith,
} from './store-for-tests.ts'

const row = (
  indicator: string,
  period: string,
  value: string,
  unit: string,
  rest: Row = {},
): Row => ({
  ...{ indicator, place: 'یزد', period, value, unit, source_title: 'گزارش سالانه', ...rest },
})

const ROWS = [
  row('تعداد هتل‌ها', '1398', '40', 'هتل'),
  row('تعداد هتل‌ها', '1399', '44', 'هتل'),
  row('تعداد گردشگران خارجی', '1398', '900', 'نفر'),
  row('تعداد گردشگران خارجی', '1399', '1100', 'نفر'),
  row('تولید شیر', '1399', '500', 'تن'),
  row('تولید شیر', '1400', '600', 'تن', { kind: 'target' }),
]

let store: Store
let chat: Chat

beforeAll(async () => {
  store = await storeWith(ROWS)
  chat = chatOn(store)
})
afterAll(() => store.close())

describe('over years', () => {
  it('what comes about in a year may be added', async () => {
    const { figures } = await chat.ask('مجموع گردشگران خارجی یزد از ۱۳۹۸ تا ۱۳۹۹')
    expect(figures.map(({ value }) => value)).toEqual([2000])
  })

  it('what is there at one time may not', async () => {
    const { status, text } = await chat.ask('مجموع تعداد هتل‌های یزد از ۱۳۹۸ تا ۱۳۹۹')
    expect(status).toBe('not_found')
    expect(text).toContain('موجودی یک زمان')
  })
})

describe('a target where nobody asked for one', () => {
  it('is near, and no answer', async () => {
    const { status, figures, nearby } = await chat.ask('تولید شیر یزد در ۱۴۰۰ چقدر است؟')
    expect({ status, figures }).toEqual({ status: 'not_found', figures: [] })
    expect(nearby.map(({ value }) => value)).toContain(600)
  })

  it('answers what looks ahead', async () => {
    expect(stated(await chat.ask('تولید شیر یزد در ۱۴۰۰ چقدر می‌شود؟')).figures).toEqual([
      '600 تن یزد 1400 target',
    ])
  })
})
