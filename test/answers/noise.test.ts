import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Store } from '../../src/facts/open.ts'
import {
  withArabicLetters,
  withGluedWords,
  withLatinDigits,
  withoutHalfSpaces,
  withPunctuationAndPictures,
  withTypos,
} from '../eval/noise.ts'
import { pick, type Random, randomFrom } from '../eval/random.ts'
import { ROWS } from './rows-for-tests.ts'
import { brief, type Chat, chatOn, storeWith, suite } from './store-for-tests.ts'

let store: Store
let chat: Chat

beforeAll(async () => {
  store = await storeWith(ROWS)
  chat = chatOn(store)
})
afterAll(() => store.close())

/**
 * Questions that the store refuses: another year, place, kind, thing, condition or no question.
 * What makes each one unanswerable is longer than «چرا», of which a slip may leave nothing at all.
 */
const REFUSED = [
  'تولید گندم قم ۱۳۹۸',
  'تولید گندم یزد ۱۳۹۵',
  'تولید گندم اصفهان ۱۳۹۹',
  'تولید گندم شهرستان کاشان',
  'تولید جو یزد ۱۳۹۹',
  'پیش‌بینی تولید گندم کرمان ۱۴۰۰',
  'هدف تولید گندم قم ۱۳۹۹',
  'قیمت گندم یزد',
  'مصرف گندم یزد در سال ۱۳۹۹',
  'تولید نان یزد ۱۳۹۹',
  'چند واحد مسکونی در قم احیا شد؟',
  'احیای واحدهای راکد قم به جز صنعت کفش',
  'احیای واحدهای راکد اصفهان ۱۳۹۹',
  'صادرات نفتی کرمان ۱۳۹۹',
  'واردات کرمان ۱۳۹۹',
  'صادرات غیرنفتی قم ۱۳۹۹',
  'نرخ بیکاری قم ۱۳۹۹',
  'نرخ تورم یزد ۱۳۹۹',
  'میانگین نرخ بیکاری استان‌ها',
  'تولید گندم هرات ۱۳۹۹',
  'تسهیلات مصوب قم ۱۴۰۰',
  'تسهیلات مسکن قم',
  'علت کاهش تولید گندم یزد چیست؟',
  'پروانه ساخت یزد ۱۳۹۹',
  'جمعیت یزد',
  'قیمت دلار چند است؟',
  'هوای قم چطور است؟',
  'بیمارستان‌های یزد چند تخت دارند؟',
] as const

type Noise = (text: string, random: Random) => string

const NOISES: readonly [Noise, ...Noise[]] = [
  (text, random) => withTypos(text, 1, random),
  (text, random) => withTypos(text, 2, random),
  withoutHalfSpaces,
  withGluedWords,
  withArabicLetters,
  withLatinDigits,
  withPunctuationAndPictures,
  (text, random) => withTypos(withoutHalfSpaces(text, random), 1, random),
  (text, random) => withPunctuationAndPictures(withTypos(text, 1, random), random),
]

const TRIALS = Number(process.env.NOISE_TRIALS ?? 10_000)

suite('noise', () => {
  it('has refusals to spoil', async () => {
    for (const question of REFUSED)
      expect([question, (await chat.ask(question)).figures.map(brief)]).toEqual([question, []])
  })

  it(`never turns a refusal into a figure, in ${TRIALS} trials`, { timeout: 300_000 }, async () => {
    const random = randomFrom('noise over refusals')
    const wrong = new Map<string, string>()
    const asked = new Set<string>()
    for (let trial = 0; trial < TRIALS; trial++) {
      const question = pick(random, REFUSED)
      const noisy = pick(random, NOISES)(question, random)
      if (asked.has(noisy)) continue
      asked.add(noisy)
      const { figures, reading } = await chat.ask(noisy)
      // What a place has, offered as such, is no answer to another question.
      if (figures.length > 0 && reading?.aspect !== 'list')
        wrong.set(`${noisy} (${question})`, figures.map(brief).join(', '))
    }
    expect(Object.fromEntries(wrong)).toEqual({})
  })
})
