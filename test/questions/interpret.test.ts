import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Question } from '../../src/questions/question.ts'
import { outcomeOf, questionOf, said, understandAll } from './vocabulary-for-tests.ts'

const FACTORIES = 'احیای واحدهای راکد صنعتی'
const MINES = 'احیای معادن راکد'
const JOBS = 'اشتغال واحدهای احیاشده'
const WHEAT = 'تولید گندم'
const PURCHASE = 'خرید تضمینی گندم'
const AREA = 'سطح زیر کشت گندم'
const LOANS = 'تسهیلات پرداختی بانک‌ها'

describe('one figure', () => {
  it.each([
    ['formal', 'در سال ۱۳۹۹ چند واحد راکد صنعتی در استان قم احیا شده است؟'],
    ['colloquial', 'پارسال چندتا کارخونه راکد تو قم برگشت به تولید؟'],
    ['keywords', 'احیای واحد راکد قم ۹۹'],
    ['no spaces', 'چندواحدراکددرقم احیاشد سال ۹۹'],
    ['Arabic letters', 'احياي واحدهاي راكد صنعتي قم ١٣٩٩'],
    ['a stretched word', 'احیای واحدهاااااای راکد صنعتی قم ۱۳۹۹'],
    ['kashida', 'احـیـای واحـدهای راکد قم ۱۳۹۹'],
    ['markup from the web', '<b>احیای</b>&nbsp;واحد&zwnj;های راکد قم ۱۳۹۹'],
    ['pictures and marks', '📊📊 احیای واحدهای راکد قم ۱۳۹۹؟؟؟ 🙏'],
    ['politeness', 'سلام. لطفاً آمار احیای واحدهای راکد قم در سال ۱۳۹۹ را بفرمایید. ممنون'],
    ['Finglish', 'vahed rakede ghom chandta ehya shod 1399'],
    ['a typing error in the name', 'احیای واحدهای راکذ قم ۱۳۹۹'],
    ['two typing errors', 'احیایی واحذهای راکد قم ۱۳۹۹'],
  ])('%s: %s', (_, text) => {
    expect(outcomeOf(text)).toEqual({ indicator: FACTORIES, place: 'قم', period: '1399' })
  })

  it.each<[string, Record<string, unknown>]>([
    ['تولید گندم', { indicator: WHEAT }],
    ['تولید گندم یزد', { indicator: WHEAT, place: 'یزد' }],
    ['معدن راکد قم چندتا احیا شد', { indicator: MINES, place: 'قم' }],
    ['خرید گندم یزد ۹۹', { indicator: PURCHASE, place: 'یزد', period: '1399' }],
    ['چند هکتار گندم در یزد کشت شد', { indicator: AREA, place: 'یزد', unit: 'هکتار' }],
    ['گندم یزد چند تن تولید شد', { indicator: WHEAT, place: 'یزد', unit: 'تن' }],
    ['چند نفر در واحدهای احیا شده قم شاغل شدند', { indicator: JOBS, place: 'قم', unit: 'نفر' }],
    ['شیرهای خام یزدی', { indicator: 'تولید شیر خام', place: 'یزد' }],
    ['صادرات غیر نفتی کرمان', { indicator: 'صادرات غیرنفتی', place: 'کرمان' }],
    ['واردات کرمان', { indicator: 'واردات کالا', place: 'کرمان' }],
    ['وام پرداختی بانکای قم چقدره', { indicator: LOANS, place: 'قم' }],
    ['تسهیلات مصوب قم ۱۴۰۰', { indicator: 'تسهیلات مصوب', place: 'قم', period: '1400' }],
    ['بیکاری یزد', { indicator: 'نرخ بیکاری', place: 'یزد' }],
    // Beside a permit it is no export.
    ['یزد چند تا جواز تاسیس صنعتی صادر کرده', { indicator: 'جواز تأسیس صنعتی', place: 'یزد' }],
    ['جوازهای تأسیسِ صنعتیِ یزد', { indicator: 'جواز تأسیس صنعتی', place: 'یزد' }],
    ['پروانه بهره برداری یزد', { indicator: 'پروانه بهره‌برداری صنعتی', place: 'یزد' }],
    ['نیروگاه خورشیدی یزد', { indicator: 'ظرفیت نیروگاه خورشیدی', place: 'یزد' }],
    ['برق خورشیدی یزد', { indicator: 'تولید برق خورشیدی', place: 'یزد' }],
    ['موانع تولید قم چیست؟', { indicator: 'موانع تولید', place: 'قم' }],
    ['هدف تولید گندم ۱۴۰۰', { indicator: WHEAT, period: '1400', kind: 'target' }],
    ['پیش بینی تولید گندم ۱۴۰۰', { indicator: WHEAT, period: '1400', kind: 'forecast' }],
    ['tolide gandome yazd 99', { indicator: WHEAT, place: 'یزد', period: '1399' }],
    ["j,gdn 'knl dcn", { indicator: WHEAT, place: 'یزد' }],
  ])('of its own indicator, not of a sister: %s', (text, expected) => {
    expect(outcomeOf(text)).toEqual(expected)
  })

  it.each([
    ['پاییز ۹۹', '1399-Q3'],
    ['شش ماهه اول ۱۳۹۹', '1399-H1'],
    ['تا پایان آذر ۱۳۹۹', '1399-01/1399-09'],
    ['دو سال پیش', '1398'],
    ['امسال', '1400'],
    ['سال نود و نه', '1399'],
    ['پارسال', '1399'],
    ['برج ۷ پارسال', '1399-07'],
    ['در ماه هفتم ۱۳۹۹', '1399-07'],
    ['تاکنون در سال جاری', '1400'],
    ['امسال تا الان', '1400'],
  ])('of the period that was said: %s', (period, notation) => {
    expect(outcomeOf(`تولید گندم یزد ${period}`)).toEqual({
      indicator: WHEAT,
      place: 'یزد',
      period: notation,
    })
  })
})

