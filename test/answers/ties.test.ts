import { beforeAll, describe, expect, it } from 'vitest'
import { type Chat, chatOn, type Row, stated, storeWith } from './store-for-tests.ts'

const row = (place: string, period: string, value: string, rest: Row = {}): Row => ({
  indicator: 'تولید گندم',
  place,
  period,
  value,
  unit: 'تن',
  source_title: 'آمارنامه',
  source_publisher: 'جهاد کشاورزی',
  ...rest,
})

const loans = (place: string, period: string, value: string): Row =>
  row(place, period, value, { indicator: 'تسهیلات پرداختی بانک‌ها', unit: 'میلیارد تومان' })

let chat: Chat

beforeAll(async () => {
  chat = chatOn(
    await storeWith([
      ...['1397', '1399'].map((year) => row('یزد', year, '200')),
      row('یزد', '1398', '100'),
      row('کرمان', '1398', '50'),
      row('کرمان', '1399', '100'),
      row('قم', '1398', '40'),
      row('قم', '1399', '44'),
      row('قم', '1397', '40', { source_publisher: 'استانداری' }),
      row('قم', '1397', '60', { source_publisher: 'ایرنا', source_title: 'خبر' }),
      loans('یزد', '1398', '10'),
      loans('یزد', '1399', '30'),
      loans('قم', '1398', '20'),
      loans('قم', '1399', '50'),
    ]),
  )
})

describe('those that share the best value are all named', () => {
  it.each([
    ['در کدام سال بیشترین تولید گندم یزد بود', ['200 تن یزد 1399', '200 تن یزد 1397']],
    [
      'کدام استان بیشترین رشد تولید گندم را در ۱۳۹۹ داشت',
      [
        '100 درصد کرمان 1399 change = (۱۰۰ − ۵۰) ÷ ۵۰',
        '100 درصد یزد 1399 change = (۲۰۰ − ۱۰۰) ÷ ۱۰۰',
      ],
    ],
  ])('%s', async (question, figures) => {
    const answer = await chat.ask(question)
    const found = stated(answer)
    expect({ ...found, figures: [...found.figures].sort() }).toEqual({
      status: 'answered',
      figures: [...figures].sort(),
    })
    expect(answer.text.match(/۱\. /g)).toHaveLength(2)
    expect(answer.text).not.toContain('۲. ')
    expect(answer.text).toMatch(/۳\. /)
  })
})

it('tells of years that another source gives another figure', async () => {
  const { text } = await chat.ask('در کدام سال بیشترین تولید گندم قم بود')
  expect(text).toContain('رقم دیگری داده است و ترتیب ممکن است فرق کند: سال ۱۳۹۷')
})

describe('a chat that reads money in rials', () => {
  it.each([
    ['در کدام سال بیشترین تسهیلات پرداختی بانک‌های یزد بود', '۳۰۰ میلیارد ریال'],
    ['کدام استان بیشترین رشد تسهیلات پرداختی بانک‌ها را در ۱۳۹۹ داشت', '۲۰۰ درصد افزایش'],
  ])('%s', async (question, said) => {
    const answer = await chat.ask(question, { moneyUnit: 'ریال' })
    expect(answer.text).toContain(said)
    const [first] = answer.figures
    const inputs = first?.measure === 'change' ? first.derived?.inputs : [first]
    expect(inputs?.map((one) => one?.unit)).toEqual(inputs?.map(() => 'ریال'))
  })
})
