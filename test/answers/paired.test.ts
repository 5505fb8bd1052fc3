import { beforeAll, describe, expect, it } from 'vitest'
import { brief, type Chat, chatOn, type Row, stated, storeWith } from './store-for-tests.ts'

const row = (
  indicator: string,
  place: string,
  period: string,
  value: string,
  unit: string,
  rest: Row = {},
): Row => ({
  ...{ indicator, place, period, value, unit },
  source_title: 'آمارنامه',
  source_publisher: 'جهاد کشاورزی',
  ...rest,
})

const WHEAT = 'تولید گندم'
const LAND = 'سطح زیر کشت گندم'
const LOANS = 'تسهیلات پرداختی به واحدهای صنعتی'
const more: Row = { qualifier: 'more_than' }

let chat: Chat

beforeAll(async () => {
  chat = chatOn(
    await storeWith([
      row(WHEAT, 'یزد', '1398', '600', 'تن'),
      row(LAND, 'یزد', '1398', '200', 'هکتار'),
      row(WHEAT, 'یزد', '1399', '700', 'تن'),
      row(LAND, 'یزد', '1399', '200', 'هکتار'),
      row(WHEAT, 'یزد', '1400', '999', 'تن'),
      row(LAND, 'یزد', '1400', '300', 'هکتار', { kind: 'target' }),
      row(WHEAT, 'کرمان', '1399', '900', 'تن', more),
      row(LAND, 'کرمان', '1399', '300', 'هکتار'),
      row(WHEAT, 'قم', '1398', '50', 'تن', more),
      row(LAND, 'قم', '1398', '20', 'هکتار', more),
      row(WHEAT, 'قم', '1399', '60', 'تن'),
      row(LAND, 'قم', '1399', '20', 'هکتار', more),
      row(WHEAT, 'اصفهان', '1399', '60', 'تن'),
      row(LAND, 'اصفهان', '1398', '20', 'هکتار'),
      row(WHEAT, 'کرمانشاه', '1399', '60', 'تن'),
      row(LAND, 'کرمانشاه', '1399', '0', 'هکتار'),
      row(LAND, 'کرمانشاه', '1398', '10', 'هکتار', { source_publisher: 'استانداری' }),
      row(LAND, 'کرمانشاه', '1398', '12', 'هکتار', {
        source_publisher: 'ایرنا',
        source_title: 'خبر',
      }),
      row(WHEAT, 'کرمانشاه', '1398', '60', 'تن'),
      row('تولید جو', 'یزد', '1399', '300', 'تن'),
      row('عملکرد جو در هکتار', 'یزد', '1399', '2.5', 'تن'),
      row('سطح زیر کشت جو', 'یزد', '1399', '100', 'هکتار'),
      row('جمعیت', 'یزد', '1399', '1000', 'نفر'),
      row('مصرف سرانه آب', 'یزد', '1399', '180', 'لیتر'),
      row(LOANS, 'یزد', '1399', '10', 'میلیارد تومان'),
      row(LOANS, 'یزد', '1398', '8', 'میلیارد تومان'),
      row('تعداد واحدهای صنعتی تسهیلات‌گرفته', 'یزد', '1399', '40', 'واحد'),
      row('احیای واحدهای راکد صنعتی', 'یزد', '1399', '4', 'واحد'),
      row('صادرات غیرنفتی', 'یزد', '1399', '400', 'دلار'),
      row('واردات کالا', 'یزد', '1399', '320', 'دلار'),
      row('نرخ بیکاری', 'یزد', '1399', '9', 'درصد'),
    ]),
  )
})

const answered = (...figures: string[]) => ({ status: 'answered', figures })

