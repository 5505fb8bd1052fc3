import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Answer } from '../../src/answers/answer.ts'
import type { Store } from '../../src/facts/open.ts'
import { ROWS } from './rows-for-tests.ts'
import {
  brief,
  type Chat,
  chatOn,
  suite as describe,
  stated,
  storeWith,
} from './store-for-tests.ts'

let store: Store
let chat: Chat

beforeAll(async () => {
  store = await storeWith(ROWS)
  chat = chatOn(store)
})
afterAll(() => store.close())

const answered = (...figures: string[]) => ({ status: 'answered', figures })
const textOf = async (question: string) => (await chat.ask(question)).text

describe('one figure', () => {
  it.each([
    ['تولید گندم یزد ۱۳۹۹', '150000 تن یزد 1399'],
    ['the newest, where no year is said', 'تولید گندم یزد', '150000 تن یزد 1399'],
    ['a target', 'هدف تولید گندم یزد ۱۴۰۰', '200000 تن یزد 1400 target'],
    ['a forecast', 'پیش‌بینی تولید گندم یزد ۱۴۰۰', '180000 تن یزد 1400 forecast'],
    [
      'what is to come is a target',
      'تولید گندم یزد در سال ۱۴۰۰ چقدر می‌شود',
      '200000 تن یزد 1400 target',
    ],
    ['a year rather than its quarter', 'نرخ بیکاری یزد', '9.5 درصد یزد 1399'],
    ['a quarter', 'نرخ بیکاری یزد پاییز ۹۹', '10 درصد یزد 1399-Q3'],
    [
      'with its qualifier',
      'تسهیلات پرداختی بانک‌های قم تاکنون',
      'more_than 1200000000000 تومان قم ../1400',
    ],
    ['a stored rank', 'رتبه کرمان در صادرات غیرنفتی', '3 رتبه کرمان 1399 rank'],
    ['a stored share', 'سهم کرمان از صادرات غیرنفتی', '2.5 درصد کرمان 1399 share'],
    ['a statement', 'موانع تولید قم چیست؟', '«بانکی، مالیاتی و تأمین اجتماعی» قم 1400'],
    ['its source', 'منبع تولید گندم یزد ۱۳۹۹', '150000 تن یزد 1399'],
    ['of the country', 'کل تولید گندم کشور', '12000000 تن ایران 1399'],
  ])('%s: %s', async (...row) => {
    const [question, figure] = row.slice(-2) as [string, string]
    expect(stated(await chat.ask(question))).toEqual(answered(figure))
  })
})

describe('the year of most or least, of one place', () => {
  it.each([
    ['در کدام سال بیشترین تولید گندم یزد بود', '150000 تن یزد 1399'],
    ['تولید گندم یزد در چه سالی از همه کمتر بود', '80000 تن یزد 1397'],
    ['رکورد تولید گندم یزد در چه سالی بود', '150000 تن یزد 1399'],
  ])('%s', async (question, figure) => {
    expect(stated(await chat.ask(question))).toEqual(answered(figure))
  })

  it('is not told where no order is asked for', async () => {
    expect((await chat.ask('تولید گندم یزد در کدام سال بود')).figures).toEqual([])
  })
})

describe('the best and the worst', () => {
  it('is most or least: the asker tells which', async () => {
    const { status, choices, figures } = await chat.ask('بهترین استان در تولید گندم ۱۳۹۹')
    expect({ status, figures }).toEqual({ status: 'choices', figures: [] })
    expect(choices.map(({ label }) => label)).toEqual([
      'تولید گندم، سال ۱۳۹۹، بیشترین',
      'تولید گندم، سال ۱۳۹۹، کمترین',
    ])
  })

  it('is no slip of «برتر»', async () => {
    expect((await chat.ask('تولید گندم کدام استان بدتر است')).figures).toEqual([])
  })
})

describe('what is not added up', () => {
  it.each([
    ['years with a gap', 'مجموع تولید گندم یزد ۱۳۹۷ و ۱۳۹۹'],
    ['a year and a half', 'مجموع تولید گندم یزد در ۱۳۹۸ و نیمه اول ۱۳۹۹'],
  ])('%s: %s', async (_, question) => {
    const { status, figures } = await chat.ask(question)
    expect({ status, figures }).toEqual({ status: 'not_found', figures: [] })
  })

  it('and a county is no province to be ranked', async () => {
    expect((await chat.ask('کدام شهرستان بیشترین تولید گندم را داشت')).figures).toEqual([])
  })
})

