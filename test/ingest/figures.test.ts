import { describe, expect, it } from 'vitest'
import { extractDrafts } from '../../src/ingest/extract.ts'
import { vocabulary } from './vocabulary-for-tests.ts'

function figures(text: string): string[] {
  return extractDrafts(text, { vocabulary, publishedOn: '2021-05-01' }).map(
    ({ value, unit, qualifier }) =>
      [value, unit, qualifier].filter((part) => part !== 'exact').join(' '),
  )
}

describe('figures of a report', () => {
  it.each([
    ['هزار و ۲۰۰ میلیارد تومان تسهیلات پرداخت شد.', ['1200000000000 تومان']],
    ['۳ هزار و ۲۶۵ مصوبه اجرا شد.', ['3265 مصوبه']],
    ['دو و نیم میلیون تن گندم خریداری شد.', ['2500000 تن']],
    ['۱/۵ میلیون نفر بیمه شدند.', ['1500000 نفر']],
    ['۱٫۵ میلیون نفر بیمه شدند.', ['1500000 نفر']],
    ['۱۴ همت اعتبار جذب شد.', ['14000000000000 تومان']],
    ['صادرات دو برابر شد.', ['2 برابر']],
    ['جذب ۱۱۷ درصدی منابع محقق شد.', ['117 درصد']],
    ['بیش از ۶۰۰ شغل ایجاد شد.', ['600 شغل more_than']],
    ['حدود ۹۰ میلیارد ریال وام پرداخت شد.', ['90000000000 ریال about']],
    ['۲۵ واحد از ۳۷ واحد راکد احیا شد.', ['25 واحد', '37 واحد']],
    ['استان رتبه دوم کشور را کسب کرد.', ['2 رتبه']],
    ['یزد عنوان نخست تولید کاشی را دارد.', ['1 رتبه']],
    ['1500میلیارد تومان هزینه شد.', ['1500000000000 تومان']],
    ['تا کنون527 پروزه واگذار شده است.', ['527 پروژه']],
    ['اکنون 60 کارگر به کار بازگشته اند.', ['60 نفر']],
    ['۷ هزار فرصت شغلی ایجاد شده است.', ['7000 شغل']],
    ['۱۵۰۰ گروه جهادی ساماندهی شد.', ['1500 گروه']],
    ['این چهارمین واحد تولیدی استان است که رونق گرفته است.', ['4 واحد']],
    ['یک‌سوم واحدها راکد است.', ['0.333333333333333 نسبت']],
    ['۵ تن از مدیران تقدیر شدند.', ['5 نفر']],
    ['536 بهره‌بردار فعالیت می‌کنند.', ['536 نفر']],
    ['۲۰ کارگروه تشکیل شد.', ['20 کارگروه']],
    ['۱۷ روستای هدف شناسایی شد.', ['17 روستا']],
  ])('%s', (text, expected) => {
    expect(figures(text)).toEqual(expected)
  })

  it.each([
    ['a date', 'این جلسه ۱۲ اردیبهشت ۱۴۰۰ برگزار شد.'],
    ['a year', 'در سال ۱۳۹۸ این طرح آغاز شد.'],
    ['a clock time', 'جلسه ساعت ۱۰ صبح برگزار شد.'],
    ['a telephone number', 'با شماره ۰۲۵۳۷۷۰۰۰۰۰ تماس بگیرید.'],
    ['an article of law', 'طبق ماده ۶۱ و تبصره ۱۸ اقدام شد.'],
    ['the number of a meeting', 'چهاردهمین جلسه کارگروه برگزار شد.'],
    ['an age', 'این کارآفرین ۴۵ ساله است.'],
    ['the year of a slogan', 'شعار سال ۱۴۰۰ «تولید، پشتیبانی‌ها، مانع‌زدایی‌ها» است.'],
    ['a stretch of time', 'این سد ۱۸ سال پیش آغاز شد و طی سه سال تمام می‌شود.'],
    ['talk', 'دو اولویت و سه موضوع داریم.'],
    ['the article', 'یک واحد تولیدی بازدید شد.'],
    ['a name', 'طرح «یک روستا، دو محصول» اجرا شد.'],
    ['a label', 'فاز ۲ منطقه ویژه افتتاح شد.'],
    ['a number nobody told', 'میلیاردها تومان پروژه در حال اجراست.'],
    ['a base', 'از هر ۱۰۰ نفر کسی نیامد.'],
  ])('is not %s', (_, text) => {
    expect(figures(text)).toEqual([])
  })
})

