import { afterAll, expect, it } from 'vitest'
import { ROWS } from './rows-for-tests.ts'
import { brief, chatOn, storeWith, suite } from './store-for-tests.ts'

const store = await storeWith(ROWS)
const chat = chatOn(store)
afterAll(() => store.close())

/** The last answer of a conversation: its status, and its figures in brief. */
async function lastOf(...turns: string[]): Promise<string> {
  const answers = await chat.talk(...turns)
  const last = answers.at(-1)
  return [last?.status, ...(last?.figures ?? []).map(brief)].join(' | ')
}

suite('a year in a conversation counts from the one in play', () => {
  it.each([
    [['نرخ بیکاری یزد ۱۳۹۹'], 'سال قبل؟', 'not_found'],
    [['تولید گندم یزد ۱۳۹۸'], 'سال قبل؟', 'answered | 80000 تن یزد 1397'],
    [['تولید گندم یزد ۱۳۹۸'], 'سال قبل چقدر بود؟', 'answered | 80000 تن یزد 1397'],
    [['تولید گندم یزد ۱۳۹۸'], 'سال بعد؟', 'answered | 150000 تن یزد 1399'],
    [['تولید گندم یزد ۱۳۹۹'], 'سال گذشته‌ش؟', 'answered | 100000 تن یزد 1398'],
    // «پارسال» is last year, unless that was asked for already.
    [['تولید گندم یزد ۱۳۹۷'], 'پارسالش؟', 'answered | 150000 تن یزد 1399'],
    [['تولید گندم یزد ۱۳۹۹'], 'پارسالش؟', 'answered | 100000 تن یزد 1398'],
    [['تولید گندم یزد ۱۳۹۷'], 'سال گذشته؟', 'answered | 150000 تن یزد 1399'],
    // With a question of its own, «سال قبل» is last year.
    [['تولید گندم یزد ۱۳۹۸'], 'نرخ بیکاری یزد سال قبل', 'answered | 9.5 درصد یزد 1399'],
  ])('after %j: %s', async (before, turn, due) => {
    expect(await lastOf(...before, turn)).toBe(due)
  })
})

suite('an aspect does not stick', () => {
  it.each([
    ['کرمان چقدر؟', 'answered | more_than 300000 تن کرمان 1399'],
    ['کشور؟', 'answered | 12000000 تن ایران 1399'],
  ])('after a rank %s asks for the amount', async (turn, due) => {
    expect(await lastOf('تولید گندم یزد ۱۳۹۹', 'رتبه‌ش؟', turn)).toBe(due)
  })
})

suite('a comparison goes on', () => {
  const both = 'answered | more_than 300000 تن کرمان 1399 | 150000 تن یزد 1399'
  it.each([
    [['تولید گندم کرمان و یزد ۱۳۹۹'], 'فاصله‌شون چقدره؟', both],
    [
      ['تولید گندم کرمان و یزد ۱۳۹۹'],
      '۱۳۹۸ چی؟',
      'answered | 250000 تن کرمان 1398 | 100000 تن یزد 1398',
    ],
    [
      ['تولید گندم کرمان ۱۳۹۸ و ۱۳۹۹'],
      'یزد چی؟',
      'answered | 100000 تن یزد 1398 | 150000 تن یزد 1399',
    ],
  ])('after %j: %s', async (before, turn, due) => {
    expect(await lastOf(...before, turn)).toBe(due)
  })
})

suite('the other places', () => {
  it('are listed with the one that was asked for', async () => {
    const [, all] = await chat.talk('تولید گندم یزد ۱۳۹۹', 'بقیه استان‌ها؟')
    expect(all?.figures.map(brief)).toContain('more_than 300000 تن کرمان 1399')
  })

  it('are not summed: a sum of all is none of the others', async () => {
    expect((await chat.ask('مجموع تولید گندم سایر استان‌ها ۱۳۹۹')).figures).toEqual([])
  })
})