describe('more than a figure', () => {
  const wheat = { indicator: WHEAT, place: 'یزد' }

  it.each<[string, Record<string, unknown>]>([
    ['رشد تولید گندم یزد در ۱۳۹۹', { aspect: 'change', ...wheat, period: '1399' }],
    ['رشد تولید گندم یزد نسبت به ۱۳۹۸', { aspect: 'change', ...wheat, base: '1398' }],
    [
      'رشد تولید گندم یزد در ۱۳۹۹ نسبت به سال ۱۳۹۸',
      { aspect: 'change', ...wheat, period: '1399', base: '1398' },
    ],
    [
      'تولید گندم یزد در ۱۳۹۹ نسبت به سال قبل چقدر رشد کرد',
      { aspect: 'change', ...wheat, period: '1399', base: '1398' },
    ],
    ['تولید گندم یزد از ۹۵ تا ۹۹', { aspect: 'trend', ...wheat, period: '1395/1399' }],
    ['روند تولید گندم یزد', { aspect: 'trend', ...wheat }],
    ['تولید گندم یزد ۱۳۹۸ و ۱۳۹۹', { aspect: 'compare', ...wheat, period: '1398، 1399' }],
    ['تولید گندم یزد و کرمان', { aspect: 'compare', indicator: WHEAT, place: 'یزد، کرمان' }],
    [
      'تولید گندم در کدام استان بیشتر است، یزد یا کرمان؟',
      { aspect: 'compare', indicator: WHEAT, place: 'یزد، کرمان' },
    ],
    ['کدام استان بیشترین گندم را تولید کرد', { aspect: 'most', indicator: WHEAT }],
    ['۳ استان اول تولید گندم', { aspect: 'most', indicator: WHEAT, count: 3 }],
    [
      'پنج استان اول تولید گندم در ۱۳۹۹',
      { aspect: 'most', indicator: WHEAT, period: '1399', count: 5 },
    ],
    ['تولید گندم به تفکیک استان', { aspect: 'most', indicator: WHEAT, count: 100 }],
    ['کمترین بیکاری', { aspect: 'least', indicator: 'نرخ بیکاری' }],
    ['مجموع تولید گندم یزد و قم', { aspect: 'total', indicator: WHEAT, place: 'یزد، قم' }],
    ['میانگین تولید گندم کشور', { aspect: 'average', indicator: WHEAT, place: 'ایران' }],
    ['رتبه یزد در تولید گندم', { aspect: 'rank', ...wheat }],
    ['سهم یزد از تولید گندم کشور', { aspect: 'share', ...wheat }],
    ['منبع تولید گندم یزد', { aspect: 'source', ...wheat }],
    ['تعریف نرخ بیکاری', { aspect: 'definition', indicator: 'نرخ بیکاری' }],
    ['چه آماری از قم داری', { aspect: 'list', place: 'قم' }],
    ['یزد', { aspect: 'list', place: 'یزد' }],
    [
      'چند درصد هدف احیای واحدهای راکد قم محقق شد',
      { aspect: 'achieved', indicator: FACTORIES, place: 'قم', unit: 'درصد' },
    ],
    [
      'هدف و عملکرد احیای واحدهای راکد قم ۱۳۹۹',
      { aspect: 'target_and_actual', indicator: FACTORIES, place: 'قم', period: '1399' },
    ],
    [
      'تسهیلات پرداختی بانک‌های قم به ریال',
      { indicator: LOANS, place: 'قم', unit: 'ریال', convert: true },
    ],
  ])('%s', (text, expected) => {
    expect(outcomeOf(text)).toEqual(expected)
  })
})

