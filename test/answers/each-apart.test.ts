import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Store } from '../../src/facts/open.ts'
import { type Chat, chatOn, suite as describe, type Row, storeWith } from './store-for-tests.ts'

const row = (place: string, period: string, value: string, rest: Row = {}): Row => ({
  ...{ indicator: 'تولید گندم', place, period, value, unit: 'تن', source_title: 'گزارش' },
  ...rest,
})

let store: Store
let chat: Chat

beforeAll(async () => {
  store = await storeWith([
    row('کرمان', '1402', '100'),
    row('کرمان', '1403', '150'),
    row('قم', '1402', '200'),
    row('قم', '1403', '220'),
    row('قم', '1403', '250', { kind: 'target' }),
    row('اصفهان', '1403', '10', { kind: 'target' }),
    row('یزد', '1403', '10'),
    row('کل کشور', '1403', '1100'),
  ])
  chat = chatOn(store)
})
afterAll(() => store.close())

const valuesOf = async (question: string) =>
  (await chat.ask(question)).figures.map(({ value, place, unit }) => `${place} ${value} ${unit}`)

describe('what is told of one place at a time', () => {
  it.each([
    ['رشد تولید گندم کرمان و قم در ۱۴۰۳', ['کرمان 50 درصد', 'قم 10 درصد']],
    ['سهم کرمان و قم از تولید گندم کشور', ['کرمان 13.6363636364 درصد', 'قم 20 درصد']],
    ['رتبه کرمان و قم در تولید گندم', ['کرمان 2 رتبه', 'قم 1 رتبه']],
  ])('%s is answered for each', async (question, expected) => {
    expect(await valuesOf(question)).toEqual(expected)
  })

  it('never sets what one place did against the target of another', async () => {
    expect(await valuesOf('درصد تحقق هدف تولید گندم کرمان و اصفهان در ۱۴۰۳')).toEqual([])
    expect(await valuesOf('درصد تحقق هدف تولید گندم کرمان و قم در ۱۴۰۳')).toEqual(['قم 88 درصد'])
  })
})

describe('how many times', () => {
  it.each([
    ['تولید گندم قم در ۱۴۰۲ چند برابر کرمان بود؟', ['قم 2 برابر']],
    ['تولید گندم ایران ۱۴۰۳ چند برابر قم است؟', ['ایران 5 برابر']],
    ['تولید گندم کرمان در ۱۴۰۳ چند برابر ۱۴۰۲ شد؟', ['کرمان 1.5 برابر']],
    ['قم در ۱۴۰۳ چند برابر هدفش گندم تولید کرد؟', ['قم 88 درصد']],
  ])('%s is %j', async (question, expected) => {
    expect(await valuesOf(question)).toEqual(expected)
  })
})

describe('how much over a stretch of years', () => {
  it('is the sum as well, which a trend is not', async () => {
    const { figures, nearby, text } = await chat.ask('از ۱۴۰۲ تا ۱۴۰۳ چقدر گندم در کرمان تولید شد؟')
    expect(figures.map(({ value }) => value)).toEqual([100, 150])
    expect(nearby.map(({ value }) => value)).toEqual([250])
    expect(text).toContain('مجموع: ۲۵۰ تن (۱۰۰ + ۱۵۰)')
    expect((await chat.ask('روند تولید گندم کرمان از ۱۴۰۲ تا ۱۴۰۳')).text).not.toContain('مجموع')
  })
})
