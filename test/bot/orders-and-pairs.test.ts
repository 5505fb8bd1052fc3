import { describe, expect, it } from 'vitest'
import { createAsker } from '../../src/answers/create-asker.ts'
import { type Row, storeWith } from '../answers/store-for-tests.ts'
import { labels, openStage } from './harness.ts'

const row = (
  indicator: string,
  place: string,
  period: string,
  value: string,
  unit: string,
): Row => ({
  ...{ indicator, place, period, value, unit },
  source_title: 'آمارنامه',
  source_publisher: 'جهاد کشاورزی',
})

const YEARS = ['1397', '1398', '1399']
const ROWS = [
  ...['یزد', 'کرمان', 'قم'].flatMap((place, at) =>
    YEARS.map((year, index) => row('تولید گندم', place, year, `${(at + 2) * (index + 1)}00`, 'تن')),
  ),
  ...['1398', '1399'].map((year) => row('سطح زیر کشت گندم', 'یزد', year, '200', 'هکتار')),
  row('تسهیلات پرداختی به واحدهای صنعتی', 'یزد', '1399', '10', 'میلیارد تومان'),
  row('تعداد واحدهای صنعتی دریافت‌کننده تسهیلات', 'یزد', '1399', '40', 'واحد'),
  row('احیای واحدهای راکد صنعتی', 'یزد', '1399', '4', 'واحد'),
]

const stage = async () => await openStage({ store: await storeWith(ROWS), asker: createAsker })

describe('an order of places', () => {
  it('is asked again in other years, each of which has an answer', async () => {
    const { server, sara, say, press } = await stage()
    const answer = await say(sara, 'کدام استان بیشترین رشد تولید گندم را در ۱۳۹۹ داشت')
    const years = await press(sara, answer, 'سال‌های دیگر')
    // Of 1397 no change is known.
    expect(labels(years)).toEqual(['۱۳۹۸'])
    const earlier = await press(sara, years, '۱۳۹۸')
    expect(earlier.text).toContain('تغییر نسبت به سال ۱۳۹۷')
    expect(earlier.text).toContain('۱۰۰ درصد افزایش')
    expect(server.violations).toEqual([])
  })

  it('is measured against the year before there, whatever was said of this one', async () => {
    const { sara, say, press } = await stage()
    const answer = await say(sara, 'کدام استان بیشترین رشد تولید گندم را در ۱۳۹۹ نسبت به ۱۳۹۷ داشت')
    const [year] = labels(await press(sara, answer, 'سال‌های دیگر'))
    expect(year).toBe('۱۳۹۸')
  })
})

describe('the file of an order', () => {
  it('holds every place, and what each change was computed from with its source', async () => {
    const { server, sara, say, press } = await stage()
    const answer = await say(sara, 'کدام استان بیشترین رشد تولید گندم را در ۱۳۹۹ داشت')
    sara.press(answer, 'فایل')
    const csv = await press(sara, await server.nextMessage(sara.chat.id), 'همین به صورت CSV')
    const bytes = server.world.files.byId(csv.document?.file_id ?? '')?.bytes ?? []
    const rows = Buffer.from(bytes).toString().trim().split('\n').slice(1)
    expect(rows.filter((row) => row.includes('درصد افزایش'))).toHaveLength(3)
    expect(rows.filter((row) => row.includes('جهاد کشاورزی'))).toHaveLength(6)
  })
})

describe('what is computed or compared', () => {
  it.each([
    ['مقایسه تولید گندم یزد و قم در ۱۳۹۹', 'تفاوت'],
    ['مجموع تولید گندم یزد و قم در ۱۳۹۹', 'مجموع'],
  ])('is asked again in other years as it was: %s', async (question, said) => {
    const { sara, say, press } = await stage()
    const years = await press(sara, await say(sara, question), 'سال‌های دیگر')
    expect(labels(years)).toEqual(['۱۳۹۸', '۱۳۹۷'])
    const earlier = await press(sara, years, '۱۳۹۷')
    expect(earlier.text).toContain('۱۳۹۷')
    expect(earlier.text).toContain(said)
  })
})