describe('years as they are written', () => {
  it.each([
    ['تولید گندم یزد سال ۳۹۹', ['150000 تن یزد 1399']],
    ['تولید گندم یزد ۹۸ و ۱۳۹۹ را مقایسه کن', ['100000 تن یزد 1398', '150000 تن یزد 1399']],
  ])('%s', async (question, figures) => {
    expect(stated(await chat.ask(question))).toEqual(answered(...figures))
  })
})

describe('a computed figure', () => {
  it.each([
    ['چند درصد هدف احیای واحدهای راکد قم محقق شد', '148 درصد قم 1399 share = ۳۷ ÷ ۲۵'],
    ['احیای واحدهای راکد قم چند تا بیشتر از هدف بود', '12 واحد قم 1399 = ۳۷ − ۲۵'],
    ['احیای واحدهای راکد یزد چقدر از هدف عقب بود', '-10 واحد یزد 1399 = ۴۰ − ۵۰'],
    ['رشد تولید گندم یزد در ۱۳۹۹', '50 درصد یزد 1399 change = (۱۵۰٬۰۰۰ − ۱۰۰٬۰۰۰) ÷ ۱۰۰٬۰۰۰'],
    // «سال گذشته» beside a year is the one before it, whenever it is asked.
    [
      'رشد تولید گندم یزد در ۱۳۹۸ نسبت به سال گذشته',
      '25 درصد یزد 1398 change = (۱۰۰٬۰۰۰ − ۸۰٬۰۰۰) ÷ ۸۰٬۰۰۰',
    ],
    [
      'کدام استان بیشترین رشد تولید گندم را در ۱۳۹۹ داشت',
      '50 درصد یزد 1399 change = (۱۵۰٬۰۰۰ − ۱۰۰٬۰۰۰) ÷ ۱۰۰٬۰۰۰',
    ],
    [
      'کمترین رشد تولید گندم ۱۳۹۹',
      'more_than 20 درصد کرمان 1399 change = (۳۰۰٬۰۰۰ − ۲۵۰٬۰۰۰) ÷ ۲۵۰٬۰۰۰',
    ],
    [
      'رشد تولید گندم یزد نسبت به سال ۱۳۹۷',
      '87.5 درصد یزد 1399 change = (۱۵۰٬۰۰۰ − ۸۰٬۰۰۰) ÷ ۸۰٬۰۰۰',
    ],
    [
      'تولید گندم یزد از ۱۳۹۷ تا ۱۳۹۹ چقدر رشد کرد',
      '87.5 درصد یزد 1399 change = (۱۵۰٬۰۰۰ − ۸۰٬۰۰۰) ÷ ۸۰٬۰۰۰',
    ],
    ['سهم یزد از تولید گندم کشور', '1.25 درصد یزد 1399 share = ۱۵۰٬۰۰۰ ÷ ۱۲٬۰۰۰٬۰۰۰'],
    // «بیش از» of a part is «بیش از» of its share.
    ['سهم کرمان از تولید گندم کشور', 'more_than 2.5 درصد کرمان 1399 share = ۳۰۰٬۰۰۰ ÷ ۱۲٬۰۰۰٬۰۰۰'],
    ['رتبه یزد در تولید گندم', '3 رتبه یزد 1399 rank = رتبه در میان ۴ استانی که رقمشان را دارم'],
    ['مجموع تولید گندم یزد و قم در ۱۳۹۹', '200000 تن یزد + قم 1399 = ۱۵۰٬۰۰۰ + ۵۰٬۰۰۰'],
    [
      'مجموع تولید گندم یزد از ۱۳۹۷ تا ۱۳۹۹',
      '330000 تن یزد 1397/1399 = ۸۰٬۰۰۰ + ۱۰۰٬۰۰۰ + ۱۵۰٬۰۰۰',
    ],
    ['میانگین تولید گندم یزد و قم', '100000 تن یزد + قم 1399 = (۱۵۰٬۰۰۰ + ۵۰٬۰۰۰) ÷ ۲'],
    [
      'تسهیلات پرداختی بانک‌های قم به ریال',
      'more_than 12000000000000 ریال قم ../1400 = ۱٬۲۰۰٬۰۰۰٬۰۰۰٬۰۰۰ × ۱۰',
    ],
    ['تولید گندم یزد ۱۳۹۹ به کیلوگرم', '150000000 کیلوگرم یزد 1399 = ۱۵۰٬۰۰۰ × ۱٬۰۰۰'],
  ])('%s', async (question, figure) => {
    expect(stated(await chat.ask(question))).toEqual(answered(figure))
  })

  it('carries its inputs with their sources, and shows the working', async () => {
    const { figures, text } = await chat.ask('رشد تولید گندم یزد در ۱۳۹۹')
    const inputs = figures[0]?.derived?.inputs ?? []
    expect(inputs.map(brief)).toEqual(['150000 تن یزد 1399', '100000 تن یزد 1398'])
    expect(inputs.every(({ source }) => source?.publisher === 'ایرنا')).toBe(true)
    expect(text).toContain('محاسبه: (۱۵۰٬۰۰۰ − ۱۰۰٬۰۰۰) ÷ ۱۰۰٬۰۰۰')
    expect(text).toContain('۵۰ درصد افزایش')
  })

  it('says on which side of the target it lies', async () => {
    expect(await textOf('احیای واحدهای راکد قم چند تا بیشتر از هدف بود')).toContain('بالاتر از هدف')
    expect(await textOf('احیای واحدهای راکد یزد چقدر از هدف عقب بود')).toContain('پایین‌تر از هدف')
  })

  it('is shown exactly, and said to be about that where it cannot be', async () => {
    expect(await textOf('مجموع صادرات غیرنفتی کرمان و یزد')).toContain('۱٫۲۵ میلیارد دلار')
    expect(await textOf('میانگین تولید گندم یزد و قم و خراسان رضوی')).toContain(
      'حدود ۲۶۶ هزار و ۶۶۷ تن',
    )
  })
})

