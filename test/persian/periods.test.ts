import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePeriod } from '../../src/persian/period-notation.ts'
import { findPeriods, findPeriodsInText } from '../../src/persian/periods.ts'
import { tokenise } from '../../src/persian/tokens.ts'
import { MORE_PHRASES, NO_PERIODS, PHRASES, REFERENCE_DAY } from './period-corpus.ts'

const found = (text: string, today = REFERENCE_DAY) => findPeriodsInText(text, today)
const periods = (text: string, today = REFERENCE_DAY) =>
  found(text, today).map(({ period, invalid }) => period || invalid)

describe('findPeriods', () => {
  it.each([...PHRASES, ...MORE_PHRASES])('%s is %s (%s, %s)', (text, period, basis, shape) => {
    const mentions = found(text)
    expect(mentions).toHaveLength(1)
    expect(mentions[0]).toMatchObject(
      parsePeriod(period)
        ? { period, basis, shape }
        : { period: '', invalid: period, basis, shape },
    )
  })

  it.each(NO_PERIODS)('%s is none', (text) => {
    expect(found(text)).toEqual([])
  })

  it.each([
    ['۱۳۹۸ و ۱۳۹۹', ['1398', '1399']],
    ['اشتغال قم ۹۸ و ۹۹', ['1398', '1399']],
    ['رشد ۱۴۰۲ به ۱۴۰۳', ['1402', '1403']],
    ['۱۴۰۱ یا ۱۴۰۲', ['1401', '1402']],
    ['در سال‌های ۱۳۹۰ و ۱۳۹۹', ['1390', '1399']],
    ['فروردین و آبان ۱۴۰۳', ['1403-01', '1403-08']],
    ['امسال چند؟ پارسال چند؟', ['1404', '1403']],
    ['سال ۱۳۹۸ و سال قبلش', ['1398', '1397']],
    ['سه ماهه نخست ۱۴۰۲ و نیمه دوم ۱۴۰۱', ['1402-Q1', '1401-H2']],
    ['در سال گذشته ۳۷ واحد و امسال ۲۵ واحد', ['1403', '1404']],
    ['سال ۱۴۰۳ ۳۷ واحد', ['1403']],
    ['سال ۹۷ (تا پایان سال)', ['1397']],
  ])('%s are %j', (text, expected) => {
    expect(periods(text)).toEqual(expected)
  })

  it.each([
    ['رشد اشتغال در سال ۱۳۹۸ نسبت به سال قبل', ['1398', '1397']],
    ['صادرات امسال نسبت به سال قبل', ['1404', '1403']],
    ['در ۹ ماهه ۱۴۰۳ نسبت به مدت مشابه سال قبل', ['1403-01/1403-09', '1402-01/1402-09']],
    ['۶ ماهه امسال در مقایسه با مدت مشابه پارسال', ['1404-H1', '1403-H1']],
    ['نیمه دوم ۱۴۰۲ نسبت به دوره مشابه', ['1402-H2', '1401-H2']],
    ['مرداد ۱۴۰۴ نسبت به مرداد سال گذشته', ['1404-05', '1403-05']],
  ])('%s compares %j', (text, expected) => {
    const mentions = found(text)
    expect(mentions.map(({ period }) => period)).toEqual(expected)
    expect(mentions.map(({ comparison }) => comparison === true)).toEqual([false, true])
  })

  it('says what a follow-up counts from', () => {
    expect(found('سال قبلش؟')).toMatchObject([{ invalid: 'needs-previous', step: -1 }])
    expect(found('دو سال قبلش چطور')).toMatchObject([{ invalid: 'needs-previous', step: -2 }])
    expect(found('سال بعدش')).toMatchObject([{ invalid: 'needs-previous', step: 1 }])
  })

  it('keeps the years of a list, for who compares them', () => {
    expect(found('طی سال‌های ۱۴۰۱ و ۱۴۰۲')).toMatchObject([{ members: ['1401', '1402'] }])
    expect(found('از ۱۴۰۱ تا ۱۴۰۲')[0]?.members).toBeUndefined()
  })

  it('points at the words, in tokens and in the text as it was written', () => {
    const text = 'احيا در نيمهٔ دوم سال گذشته، ۳۷ واحد'
    const [mention] = found(text)
    expect(mention?.text).toBe('نيمهٔ دوم سال گذشته')
    expect(text.slice(mention?.start, mention?.end)).toBe(mention?.text)
    const words = tokenise(text).slice(mention?.from, mention?.to)
    expect(words.map((token) => token.text)).toEqual(['نیمه', 'دوم', 'سال', 'گذشته'])
  })

  it('reads the words as the caller corrected them', () => {
    const tokens = tokenise('سال گزشته').map((token) =>
      token.text === 'گزشته' ? { ...token, text: 'گذشته' } : token,
    )
    expect(findPeriods(tokens, REFERENCE_DAY)).toMatchObject([
      { period: '1403', text: 'سال گذشته' },
    ])
  })

  it('asks the caller what numbers count', () => {
    expect(periods('۱۴۰۰ نخلستان')).toEqual(['1400'])
    const isUnit = ({ text }: { text: string }) => text === 'نخلستان'
    expect(findPeriodsInText('۱۴۰۰ نخلستان', REFERENCE_DAY, { isUnit })).toEqual([])
  })

  it.each([
    ['پارسال', '2021-03-20', '1398'],
    ['پارسال', '2021-03-21', '1399'],
    ['امسال', '2021-05-01', '1400'],
    ['سال جدید', '2021-03-10', '1400'],
    ['سال جدید', '2021-03-25', '1400'],
    ['اسفندماه', '2021-04-05', '1399-12'],
    ['ماه گذشته', '2021-03-25', '1399-12'],
    ['نه ماهه', '2021-12-25', '1400-01/1400-09'],
    ['نه ماهه', '2021-12-15', '1399-01/1399-09'],
    ['یک سال گذشته', '2025-03-20', '1402-12-29/1403-12-30'],
    ['نیمه دوم سال گذشته', '2021-05-01', '1399-H2'],
  ])('%s on %s is %s', (text, today, period) => {
    expect(periods(text, today)).toEqual([period])
  })

  it('refuses a today that is no day', () => {
    expect(() => found('پارسال', '1404/09/03')).toThrow(RangeError)
  })
})

describe('on any text', () => {
  const word = fc.constantFrom(
    ...new Set([...PHRASES, ...MORE_PHRASES].flatMap(([phrase]) => phrase.split(' '))),
    ...['واحد', 'و', '،', '(', ')', '-', '/', '۱۴', '۰', '۹۹۹۹۹', '1404-12-30', 'ام', '\u200c'],
  )
  const phrase = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '))

  it('never throws, and every mention is sound', () => {
    fc.assert(
      fc.property(fc.oneof(phrase, fc.string({ unit: 'grapheme' })), (text) => {
        let end = 0
        for (const mention of found(text)) {
          expect(mention.start).toBeGreaterThanOrEqual(end)
          expect(mention.end).toBeGreaterThan(mention.start)
          end = mention.end
          const sound = mention.invalid
            ? mention.period === ''
            : parsePeriod(mention.period) !== null
          expect(sound, `${text} → ${mention.period}`).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
