import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { key } from '../../src/persian/normalise.ts'

const DATA = resolve(import.meta.dirname, '../../data')
const read = (file: string): string => readFileSync(resolve(DATA, file), 'utf8')

const text = z
  .string()
  .min(1)
  // Arabic yeh and kaf, a space at an end or doubled, a half-space beside a space.
  .refine((value) => !/[يك]|^\s|\s$|\s\s|\s\u200c|\u200c\s/.test(value), 'Persian orthography')
const list = z.array(text).refine((words) => new Set(words).size === words.length, 'no repetition')

const { places, sources } = z
  .strictObject({
    sources: z.array(z.string()).min(1),
    places: z.array(
      z.strictObject({
        name: text,
        kind: z.enum(['country', 'province', 'county']),
        iso: z
          .string()
          .regex(/^IR-\d\d$/)
          .nullable(),
        parent: text.nullable(),
        aliases: list,
        latin: z.array(z.string().regex(/^[a-z]+( [a-z]+)*$/)).min(1),
      }),
    ),
  })
  .parse(JSON.parse(read('places.json')))

const provinces = places.filter((place) => place.kind === 'province')
const counties = places.filter((place) => place.kind === 'county')

/** Codes of ISO 3166-2:IR since November 2020, with the county that holds the capital. */
const PROVINCES: Record<string, [name: string, capital: string]> = {
  'IR-00': ['مرکزی', 'اراک'],
  'IR-01': ['گیلان', 'رشت'],
  'IR-02': ['مازندران', 'ساری'],
  'IR-03': ['آذربایجان شرقی', 'تبریز'],
  'IR-04': ['آذربایجان غربی', 'ارومیه'],
  'IR-05': ['کرمانشاه', 'کرمانشاه'],
  'IR-06': ['خوزستان', 'اهواز'],
  'IR-07': ['فارس', 'شیراز'],
  'IR-08': ['کرمان', 'کرمان'],
  'IR-09': ['خراسان رضوی', 'مشهد'],
  'IR-10': ['اصفهان', 'اصفهان'],
  'IR-11': ['سیستان و بلوچستان', 'زاهدان'],
  'IR-12': ['کردستان', 'سنندج'],
  'IR-13': ['همدان', 'همدان'],
  'IR-14': ['چهارمحال و بختیاری', 'شهرکرد'],
  'IR-15': ['لرستان', 'خرم‌آباد'],
  'IR-16': ['ایلام', 'ایلام'],
  // The capital, یاسوج, lies in the county of بویراحمد.
  'IR-17': ['کهگیلویه و بویراحمد', 'بویراحمد'],
  'IR-18': ['بوشهر', 'بوشهر'],
  'IR-19': ['زنجان', 'زنجان'],
  'IR-20': ['سمنان', 'سمنان'],
  'IR-21': ['یزد', 'یزد'],
  'IR-22': ['هرمزگان', 'بندرعباس'],
  'IR-23': ['تهران', 'تهران'],
  'IR-24': ['اردبیل', 'اردبیل'],
  'IR-25': ['قم', 'قم'],
  'IR-26': ['قزوین', 'قزوین'],
  'IR-27': ['گلستان', 'گرگان'],
  'IR-28': ['خراسان شمالی', 'بجنورد'],
  'IR-29': ['خراسان جنوبی', 'بیرجند'],
  'IR-30': ['البرز', 'کرج'],
}

