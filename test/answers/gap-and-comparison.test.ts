import { afterAll, expect, it } from 'vitest'
import { brief, chatOn, type Row, storeWith, suite } from './store-for-tests.ts'

const row = (
  indicator: string,
  place: string,
  period: string,
  value: string,
  unit: string,
  rest: Row = {},
): Row => ({
  ...{ indicator, place, period, value, unit, source_title: 'گزارش' },
  ...rest,
})

const store = await storeWith([
  row('تولید گندم', 'یزد', '1399', '65', 'تن'),
  row('تولید گندم', 'یزد', '1399', '80', 'تن', { kind: 'target' }),
  row('نرخ بیکاری', 'یزد', '1398', '10', 'درصد'),
  row('نرخ بیکاری', 'یزد', '1399', '9.5', 'درصد'),
  row('نرخ بیکاری', 'یزد', '1399', '9', 'درصد', { kind: 'target' }),
  row('تولید گندم', 'کرمان', '1399', '100', 'تن'),
  row('تولید گندم', 'یزد', '1399-H2', '30', 'تن'),
  row('تولید گندم', 'کرمان', '1399-H2', '40', 'تن'),
])
const chat = chatOn(store)
afterAll(() => store.close())

suite('a distance from the target is told in what was asked for', () => {
  it.each([
    ['تولید گندم یزد ۱۳۹۹ چقدر با هدف فاصله داشت؟', '-15 تن'],
    ['تولید گندم یزد ۱۳۹۹ چند درصد با هدف فاصله داشت؟', '-18.75 درصد'],
    ['نرخ بیکاری یزد ۱۳۹۹ چند درصد با هدف فاصله داشت؟', '0.5 درصد'],
  ])('%s', async (question, due) => {
    const { status, figures } = await chat.ask(question)
    expect([status, figures[0] && `${figures[0].value} ${figures[0].unit}`]).toEqual([
      'answered',
      due,
    ])
  })
})

it('a rate changes by points', async () => {
  const { text, figures } = await chat.ask('نرخ بیکاری یزد ۱۳۹۹ نسبت به ۱۳۹۸ چقدر تغییر کرد؟')
  expect(figures[0]?.value).toBe(-0.5)
  expect(text).toContain('۰٫۵ واحد درصد')
})

it('two places without a period are compared in their last year rather than its half', async () => {
  const { figures } = await chat.ask('مقایسه تولید گندم یزد و کرمان')
  expect(figures.map(brief)).toEqual(['65 تن یزد 1399', '100 تن کرمان 1399'])
})