describe('what may mean several things is asked back', () => {
  it.each([
    ['گندم یزد', [`${WHEAT}، یزد`, `${PURCHASE}، یزد`, `${AREA}، یزد`]],
    ['راکد', [MINES, FACTORIES]],
    // Half a name may be another thing.
    ['وام بانکای قم چقدره', [`${LOANS}، قم`]],
    ['تسهیلات قم', ['تسهیلات مصوب، قم', `${LOANS}، قم`]],
    ['جواز یزد', ['جواز تأسیس صنعتی، یزد']],
    [
      'تولید گندم خراسان',
      [`${WHEAT}، خراسان رضوی`, `${WHEAT}، خراسان شمالی`, `${WHEAT}، خراسان جنوبی`],
    ],
    ['خراسان', ['خراسان رضوی', 'خراسان شمالی', 'خراسان جنوبی']],
    ['تولید گندم کرمانشا', [`${WHEAT}، کرمانشاه`, `${WHEAT}، کرمان`]],
    ['تولید گندم کرماناه', [`${WHEAT}، کرمانشاه`, `${WHEAT}، کرمان`]],
    // «کندم» and «گند» are Persian words: taking them for wheat is a guess.
    ['تولید کندم یزد', [`${WHEAT}، یزد`]],
    ['تولید گند یزد', [`${WHEAT}، یزد`]],
    // How many there are is not how many were revived.
    ['چند واحد راکد در قم وجود دارد', [`${FACTORIES}، قم`]],
    // A unit of another dimension casts doubt on the name.
    ['تولید گندم یزد در سال ۹۹ چند میلیون دلار بود', [`${WHEAT}، یزد`]],
    ['صادرات غیرنفتی کرمان چند تن بود', ['صادرات غیرنفتی، کرمان']],
    ['چند موانع تولید قم', ['موانع تولید، قم']],
    // All exports are more than those without oil.
    ['صادرات کرمان', ['صادرات غیرنفتی، کرمان']],
  ])('%s', (text, choices) => {
    expect(outcomeOf(text)).toEqual({ choices })
  })
})