describe('places', () => {
  it('name their sources', () => expect(sources.length).toBeGreaterThan(0))

  it('are one country, its 31 provinces under their ISO codes, and their counties', () => {
    expect(places.filter((place) => place.kind === 'country').map((place) => place.name)).toEqual([
      'کل کشور',
    ])
    expect(Object.fromEntries(provinces.map((place) => [place.iso, place.name]))).toEqual(
      Object.fromEntries(Object.entries(PROVINCES).map(([iso, [name]]) => [iso, name])),
    )
    expect(counties.every((place) => place.iso === null)).toBe(true)
  })

  it.each(Object.entries(PROVINCES))('%s %s has the county of its capital', (_iso, names) => {
    const [province, capital] = names
    expect(counties.some(({ name, parent }) => name === capital && parent === province)).toBe(true)
  })

  it('stand under a place of the kind above', () => {
    const provinceNames = new Set(provinces.map((place) => place.name))
    expect(provinces.filter((place) => place.parent !== 'کل کشور')).toEqual([])
    expect(counties.filter((place) => !provinceNames.has(place.parent ?? ''))).toEqual([])
  })

  it('are each given once', () => {
    const identities = places.map((place) => `${place.kind} ${place.name} ${place.parent}`)
    expect(new Set(identities).size).toBe(identities.length)
  })

  it('have no alias that is the name of another province', () => {
    const names = new Map(provinces.map((place) => [key(place.name), place]))
    const clashes = places.flatMap((place) =>
      place.aliases.filter((alias) => (names.get(key(alias)) ?? place) !== place),
    )
    expect(clashes).toEqual([])
  })

  it('repeat no spelling that the program takes for the same', () => {
    const repeated = places.flatMap((place) => {
      const keys = [place.name, ...place.aliases].map((one) => key(one))
      return keys.filter((value, index) => keys.indexOf(value) !== index)
    })
    expect(repeated).toEqual([])
  })

  it.each([
    ['خراسان', ['خراسان رضوی', 'خراسان شمالی', 'خراسان جنوبی']],
    ['آذربایجان', ['آذربایجان شرقی', 'آذربایجان غربی']],
  ])('«%s» stands under every province that it may mean', (alias, names) => {
    const owners = places.filter((place) => place.aliases.includes(alias))
    expect(owners.map((place) => place.name)).toEqual(names)
  })

  it('share an alias only where the word is truly ambiguous', () => {
    const owners = new Map<string, Set<string>>()
    for (const place of places)
      for (const alias of place.aliases)
        owners.set(key(alias), new Set(owners.get(key(alias))).add(place.name))
    const shared = [...owners].filter(([, names]) => names.size > 1).map(([alias]) => alias)
    expect(shared.sort()).toEqual(
      ['خراسان', 'آذربایجان', 'تربت', 'مانه و سملقان'].map((one) => key(one)).sort(),
    )
  })
})

const { indicators } = z
  .strictObject({
    indicators: z.array(
      z.strictObject({
        name: text,
        unit: text,
        additive: z.boolean(),
        definition: text.nullable(),
        aliases: list,
      }),
    ),
  })
  .parse(JSON.parse(read('indicators.json')))

describe('indicators', () => {
  it('share no name or alias', () => {
    const keys = indicators.flatMap(({ name, aliases }) =>
      [name, ...aliases].map((one) => key(one)),
    )
    expect(keys.filter((value, index) => keys.indexOf(value) !== index)).toEqual([])
  })

  it('are never summed when they are percentages or statements', () => {
    const summed = indicators.filter(
      ({ unit, additive }) => additive && ['درصد', 'رتبه', 'گزاره'].includes(unit),
    )
    expect(summed).toEqual([])
  })

  it('take «واحد راکد» for the revival of idle units', () => {
    const owner = indicators.find(({ aliases }) => aliases.includes('واحد راکد'))
    expect(owner?.name).toBe('احیای واحدهای راکد صنعتی')
  })

  it.each(['شغل', 'اشتغال', 'صادرات', 'تسهیلات', 'وام', 'تولید', 'مصوبات', 'پروژه'])(
    'claim no general word: %s',
    (word) => expect(indicators.filter(({ aliases }) => aliases.includes(word))).toEqual([]),
  )
})