describe('several figures', () => {
  it.each([
    ['هدف و عملکرد احیای واحدهای راکد قم ۱۳۹۹', ['37 واحد قم 1399', '25 واحد قم 1399 target']],
    ['تولید گندم یزد و کرمان', ['150000 تن یزد 1399', 'more_than 300000 تن کرمان 1399']],
    ['تولید گندم یزد ۱۳۹۷ و ۱۳۹۹', ['80000 تن یزد 1397', '150000 تن یزد 1399']],
    ['کدام استان بیشترین گندم را تولید کرد', ['600000 تن خراسان رضوی 1399']],
    ['کدام استان کمترین گندم را تولید کرد', ['50000 تن قم 1399']],
    ['دو استان اول تولید گندم', ['600000 تن خراسان رضوی 1399', 'more_than 300000 تن کرمان 1399']],
    ['روند تولید گندم یزد', ['80000 تن یزد 1397', '100000 تن یزد 1398', '150000 تن یزد 1399']],
    [
      'نمودار تولید گندم یزد از ۹۷ تا ۹۹',
      ['80000 تن یزد 1397', '100000 تن یزد 1398', '150000 تن یزد 1399'],
    ],
    [
      'چه آماری از کرمان داری',
      [
        'more_than 300000 تن کرمان 1399',
        '900000000 دلار کرمان 1399',
        '850000000 دلار کرمان 1399',
        '3 رتبه کرمان 1399 rank',
        '2.5 درصد کرمان 1399 share',
        '11 درصد کرمان 1399',
      ],
    ],
  ])('%s', async (question, figures) => {
    const { status, figures: given } = stated(await chat.ask(question))
    expect([status, [...given].sort()]).toEqual(['answered', [...figures].sort()])
  })

  it('come oldest first in a trend, best first in a ranking', async () => {
    const trend = (await chat.ask('روند تولید گندم یزد')).figures.map(({ period }) => period)
    expect(trend).toEqual(['1397', '1398', '1399'])
    const { figures, nearby } = await chat.ask('کدام استان بیشترین گندم را تولید کرد')
    const values = [...figures, ...nearby].map(({ value }) => value ?? 0)
    expect(values).toEqual([...values].sort((a, b) => b - a))
  })

  it('tell how far two lie apart', async () => {
    expect(await textOf('تولید گندم یزد ۱۳۹۷ و ۱۳۹۹')).toContain(
      'تفاوت: ۷۰ هزار تن بیشتر در سال ۱۳۹۹ (۸۰٬۰۰۰ − ۱۵۰٬۰۰۰)',
    )
  })
})

