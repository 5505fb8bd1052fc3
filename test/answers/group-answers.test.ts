import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answers/answer.ts'
import { answerTable } from '../../src/answers/answer-table.ts'
import { createAsker } from '../../src/answers/create-asker.ts'
import { renderPages } from '../../src/answers/render.ts'
import type { Store } from '../../src/facts/open.ts'
import { added, FACTORIES, NOW, storeWithVocabulary } from '../facts/store-for-tests.ts'

const quantity = (digits: number) => ({
  digits: String(digits),
  decimals: 0,
  power: 0,
  unit: 'واحد',
})
const OTHER = { title: 'گزارش', publisher: 'ایسنا' }

async function ask(store: Store, text: string): Promise<Answer> {
  const context = { now: NOW, previous: null, defaultPlaceId: null }
  return await createAsker(store).ask(text, context)
}

async function storeOfYears(): Promise<Store> {
  const store = await storeWithVocabulary()
  for (const [index, period] of ['1397', '1398', '1399'].entries()) {
    await added(store, { period, quantity: quantity(20 + index) })
    await added(store, { period, quantity: quantity(30 + index), placeId: { name: 'یزد' } })
  }
  return store
}

describe('figures one below the other', () => {
  it('say once what they share, and end with their sources', async () => {
    const answer = await ask(await storeOfYears(), `روند ${FACTORIES} قم`)
    expect(answer.text).toBe(
      [
        FACTORIES,
        'قم (عملکرد)',
        '• سال ۱۳۹۷: ۲۰ واحد',
        '• سال ۱۳۹۸: ۲۱ واحد',
        '• سال ۱۳۹۹: ۲۲ واحد',
        'منبع: ایرنا',
      ].join('\n'),
    )
  })

  it('of several places say the period once', async () => {
    const answer = await ask(await storeOfYears(), `مقایسه ${FACTORIES} قم و یزد در سال ۱۳۹۹`)
    expect(answer.text).toContain('سال ۱۳۹۹ (عملکرد)\n• قم: ۲۲ واحد\n• یزد: ۳۲ واحد\nتفاوت: ')
    expect(answer.text).toMatch(/تفاوت: ۱۰ واحد بیشتر در یزد .*\nمنبع: ایرنا$/)
  })

  it('that sources dispute are all there, told apart by source, without a difference', async () => {
    const store = await storeOfYears()
    await added(store, { quantity: quantity(29), sourceId: OTHER })
    const answer = await ask(store, `مقایسه ${FACTORIES} قم و یزد در سال ۱۳۹۹`)
    for (const said of ['• قم (ایرنا): ۲۲ واحد', '• قم (ایسنا): ۲۹ واحد', '• یزد: ۳۲ واحد']) {
      expect(answer.text).toContain(said)
    }
    expect(answer.text).toContain('منابع رقم‌های متفاوت داده‌اند')
    expect(answer.text).not.toContain('تفاوت: ')
  })
})

describe('a comparison of which a part is not held', () => {
  it('says which part, and shows the rest with its source', async () => {
    const store = await storeOfYears()
    await added(store, { period: '1400', quantity: quantity(23) })
    const { status, text } = await ask(store, `مقایسه ${FACTORIES} قم و یزد در سال ۱۴۰۰`)
    expect(status).toBe('not_found')
    expect(text).toContain(`این رقم را ندارم:\n${FACTORIES}، یزد، سال ۱۴۰۰\n`)
    expect(text).not.toContain(`${FACTORIES}، قم، سال ۱۴۰۰\n`)
    expect(text).toContain('آنچه از این‌ها دارم:')
    expect(text).toMatch(/قم، سال ۱۴۰۰ \(عملکرد\): ۲۳ واحد\nمنبع: ایرنا$/)
  })
})

