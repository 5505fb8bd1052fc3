import { describe, expect, it } from 'vitest'
import { readGrammar } from '../../src/questions/grammar.ts'
import { TODAY, wordsOf } from './vocabulary-for-tests.ts'

const grammarOf = (text: string) => readGrammar(wordsOf(text), TODAY)
const aspects = (text: string) => grammarOf(text).aspects.map(({ value }) => value)

describe('aspects', () => {
  it.each([
    ['رشد تولید', ['change']],
    ['چند درصد هدف محقق شد', ['achieved']],
    ['چقدر از هدف عقب بود', ['gap']],
    ['رتبه قم', ['rank']],
    ['سهم قم از کشور', ['share']],
    ['روند تولید', ['trend']],
    ['مجموع تولید', ['total']],
    ['میانگین تولید', ['average']],
    ['بیشترین تولید', ['most']],
    ['کمترین تولید', ['least']],
    ['منبع آمار', ['source']],
    ['چه کسی تولید گندم قم را اعلام کرده', ['source']],
    ['چه کسی تولید گندم قم را خرید', []],
    ['جایگاه کشوری قم', ['rank']],
    ['تعریف بیکاری', ['definition']],
    ['گندم یزد', []],
    ['هدفمند', []],
  ])('%s', (text, expected) => {
    expect([...new Set(aspects(text))]).toEqual(expected)
  })
})

describe('kinds', () => {
  it.each([
    ['هدف تولید', ['target']],
    ['هدف‌گذاری تولید', ['target']],
    ['پیش‌بینی تولید', ['forecast']],
    ['عملکرد تولید', ['actual']],
    ['تولید گندم', []],
  ])('%s', (text, kinds) => {
    expect(grammarOf(text).kinds.map(({ value }) => value)).toEqual(kinds)
  })
})

describe('tense', () => {
  it.each([
    ['چند واحد احیا شد', 'past'],
    ['چند واحد احیا شده است', 'past'],
    ['چند واحد احیا می‌شود', 'future'],
    ['چند واحد قراره احیا بشه', 'future'],
    ['واحد راکد قم', null],
  ])('%s', (text, tense) => {
    expect(grammarOf(text).tense).toBe(tense)
  })
})

describe('units', () => {
  it.each([
    ['چند تن گندم', { unit: 'تن', convert: false }],
    ['چند میلیون دلار', { unit: 'میلیون دلار', convert: false }],
    ['به ریال', { unit: 'ریال', convert: true }],
    ['به همت', { unit: 'همت', convert: true }],
    ['چند درصد', { unit: 'درصد', convert: false }],
    ['چند سال', null],
    ['به قم', null],
    ['گندم یزد', null],
  ])('%s', (text, expected) => {
    const { unit } = grammarOf(text)
    expect(unit && { unit: unit.unit, convert: unit.convert }).toEqual(expected)
  })
})

describe('periods', () => {
  const periods = (text: string) =>
    grammarOf(text).periods.map(({ period, comparison }) => (comparison ? `~${period}` : period))

  it.each([
    ['پارسال', ['1399']],
    ['۱۳۹۹', ['1399']],
    ['۱۴۰۲ مگاوات', ['1402']],
    ['سال یک‌هزار و چهارصد و دو', ['1402']],
    ['سال یکهزار و چهارصد و یک', ['1401']],
    ['سال نود و نه', ['1399']],
    ['در سال زراعی نه، در سال ۱۴۰۲', ['1402']],
    ['فولاد شهریور پارسال', ['1399-06']],
    ['مسکن مهر ۱۴۰۲', ['1402']],
    ['نسبت به پارسال', ['~1399']],
    ['نسبت به ۱۳۹۸', ['~1398']],
    ['در ۱۳۹۹ نسبت به ۱۳۹۸', ['1399', '~1398']],
    ['در مقایسه با ۱۳۹۸', ['~1398']],
    ['از ۹۵ تا ۹۹', ['1395/1399']],
    ['۳۷ واحد', []],
    ['1234', []],
  ])('%s', (text, expected) => {
    expect(periods(text)).toEqual(expected)
  })
})

describe('the rest', () => {
  it.each([
    ['غیر از قم', 'exclusions'],
    ['به جز قم', 'exclusions'],
    ['به تفکیک استان', 'each'],
    ['در یزد چطور؟', 'followUps'],
    ['راهنما', 'help'],
  ] as const)('%s: %s', (text, slot) => {
    expect(grammarOf(text)[slot].length).toBeGreaterThan(0)
    expect(grammarOf('تولید گندم یزد')[slot]).toEqual([])
  })

  it('having is not doing', () => {
    expect(grammarOf('چند واحد راکد دارد').stock).toBe(true)
    expect(grammarOf('چند واحد راکد احیا کرد').stock).toBe(false)
  })

  it('a slip in a word of grammar is put right for it', () => {
    expect(aspects('رتبع قم')).toEqual(['rank'])
    expect(grammarOf('هذف تولید').kinds.map(({ value }) => value)).toEqual(['target'])
  })
})

describe('years and stretches as they are said', () => {
  const periods = (text: string) =>
    readGrammar(wordsOf(text), '2025-11-24').periods.map(({ period }) => period)
  it.each([
    ['گندم یزد ۴۰۲', ['1402']],
    ['گندم ۴۰۳ یزد', ['1403']],
    ['گندم یزد این شش ماه', ['1404-H1']],
    ['گندم یزد این ۶ ماهه', ['1404-H1']],
    ['گندم یزد این ماه', ['1404-09']],
    ['گندم یزد ۴۰۲ تن', []],
    ['گندم یزد بالای ۴۰۲', []],
    ['گندم یزد ۴۰۰', []],
    ['گندم یزد ۴۰۹', []],
    ['خودروی ۲۰۶', []],
  ])('%s', (text, expected) => {
    expect(periods(text)).toEqual(expected)
  })
})