describe('what is not held', () => {
  it.each([
    ['another year', 'تولید گندم قم ۱۳۹۸'],
    ['another place', 'تولید گندم اصفهان'],
    ['a county of the same name', 'تولید گندم شهرستان قم'],
    ['another kind', 'پیش‌بینی تولید گندم کرمان'],
    ['done, where only a target is known', 'تولید گندم یزد در سال ۱۴۰۰ چقدر بود'],
    ['an indicator without figures', 'تولید جو یزد'],
    ['a definition', 'تعریف تولید گندم'],
    ['one half of a comparison', 'تولید گندم یزد و قم در ۱۳۹۸'],
    ['one year of a sum', 'مجموع تولید گندم یزد از ۱۳۹۶ تا ۱۳۹۹'],
    ['a mean of percentages', 'میانگین نرخ بیکاری استان‌ها'],
    ['a sum of percentages', 'مجموع نرخ بیکاری یزد و کرمان'],
    ['a rank among two', 'رتبه یزد در صادرات غیرنفتی'],
    ['growth without an earlier year', 'رشد تولید گندم قم'],
    ['a target that was never set', 'چند درصد هدف تولید گندم قم محقق شد'],
    ['an unknown word', 'قیمت گندم یزد'],
    ['an exception', 'تولید گندم کشور به جز یزد'],
  ])('%s is refused without a figure: %s', async (_, question) => {
    const answer = await chat.ask(question)
    expect(stated(answer)).toEqual({ status: 'not_found', figures: [] })
    expect(answer.text).not.toBe('')
  })

  it('is followed by the nearest figures, each under its own label', async () => {
    const { nearby, text } = await chat.ask('تولید گندم قم ۱۳۹۸')
    expect(nearby.map(brief)).toEqual(['50000 تن قم 1399'])
    expect(text).toContain('این رقم را ندارم:\nتولید گندم، قم، سال ۱۳۹۸')
    expect(text).toContain('پاسخ پرسش شما نیستند')
    expect(text).toContain('قم، سال ۱۳۹۹ (عملکرد): ۵۰ هزار تن')
  })

  it('tells why it cannot be computed', async () => {
    expect(await textOf('میانگین نرخ بیکاری استان‌ها')).toContain('جمع‌پذیر نیست')
    expect(await textOf('قیمت گندم یزد')).toContain('«قیمت»')
  })
})

describe('what the reply says besides', () => {
  it.each([
    ['the source', 'تولید گندم یزد ۱۳۹۹', 'منبع: ایرنا، گزارش سالانه، تاریخ انتشار: ۱۴۰۰/۰۲/۰۱'],
    ['an unknown date', 'موانع تولید قم', 'تاریخ انتشار: نامعلوم'],
    ['the speaker', 'موانع تولید قم', 'گوینده: استاندار'],
    ['the quote', 'موانع تولید قم', '«موانع تولید: بانکی، مالیاتی و تأمین اجتماعی»'],
    ['an inferred year', 'احیای واحدهای راکد قم ۱۳۹۹', 'سال در خبر نیامده و استنباط شده است.'],
    ['an inferred year in a list', 'چه آماری از قم داری', 'استنباط شده است'],
    ['the target beside', 'احیای واحدهای راکد قم ۱۳۹۹', 'هدف همان دوره: ۲۵ واحد؛ تحقق: ۱۴۸ درصد'],
    ['the qualifier', 'تسهیلات پرداختی بانک‌های قم تاکنون', 'بیش از هزار و ۲۰۰ میلیارد تومان'],
    ['a period not said', 'تولید گندم یزد', 'دوره را نگفتید'],
    ['a place not said', 'تسهیلات پرداختی بانک‌ها', 'مکان را نگفتید؛ تنها رقم موجود از قم است.'],
    ['a correction', 'تولید گندم یزذ ۱۳۹۹', '«یزذ» را «یزد» خواندم.'],
    ['a conversion', 'تسهیلات پرداختی بانک‌های قم به همت', 'بیش از ۱٫۲ همت'],
    [
      'the unit asked for beside its own',
      'تولید گندم کرمان ۱۳۹۹ چند کیلوگرم بود؟',
      'تبدیل: بیش از ۳۰۰ میلیون کیلوگرم (× ۱٬۰۰۰)',
    ],
    ['who published a ranking', 'دو استان اول تولید گندم', 'منبع: ایرنا'],
    ['who published a rank', 'رتبه یزد در تولید گندم', 'منبع: ایرنا'],
    ['a definition', 'تعریف نرخ بیکاری', 'سهم بیکاران از جمعیت فعال'],
  ])('%s: %s', async (_, question, words) => {
    expect(await textOf(question)).toContain(words)
  })
})

