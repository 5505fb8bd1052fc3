import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Store } from '../../src/facts/open.ts'
import { brief, type Chat, chatOn, qomStore, stated, suite } from './store-for-tests.ts'

let store: Store
let chat: Chat

beforeAll(async () => {
  store = await qomStore()
  chat = chatOn(store)
})
afterAll(() => store.close())

/** Each fact of the report by its plain question, a short one, and one with a typing error. */
const FACTS: [figure: string, plain: string, short: string, misspelt: string][] = [
  [
    '117 درصد قم ../1400',
    'استان قم چند درصد از منابع مالی ملی را جذب کرده است؟',
    'جذب منابع ملی قم',
    'جذب منابه مالی ملی قم',
  ],
  [
    '2 رتبه قم ../1400 rank',
    'رتبه استان قم در جذب منابع مالی ملی چند است؟',
    'رتبه قم جذب منابع ملی',
    'رتبه قم در جدب منابع مالی ملی',
  ],
  [
    'more_than 1200000000000 تومان قم ../1400',
    'تاکنون چقدر تسهیلات از منابع داخلی بانک‌های استان قم پرداخت شده است؟',
    'تسهیلات پرداختی قم',
    'تسهبلات پرداختی بانک‌های قم',
  ],
  [
    '1500000000000 تومان قم 1400 target',
    'امسال چقدر تسهیلات در بخش صنعت، کشاورزی و گردشگری قم هدف‌گذاری شده است؟',
    'هدف تسهیلات قم ۱۴۰۰',
    'هدف تسهیلات صنعت، کشاورزی و گردشکری قم',
  ],
  [
    '30 درصد قم 1400 target change',
    'هدف تسهیلات بخش صنعت، کشاورزی و گردشگری قم نسبت به سال گذشته چند درصد افزایش دارد؟',
    'درصد افزایش هدف تسهیلات قم',
    'درصد افزایس هدف تسهیلات قم',
  ],
  [
    '25 واحد قم 1399 target',
    'هدف احیای واحدهای راکد صنعتی قم در سال گذشته چند واحد بود؟',
    'هدف واحد راکد قم ۹۹',
    'هدف احیای واحذهای راکد قم در سال ۱۳۹۹',
  ],
  [
    '37 واحد قم 1399',
    'در سال گذشته چند واحد راکد صنعتی در قم احیا شد؟',
    'واحد راکد قم',
    'در سال ۹۹ چند واحد راکد صنعنی در قم احیا شد؟',
  ],
  [
    '35 واحد قم 1400 target',
    'هدف احیای واحدهای راکد صنعتی قم در سال جاری چند واحد است؟',
    'هدف واحد راکد قم امسال',
    'هدف احیای واحدهای راکد صنغتی قم در ۱۴۰۰',
  ],
  [
    'more_than 600 شغل قم 1399',
    'با احیای واحدهای راکد قم چند شغل ایجاد شد؟',
    'اشتغال واحدهای راکد قم',
    'اشتغل واحدهای احیاشده قم',
  ],
  [
    '87 بازدید قم 1399-H2',
    'اعضای کارگروه تسهیل و رفع موانع تولید قم در نیمه دوم سال گذشته چند بازدید میدانی داشتند؟',
    'بازدید میدانی قم',
    'بازذید میدانی کارگروه تسهیل قم',
  ],
  [
    '277 مصوبه قم 1399-H2',
    'کارگروه تسهیل و رفع موانع تولید قم چند مصوبه داشت؟',
    'کارگروه قم چند مصوبه داشت',
    'تعداد مصوبات کاگروه قم',
  ],
  [
    '78 درصد قم 1399-H2 share',
    'چند درصد مصوبات کارگروه قم اجرا شد؟',
    'درصد اجرای مصوبات قم',
    'درصد اجرای مصوبلت کارگروه قم',
  ],
  [
    '150 پروژه قم 1400 target',
    'امسال تکمیل چند پروژه نیمه‌تمام در قم هدف‌گذاری شده است؟',
    'هدف پروژه نیمه‌تمام قم',
    'هدف تکمیل پرژه‌های نیمه‌تمام قم',
  ],
]

/** Statements: the words that tell each apart, and the questions. */
const STATEMENTS: [words: string, plain: string, short: string, misspelt: string][] = [
  [
    'بانکی، مالیاتی و تأمین اجتماعی',
    'مهم‌ترین موانع تولید در استان قم چیست؟',
    'موانع تولید قم',
    'موانغ تولید قم',
  ],
  [
    'چادر مشکی',
    'برنامه‌های آینده کارگروه تسهیل و رفع موانع تولید قم چیست؟',
    'برنامه آینده کارگروه قم',
    'برنامه‌های آبنده کارگروه قم',
  ],
  ['صنعت کفش', 'مهم‌ترین صنایع احیاشده در قم کدام‌اند؟', 'صنایع احیاشده قم', 'صنایع احیاسده قم'],
  [
    'عملکرد بانک‌ها مثبت بوده',
    'استاندار قم درباره بانک‌ها چه گفت؟',
    'نظر استاندار درباره بانک‌ها',
    'نظر استندار درباره بانک‌ها',
  ],
  [
    'در عزل و جابه‌جایی حتی یک لحظه درنگ نخواهم کرد',
    'استاندار قم درباره مدیران چه گفت؟',
    'نظر استاندار درباره مدیران',
    'نظر استاندار درباره مدبران',
  ],
  [
    'گردشگری و میراث فرهنگی',
    'استاندار قم درباره میراث فرهنگی چه گفت؟',
    'نظر استاندار درباره میراث فرهنگی',
    'نظر استاندار درباره میراس فرهنگی',
  ],
]

