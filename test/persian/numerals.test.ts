import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNumbers, type NumberMention, readNumber } from '../../src/persian/numerals.ts'
import { tokenise } from '../../src/persian/tokens.ts'
import { FIELD_PHRASES } from './field-phrases.ts'
import { LIBRARY_CASES } from './library-cases.ts'

/** A mention as one readable line. */
function shown(mention: NumberMention): string {
  const { value, range, unit, qualifier } = mention
  const number = range?.map((end) => end.toFixed()).join('..') ?? value?.toFixed() ?? 'vague'
  return [number, unit?.unit, qualifier === 'exact' ? null : qualifier].filter(Boolean).join(' ')
}

function found(text: string): string[] {
  return findNumbers(text).map(shown)
}

function read(text: string) {
  return readNumber(tokenise(text), 0)
}

describe('phrases of production reports', () => {
  const cases = FIELD_PHRASES.map(([phrase, value, unit, qualifier = 'exact']) => {
    return { phrase, value, unit, qualifier }
  })
  it.each(cases)('$phrase', ({ phrase, value, unit, qualifier }) => {
    const [mention, ...others] = findNumbers(phrase)
    expect(others).toEqual([])
    expect(Number(mention?.value)).toBeCloseTo(Number(value), 7)
    expect(mention?.unit?.unit ?? null).toBe(unit)
    expect(mention?.qualifier).toBe(qualifier)
  })
})

describe('number words as other libraries test them', () => {
  it.each(LIBRARY_CASES)('%s', (phrase, value) => {
    expect(read(phrase)?.value?.toFixed()).toBe(value)
  })
})

describe('a number keeps how it was written', () => {
  it.each([
    ['۱۲٫۵ میلیون', '125', 1, 6],
    ['هزار و ۲۰۰ میلیارد', '1200', 0, 9],
    ['۳ هزار و ۲۶۵', '3265', 0, 0],
    ['۱۲٫۵۰', '1250', 2, 0],
    ['۱۳۷ هزار میلیارد', '137', 0, 12],
    ['دو و نیم میلیون', '25', 1, 6],
    ['دو میلیون و نیم', '25', 1, 6],
    ['۱۵ میلیارد و ۹۰۰ میلیون', '15900', 0, 6],
    ['منفی ۳', '-3', 0, 0],
    ['سه چهارم', '75', 2, 0],
    ['یک میلیون و ۵۰۰', '1000500', 0, 0],
  ])('%s', (phrase, digits, decimals, power) => {
    expect(read(phrase)?.written).toEqual({ digits, decimals, power })
  })

  it('has no exact decimal form for a third', () => {
    expect(read('یک‌سوم')).toMatchObject({ written: null, fraction: true })
  })

  it.each([
    ['۳۷', 'digits'],
    ['سی و هفت', 'words'],
    ['هزار و ۲۰۰', 'mixed'],
  ])('%s is %s', (phrase, form) => {
    expect(read(phrase)?.form).toBe(form)
  })
})

describe('spellings', () => {
  it.each([
    ['هشتصدوبیست', 820],
    ['یکهزار و ۳۵۰', 1350],
    ['یک‌هزار و ۳۵۰', 1350],
    ['سی‌ودو', 32],
    ['سیصدوپنجاه‌هزار', 350000],
    ['۱۵۰۰میلیارد', 1500e9],
    ['۲ ملیون', 2e6],
    ['۲ ملیارد', 2e9],
    ['پونصد', 500],
    ['شیش', 6],
    ['پونزده', 15],
    ['هیفده', 17],
    ['دویست', 200],
    ['سه صد', 300],
    ['یه', 1],
    ['نه هزار و نهصد و نود و نه', 9999],
    ['دوازده هزار بیست دو', 12022],
    ['هزار میلیارد', 1e12],
    ['بیست و پنج هزار میلیارد', 25e12],
    ['دوازده ممیز هفتاد و پنج', 12.75],
    ['صفر ممیز صفر پنج', 0.05],
    ['دوازده و پنجاه و یک صدم', 12.51],
    ['یک و سه دهم میلیون', 1.3e6],
    ['بیست و پنج صدم', 0.25],
    ['سی و شش دهم', 30.6],
    ['نصف', 0.5],
    ['یکسوم', 1 / 3],
    ['منهای نه', -9],
  ])('%s is %d', (phrase, value) => {
    const reading = read(phrase)
    expect(Number(reading?.value)).toBeCloseTo(value, 10)
    expect(reading?.next).toBe(tokenise(phrase).length)
  })
})