describe('two sources that disagree', () => {
  it('stand side by side', async () => {
    const answer = await chat.ask('صادرات غیرنفتی کرمان ۱۳۹۹')
    expect(answer.figures.map(({ value }) => value).sort()).toEqual([850_000_000, 900_000_000])
    expect(answer.figures.map(({ source }) => source?.title).sort()).toEqual([
      'گزارش استانداری',
      'گزارش گمرک',
    ])
    expect(answer.text).toContain('دو منبع رقم‌های متفاوت داده‌اند')
  })

  it.each([
    ['صادرات غیرنفتی کرمان و یزد', ['۹۰۰ میلیون', '۸۵۰ میلیون']],
    ['مجموع صادرات غیرنفتی کرمان و یزد', ['۹۰۰ میلیون', '۸۵۰ میلیون', 'منبع دیگری']],
    ['کدام استان بیشترین صادرات غیرنفتی را داشت', ['ممکن است فرق کند: کرمان']],
  ])('are both told of where one of them was used: %s', async (question, words) => {
    const { text } = await chat.ask(question)
    for (const said of words) expect(text).toContain(said)
  })
})

describe('what may mean several things', () => {
  it.each([
    ['احیای واحدهای راکد', ['قم، احیای واحدهای راکد صنعتی', 'یزد، احیای واحدهای راکد صنعتی']],
    ['گندم خراسان رضوی', ['تولید گندم، خراسان رضوی']],
  ])('%s', async (question, labels) => {
    const answer: Answer = await chat.ask(question)
    if (answer.status === 'answered') {
      // The only reading that is held is meant.
      expect(labels).toHaveLength(1)
      return
    }
    expect(answer.status).toBe('choices')
    expect(answer.choices.map(({ label }) => label)).toEqual(labels)
    expect(answer.figures).toEqual([])
  })

  it('the only thing that may be meant is asked about, and its figure shown beside', async () => {
    const answer = await chat.ask('پرداختی بانک‌های قم')
    expect(stated(answer)).toEqual({ status: 'choices', figures: [] })
    expect(answer.nearby.map(brief)).toEqual(['more_than 1200000000000 تومان قم ../1400'])
    expect(answer.text).toContain('اگر همین است، رقمش:')
  })

  it('each choice leads to its answer', async () => {
    const { choices } = await chat.ask('احیای واحدهای راکد')
    const context = { now: new Date('2021-05-01T08:00:00Z'), previous: null, defaultPlaceId: null }
    const answers = await Promise.all(
      choices.map(({ question }) => chat.asker.answer(question, context)),
    )
    expect(answers.map((one) => one.figures.map(brief))).toEqual([
      ['37 واحد قم 1399'],
      ['40 واحد یزد 1399'],
    ])
  })

  it('the default place of the chat is taken, and said', async () => {
    const place = (await chat.ask('تولید گندم یزد')).understood?.places?.value[0] ?? null
    const answer = await chat.ask('احیای واحدهای راکد', { defaultPlaceId: place })
    expect(answer.figures.map(brief)).toEqual(['40 واحد یزد 1399'])
    expect(answer.reading?.origins.place).toBe('default')
    expect(answer.text).toContain('مکان پیش‌فرض این گفتگو (یزد)')
  })
})