describe('one indicator by another', () => {
  it.each([
    ['as said', `${WHEAT} به ازای هر هکتار ${LAND} در یزد در ۱۳۹۹`],
    ['the place first', `در یزد ${WHEAT} به ازای هر هکتار ${LAND} در سال ۱۳۹۹ چقدر بود؟`],
    ['the land unsaid', `${WHEAT} یزد به ازای هر هکتار در ۱۳۹۹`],
    ['in each hectare', `${WHEAT} در هر هکتار یزد ۱۳۹۹`],
    ['in a hectare', `${WHEAT} یزد در هکتار ۱۳۹۹`],
    ['as a yield', 'عملکرد گندم در هکتار یزد ۱۳۹۹'],
    ['a yield first', 'عملکرد در هکتار گندم یزد در ۱۳۹۹'],
    ['as a ratio', `نسبت ${WHEAT} به ${LAND} یزد ۱۳۹۹`],
    ['divided', `${WHEAT} تقسیم بر ${LAND} یزد ۱۳۹۹`],
    ['as a mean', `میانگین ${WHEAT} در هر هکتار یزد ۱۳۹۹`],
    ['the newest of both', `${WHEAT} به ازای هر هکتار یزد`],
  ])('%s: %s', async (_, question) => {
    expect(stated(await chat.ask(question))).toEqual(
      answered('3.5 تن در هکتار یزد 1399 = ۷۰۰ تن ÷ ۲۰۰ هکتار'),
    )
  })

  it.each([
    [
      'سرانه تولید گندم یزد ۱۳۹۹',
      '700 کیلوگرم به ازای هر نفر یزد 1399 = ۷۰۰ تن ÷ هزار نفر × ۱٬۰۰۰',
    ],
    [
      `${WHEAT} به ازای هر نفر در یزد ۱۳۹۹`,
      '700 کیلوگرم به ازای هر نفر یزد 1399 = ۷۰۰ تن ÷ هزار نفر × ۱٬۰۰۰',
    ],
    ['نسبت صادرات غیرنفتی به واردات کالا یزد ۱۳۹۹', '125 درصد یزد 1399 = ۴۰۰ دلار ÷ ۳۲۰ دلار'],
    ['مجموع تولید گندم و جو یزد در ۱۳۹۹', '1000 تن یزد 1399 = ۷۰۰ تن + ۳۰۰ تن'],
    // More than so much by exactly so many is more; exactly so much by more than so many is less.
    ['عملکرد گندم در هکتار کرمان', 'more_than 3 تن در هکتار کرمان 1399 = ۹۰۰ تن ÷ ۳۰۰ هکتار'],
    ['عملکرد گندم در هکتار قم ۱۳۹۹', 'less_than 3 تن در هکتار قم 1399 = ۶۰ تن ÷ ۲۰ هکتار'],
  ])('%s', async (question, figure) => {
    expect(stated(await chat.ask(question))).toEqual(answered(figure))
  })

  it('names what it divided, and both sources with their figures', async () => {
    const { text, nearby } = await chat.ask('عملکرد گندم در هکتار یزد ۱۳۹۹')
    expect(text).toContain('تولید گندم به ازای هر هکتار (سطح زیر کشت گندم)')
    expect(text).toContain('محاسبه: ۷۰۰ تن ÷ ۲۰۰ هکتار')
    expect(text).toContain('سطح زیر کشت گندم، یزد، سال ۱۳۹۹ (عملکرد): ۲۰۰ هکتار')
    expect(nearby.map(brief)).toEqual(['700 تن یزد 1399', '200 هکتار یزد 1399'])
    expect(text).toContain('منبع: جهاد کشاورزی')
  })

  it('tells that sources disagree about what it was divided by', async () => {
    const { text, status } = await chat.ask('عملکرد گندم در هکتار کرمانشاه ۱۳۹۸')
    expect(status).toBe('answered')
    expect(text).toContain('منبع دیگری رقم دیگری داده است')
  })
})

describe('an indicator that is held under this name is answered as itself', () => {
  it.each([
    ['عملکرد جو در هکتار یزد', '2.5 تن یزد 1399'],
    ['مصرف سرانه آب یزد', '180 لیتر یزد 1399'],
    ['سطح زیر کشت گندم یزد ۱۳۹۹ در هکتار', '200 هکتار یزد 1399'],
  ])('%s', async (question, figure) => {
    expect(stated(await chat.ask(question))).toEqual(answered(figure))
  })
})