describe('a question that names no place', () => {
  it('offers only places that have what was asked for', async () => {
    const store = await storeOfYears()
    const all = await ask(store, `${FACTORIES} ۱۳۹۹`)
    expect(all.choices.map(({ label }) => label.split('،')[0])).toEqual(['قم', 'یزد'])
    await added(store, { period: '1400', kind: 'target', quantity: quantity(40) })
    const target = await ask(store, `هدف ${FACTORIES} ۱۴۰۰`)
    expect(target.choices.map(({ label }) => label.split('،')[0])).toEqual(['قم'])
    expect(target.text).toContain('تنها از این‌جا دارم')
    expect((await ask(store, `${FACTORIES} ۱۳۹۰`)).status).toBe('not_found')
  })
})

describe('a ranking', () => {
  it('names its sources, and the places whose figures are disputed', async () => {
    const store = await storeOfYears()
    const question = `کدام استان بیشترین ${FACTORIES} را دارد؟`
    expect((await ask(store, question)).text).toMatch(/منبع: ایرنا\nدوره را نگفتید؛ .*مشترک/)
    await added(store, { quantity: quantity(29), sourceId: OTHER })
    expect((await ask(store, question)).text).toMatch(/ممکن است فرق کند: قم/)
  })
})

describe('a value that sources dispute', () => {
  it('has no one share of its target', async () => {
    const store = await storeOfYears()
    await added(store, { kind: 'target', quantity: quantity(20) })
    const question = `${FACTORIES} قم در سال ۱۳۹۹`
    expect((await ask(store, question)).text).toContain('تحقق')
    await added(store, { quantity: quantity(29), sourceId: OTHER })
    const { text } = await ask(store, question)
    expect(text).toContain('هدف همان دوره: ۲۰ واحد')
    expect(text).not.toContain('تحقق')
  })
})

describe('a list of what is held', () => {
  it('holds every figure, over as many pages as it takes', async () => {
    const store = await storeWithVocabulary()
    for (let index = 1; index <= 90; index++) {
      await added(store, {
        indicatorId: { name: FACTORIES },
        measure: 'level',
        period: `1399-${String((index % 12) + 1).padStart(2, '0')}`,
        kind: index > 1 ? 'actual' : 'target',
        quantity: quantity(index),
      })
    }
    const answer = await ask(store, 'چه آماری از قم دارید؟')
    expect(answer.status).toBe('answered')
    const pages = renderPages(answer.parts, { limit: 200 })
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.map(({ text }) => text).join('\n')).toContain('منبع: ایرنا')
  })
})

describe('an answer as a table', () => {
  it('holds figures, inputs and what stood beside, each with its source', async () => {
    const store = await storeOfYears()
    await added(store, { kind: 'target', quantity: quantity(20) })
    const share = answerTable(await ask(store, `چند درصد هدف ${FACTORIES} قم در سال ۱۳۹۹ محقق شد؟`))
    expect(share?.rows.map((row) => [row[6], row[7], row[11], row.at(-1)])).toEqual([
      [110, 'درصد', '\u2066۲۲\u00a0÷\u00a0۲۰\u2069', 'پاسخ'],
      [22, 'واحد', null, 'ورودی محاسبه'],
      [20, 'واحد', null, 'ورودی محاسبه'],
    ])
    const value = answerTable(await ask(store, `${FACTORIES} قم در سال ۱۳۹۹`))
    expect(value?.rows[0]?.slice(0, 11)).toEqual([
      FACTORIES,
      'قم',
      '۱۳۹۹',
      'در منبع آمده',
      'عملکرد',
      '',
      22,
      'واحد',
      '۲۲ واحد',
      22,
      'واحد',
    ])
    expect(value?.rows[0]?.slice(14)).toEqual(['گزارش استان', 'ایرنا', null, '1400/02/11', 'پاسخ'])
    expect(value?.rows.every((row) => row.length === value.headings.length)).toBe(true)
  })

  it('is none of an answer without figures', async () => {
    const store = await storeOfYears()
    expect(answerTable(await ask(store, 'سلام'))).toBeNull()
  })
})