describe('what is asked, never guessed', () => {
  const only = (text: string) => extractDrafts(text, { vocabulary, publishedOn: '2021-05-01' })[0]

  it.each([
    ['عملكرد متوسط 5/21 تن در هكتار است.', [21.5, 5.21]],
    ['ارزش دلار به 84/0 يورو رسيد.', [0.84, 84]],
    ['ارزش دلار به 14/109 يورو رسيد.', [109.14, 14.109]],
    ['تولید به ۱۲.۵۰۰ تن رسید.', [12.5, 12500]],
  ])('%s', (text, alternatives) => {
    expect(only(text)).toMatchObject({ value: null, alternatives, flags: ['ambiguous-decimal'] })
  })

  it.each([
    ['نرخ بیکاری 2/ 11 درصد بود.', [11.2, 2.11], 'ambiguous-decimal'],
    ['6 هزار و 1182 خانوار بهره‌مند شدند.', [7182, 1182], 'implausible'],
    [
      'سرمایه ۳۵۷ میلیون و ۸۳۹ هزار و ۷۴۰ هزار ریال است.',
      [357_839_740_000, 358_579_000, 740_000],
      'implausible',
    ],
    ['۳۲ میلیارد ۸۶۰ میلیارد تومان هزینه شد.', [32.86e9, 860e9], 'implausible'],
  ])('a number that is misspelt: %s', (text, alternatives, flag) => {
    expect(only(text)).toMatchObject({
      value: null,
      alternatives,
      flags: expect.arrayContaining([flag]),
    })
  })

  it('a list gives its unit to each of its numbers', () => {
    const drafts = extractDrafts('با ظرفیت ۹۴ و ۶۷ تن افتتاح شد.', { vocabulary })
    expect(drafts.map(({ value, unit, flags }) => [value, unit, flags])).toEqual([
      [94, 'تن', ['unit-elided']],
      [67, 'تن', []],
    ])
  })

  it('a range is its low end with both ends to choose from', () => {
    expect(only('۳۰ تا ۴۰ درصد واحدها فعال شدند.')).toMatchObject({
      value: 30,
      alternatives: [30, 40],
      flags: ['range'],
    })
  })

  it('an elided unit and scale are taken from the figure before, and said so', () => {
    const [, second] = extractDrafts('صادرات از ۱.۲ میلیارد دلار به ۲.۴ رسید.', { vocabulary })
    expect(second).toMatchObject({ value: 2_400_000_000, unit: 'دلار', flags: ['unit-elided'] })
  })

  it('an elided currency is taken from the sentence', () => {
    const [, second] = extractDrafts('بودجه ۳۲ هزار میلیارد تومان و هزینه ۳۰ هزار میلیارد بود.', {
      vocabulary,
    })
    expect(second).toMatchObject({ value: 30e12, unit: 'تومان', flags: ['unit-elided'] })
  })

  it('a slip of a thousand is flagged', () => {
    const drafts = extractDrafts(
      'تسهیلات از ۳۲ هزار میلیارد تومان به ۳۶ میلیارد تومان افزایش یافت.',
      { vocabulary },
    )
    expect(drafts[1]).toMatchObject({
      flags: expect.arrayContaining(['implausible']),
      alternatives: [36e9, 36e12],
    })
  })

  it('a title that the body contradicts is flagged, one that it repeats is dropped', () => {
    const body =
      'استاندار یزد گفت: صادرات کاشی ۴۷۷ میلیون دلار بوده است.\nوی افزود: کار ادامه دارد.'
    const wrong = extractDrafts(`صادرات کاشی یزد ۷۷ میلیون دلار شد\n${body}`, { vocabulary })
    expect(wrong.map(({ value, flags }) => [value, flags])).toEqual([
      [77e6, ['title-disagrees']],
      [477e6, []],
    ])
    const same = extractDrafts(`صادرات کاشی یزد ۴۷۷ میلیون دلار شد\n${body}`, { vocabulary })
    expect(same.map(({ value }) => value)).toEqual([477e6])
  })
})