describe('what must not be answered', () => {
  it.each([
    // Another thing than the one that is counted.
    ['چند واحد مسکونی در قم احیا شد', 'واحد مسکونی'],
    ['احیای واحدهای مسکونی قم', 'مسکونی'],
    ['احیای موتور قم', 'موتور'],
    ['بیمارستان راکد قم', 'بیمارستان'],
    ['صادرات نفتی کرمان', 'نفتی'],
    ['پروانه ساخت یزد', 'ساخت'],
    ['تولید نان یزد', 'تولید نان'],
    ['تولید شیر خشک یزد', 'تولید شیر خشک'],
    ['تولید گاز یزد', 'تولید گاز'],
    ['تولید گندم دیم یزد', 'دیم'],
    ['خرید تضمینی جو یزد', 'خرید تضمینی'],
    ['سطح زیر کشت جو یزد', 'سطح زیر کشت'],
    ['واردات گندم یزد', 'گندم'],
    ['فروش گندم یزد', 'فروش'],
    ['مصرف گندم یزد', 'مصرف'],
    ['قیمت گندم یزد', 'قیمت'],
    // A place that is none of ours, also where its name is near one.
    ['تولید گندم هرات', 'هرات'],
    ['تولید گندم ارومیه', 'ارومیه'],
    // Conditions, exceptions and reasons.
    ['تولید گندم یزد به جز کاشان', 'جز'],
    ['تولید گندم یزد بدون کاشان', 'بدون'],
    ['چرا گندم یزد کم شد', 'چرا'],
    ['چزا گندم یزد کم شد', 'چزا'],
    ['یمت گندم یزد', 'یمت'],
    ['جز یزد تولید گندم استان‌ها', 'جز'],
    ['بدون یزد مجموع تولید گندم', 'بدون'],
    ['سوای قم تولید گندم کشور', 'سوای'],
    ['استان‌هایی که تولید گندم بیش از یک میلیون تن دارند', 'بیش میلیون'],
    ['تولید گندم یزد بیشتر از ۱۰۰ تن', '100'],
    ['اگر گندم ارزان شود تولید یزد چقدر می‌شود', 'اگر ارزان'],
    ['تولید گندم یزد ۳۲ آذر ۱۳۹۹', '32'],
    // A quotient of two places is none of their figures.
    ['نسبت تولید گندم یزد به کرمان', 'نسبت'],
    // What was not done is another figure, a letter away from the verb.
    ['چند تن گندم در یزد نخریدند', 'نخریدند'],
    ['چقدر گندم یزد رو نتونستن بدن', 'نتونستن'],
    // What is needed, sent out or issued is not what there is; men are not all.
    ['یزد چند تن گندم لازم دارد', 'لازم'],
    ['تولید گندم مورد نیاز یزد', 'نیاز'],
    ['چقدر گندم یزد صادر شد', 'صادر شد'],
    ['تولید گندم آقایان یزد', 'آقایان'],
    // Secondary schools are no mean.
    ['تولید گندم متوسطه یزد', 'متوسطه'],
    // Potatoes are no apples, nor does earth say nothing.
    ['تولید گندم زمینی یزد', 'زمینی'],
    // What is counted asks for something else than what it makes.
    ['تعداد کشاورزان گندم یزد', 'کشاورزان'],
    ['کشاورزان زن تولید گندم یزد', 'کشاورزان زن'],
    ['ارزش تولید گندم یزد', 'ارزش'],
    // What is asked of several things together is not asked of each.
    ['میانگین تولید گندم و جو یزد', 'جو'],
    ['تولید گندم و نان یزد', 'نان'],
  ])('%s: «%s» stands in the way', (text, words) => {
    expect(outcomeOf(text)).toEqual({ unexplained: words })
  })

  it.each(['قیمت دلار', '۱۳۹۹', 'چقدر', 'تولید', 'واحد', 'سال قبلش؟', 'منبعش؟', 'بادی'])(
    'nothing of it is ours: %s',
    (text) => {
      expect(outcomeOf(text)).toBe('not_understood')
    },
  )

  it.each(['راهنما', 'کمکم کن', 'چه کارایی بلدی؟', 'منو', 'سلام، راهنمایی'])(
    'a call for help: %s',
    (text) => {
      expect(outcomeOf(text)).toBe('help')
    },
  )

  it.each(['سلام', 'ممنون', 'سلام، وقت بخیر'])('only a greeting: %s', (text) => {
    expect(outcomeOf(text)).toBe('help')
  })
})