const observations = read('observations.jsonl')
  .trimEnd()
  .split('\n')
  .map((line) =>
    z
      .strictObject({
        indicator: text,
        place: text,
        period: z.string().regex(/^(\.\.\/)?\d{4}(-H[12])?$/),
        value: text.optional(),
        unit: text,
        kind: z.enum(['actual', 'target', 'forecast']),
        measure: z.enum(['level', 'change', 'share', 'rank']),
        qualifier: z.enum(['exact', 'more_than', 'at_least', 'less_than', 'at_most', 'about']),
        statement: text.optional(),
        speaker: text,
        quote: z.string().min(10),
        source_title: text,
        source_publisher: text,
        period_basis: z.enum(['stated', 'inferred']),
        note: text,
      })
      .parse(JSON.parse(line)),
  )

describe('observations', () => {
  it('are the facts of the report of Qom', () => {
    const facts = observations
      .filter(({ value }) => value !== undefined)
      .map(({ indicator, period, value, unit, kind, measure, qualifier }) =>
        [indicator, period, value, unit, kind, measure, qualifier].join(' | '),
      )
    expect(facts).toEqual([
      'جذب منابع مالی ملی | ../1400 | ۱۱۷ | درصد | actual | level | exact',
      'جذب منابع مالی ملی | ../1400 | ۲ | رتبه | actual | rank | exact',
      'تسهیلات پرداختی از منابع داخلی بانک‌ها | ../1400 | هزار و ۲۰۰ | میلیارد تومان | actual | level | more_than',
      'تسهیلات بخش صنعت، کشاورزی و گردشگری | 1400 | هزار و ۵۰۰ | میلیارد تومان | target | level | exact',
      'تسهیلات بخش صنعت، کشاورزی و گردشگری | 1400 | ۳۰ | درصد | target | change | exact',
      'احیای واحدهای راکد صنعتی | 1399 | ۲۵ | واحد | target | level | exact',
      'احیای واحدهای راکد صنعتی | 1399 | ۳۷ | واحد | actual | level | exact',
      'احیای واحدهای راکد صنعتی | 1400 | ۳۵ | واحد | target | level | exact',
      'اشتغال ایجادشده از احیای واحدهای راکد | 1399 | ۶۰۰ | شغل | actual | level | more_than',
      'بازدید میدانی کارگروه تسهیل و رفع موانع تولید | 1399-H2 | ۸۷ | بازدید | actual | level | exact',
      'مصوبات کارگروه تسهیل و رفع موانع تولید | 1399-H2 | ۲۷۷ | مصوبه | actual | level | exact',
      'سهم مصوبات اجراشده کارگروه تسهیل و رفع موانع تولید | 1399-H2 | ۷۸ | درصد | actual | share | exact',
      'تکمیل و راه‌اندازی پروژه‌های نیمه‌تمام | 1400 | ۱۵۰ | پروژه | target | level | exact',
    ])
  })

  it.each(observations)('$indicator $period $value: a known indicator and place', (row) => {
    const indicator = indicators.find(({ name }) => name === row.indicator)
    const units = [indicator?.unit, `میلیارد ${indicator?.unit}`]
    if (row.measure === 'rank') expect(row.unit).toBe('رتبه')
    else if (row.measure === 'change') expect(row.unit).toBe('درصد')
    else expect(units).toContain(row.unit)
    expect(provinces.some(({ name }) => name === row.place)).toBe(true)
  })

  it.each(observations)('$indicator $period $value: a value or a statement', (row) => {
    expect(row.value === undefined).toBe(row.statement !== undefined)
    expect(row.unit === 'گزاره').toBe(row.statement !== undefined)
  })

  it.each(observations)('$indicator $period $value: the quote carries the value', (row) => {
    if (row.value !== undefined && row.measure !== 'rank') expect(row.quote).toContain(row.value)
    if (row.measure === 'rank') expect(row.quote).toContain('رتبه دوم')
  })

  it('say that the year was worked out, and how: the report names none', () => {
    expect(observations.filter((row) => row.period_basis !== 'inferred')).toEqual([])
    expect(observations.filter((row) => !row.note.includes('گزارش سال را نام نمی‌برد'))).toEqual([])
  })
})
