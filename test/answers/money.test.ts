import { beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answers/answer.ts'
import { answerTable } from '../../src/answers/answer-table.ts'
import { chartOf } from '../../src/answers/chart/chart-of.ts'
import { createAsker } from '../../src/answers/create-asker.ts'
import { applyChanges } from '../../src/facts/changes.ts'
import type { Store } from '../../src/facts/open.ts'
import { added, by, FINANCE, NOW, storeWithVocabulary } from '../facts/store-for-tests.ts'

let store: Store

const quantity = (digits: string) => ({ digits, decimals: 0, power: 9, unit: 'تومان' })

beforeEach(async () => {
  store = await storeWithVocabulary()
  const fars = { name: 'فارس', kind: 'province', isoCode: 'IR-14' } as const
  await applyChanges(store, by('الف'), [
    { type: 'add_place', ...fars, parentId: { name: 'ایران' } },
  ])
  const of = (place: string, period: string, digits: string, kind: 'actual' | 'target') =>
    added(store, {
      indicatorId: { name: FINANCE },
      placeId: { name: place },
      ...{ period, kind, quantity: quantity(digits) },
    })
  await of('قم', '1398', '1000', 'actual')
  await of('قم', '1399', '1200', 'actual')
  await of('قم', '1399', '1500', 'target')
  await of('یزد', '1399', '2000', 'actual')
  await of('فارس', '1399', '3000', 'actual')
})

async function inRials(text: string): Promise<Answer> {
  const context = { now: NOW, previous: null, defaultPlaceId: null, moneyUnit: 'ریال' }
  return await createAsker(store).ask(text, context)
}

const SAID = 'از تومان به ریال تبدیل شده است (× ۱۰).'

describe('a chat that reads money in rials', () => {
  it.each([
    [
      'a figure and its target',
      `${FINANCE} قم ۱۳۹۹`,
      ['۱۲ هزار میلیارد ریال', 'هدف همان دوره: ۱۵ هزار'],
    ],
    ['a comparison', `مقایسه ${FINANCE} قم و یزد در ۱۳۹۹`, ['۱۲ هزار', '۲۰ هزار', SAID]],
    ['a ranking', `کدام استان بیشترین ${FINANCE} را دارد`, ['۳۰ هزار میلیارد ریال', SAID]],
    ['a trend', `روند ${FINANCE} قم`, ['۱۰ هزار میلیارد ریال', '۱۲ هزار', SAID]],
    ['a list', 'چه آماری از قم دارید؟', ['۱۲ هزار میلیارد ریال', '۱۵ هزار', SAID]],
    ['a total', `مجموع ${FINANCE} قم و یزد در ۱۳۹۹`, ['۳۲ هزار میلیارد ریال', SAID]],
    ['a growth', `رشد ${FINANCE} قم در ۱۳۹۹`, ['۲۰ درصد افزایش', '۱۲ هزار میلیارد ریال', SAID]],
    ['a gap', `${FINANCE} قم در ۱۳۹۹ چقدر از هدف عقب بود`, ['۳ هزار میلیارد ریال پایین‌تر', SAID]],
    ['what is near', `${FINANCE} قم ۱۳۹۰`, ['۱۰ هزار میلیارد ریال', SAID]],
  ])('reads %s in rials, and that they were converted', async (_, question, said) => {
    const { text } = await inRials(question)
    for (const words of said) expect(text).toContain(words)
    expect(text).toMatch(/منبع: |نزدیک‌ترین/)
    // The money of the source is there only where one figure is shown with its working.
    if (said.includes(SAID)) expect(text.replaceAll(SAID, '')).not.toContain('تومان')
  })

  it('is said so by «به ریال» as well', async () => {
    const context = { now: NOW, previous: null, defaultPlaceId: null }
    const { text } = await createAsker(store).ask(`مقایسه ${FINANCE} قم و یزد به ریال`, context)
    for (const words of ['۱۲ هزار میلیارد ریال', '۲۰ هزار میلیارد ریال', SAID]) {
      expect(text).toContain(words)
    }
  })

  it('sees its charts in rials', async () => {
    for (const question of [`روند ${FINANCE} قم`, `مقایسه ${FINANCE} قم و یزد در ۱۳۹۹`]) {
      const chart = chartOf(await inRials(question))
      expect(chart).toMatchObject({ unit: 'ریال', conversion: SAID, sources: ['ایرنا'] })
    }
    const share = chartOf(await inRials(`چند درصد هدف ${FINANCE} قم در ۱۳۹۹ محقق شد`))
    expect(share).toMatchObject({ type: 'bars', unit: 'ریال', conversion: SAID })
  })

  it('gets files with the numbers of the source beside those shown', async () => {
    const table = answerTable(await inRials(`مقایسه ${FINANCE} قم و یزد در ۱۳۹۹`))
    const at = (heading: string) => table?.headings.indexOf(heading) ?? -1
    const rows = table?.rows
      .slice(0, 2)
      .map((row) => [
        row[at('مقدار')],
        row[at('واحد')],
        row[at('مقدار در منبع')],
        row[at('واحد در منبع')],
        row[at('ناشر')],
      ])
    expect(rows).toEqual([
      [12e12, 'ریال', 1.2e12, 'تومان', 'ایرنا'],
      [20e12, 'ریال', 2e12, 'تومان', 'ایرنا'],
    ])
  })

  it('leaves what is no money alone', async () => {
    expect((await inRials('سلام')).text).not.toContain('ریال')
  })
})