describe('ordinals', () => {
  it.each([
    ['اول', 1],
    ['نخست', 1],
    ['دوم', 2],
    ['دومین', 2],
    ['سوم', 3],
    ['بیست و یکم', 21],
    ['بیست‌ویکم', 21],
    ['۱۲ ام', 12],
    ['۱۲م', 12],
    ['سی‌ام', 30],
    ['سی اُم', 30],
    ['صد و بیست و پنجمین', 125],
    ['سه هزارمین', 3000],
  ])('%s is %d', (phrase, value) => {
    expect(read(phrase)).toMatchObject({ ordinal: true })
    expect(Number(read(phrase)?.value)).toBe(value)
  })

  it.each(['رتبه سوم', 'رتبهٔ سوم', 'رتبه‌ی سوم', 'جایگاه سوم', 'رتبه ۳ کشور'])('%s', (text) => {
    expect(found(text)).toEqual(['3 رتبه'])
  })
})

describe('numbers that may have been meant otherwise', () => {
  it.each([
    ['۱۲.۵۰۰', 'thousands-or-decimal', '12.5', '12500'],
    ['7.547 میلیون', 'thousands-or-decimal', '7547000', '7547000000'],
    ['۱/۲۰۰', 'thousands-or-decimal', '1.2', '1200'],
    ['12,5', 'thousands-or-decimal', '12.5', '125'],
    ['8/19', 'reversed-decimal', '19.8', '8.19'],
    ['2/ 11', 'reversed-decimal', '11.2', '2.11'],
    ['6/0', 'reversed-decimal', '0.6', '6'],
    ['۳ بیلیون', 'scale', '3000000000000', '3000000000'],
    ['۵۰۰ م تومان', 'scale', '500000000', '500000000000'],
  ])('%s: %s', (text, ambiguous, value, other) => {
    const reading = read(text)
    expect(reading?.ambiguous).toBe(ambiguous)
    expect(reading?.value?.toFixed()).toBe(value)
    expect(reading?.alternatives?.map((number) => number.toFixed())).toEqual([other])
  })

  it.each(['۱/۵', '۱٫۵', '۱.۵', '12.25', '0.125', '1,200', '۱٬۲۰۰', '12.500.000', '1,234.567'])(
    '%s is plain',
    (text) => {
      expect(read(text)).not.toBeNull()
      expect(read(text)?.ambiguous).toBeUndefined()
    },
  )
})

it('doubts a scale that comes twice, a slip or a list', () => {
  const mentions = findNumbers('۳۵۷ میلیون و ۸۳۹ هزار و ۷۴۰ هزار ریال')
  expect(mentions.map((mention) => mention.ambiguous)).toEqual(['scale', 'scale'])
})