const asked = (rows: [string, string, string, string][]) =>
  rows.flatMap(([expected, plain, short, misspelt]) =>
    [plain, short, misspelt].map((question) => [question, expected] as const),
  )

suite('every fact of the report of Qom, asked on 11 Ordibehesht 1400', () => {
  it.each(asked(FACTS))('%s', async (question, figure) => {
    const answer = await chat.ask(question)
    expect(stated(answer), answer.text).toEqual({ status: 'answered', figures: [figure] })
  })

  it.each(asked(STATEMENTS))('%s', async (question, words) => {
    const { status, figures, text } = await chat.ask(question)
    expect(status, text).toBe('answered')
    expect(figures.map(({ statement }) => statement)).toEqual([expect.stringContaining(words)])
  })

  it.each([
    ['چند درصد هدف احیای واحدهای راکد قم محقق شد؟', '148 درصد قم 1399 share = ۳۷ ÷ ۲۵'],
    ['پارسال قم چند واحد بیشتر از هدفش احیا کرد؟', '12 واحد قم 1399 = ۳۷ − ۲۵'],
    ['آمار احیای واحدهای راکد قم را چه کسی گفت؟', '37 واحد قم 1399'],
  ])('and what follows from them: %s', async (question, figure) => {
    expect((await chat.ask(question)).figures.map(brief)).toEqual([figure])
  })

  // A sister shares the words, or «شد» and «گفت» stand for less.
  it.each([
    'مصوبات کارگروه قم',
    'پارسال چند واحد راکذ تو قم احیا شد؟',
    'چند درصد مصوبات کارگروه تسهیل و رفع موانع تولید قم اجرا شده است؟',
    'استاندار قم درباره میراث فرهنگی و گردشگری چه گفت؟',
  ])('and is not asked back: %s', async (question) => {
    expect((await chat.ask(question)).status).toBe('answered')
  })

  it('its year is inferred, its date unknown, and both are said', async () => {
    const { text, figures } = await chat.ask('واحد راکد قم')
    expect(figures[0]?.periodBasis).toBe('inferred')
    expect(text).toContain('سال در خبر نیامده و استنباط شده است.')
    expect(text).toContain('تاریخ انتشار: نامعلوم')
    expect(text).toContain('محمود سیجانی')
  })

  it('lists what is held of Qom', async () => {
    const { status, figures } = await chat.ask('چه آماری از قم داری؟')
    expect(status).toBe('answered')
    expect(figures.length).toBeGreaterThanOrEqual(18)
  })
})

suite('what the report does not answer gets no figure', () => {
  it.each([
    'احیای واحدهای راکد اصفهان در سال ۱۳۹۹',
    'احیای واحدهای راکد قم در سال ۱۳۹۷',
    'احیای واحدهای راکد شهرستان قم',
    'پیش‌بینی احیای واحدهای راکد قم در ۱۴۰۰',
    'در سال ۱۴۰۰ چند واحد راکد در قم احیا شد؟',
    'رتبه قم در احیای واحدهای راکد',
    'چند واحد مسکونی در قم احیا شد؟',
    'چند واحد صنعتی در قم فعال است؟',
    'تسهیلات پرداختی بانک ملی قم',
    'تسهیلات بخش مسکن قم',
    'تسهیلات پرداختی بانک‌ها در سال ۱۳۹۸',
    'وام ازدواج قم',
    'نرخ بیکاری قم',
    'چند نفر در قم بیکار شدند؟',
    'بازدید میدانی کارگروه قم در نیمه اول ۱۳۹۹',
    'بازدید استاندار از کارخانه‌های قم',
    'مصوبات شورای شهر قم',
    'چند پروژه عمرانی قم تکمیل شد؟',
    'صادرات قم در سال ۱۳۹۹ چقدر بود؟',
    'موانع صادرات قم',
    'چند مدیر در قم عزل شدند؟',
    'کارخانه چادر مشکی قم چند نفر شاغل دارد؟',
    'تولید پارچه چادر مشکی قم چند متر است؟',
    'چرا واحدهای قم راکد شدند؟',
    'جمعیت قم',
    'مساحت قم',
    'مالیات قم',
    'جذب سرمایه‌گذاری خارجی قم',
    'رتبه قم در صادرات',
    'قیمت طلا',
    'چند واحد صنعتی در قم تعطیل شد؟',
    'اشتغال قم در سال ۱۳۹۹ چقدر بود؟',
    'احیای واحدهای راکد قم به جز صنعت کفش',
    'چند شغل در قم در سال ۱۳۹۹ ایجاد شد؟',
  ])('%s', async (question) => {
    const answer = await chat.ask(question)
    expect([answer.status === 'answered', answer.figures.map(brief)]).toEqual([false, []])
  })

  // A part of the fact's name, or of its sectors, is taken for the whole.
  it.fails.each(['تسهیلات بخش کشاورزی قم ۱۴۰۰'])('%s', async (question) => {
    expect((await chat.ask(question)).status).not.toBe('answered')
  })
})
