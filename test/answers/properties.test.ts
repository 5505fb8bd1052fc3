import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Answer, Figure } from '../../src/answers/answer.ts'
import { assertProof } from '../../src/answers/parts.ts'
import type { Store } from '../../src/facts/open.ts'
import { answerSchema } from '../cli/answer-schema.ts'
import { ROWS } from './rows-for-tests.ts'
import { type Chat, chatOn, storeWith, suite } from './store-for-tests.ts'

let store: Store
let chat: Chat

beforeAll(async () => {
  store = await storeWith(ROWS)
  chat = chatOn(store)
})
afterAll(() => store.close())

const INDICATORS = [
  'تولید گندم',
  'گندم',
  'احیای واحدهای راکد',
  'تسهیلات پرداختی بانک‌ها',
  'صادرات غیرنفتی',
  'نرخ بیکاری',
  'موانع تولید',
  'تولید جو',
  'قیمت گندم',
  '',
]
const PLACES = ['یزد', 'قم', 'کرمان', 'خراسان', 'کشور', 'یزد و کرمان', 'شهرستان قم', 'هرات', '']
const TIMES = ['۱۳۹۹', 'پارسال', 'از ۱۳۹۷ تا ۱۳۹۹', 'نسبت به ۱۳۹۸', '۱۳۹۸ و ۱۳۹۹', 'پاییز ۹۹', '']
const ASPECTS = [
  'چقدر بود؟',
  'هدف',
  'پیش‌بینی',
  'چند درصد هدف محقق شد',
  'رشد',
  'رتبه',
  'سهم از کشور',
  'روند',
  'بیشترین',
  'کمترین',
  'مجموع',
  'میانگین',
  'منبع',
  'تعریف',
  'به ریال',
  'سه استان اول',
  'به تفکیک استان',
  '',
]

/** Questions made of parts, sensible or not; more than the cases of the other tests name. */
const question = fc
  .tuple(
    fc.constantFrom(...ASPECTS),
    fc.constantFrom(...INDICATORS),
    fc.constantFrom(...PLACES),
    fc.constantFrom(...TIMES),
  )
  .map((parts) => parts.filter(Boolean).join(' '))

const everyFigure = ({ figures, nearby }: Answer): readonly Figure[] =>
  [...figures, ...nearby].flatMap((one) => [one, ...(one.derived?.inputs ?? [])])

suite('of any question made of known parts', () => {
  it('the answer proves its digits, keeps the contract, and states nothing but facts', async () => {
    await fc.assert(
      fc.asyncProperty(question, async (text) => {
        const answer = await chat.ask(text)
        expect(() => assertProof(answer.parts)).not.toThrow()
        const { status, reading, figures, nearby } = answer
        const choices = answer.choices.map(({ label, reading }) => ({ label, reading }))
        const json = {
          question: text,
          status,
          text: answer.text,
          reading,
          figures,
          nearby,
          choices,
        }
        expect(() => answerSchema.parse(JSON.parse(JSON.stringify(json)))).not.toThrow()
        if (status !== 'answered') expect(figures).toEqual([])
        for (const one of everyFigure(answer)) {
          // Observed or computed, never neither; a statement has no value.
          expect(one.observationId === null).toBe(one.derived !== null)
          if (one.derived === null) expect(one.source?.publisher).toBe('ایرنا')
          expect(one.value === null).toBe(one.statement !== undefined)
        }
      }),
      { numRuns: 400, seed: 1400 },
    )
  })

  it('the figures are of the place and year that were said', async () => {
    const place = fc.constantFrom('یزد', 'قم', 'کرمان')
    const year = fc.constantFrom('1397', '1398', '1399', '1400')
    const indicator = fc.constantFrom('تولید گندم', 'احیای واحدهای راکد', 'صادرات غیرنفتی')
    await fc.assert(
      fc.asyncProperty(indicator, place, year, async (indicator, place, year) => {
        const { figures } = await chat.ask(`${indicator} ${place} ${year}`)
        for (const one of figures) expect([one.place, one.period]).toEqual([place, year])
      }),
    )
  })
})

suite('of any text at all', () => {
  it('there is an answer, and no figure where nothing could be Finglish', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 120 }), async (text) => {
        const answer = await chat.ask(text)
        expect(answer.text).not.toBe('')
        if (!/[a-z]{2}/i.test(text)) expect(answer.figures).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('also around a question: a reply never breaks', async () => {
    const noise = fc.string({ unit: 'grapheme', maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(noise, question, noise, async (before, text, after) => {
        const answer = await chat.ask(`${before} ${text} ${after}`)
        expect(() => assertProof(answer.parts)).not.toThrow()
      }),
      { numRuns: 200 },
    )
  })
})