describe('what is not plain is asked back', () => {
  it('which of the units', async () => {
    const { status, figures, choices } = await chat.ask('متوسط تسهیلات هر واحد در یزد ۱۳۹۹')
    expect({ status, figures }).toEqual({ status: 'choices', figures: [] })
    expect(choices.map(({ label }) => label)).toContain(
      `${LOANS} به ازای هر واحد (تعداد واحدهای صنعتی تسهیلات‌گرفته)، یزد، سال ۱۳۹۹`,
    )
    const [choice] = choices
    const chosen = choice && (await chat.asker.answer(choice.question, CONTEXT))
    expect(chosen && stated(chosen).figures).toHaveLength(1)
  })

  it('which exports', async () => {
    const { status, figures } = await chat.ask('نسبت صادرات به واردات یزد')
    expect({ status, figures }).toEqual({ status: 'choices', figures: [] })
  })
})

const CONTEXT = { now: new Date('2021-05-01T08:00:00Z'), previous: null, defaultPlaceId: null }

describe('what does not fit together is refused', () => {
  it.each([
    ['a year that only one has', 'عملکرد گندم در هکتار اصفهان ۱۳۹۹'],
    ['no year of both', 'عملکرد گندم در هکتار اصفهان'],
    ['actual by target', 'عملکرد گندم در هکتار یزد ۱۴۰۰'],
    ['by nothing', 'عملکرد گندم در هکتار کرمانشاه ۱۳۹۹'],
    ['two bounds of one direction', 'عملکرد گندم در هکتار قم ۱۳۹۸'],
    ['a percentage', 'نسبت نرخ بیکاری به جمعیت یزد'],
    ['by a percentage', 'نسبت تولید گندم به نرخ بیکاری یزد'],
    ['a sum of two units', 'مجموع تولید گندم و سطح زیر کشت گندم یزد'],
    ['a quotient of two places', 'نسبت تولید گندم یزد به کرمان'],
    ['places in each part', 'نسبت تولید گندم یزد به سطح زیر کشت گندم کرمان'],
    ['years in each part', 'نسبت تولید گندم ۱۳۹۸ به سطح زیر کشت گندم ۱۳۹۹ یزد'],
    ['an order of quotients', 'کدام استان بیشترین تولید گندم در هکتار را دارد'],
    ['a comparison of them', 'مقایسه تولید گندم به ازای هر هکتار در قم و یزد'],
    ['something unknown', 'تولید گندم به ازای هر تراکتور یزد'],
    ['an indicator without its land', 'تولید شیر خام به ازای هر هکتار یزد'],
    ['loans by each unit, read as a mean over years', 'متوسط تسهیلات پرداختی هر روستا در یزد'],
  ])('%s: %s', async (_, question) => {
    const { status, figures } = await chat.ask(question)
    expect(figures).toEqual([])
    expect(status).not.toBe('answered')
  })
})

describe('as one goes on', () => {
  const yields = (period: string, formula: string) => `3 تن در هکتار یزد ${period} = ${formula}`

  it('another year is of the quotient as well, and its source names both', async () => {
    const [, earlier, source] = await chat.talk(
      'عملکرد گندم در هکتار یزد ۱۳۹۹',
      'سال قبلش؟',
      'منبعش؟',
    )
    const expected = answered(yields('1398', '۶۰۰ تن ÷ ۲۰۰ هکتار'))
    expect(earlier && stated(earlier)).toEqual(expected)
    expect(source && stated(source)).toEqual(expected)
  })

  it.each(['نمودارش', 'رتبه‌اش؟', 'هدفش چقدر بود؟', 'با قم مقایسه کن'])(
    '%s is never of one of the two',
    async (next) => {
      const [, answer] = await chat.talk('عملکرد گندم در هکتار یزد ۱۳۹۹', next)
      expect(answer?.figures).toEqual([])
    },
  )
})
