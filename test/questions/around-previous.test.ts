import { describe, expect, it } from 'vitest'
import { readGrammar } from '../../src/questions/grammar.ts'
import { TODAY, wordsOf } from './vocabulary-for-tests.ts'

const periodsOf = (text: string, previous: string) =>
  readGrammar(wordsOf(text), TODAY, previous).periods.map(({ period }) => period)

describe('periods that count from the one asked before', () => {
  it.each([
    ['1398-07', 'ماه بعد', '1398-08'],
    ['1398-12', 'ماه بعدش', '1399-01'],
    ['1398-07', 'ماه قبلش', '1398-06'],
    ['1398-07', 'همین ماه', '1398-07'],
    ['1398-07', 'همین ماه سال قبل', '1397-07'],
    ['1398-07', 'سال قبل همین ماه', '1397-07'],
    ['1398-07', 'همان ماه ۱۳۹۵', '1395-07'],
    ['1398-07', 'آذر چی', '1398-09'],
    ['1398-Q1', 'فصل بعد', '1398-Q2'],
    ['1398-Q4', 'فصل بعد', '1399-Q1'],
    ['1398-Q1', 'همین فصل سال بعد', '1399-Q1'],
    ['1398-Q1', 'کرمان در همین فصل', '1398-Q1'],
    ['1398-H2', 'نیمه قبل', '1398-H1'],
    ['1398-Q3', 'همین دوره', '1398-Q3'],
    ['1398-H1', 'هدف کل سال', '1398'],
  ])('after %s: %s is %s', (previous, text, period) => {
    expect(periodsOf(text, previous)).toEqual([period])
  })

  it.each([
    ['of another length', '1398-07', 'فصل بعد'],
    ['of a year, in which no month was said', '1398', 'آذر چی'],
  ])('none %s: after %s, %s', (_, previous, text) => {
    expect(periodsOf(text, previous).filter(Boolean)).toEqual([])
  })
})
