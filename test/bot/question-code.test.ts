import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeQuestion, encodeQuestion } from '../../src/bot/question-code.ts'
import { EMPTY_QUESTION, type Question } from '../../src/questions/question.ts'

const said = <T>(value: T) => ({ value, origin: 'said' as const })

const QUESTION: Question = {
  aspect: 'compare',
  indicator: said(12),
  places: said([3, 25]),
  periods: said(['1399-H2', '1395/1399', '../1400']),
  kind: said('target'),
  tense: 'past',
  unit: 'ریال',
  convert: true,
  count: 5,
  base: '1398',
}

const EMPTY: Question = { ...EMPTY_QUESTION, aspect: 'list' }

describe('a question in the letters of a button and a link', () => {
  it('comes back as it was', () => {
    const slot = <T>(value: fc.Arbitrary<T>) =>
      fc.option(value.map((one) => ({ value: one, origin: 'said' as const })))
    const question = fc.record({
      aspect: fc.constantFrom('value', 'achieved', 'trend', 'most', 'list', 'definition'),
      indicator: slot(fc.integer({ min: 1, max: 99_999 })),
      places: slot(fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 3 })),
      periods: slot(
        fc.array(fc.constantFrom('1399', '1399-H1', '1400-Q3', '1399-07', '../1400', '1395/1399'), {
          minLength: 1,
          maxLength: 2,
        }),
      ),
      kind: slot(fc.constantFrom('actual', 'target', 'forecast')),
      tense: fc.constantFrom('past', 'future', null),
      unit: fc.constantFrom('درصد', 'ریال', 'تومان', null),
      convert: fc.constant(false),
      count: fc.option(fc.integer({ min: 1, max: 31 })),
      base: fc.constantFrom('1398', '1398-H1', null),
    }) as fc.Arbitrary<Question>
    fc.assert(
      fc.property(question, (one) => {
        const code = encodeQuestion(one, 200) ?? ''
        expect(code).toMatch(/^[A-Za-z0-9_-]+$/)
        expect(decodeQuestion(code)).toEqual(one)
      }),
    )
  })

  it('remembers a conversion, and that nobody said the period', () => {
    expect(decodeQuestion(encodeQuestion(QUESTION, 60) ?? '')).toEqual(QUESTION)
    const change: Question = { ...EMPTY, aspect: 'most', ofChange: true }
    expect(decodeQuestion(encodeQuestion(change, 60) ?? '')).toEqual(change)
    const years: Question = { ...EMPTY, aspect: 'most', overYears: true }
    expect(decodeQuestion(encodeQuestion(years, 60) ?? '')).toEqual(years)
    const sum: Question = { ...EMPTY, aspect: 'trend', withSum: true }
    expect(decodeQuestion(encodeQuestion(sum, 60) ?? '')).toEqual(sum)
    const times: Question = { ...EMPTY, aspect: 'compare', unit: 'برابر' }
    expect(decodeQuestion(encodeQuestion(times, 60) ?? '')).toEqual(times)
    const pair: Question = { ...EMPTY, aspect: 'quotient', second: { indicator: 7, per: 1000 } }
    expect(decodeQuestion(encodeQuestion(pair, 60) ?? '')).toEqual(pair)
    const several: Question = { ...EMPTY, also: [{ ...EMPTY, indicator: said(3) }, pair] }
    expect(decodeQuestion(encodeQuestion(several, 60) ?? '')).toEqual(several)
    const assumed: Question = { ...EMPTY, periods: { value: ['1399'], origin: 'assumed' } }
    expect(decodeQuestion(encodeQuestion(assumed, 60) ?? '')).toEqual(assumed)
  })

  it('is short for a single figure', () => {
    const single = { ...EMPTY, aspect: 'value', indicator: said(12), places: said([25]) } as const
    expect(encodeQuestion({ ...single, periods: said(['1399']) }, 64)).toBe('0_12_25_1399')
  })

  it('is refused when it does not fit, or asks for a unit without a letter', () => {
    expect(encodeQuestion(QUESTION, 20)).toBeNull()
    expect(encodeQuestion({ ...EMPTY, unit: 'کیلومتر' }, 60)).toBeNull()
  })

  it.each([
    '',
    '_',
    'zz_1',
    '0_x',
    '0_1_2y3',
    '0_1_2_1399-H9',
    '0_-1',
    'd12',
    '0_1_2_3_',
    '0_1--',
    '0_1--zz',
  ])('reads nothing from «%s»', (code) => {
    expect(decodeQuestion(code)).toBeNull()
  })
})