describe('two indicators together', () => {
  it('are asked again in other years', async () => {
    const { server, sara, say, press } = await stage()
    const answer = await say(sara, 'عملکرد گندم در هکتار یزد ۱۳۹۹')
    expect(labels(answer)).toEqual([
      'منبع کامل',
      'سال‌های دیگر',
      'فایل',
      'خبرم کن',
      'فرستادن',
      'گزارش اشتباه',
    ])
    const years = await press(sara, answer, 'سال‌های دیگر')
    expect(labels(years)).toEqual(['۱۳۹۸'])
    expect((await press(sara, years, '۱۳۹۸')).text).toContain('۲ تن در هکتار')
    const sources = await press(sara, answer, 'منبع کامل')
    expect(sources.text).toContain('تولید گندم، یزد، سال ۱۳۹۹')
    expect(sources.text).toContain('سطح زیر کشت گندم، یزد، سال ۱۳۹۹')
    expect(server.violations).toEqual([])
  })

  it('are opened by the link of their answer', async () => {
    const { sara, say } = await stage()
    const answer = await say(sara, 'عملکرد گندم در هکتار یزد ۱۳۹۹')
    const share = answer.reply_markup?.inline_keyboard.flat().find(({ text }) => text === 'فرستادن')
    const address = share && 'url' in share ? new URL(share.url) : null
    const words = address?.searchParams.get('text') ?? ''
    expect(words).toContain('۳ تن در هکتار')
    expect(words).toContain('منبع: جهاد کشاورزی')
    const payload = new URL(address?.searchParams.get('url') ?? '').searchParams.get('start')
    expect((await say(sara, `/start ${payload}`)).text).toContain('۳ تن در هکتار')
  })

  it('are chosen by number where their names are too long for a phone', async () => {
    const { server, sara, say, press } = await stage()
    const asked = await say(sara, 'متوسط تسهیلات هر واحد در یزد')
    const [first = '', second = ''] = labels(asked)
    expect([first, second].map((label) => label.slice(0, 3))).toEqual(['۱. ', '۲. '])
    expect((await press(sara, asked, second)).text).toMatch(/به ازای هر واحد/)
    expect((await press(sara, asked, first)).text).toMatch(/به ازای هر واحد/)
    expect(server.violations).toEqual([])
  })
})

describe('several indicators in one question', () => {
  const QUESTION = 'تولید گندم و سطح زیر کشت گندم یزد ۱۳۹۹'

  it('are all in the file, in the news, in other years and behind the link', async () => {
    const { server, sara, say, press } = await stage()
    const answer = await say(sara, QUESTION)
    const both = ['تولید گندم', 'سطح زیر کشت گندم']
    for (const words of both) expect(answer.text).toContain(words)

    sara.press(answer, 'فایل')
    const file = await server.nextMessage(sara.chat.id)
    const csv = await press(sara, file, 'همین به صورت CSV')
    const sheet = Buffer.from(server.world.files.byId(csv.document?.file_id ?? '')?.bytes ?? [])
    for (const words of both) expect(sheet.toString()).toContain(words)

    const watched = await press(sara, answer, 'خبرم کن')
    for (const words of both) expect(watched.text).toContain(words)

    const years = await press(sara, answer, 'سال‌های دیگر')
    const earlier = await press(sara, years, '۱۳۹۸')
    for (const words of both) expect(earlier.text).toContain(words)

    const link = answer.reply_markup?.inline_keyboard.flat().find(({ text }) => text === 'فرستادن')
    const address = link && 'url' in link ? new URL(link.url).searchParams.get('url') : null
    const payload = new URL(address ?? '').searchParams.get('start')
    const opened = await say(sara, `/start ${payload}`)
    for (const words of both) expect(opened.text).toContain(words)
    expect(server.violations).toEqual([])
  })

  it('are no part of what is asked next', async () => {
    const { sara, say } = await stage()
    await say(sara, QUESTION)
    const next = await say(sara, 'سال قبلش؟')
    expect(next.text).toContain('سطح زیر کشت گندم')
    expect(next.text).not.toContain('تولید')
  })
})
