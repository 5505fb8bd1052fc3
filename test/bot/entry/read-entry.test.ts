import { beforeAll, describe, expect, it } from 'vitest'
import { readEntry } from '../../../src/bot/entry/read-entry.ts'
import { type Scene, sceneOf } from '../../../src/bot/entry/scene.ts'
import type { Vocabulary } from '../../../src/facts/types.ts'

const VOCABULARY: Vocabulary = {
  version: 1,
  places: [
    { id: 1, name: 'ایران', kind: 'country', isoCode: null, parentId: null },
    { id: 2, name: 'قم', kind: 'province', isoCode: 'IR-25', parentId: 1 },
    { id: 3, name: 'قم', kind: 'county', isoCode: null, parentId: 2 },
    { id: 4, name: 'فارس', kind: 'province', isoCode: 'IR-07', parentId: 1 },
    { id: 5, name: 'مهر', kind: 'county', isoCode: null, parentId: 4 },
    { id: 6, name: 'بهار', kind: 'county', isoCode: null, parentId: 4 },
    { id: 7, name: 'بهار', kind: 'county', isoCode: null, parentId: 2 },
  ],
  indicators: [
    { id: 1, name: 'احیای واحدهای راکد صنعتی', unit: 'واحد', additive: true, definition: null },
    {
      id: 2,
      name: 'تسهیلات صنعت، کشاورزی و گردشگری',
      unit: 'تومان',
      additive: true,
      definition: null,
    },
  ],
  aliases: [{ id: 1, target: 'indicator', targetId: 1, text: 'احیای واحد راکد' }],
}

let scene: Scene
beforeAll(() => {
  scene = sceneOf(VOCABULARY, '2026-11-24')
})

const WHOLE = 'احیای واحد راکد، قم، ۱۴۰۰، هدف، ۳۵ واحد، منبع: ایرنا'

describe('an entry in one message', () => {
  it.each([
    ['with commas', WHOLE],
    ['in another order', '۳۵ واحد، هدف، ۱۴۰۰، قم، احیای واحد راکد، منبع: ایرنا'],
    ['in lines', WHOLE.replaceAll('، ', '\n')],
    [
      'with names',
      'نوع: هدف\nمقدار: ۳۵ واحد\nدوره: ۱۴۰۰\nاستان: قم\nشاخص: احیای واحد راکد\nمنبع: ایرنا',
    ],
    [
      'with Arabic letters and Latin digits',
      'احياي واحد راكد، قم، 1400، هدف، 35 واحد، منبع: ایرنا',
    ],
    ['with the unit set apart', 'احیای واحد راکد، قم، ۱۴۰۰، هدف، ۳۵، واحد، منبع: ایرنا'],
    ['with half-spaces', 'احیای واحد راکد، استان قم، سال ۱۴۰۰، هدف‌گذاری، ۳۵ واحد، منبع: ایرنا'],
  ])('is read %s', (_, text) => {
    const { fields, problems, missing } = readEntry(text, scene)
    expect({ problems, missing }).toEqual({ problems: [], missing: [] })
    expect(fields).toMatchObject({
      indicator: { id: 1 },
      place: { id: 2 },
      period: { period: '1400', basis: 'stated' },
      kind: 'target',
      value: { qualifier: 'exact', quantity: { digits: '35', decimals: 0, power: 0 } },
      unit: 'واحد',
      title: 'ایرنا',
    })
  })

  it.each([
    [
      'منبع: گزارش کارگروه، نوبت دوم، گوینده: سیجانی، رئیس سازمان',
      { title: 'گزارش کارگروه، نوبت دوم', speaker: 'سیجانی، رئیس سازمان' },
    ],
    ['نقل: «۳۵ واحد، در قم»', { quote: '۳۵ واحد، در قم' }],
    ['https://example.ir/a,b', { url: 'https://example.ir/a,b' }],
    ['تسهیلات صنعت، کشاورزی و گردشگری، قم', { indicator: { id: 2 }, place: { id: 2 } }],
    ['شهرستان مهر، فارس', { place: { id: 5 } }],
    ['شهرستان قم', { place: { id: 3 } }],
    [
      'بیش از هزار و ۲۰۰ میلیارد تومان',
      { value: { qualifier: 'more_than', quantity: { digits: '1200', power: 9 } }, unit: 'تومان' },
    ],
    ['۱٬۲۰۰ واحد', { value: { quantity: { digits: '1200' } } }],
    ['پارسال', { period: { period: '1404', basis: 'inferred' } }],
    ['تاریخ انتشار: ۱۲ تیر ۱۴۰۰', { publishedOn: '2021-07-03' }],
    ['تاریخ: 2021-07-03', { publishedOn: '2021-07-03' }],
    ['تولید عسل', { newIndicator: 'تولید عسل' }],
    ['سنجه: رتبه', { measure: 'rank' }],
  ])('reads «%s»', (text, expected) => {
    const { fields, problems } = readEntry(text, scene)
    expect(problems).toEqual([])
    expect(fields).toMatchObject(expected)
  })

  it.each([
    ['مکان: تهرانن', 'تهرانن'],
    ['مکان: بهار', 'نام چند شهرستان'],
    ['دوره: فردا', 'فردا'],
    ['مقدار: زیاد', 'زیاد'],
    ['نوع: رنگی', 'رنگی'],
    ['تاریخ: ۱۴۰۰', '۱۴۰۰'],
    ['قم، فارس', 'دو بار'],
    [`${WHOLE}\nچیزی دیگر`, 'چیزی دیگر'],
  ])('says what is wrong with «%s»', (text, said) => {
    expect(readEntry(text, scene).problems.join('\n')).toContain(said)
  })

  it.each([
    ['قم', ['شاخص', 'دوره', 'مقدار با واحد', 'منبع (مانند «منبع: خبرگزاری …»)']],
    ['احیای واحد راکد، قم، ۱۴۰۰، ۳۵', ['مقدار با واحد', 'منبع (مانند «منبع: خبرگزاری …»)']],
    ['احیای واحد راکد، ۱۴۰۰، ۳۵ واحد، منبع: الف', ['مکان']],
  ])('names what is missing in «%s»', (text, missing) => {
    expect(readEntry(text, scene).missing).toEqual(missing)
  })
})