describe('ranges, multiples and what is not said', () => {
  it.each([
    ['۳۰ تا ۴۰ واحد', ['30..40 واحد']],
    ['بین ۵۰ تا ۶۰ درصد', ['50..60 درصد']],
    ['بین ۵۰ و ۶۰ درصد', ['50..60 درصد']],
    ['20 الي 30 درصد', ['20..30 درصد']],
    ['۳۰-۴۰ درصد', ['30..40 درصد']],
    ['۲۰ تا ۳۰ هزار نفر', ['20000..30000 نفر']],
    ['۵۰۰ تا ۲ هزار نفر', ['500..2000 نفر']],
    ['۸۰۰ هزار تا یک میلیون تن', ['800000..1000000 تن']],
    ['۲۰ درصد تا ۳۰ درصد', ['20..30 درصد']],
    ['دو سه هزار نفر', ['2000..3000 نفر']],
    ['ده پانزده درصد', ['10..15 درصد']],
    ['ده‌ها واحد', ['vague واحد']],
    ['ده‌ها هزار نفر', ['vague نفر']],
    ['چند هزار نفر', ['vague نفر']],
    ['هزاران نفر', ['vague نفر']],
    ['میلیاردها تومان', ['vague تومان']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it.each(['دو برابر', '۲ برابر', 'دوبرابر', '۲ برابری'])('%s', (text) => {
    expect(read(text)).toMatchObject({ times: true, next: tokenise(text).length })
  })
})

describe('bounds', () => {
  it.each([
    ['بیش از ۶۰۰ شغل', 'more_than'],
    ['بیش‌تر از ۶۰۰ شغل', 'more_than'],
    ['بالغ بر ۶۰۰ شغل', 'more_than'],
    ['افزون بر ۶۰۰ شغل', 'more_than'],
    ['بیش از مبلغ ۶۰۰ تومان', 'more_than'],
    ['۶۰۰ و خرده‌ای شغل', 'more_than'],
    ['۶۰۰ و اندی شغل', 'more_than'],
    ['حداقل ۶۰۰ شغل', 'at_least'],
    ['دست‌کم ۶۰۰ شغل', 'at_least'],
    ['۶۰۰ شغل به بالا', 'at_least'],
    ['کمتر از ۶۰۰ شغل', 'less_than'],
    ['زیر ۶۰۰ شغل', 'less_than'],
    ['حداکثر ۶۰۰ شغل', 'at_most'],
    ['تا ۶۰۰ درصد', 'at_most'],
    ['تا سقف ۶۰۰ تومان', 'at_most'],
    ['حدود ۶۰۰ شغل', 'about'],
    ['تقریباً ۶۰۰ شغل', 'about'],
    ['نزدیک به ۶۰۰ شغل', 'about'],
    ['قریب به ۶۰۰ شغل', 'about'],
    ['برنامه‌ریزی کردیم تا ۶۰۰ واحد به چرخه برگردند', 'exact'],
    ['۶۰۰ درصد بیش از سال گذشته', 'exact'],
    ['تا ۶۰۰ سال', 'exact'],
  ])('%s: %s', (text, qualifier) => {
    expect(findNumbers(text).map((mention) => mention.qualifier)).toEqual([qualifier])
  })

  it('tells where the words of the bound begin', () => {
    const text = 'پرداخت بیش از هزار و ۲۰۰ میلیارد تومان تسهیلات'
    const [mention] = findNumbers(text)
    expect(text.slice(mention?.qualifierStart, mention?.end)).toBe(
      'بیش از هزار و ۲۰۰ میلیارد تومان',
    )
    expect(mention?.text).toBe('هزار و ۲۰۰ میلیارد تومان')
    expect(mention?.unit?.text).toBe('تومان')
  })
})

describe('units around a number', () => {
  it.each([
    ['۲۵ واحد از ۳۷ واحد', ['25 واحد', '37 واحد']],
    ['از ۲۵ به ۳۷ واحد رسید', ['25 واحد', '37 واحد']],
    ['۱۴ همت و ۵۰۰ میلیارد تومان', ['14500000000000 تومان']],
    ['۱۴ همت و ۵۰۰ میلیارد', ['14500000000000 تومان']],
    ['۳ تن و ۵۰۰ کیلوگرم', ['3500 کیلوگرم']],
    ['۲۰ نفر و ۳۰ شغل', ['20 نفر', '30 شغل']],
    ['۲ هزار و ۵۰۰ هزار تن', ['2000', '500000 تن']],
    ['۳۰ تا واحد', ['30 واحد']],
    ['٪۲۰', ['20 درصد']],
    ['۲۰ در صد', ['20 درصد']],
    ['$۵۰ میلیون', ['50000000 دلار']],
    ['سه تن از مدیران', ['3 نفر']],
    ['۲ واحد درصد', ['2 واحد درصد']],
    ['۱۶ روستای هدف', ['16 روستا']],
    ['۳۰ نفر به همت خیرین', ['30 نفر']],
    ['منفی ۳ درصد', ['-3 درصد']],
    ['رشد ۳- درصدی', ['-3 درصد']],
    ['-۳ درصد', ['-3 درصد']],
    ['طرح‌ها:\n-۳ واحد\n-۴ واحد', ['3 واحد', '4 واحد']],
    ['۱- احداث ۲ واحد', ['2 واحد']],
    ['یک واحد صنعتی', ['1 واحد']],
    ['۱۵ مهر ۱۴۰۳', ['1403']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it.each(['۱۴۰۳', 'سال ۹۷', 'در سال ۱۴۰۰ طرح توسعه', '۱۳۹۵ تا ۱۳۹۹'])(
    '%s looks like a year',
    (text) => {
      expect(findNumbers(text).map((mention) => mention.yearLike)).toEqual([true])
      expect(findNumbers(text)[0]?.unit).toBeNull()
    },
  )

  it('takes 1400 with a unit for a quantity', () => {
    expect(found('احیای ۱۴۰۰ واحد')).toEqual(['1400 واحد'])
  })
})

describe('what only looks like a number', () => {
  it.each([
    'به همت نمایندگان استان',
    'سی‌سخت',
    'سی سخت',
    'ده‌های استان',
    'نه واحدی احیا شد نه طرحی',
    'نه واحد و نه طرح',
    'نه، نمی‌خواهم',
    'پنج‌شنبه',
    'پنج شنبه',
    'سه‌شنبه',
    'هفت‌تپه',
    'هفت تپه',
    'چهارمحال و بختیاری',
    'چهار محال و بختیاری',
    'دوم خرداد',
    '۴ شهریورماه',
    'نفر به نفر',
    'یک برنامه جامع',
    'هیچ‌یک از واحدها',
    'هر دو',
    'یک‌پارچه',
    'نخست‌وزیر',
    'نصف جهان',
    'سیده زهرا',
    'دوده',
    'سهم استان',
    'سیم و کابل',
    'دوست',
    'قم',
    'مردم',
    'چند واحد احیا شد؟',
    'ساعت ۲۰:۳۰',
    'covid-19',
    '۰۲۵۳۷۷۱۲۳۴۵',
    '۱۴۰۳/۰۷/۱۵',
    '1.2.3',
    '@ali24',
  ])('%s', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('on any text', () => {
  it.each([
    ['۳½ میلیون تن', '3500000'],
    ['½ تن', '0.5'],
    ['۳⅓ میلیون تن', null],
    ['۳۷¹ واحد', null],
    ['۱۰⁶ تن', null],
    ['۳۷① واحد', null],
  ])('is no other number for a sign of the printer: %s is %s', (text, value) => {
    expect(findNumbers(text).map((mention) => mention.value?.toFixed() ?? null)).toEqual([value])
  })

  it('never throws, and mentions lie in order within the text', () => {
    const piece = fc.constantFrom(
      ...'و|نیم|هزار|میلیون|میلیارد|۲۰۰|12.5|8/19|سه|دهم|چهارم|تا|بین|منفی|-|٪|نه|ده‌ها|ممیز|صفر|همت|تومان|درصد|واحد|از|به|بیش از|و خرده‌ای|ام|\n|،|(|)|برابر|چند'.split(
        '|',
      ),
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(' ')),
      fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join('\u200c')),
      fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join('')),
    )
    fc.assert(
      fc.property(text, (input) => {
        let last = 0
        for (const mention of findNumbers(input)) {
          expect(mention.start).toBeGreaterThanOrEqual(last)
          expect(mention.end).toBeGreaterThan(mention.start)
          expect(mention.text).toBe(input.slice(mention.start, mention.end))
          last = mention.end
        }
        expect(last).toBeLessThanOrEqual(input.length)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    'هزار و ',
    'بیست و ',
    '۱ تا ',
    '9',
    '1.',
    'هزار',
    'یک ممیز صفر ',
    'یک دهم و ',
    'پنج\u200c',
    '۱ همت و ',
    '-',
    '\n-1',
    'نه ',
  ])('takes time in proportion to the length of «%s» repeated', (unit) => {
    // A quadratic reader would not come back from this within the runner's patience.
    expect(() => findNumbers(unit.repeat(Math.ceil(200_000 / unit.length)))).not.toThrow()
  })
})
