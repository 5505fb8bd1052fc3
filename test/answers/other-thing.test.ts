import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Store } from '../../src/facts/open.ts'
import { type Chat, chatOn, suite as describe, type Row, storeWith } from './store-for-tests.ts'

const row = (indicator: string, value: string, unit: string, rest: Row = {}): Row => ({
  ...{ indicator, place: 'یزد', period: '1403', value, unit, source_title: 'گزارش', ...rest },
})

let store: Store
let chat: Chat

beforeAll(async () => {
  store = await storeWith([
    row('معادن فعال', '401', 'معدن'),
    row('معادن فعال', '380', 'معدن', { period: '1402' }),
    row('معادن فعال', '6.2', 'درصد', { measure: 'share' }),
    row('تولید سیب', '50', 'تن'),
    row('تولید سیب', '36', 'درصد', { measure: 'share' }),
    row('تولید فولاد خام', '900', 'تن'),
    row('ظرفیت تولید سیمان', '70', 'تن'),
    row('ظرفیت تولید سیمان', '60', 'تن', { period: '1402' }),
    row('میزان بارندگی', '51', 'میلی‌متر'),
    row('مسکن روستایی مقاوم‌سازی‌شده', '8110', 'واحد'),
    row('مسکن روستایی مقاوم‌سازی‌شده', '141000', 'واحد', { period: '../1403' }),
    row('اشتغال ایجادشده', '17', 'نفر'),
    row('جذب سرمایه', '610', 'دلار', { period: '1400/1403' }),
    row('جذب سرمایه', '149', 'دلار', { period: '1401' }),
    row('جذب سرمایه', '170', 'دلار', { period: '1402' }),
    row('تولید تایر', '51', 'تن'),
    row('تولید تایر', '56', 'تن', { kind: 'target' }),
  ])
  chat = chatOn(store)
})
afterAll(() => store.close())

const valuesOf = async (question: string) =>
  (await chat.ask(question)).figures.map(({ value }) => value)

describe('words that are known one by one and ask for another thing', () => {
  it.each([
    ['a part of what the province has', 'چند درصد از معادن یزد فعال است؟'],
    ['a part of what the province has', 'سهم سیب در باغات یزد ۱۴۰۳'],
    ['a part of what the province has', 'سهم معادن فعال از کل معادن یزد ۱۴۰۳'],
    ['how many became so', 'معادن فعال شده یزد در ۱۴۰۳'],
    ['what is made of it', 'تولید محصولات فولادی یزد'],
    ['times, and no millimetres', 'بارندگی یزد در چند روز ۱۴۰۳'],
    ['years that nobody here knows', 'تولید سیب یزد در دولت قبل'],
    ['a sum of what is there at one time', 'مجموع معادن فعال یزد از ۱۴۰۲ تا ۱۴۰۳'],
    ['a sum of what is there at one time', 'مجموع ظرفیت تولید سیمان یزد از ۱۴۰۲ تا ۱۴۰۳'],
    ['all until then, of which one year is held', 'مجموع اشتغال ایجادشده یزد تا پایان ۱۴۰۳'],
  ])('%s: %s', async (_, question) => {
    expect(await valuesOf(question)).toEqual([])
  })

  it.each([
    ['سهم یزد از معادن فعال کشور', [6.2]],
    ['چند درصد سیب کشور مال یزد است؟', [36]],
    ['سهم یزد در تولید سیب', [36]],
    ['محصول سیب یزد در ۱۴۰۳', [50]],
    ['مجموع مسکن روستایی مقاوم‌سازی‌شده یزد تا پایان ۱۴۰۳', [141000]],
    ['تا آخر ۱۴۰۳ چند واحد مسکن روستایی در یزد مقاوم‌سازی شده؟', [141000]],
    ['مسکن روستایی مقاوم‌سازی‌شده یزد در ۱۴۰۳', [8110]],
    ['اشتغال ایجادشده یزد تا پایان ۱۴۰۳', [17]],
    ['از ۱۴۰۰ تا ۱۴۰۳ چقدر سرمایه در یزد جذب شد؟', [610]],
    ['مجموع جذب سرمایه یزد از ۱۴۰۰ تا ۱۴۰۳', [610]],
    ['یزد چقدر از هدف تولید تایر ۱۴۰۳ عقب ماند؟', [-5]],
    ['یزد به هدف تولید تایر ۱۴۰۳ رسید؟', [91.0714285714]],
  ])('%s is %j', async (question, values) => {
    expect(await valuesOf(question)).toEqual(values)
  })
})