describe('who makes a thing, where, and what its unit measures say nothing beside it', () => {
  it.each([
    'گندم تولیدشده در مزارع یزد',
    'کشاورزان یزد چقدر گندم تولید کردند',
    'میزان گندم تولیدی کشاورزای یزد',
    'حجم تولید گندم یزد',
    'محصول گندم تولیدشده یزد چند تن است',
    'پارسال یزد چند تن گندم داد',
  ])('%s', (text) => {
    expect(outcomeOf(text)).toMatchObject({ indicator: WHEAT, place: 'یزد' })
  })

  it.each([
    ['مساحت زیر کشت گندم یزد چند هکتار است', AREA],
    ['نیروگاه‌های یزد چند مگاوات‌ساعت برق خورشیدی تولید کردند', 'تولید برق خورشیدی'],
    ['ارزش صادرات غیرنفتی کرمان', 'صادرات غیرنفتی'],
  ])('%s', (text, indicator) => {
    expect(outcomeOf(text)).toMatchObject({ indicator })
  })
})

describe('how many became so is not how many are', () => {
  it.each(['چند معدن راکد شد در یزد', 'احیای معادن یزد چند مورد راکد شدند'])('%s', (text) => {
    expect(outcomeOf(text)).not.toHaveProperty('indicator')
  })
})

describe('half a name', () => {
  // No sister shares it, and still the narrower thing must not answer for the wider one.
  it.each(['تولید برق یزد', 'سطح زیر کشت یزد'])('%s', (text) => {
    expect(outcomeOf(text)).not.toHaveProperty('indicator')
  })

  it('a part of another whole: گندم یزد چند درصد تولید استان است', () => {
    expect(outcomeOf('گندم یزد چند درصد تولید استان است')).not.toHaveProperty('indicator')
  })

  it('less than half a name: اشتغال قم', () => {
    expect(outcomeOf('اشتغال قم')).not.toHaveProperty('indicator')
  })

  // Things counted may go by several nouns, but people are no factories.
  it('واحد راکد قم چند نفر', () => {
    expect(outcomeOf('واحد راکد قم چند نفر')).not.toHaveProperty('indicator')
  })
})