suite('a turn that was not understood', () => {
  it.each(['قیمتش چنده؟', 'فقط زنان؟', 'ممنون', 'خیلی ممنون از شما، خداحافظ'])(
    'leaves what was in play: %s',
    async (turn) => {
      const due = 'answered | more_than 300000 تن کرمان 1399'
      expect(await lastOf('تولید گندم یزد ۱۳۹۹', turn, 'کرمان؟')).toBe(due)
    },
  )

  it('is told of by the answer that goes on over it', async () => {
    const [, , last] = await chat.talk('تولید گندم یزد ۱۳۹۹', 'قیمتش چنده؟', 'کرمان؟')
    expect(last?.text).toContain('ادامهٔ پرسش پیشین دربارهٔ «تولید گندم»')
    const [, next] = await chat.talk('تولید گندم یزد ۱۳۹۹', 'کرمان؟')
    expect(next?.text).not.toContain('ادامهٔ پرسش')
  })

  it('takes the word where it was a question of its own', async () => {
    const turns = ['تولید گندم یزد ۱۳۹۹', 'قیمت نان در کرمان چقدر است؟', 'سال قبلش؟']
    expect(await lastOf(...turns)).toBe('not_understood')
  })
})

suite('a turn after choices', () => {
  it('completes what is pending by its place', async () => {
    const [close, only] = await chat.talk('تولید گندم', 'کرمان ۱۳۹۸')
    expect(close?.status).toBe('choices')
    expect(only?.figures.map(brief)).toEqual(['250000 تن کرمان 1398'])
  })

  it('changes a slot of all that was offered', async () => {
    const [, changed] = await chat.talk('تولید گندم', '۱۳۹۸')
    expect(changed?.status).toBe('choices')
    expect(changed?.choices.map(({ reading }) => reading.period)).toEqual(['1398', '1398'])
  })

  it('is a question of its own where it names another thing', async () => {
    expect(await lastOf('تولید گندم', 'نرخ بیکاری یزد ۱۳۹۹')).toBe('answered | 9.5 درصد یزد 1399')
  })

  it('of one place offers what another place has, when that is named', async () => {
    const [, other] = await chat.talk('یزد', 'قم')
    expect(new Set(other?.choices.map(({ reading }) => reading.place))).toEqual(new Set(['قم']))
    expect(other?.text).toContain('از قم کدام')
  })
})

suite('both of the last two figures', () => {
  it.each([
    [['تولید گندم یزد ۱۳۹۸', 'کرمان چی؟'], 'کدومشون بیشتره؟', ['یزد', 'کرمان']],
    [['تولید گندم یزد ۱۳۹۸', 'کرمان چی؟'], 'اختلافشون؟', ['یزد', 'کرمان']],
    [['تولید گندم یزد ۱۳۹۸', '۱۳۹۹؟'], 'فاصله‌شون چقدره؟', ['یزد', 'یزد']],
  ])('after %j: %s', async (before, turn, places) => {
    const answers = await chat.talk(...before, turn)
    expect(answers.at(-1)?.figures.map(({ place }) => place)).toEqual(places)
  })

  it('are added', async () => {
    const due = 'answered | 350000 تن یزد + کرمان 1398 = ۱۰۰٬۰۰۰ + ۲۵۰٬۰۰۰'
    expect(await lastOf('تولید گندم یزد ۱۳۹۸', 'کرمان چی؟', 'جمعشون؟')).toBe(due)
  })

  it.each([
    [['تولید گندم یزد ۱۳۹۸', 'نرخ بیکاری کرمان ۱۳۹۹']],
    [['تولید گندم یزد ۱۳۹۸', 'تولید گندم کرمان ۱۳۹۹']],
    [['تولید گندم یزد ۱۳۹۸', 'قیمتش؟', 'کرمان؟']],
    [['تولید گندم یزد ۱۳۹۹', 'هدفش؟']],
  ])('are not put together where they differ in more: %j', async (before) => {
    const answers = await chat.talk(...before, 'اختلافشون؟')
    expect(answers.at(-1)?.figures).toEqual([])
  })
})

suite('a correction', () => {
  it.each([
    ['اشتباه گفتم، کرمان رو می‌خواستم', 'answered | 250000 تن کرمان 1398'],
    ['منظورم کرمانه', 'answered | 250000 تن کرمان 1398'],
    ['نه، سال ۱۳۹۷ رو می‌خوام', 'answered | 80000 تن یزد 1397'],
  ])('%s', async (turn, due) => {
    expect(await lastOf('تولید گندم یزد ۱۳۹۸', turn)).toBe(due)
  })
})

suite('thanks', () => {
  it.each(['ممنون', 'مرسی، خداحافظ', 'دمت گرم', 'خیلی ممنون از شما'])(
    'are answered kindly: %s',
    async (text) => {
      expect(await chat.ask(text)).toMatchObject({
        status: 'help',
        text: 'خواهش می‌کنم. هر رقم دیگری خواستید بپرسید.',
      })
    },
  )

  it('are no answer to a question', async () => {
    expect(await lastOf('تولید گندم یزد ۱۳۹۸ رو بگو، ممنون')).toBe('answered | 100000 تن یزد 1398')
  })
})