describe('a conversation', () => {
  it.each([
    [['تولید گندم یزد ۱۳۹۹', 'در کرمان چطور؟'], 'more_than 300000 تن کرمان 1399'],
    [['تولید گندم یزد ۱۳۹۹', 'سال قبلش؟'], '100000 تن یزد 1398'],
    [['تولید گندم یزد', 'سال قبلش؟', 'سال قبلش؟'], '80000 تن یزد 1397'],
    [['تولید گندم یزد ۱۴۰۰', 'هدفش؟'], '200000 تن یزد 1400 target'],
    [['تولید گندم یزد ۱۳۹۹', 'منبعش؟'], '150000 تن یزد 1399'],
    [['تولید گندم یزد ۱۳۹۹', 'در کرمان چطور؟', 'سال قبلش؟'], '250000 تن کرمان 1398'],
    // But two names: said as one goes on, of the same year.
    [['تولید گندم کرمان ۱۳۹۸', 'تولید گندم یزد؟'], '100000 تن یزد 1398'],
    [['تولید گندم کرمان ۱۳۹۸', 'تولید گندم قم؟'], '50000 تن قم 1399'],
    [['تولید گندم کرمان ۱۳۹۸', 'تولید گندم یزد چقدر است؟'], '150000 تن یزد 1399'],
    [['هدف تولید گندم یزد ۱۴۰۰', 'عملکرد ۱۳۹۹'], '150000 تن یزد 1399'],
    [
      ['تولید گندم یزد ۱۳۹۷', 'تا ۱۳۹۹ چند درصد رشد کرد؟'],
      '87.5 درصد یزد 1399 change = (۱۵۰٬۰۰۰ − ۸۰٬۰۰۰) ÷ ۸۰٬۰۰۰',
    ],
    [['تولید گندم یزد ۱۳۹۹', 'کمترین رو کی داشت؟'], '50000 تن قم 1399'],
    [['تولید گندم یزد ۱۳۹۹', 'مجموع کشور؟'], '12000000 تن ایران 1399'],
  ])('%j', async (questions, figure) => {
    const answers = await chat.talk(...questions)
    expect(answers.at(-1)?.figures.map(brief)).toEqual([figure])
  })

  it('says what it took from the question before', async () => {
    const [, answer] = await chat.talk('تولید گندم یزد ۱۳۹۹', 'سال قبلش؟')
    expect(answer?.text).toContain('مکان را از پرسش قبل گرفتم: یزد.')
    expect(answer?.reading?.origins).toMatchObject({ indicator: 'previous', place: 'previous' })
  })

  it('says that the year is that of the question before, where all else was said anew', async () => {
    const [, answer] = await chat.talk('تولید گندم کرمان ۱۳۹۸', 'تولید گندم یزد؟')
    expect(answer?.text).toContain('دوره را نگفتید؛ از پرسش قبل گرفتم.')
  })

  it.each([['روند تولید گندم کرمان'], ['روند تولید گندم کرمان چگونه بود؟']])(
    'a trend is over the years, whichever one was asked for before: %s',
    async (question) => {
      const [, answer] = await chat.talk('تولید گندم یزد ۱۳۹۹', question)
      expect(answer?.figures.map(brief)).toEqual([
        '250000 تن کرمان 1398',
        'more_than 300000 تن کرمان 1399',
      ])
    },
  )

  it.each([['روندش از ۹۸'], ['روندش از ۱۳۹۸']])('since a year: %s', async (question) => {
    const [, answer] = await chat.talk('تولید گندم یزد ۱۳۹۷', question)
    expect(answer?.figures.map(brief)).toEqual(['100000 تن یزد 1398', '150000 تن یزد 1399'])
  })

  it.each([
    'تولید گندم کرمنا ۱۳۹۹',
    'تولید گندم در کرامن در سال ۱۳۹۹ چقدر بود؟',
    'تولید گندم لستان ۱۳۹۹',
  ])('a misspelt place is not that of the question before: %s', async (question) => {
    const [, answer] = await chat.talk('تولید گندم یزد ۱۳۹۹', question)
    expect(answer?.figures.map(({ place }) => place)).not.toContain('یزد')
  })

  it.each(['کدوم بیشتره؟', 'جمعشون؟'])('of one thing nothing is compared: %s', async (question) => {
    const [, answer] = await chat.talk('تولید گندم یزد ۱۳۹۹', question)
    expect(answer?.figures).toEqual([])
  })

  it('a follow-up to nothing is not understood', async () => {
    expect(stated(await chat.ask('سال قبلش؟'))).toEqual({ status: 'not_understood', figures: [] })
  })
})

