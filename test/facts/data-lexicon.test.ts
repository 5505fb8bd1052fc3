import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { key } from '../../src/persian/normalise.ts'

const DATA = resolve(import.meta.dirname, '../../data')
const read = <T>(file: string, shape: z.ZodType<T>): T =>
  shape.parse(JSON.parse(readFileSync(resolve(DATA, file), 'utf8')))

const word = z
  .string()
  .min(1)
  // Arabic yeh and kaf, a space at an end or doubled, a half-space beside a space.
  .refine((value) => !/[يك]|^\s|\s$|\s\s|\s\u200c|\u200c\s/.test(value), 'Persian orthography')
const words = z.array(word).min(1)

const { groups } = read(
  'lexicon/synonyms.json',
  z.strictObject({
    groups: z.array(
      z.strictObject({
        canonical: word,
        words: z.array(word),
        verbs: words.optional(),
        asked: words.optional(),
        notWith: words.optional(),
        with: words.optional(),
      }),
    ),
  }),
)
const aspectData = read(
  'lexicon/aspects.json',
  z.strictObject({
    aspects: z.record(z.string(), words),
    apart: z.array(z.strictObject({ aspect: word, first: words, last: words })),
    unmet: words,
    kinds: z.strictObject({ target: words, forecast: words, actual: words }),
    exclusions: words,
    tense: z.strictObject({ past: words, future: words }),
    latest: words,
    followUp: words,
    help: words,
    whichYear: words,
    judged: words,
    notInflected: words,
  }),
)
const asked: Record<string, readonly string[]> = {
  ...aspectData.aspects,
  ...aspectData.kinds,
  exclusions: aspectData.exclusions,
}
const functionWords = read('lexicon/function-words.json', z.record(z.string(), words))
const traps = read(
  'lexicon/trap-words.json',
  z.strictObject({
    countries: words,
    foreignCities: words,
    iranianPlacesNotInStore: words,
    phrases: words,
    compounds: words,
    lookalikes: words,
  }),
)
const commonWordPlaces = read(
  'lexicon/common-word-places.json',
  z.strictObject({ provinces: words, counties: words }),
)
const { places } = read(
  'places.json',
  z.object({ places: z.array(z.object({ name: word, kind: z.string(), aliases: z.array(word) })) }),
)

const repeated = (values: readonly string[]): string[] => {
  const keys = values.map((one) => key(one))
  return keys.filter((value, index) => keys.indexOf(value) !== index)
}

const shared = (left: readonly string[], right: readonly string[]): string[] => {
  const keys = new Set(right.map((one) => key(one)))
  return left.filter((value) => keys.has(key(value)))
}

const groupOf = (term: string): string | undefined =>
  groups.find((group) => [group.canonical, ...group.words].some((one) => key(one) === key(term)))
    ?.canonical

describe('synonyms', () => {
  it('give each word one meaning, but for those by which people mean either of two things', () => {
    const either = ['خانه', 'خونه', 'منزل', 'منازل', 'مغازه', 'تلفات', 'اتوبان', 'بازدید']
    const twice = repeated(groups.flatMap((group) => group.words))
    expect(twice.filter((one) => !either.includes(one.replace(/ها$/, '')))).toEqual([])
    const canonicals = groups.map((group) => group.canonical)
    expect(
      shared(
        canonicals,
        groups.flatMap((group) => group.words),
      ).filter((one) => !either.includes(one)),
    ).toEqual([])
  })

  it.each([
    ['وام', 'تسهیلات'],
    ['فرصت شغلی', 'اشتغال'],
    ['کارخونه', 'واحد صنعتی'],
    ['نیمه‌کاره', 'نیمه‌تمام'],
    ['سرکشی', 'بازدید'],
    ['راه افتاد', 'احیا'],
    ['ستاد تسهیل', 'کارگروه تسهیل و رفع موانع تولید'],
  ])('«%s» says «%s»', (said, meant) => expect(groupOf(said)).toBe(meant))

  it.each([
    ['مصوب', 'تخصیص', 'پرداخت', 'جذب', 'ابلاغ'],
    ['ظرفیت', 'تولید'],
    ['تثبیت', 'ایجاد', 'اشتغال', 'شاغل'],
    ['راکد', 'واحد راکد', 'احیا', 'تعطیلی', 'واحد نیمه‌راکد', 'واحد فعال'],
    ['پروانه بهره‌برداری', 'جواز تأسیس', 'پروانه کسب'],
    ['شرکت', 'واحد', 'واحد صنعتی', 'واحد مسکونی', 'واحد صنفی'],
    ['پروژه', 'طرح'],
    ['بازدید', 'بازرسی'],
    ['افتتاح', 'کلنگ‌زنی', 'در حال اجرا', 'اجرا'],
    ['وزن', 'ارزش'],
    ['صادرات', 'واردات', 'مبادلات تجاری'],
  ])('keep different statistics apart: %s, %s …', (...terms) => {
    const meanings = terms.map((term) => groupOf(term) ?? term)
    expect(new Set(meanings).size).toBe(terms.length)
  })
})

