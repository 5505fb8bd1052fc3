import { afterAll, expect, it } from 'vitest'
import { chatOn, type Row, storeWith, suite } from './store-for-tests.ts'

const text = (indicator: string, place: string, statement: string, unit = 'گزاره'): Row => ({
  ...{ indicator, place, period: '1399', value: '', unit, statement },
  ...{ source_title: 'گزارش', quote: statement },
})
const amount = (indicator: string, place: string, value: string, unit: string): Row => ({
  ...{ indicator, place, period: '1399', value, unit, source_title: 'گزارش' },
})

const store = await storeWith([
  text('موانع صادرات', 'یزد', 'مهم‌ترین موانع صادرات: تعرفه و حمل‌ونقل'),
  text('برنامه‌های ستاد رفع موانع صادرات', 'یزد', 'گشایش پایانهٔ تازه'),
  amount('طرح‌های نیمه‌تمام', 'یزد', '40', 'طرح'),
  text('طرح‌های نیمه‌تمام', 'یزد', 'مهم‌ترین مانع تکمیل طرح‌ها کمبود اعتبار است', 'طرح'),
  amount('صادرات غیرنفتی', 'یزد', '900', 'دلار'),
  text('صادرات غیرنفتی', 'یزد', 'مقصد اصلی صادرات بازار عراق است', 'دلار'),
  amount('صادرات غیرنفتی', 'کرمان', '800', 'دلار'),
  text('صادرات غیرنفتی', 'کرمان', 'عمده صادرات پسته و مس است', 'دلار'),
])
const chat = chatOn(store)
afterAll(() => store.close())

/** The texts that an answer states, or its status where it states none. */
async function told(question: string): Promise<string> {
  const { status, figures } = await chat.ask(question)
  return figures.map(({ statement, value }) => statement ?? `${value}`).join(' | ') || status
}

suite('a text answers what it says itself', () => {
  it.each([
    ['علت تکمیل نشدن طرح‌های نیمه‌تمام یزد', /کمبود اعتبار/],
    ['چه چیزی مانع تکمیل طرح‌های نیمه‌تمام یزد است؟', /کمبود اعتبار/],
    ['چرا طرح‌های نیمه‌تمام یزد تموم نمیشن؟', /کمبود اعتبار/],
    ['موانع اصلی صادرات یزد را نام ببرید', /تعرفه/],
    ['صادرکنندگان یزد با چه موانعی در صادرات روبه‌رو هستند؟', /تعرفه/],
    ['مقصد صادرات غیرنفتی یزد کدام کشور است؟', /عراق/],
    ['مشتری اصلی صادرات غیرنفتی یزد کیه؟', /عراق/],
    ['اقلام عمده صادراتی کرمان را نام ببرید', /پسته/],
    ['کرمان چی صادر می‌کنه؟', /پسته/],
  ])('%s', async (question, due) => {
    expect(await told(question)).toMatch(due)
  })

  it.each([
    // Of another subject, another topic, another place or another year.
    'علت رکود معادن یزد چیست؟',
    'مقصد صادرات غیرنفتی کرمان کجاست؟',
    'اقلام عمده صادراتی یزد کدامند؟',
    'موانع تولید یزد چیست؟',
    'چرا طرح‌های نیمه‌تمام کرمان تموم نمیشن؟',
    'مقصد صادرات غیرنفتی یزد در ۱۳۹۷ کجا بود؟',
  ])('and nothing else: %s', async (question) => {
    expect((await chat.ask(question)).figures).toEqual([])
  })

  it('never lets an amount stand for what is made or sold', async () => {
    expect(await told('طرح‌های نیمه‌تمام یزد چی تولید می‌کنن؟')).toBe('not_found')
    expect(await told('طرح‌های نیمه‌تمام یزد چند طرح بود؟')).toMatch(/^40/)
  })
})