describe('two questions in one message', () => {
  it('have two answers', async () => {
    const answer = await chat.ask('تولید گندم یزد چقدره؟ و نرخ بیکاری یزد چقدره؟')
    expect(stated(answer)).toEqual(answered('150000 تن یزد 1399', '9.5 درصد یزد 1399'))
  })

  it.each([
    ['تولید گندم یزد و صادرات غیرنفتی یزد ۱۳۹۹', '150000 تن یزد 1399', '400000000 دلار یزد 1399'],
    ['تولید گندم یزد و نرخ بیکاری کرمان در ۱۳۹۹', '150000 تن یزد 1399', '11 درصد کرمان 1399'],
  ])('in one breath: %s', async (question, ...figures) => {
    expect(stated(await chat.ask(question))).toEqual(answered(...figures))
  })

  it('one of which is refused says so', async () => {
    const answer = await chat.ask('تولید گندم یزد چقدره؟ قیمت دلار چنده؟')
    expect(stated(answer)).toEqual(answered('150000 تن یزد 1399'))
    expect(answer.text).toContain('نفهمیدم')
  })
})

describe('no question', () => {
  it.each([
    ['سلام', 'help'],
    ['چه کارایی بلدی؟', 'help'],
    ['قیمت دلار', 'not_understood'],
    ['', 'not_understood'],
    ['؟', 'not_understood'],
  ])('%s', async (question, status) => {
    const answer = await chat.ask(question)
    expect(stated(answer)).toEqual({ status, figures: [] })
    expect(answer.text).toContain('•')
  })
})

describe('aspects in other words', () => {
  it.each([
    ['فاصله تولید گندم یزد تا هدف ۱۳۹۹'],
    ['تولید گندم یزد ۱۳۹۹ تا رسیدن به هدف چقدر فاصله دارد'],
  ])('%s asks how far the target is', async (question) => {
    const { understood } = await chat.ask(question)
    expect(understood?.aspect).toBe('gap')
  })

  it.each([
    ['رقم تولید گندم یزد ۱۳۹۹ بر اساس چه گزارشی است'],
    ['کدام سازمان تولید گندم یزد ۱۳۹۹ را اعلام کرده'],
    ['تولید گندم یزد ۱۳۹۹ رو از کجا آوردین'],
  ])('%s asks for the source', async (question) => {
    const answer = await chat.ask(question)
    expect(answer.understood?.aspect).toBe('source')
    expect(stated(answer)).toEqual(answered('150000 تن یزد 1399'))
  })

  it.each([['استان‌ها را بر اساس تولید گندم مرتب کن'], ['کدوم استان تو تولید گندم اوله']])(
    '%s asks for an order',
    async (question) => {
      expect((await chat.ask(question)).understood?.aspect).toBe('most')
    },
  )
})

describe('what is held', () => {
  it.each([
    ['از یزد چه آماری داری؟'],
    ['درباره یزد چه می‌دانی؟'],
    ['هرچی از یزد داری بفرست'],
    ['کلیه ارقام موجود استان یزد را ارائه فرمایید'],
    ['همه چیز درباره یزد'],
  ])('%s lists all of the place', async (question) => {
    const { status, understood, figures } = await chat.ask(question)
    expect([status, understood?.aspect]).toEqual(['answered', 'list'])
    expect(figures.length).toBeGreaterThan(2)
  })

  it('of one subject lists what has to do with it', async () => {
    const { understood, figures } = await chat.ask('همه رقم‌های کشاورزی یزد')
    expect(understood?.aspect).toBe('list')
    expect(figures.every(({ indicator }) => indicator.includes('گندم'))).toBe(true)
  })

  it.each([['آمار گرد و غبار یزد'], ['همه آمار جوانان یزد'], ['آمار قاچاق یزد']])(
    '%s is none of it',
    async (question) => {
      expect((await chat.ask(question)).figures).toEqual([])
    },
  )
})

it.each([['فاصله تولید گندم یزد ۱۳۹۹'], ['تفاوت تولید گندم یزد در سال ۱۳۹۹']])(
  '%s: one figure is no distance',
  async (question) => {
    expect((await chat.ask(question)).figures).toEqual([])
  },
)

describe('a text in other words', () => {
  it.each([
    ['عمده موانع تولید قم را نام ببرید'],
    ['مهم‌ترین مشکلات تولید قم چیست'],
    ['چه چیزی مانع تولید قم شده'],
  ])('%s', async (question) => {
    const { status, figures } = await chat.ask(question)
    expect([status, figures.map(({ statement }) => statement)]).toEqual([
      'answered',
      ['بانکی، مالیاتی و تأمین اجتماعی'],
    ])
  })

  it('is not told of another thing, nor as an amount', async () => {
    expect((await chat.ask('موانع صادرات قم چیست')).figures).toEqual([])
    expect((await chat.ask('چند مانع در تولید قم هست')).figures).toEqual([])
  })
})