describe('aspects', () => {
  it.each([
    ['قرار بود', 'target'],
    ['پیش‌بینی شده بود', 'target'],
    ['پیش‌بینی می‌شود', 'forecast'],
    ['محقق شد', 'actual'],
    ['چند درصد هدف', 'achieved'],
    ['بیشتر از هدف', 'gap'],
    ['نسبت به سال قبل', 'change'],
    ['چندمه', 'rank'],
    ['کی گفته', 'source'],
    ['غیر از', 'exclusions'],
    ['نشده', 'exclusions'],
  ])('«%s» asks for %s', (said, id) => {
    const found = Object.keys(asked).filter((one) => shared([said], asked[one] ?? []).length > 0)
    expect(found).toEqual([id])
  })

  it('leave no negation or exception to the function words', () => {
    const ignored = Object.values(functionWords).flat()
    expect(shared(aspectData.exclusions, ignored)).toEqual([])
  })
})

describe('function words', () => {
  const all = Object.values(functionWords).flat()

  it('stand in one class each', () => expect(repeated(all)).toEqual([]))

  it('carry nothing that an indicator is found by', () => {
    expect(
      shared(
        all,
        groups.flatMap((group) => [group.canonical, ...group.words]),
      ),
    ).toEqual([])
  })

  it.each(['نشده', 'نیست', 'بدون', 'هدف', 'رشد', 'ملی', 'واحد', 'پرداخت', 'ارزش', 'وزن'])(
    'leave «%s» to be accounted for',
    (one) => expect(all).not.toContain(one),
  )
})

describe('trap words', () => {
  const all = Object.values(traps).flat()

  it('are no place of ours', () => {
    expect(
      shared(
        all,
        places.flatMap((place) => [place.name, ...place.aliases]),
      ),
    ).toEqual([])
  })

  it('stand once each', () => expect(repeated(all)).toEqual([]))

  it.each(['هرات', 'کابل', 'ترکیه', 'عراق', 'بغداد', 'اربیل', 'ایروان', 'سیمان', 'اعلام'])(
    'hold «%s»',
    (one) => expect(all).toContain(one),
  )

  it.each(['چند واحد قم احیا شد', 'تولید شیر ایران'])(
    'hold no phrase of a plain question: %s',
    (question) => expect(traps.phrases.filter((phrase) => question.includes(phrase))).toEqual([]),
  )
})

describe('places named with a common word', () => {
  it.each([
    ['province', commonWordPlaces.provinces],
    ['county', commonWordPlaces.counties],
  ])('are places of ours: %s', (kind, names) => {
    const known = places.filter((place) => place.kind === kind).map((place) => place.name)
    expect(names.filter((name) => !known.includes(name))).toEqual([])
  })

  it('have an alias with the kind of place before the name', () => {
    const counties = places.filter(({ kind }) => kind === 'county')
    const without = commonWordPlaces.counties.filter(
      (name) => !counties.some(({ aliases }) => aliases.includes(`شهرستان ${name}`)),
    )
    expect(without).toEqual([])
  })
})