const REVIVAL = 'احیای واحدهای راکد صنعتی'
const statement = (indicator: string, place: string, unit: string, said: string) => ({
  ...{ indicator, place, period: '1399', unit, statement: said, quote: said },
  source_publisher: 'ایرنا',
})
const tellers = await storeWith([
  ...ROWS,
  statement(REVIVAL, 'یزد', 'واحد', 'بیشتر واحدها در صنایع نساجی بودند'),
  statement('صادرات غیرنفتی', 'یزد', 'دلار', 'مقصد اصلی صادرات عراق است'),
  statement('صادرات غیرنفتی', 'کرمان', 'دلار', 'عمده صادرات پسته و مس است'),
])
const told = chatOn(tellers)
afterAll(() => tellers.close())

suite('a text that is asked for', () => {
  const texts = async (...turns: string[]) => {
    const last = (await told.talk(...turns)).at(-1)
    return [last?.status, ...(last?.figures ?? []).map((one) => one.statement ?? one.value)]
  }
  const INDUSTRIES = 'بیشتر واحدها در صنایع نساجی بودند'
  const IRAQ = 'مقصد اصلی صادرات عراق است'
  const GOODS = 'عمده صادرات پسته و مس است'

  it.each([
    [['احیای واحدهای راکد یزد ۱۳۹۹', 'در چه صنایعی؟'], INDUSTRIES],
    [['احیای واحدهای راکد یزد ۱۳۹۹', 'هدفش؟', 'بیشتر چه صنایعی بودن؟'], INDUSTRIES],
    [['صادرات غیرنفتی یزد ۱۳۹۹', 'مقصدش کجا بوده؟'], IRAQ],
    [['صادرات غیرنفتی یزد ۱۳۹۹', 'به کدام کشورها؟'], IRAQ],
    [['صادرات غیرنفتی کرمان ۱۳۹۹', 'بیشتر چه کالاهایی؟'], GOODS],
    [['مقصد صادرات غیرنفتی یزد کجاست؟'], IRAQ],
    [['عمده صادرات غیرنفتی کرمان چه کالاهایی است؟'], GOODS],
  ])('is a statement: %j', async (turns, due) => {
    expect(await texts(...turns)).toEqual(['answered', due])
  })

  it.each([
    [['تولید گندم یزد ۱۳۹۹', 'چرا؟']],
    [['تولید گندم یزد ۱۳۹۹', 'علتش چیه؟']],
    [['احیای واحدهای راکد یزد ۱۳۹۹', 'چرا؟']],
    [['احیای واحدهای راکد یزد ۱۳۹۹', 'در چه صنایعی؟', 'قم چی؟']],
    [['صادرات غیرنفتی یزد ۱۳۹۹', 'چه کالاهایی؟']],
    [['صادرات غیرنفتی کرمان ۱۳۹۹', 'مقصدش کجا بوده؟']],
    [['چرا تولید گندم یزد کم شد؟']],
    [['چرا نرخ بیکاری یزد بالاست؟']],
    [['در چه صنایعی واحدهای راکد قم احیا شدند؟']],
  ])('is never a figure nor another text: %j', async (turns) => {
    const [status, ...figures] = await texts(...turns)
    expect([status === 'answered', figures]).toEqual([false, []])
  })

  it.each([
    [['احیای واحدهای راکد یزد ۱۳۹۹', 'در چه صنایعی؟', 'قم چندتا؟'], 37],
    [['تولید گندم یزد ۱۳۹۹', 'چرا؟', 'کرمان؟'], 300000],
    [['تولید گندم یزد ۱۳۹۹', 'علتش چیه؟', 'سال قبلش؟'], 100000],
  ])('leaves the conversation at its thing: %j', async (turns, due) => {
    expect(await texts(...turns)).toEqual(['answered', due])
  })

  it('beside a figure contradicts nothing', async () => {
    const answer = await told.ask('احیای واحدهای راکد یزد ۱۳۹۹')
    expect(answer.figures.map(brief)).toEqual(['40 واحد یزد 1399', `«${INDUSTRIES}» یزد 1399`])
    expect(answer.text).not.toContain('رقم‌های متفاوت')
  })
})