describe('a follow-up', () => {
  const asked = (text: string) => questionOf(text)
  const WHEAT_99 = asked('تولید گندم یزد ۱۳۹۹')
  const latest: Question = {
    ...asked('تولید گندم یزد'),
    periods: { value: ['1400'], origin: 'assumed' },
  }

  it.each<[string, Question, Record<string, unknown>]>([
    ['در کرمان چطور؟', WHEAT_99, { indicator: WHEAT, place: 'کرمان', period: '1399' }],
    ['سال قبلش؟', WHEAT_99, { indicator: WHEAT, place: 'یزد', period: '1398' }],
    ['۱۳۹۷', WHEAT_99, { indicator: WHEAT, place: 'یزد', period: '1397' }],
    [
      'هدفش چقدر بود؟',
      WHEAT_99,
      { indicator: WHEAT, place: 'یزد', period: '1399', kind: 'target' },
    ],
    ['منبعش؟', WHEAT_99, { aspect: 'source', indicator: WHEAT, place: 'یزد', period: '1399' }],
    // Of one year nothing can be drawn.
    ['نمودارش', WHEAT_99, { aspect: 'trend', indicator: WHEAT, place: 'یزد' }],
    ['واردات چقدر؟', WHEAT_99, { indicator: 'واردات کالا', place: 'یزد', period: '1399' }],
    // The latest year of one place is not asked for of another.
    ['در کرمان چطور؟', latest, { indicator: WHEAT, place: 'کرمان' }],
    ['سال قبلش؟', latest, { indicator: WHEAT, place: 'یزد', period: '1399' }],
    // Words that name another indicator together with those of the one asked before.
    ['جو چی؟', WHEAT_99, { indicator: 'تولید جو', place: 'یزد', period: '1399' }],
    // Of all provinces, not of the one asked before.
    ['کدوم استان بیشتره؟', WHEAT_99, { aspect: 'most', indicator: WHEAT, period: '1399' }],
    [
      'نسبت به ۱۳۹۹',
      WHEAT_99,
      { aspect: 'change', indicator: WHEAT, place: 'یزد', period: '1399', base: '1398' },
    ],
  ])('%s (%#)', (text, previous, expected) => {
    expect(said(questionOf(text, { previous }))).toEqual(expected)
  })

  it('tells what it kept from what was said', () => {
    const { indicator, places, periods } = questionOf('در کرمان چطور؟', { previous: WHEAT_99 })
    expect([indicator?.origin, places?.origin, periods?.origin]).toEqual([
      'previous',
      'said',
      'previous',
    ])
  })

  it.each(['بیمارستانش؟', 'در هرات چطور؟', 'قیمتش؟'])(
    'is refused with a word unknown: %s',
    (text) => {
      expect(outcomeOf(text, { previous: WHEAT_99 })).not.toHaveProperty('indicator')
    },
  )

  it('does not hold back a new question', () => {
    expect(outcomeOf('نرخ بیکاری قم ۱۴۰۰', { previous: WHEAT_99 })).toEqual({
      indicator: 'نرخ بیکاری',
      place: 'قم',
      period: '1400',
    })
  })
})

describe('two questions in one message', () => {
  it('are two interpretations, the second of which follows the first', () => {
    const found = understandAll('تولید گندم یزد در ۱۳۹۹ چقدر بود؟ و واردات چقدر؟')
    expect(found.map((one) => one.status)).toEqual(['understood', 'understood'])
    const second = found[1]
    expect(second?.status === 'understood' && said(second.reading.question)).toEqual({
      indicator: 'واردات کالا',
      place: 'یزد',
      period: '1399',
    })
  })
})

describe('several indicators in one breath', () => {
  it.each([
    ['تولید گندم و جو یزد', [WHEAT, 'تولید جو']],
    ['جواز تاسیس و پروانه بهره برداری صنعتی یزد', ['جواز تأسیس صنعتی', 'پروانه بهره‌برداری صنعتی']],
  ])('%s', (text, indicators) => {
    const each = understandAll(text).map((one) =>
      one.status === 'understood' ? said(one.reading.question) : one.status,
    )
    expect(each).toEqual(indicators.map((indicator) => ({ indicator, place: 'یزد' })))
  })
})

describe('properties', () => {
  it('any text of any Unicode has an interpretation', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        expect(understandAll(text).length).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })

  it('words of no meaning never become an answer', () => {
    const word = fc.constantFrom('بلبلاوت', 'شمشکوند', 'زرغنا', 'قلاچ', 'xyzzy', 'هپروت', 'جیزقک')
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const before = understandAll(words.join(' '))
        expect(before.every((one) => one.status !== 'understood')).toBe(true)
        const inside = understandAll(`تولید گندم ${words.join(' ')} یزد`)
        expect(inside.every((one) => one.status !== 'understood')).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('a message of any length takes no more than its first part', () => {
    const long = `تولید گندم یزد ${'لطفا '.repeat(5000)}`
    expect(understandAll(long)).toHaveLength(1)
  })
})
