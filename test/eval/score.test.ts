import { describe, expect, it } from 'vitest'
import type { AnswerFigure, AnswerJson } from './answer.ts'
import type { Expectation } from './cases.ts'
import { reliability, score, wilson } from './score.ts'

const FIGURE: AnswerFigure = {
  value: 1524000,
  unit: 'تن',
  kind: 'actual',
  measure: 'level',
  indicator: 'تولید گندم',
  place: 'فارس',
  period: '1402',
  derived: null,
}
const answered = (...figures: Partial<AnswerFigure>[]): AnswerJson => ({
  status: 'answered',
  text: '',
  figures: figures.map((figure) => ({ ...FIGURE, ...figure })),
  choices: [],
})
const declined: AnswerJson = { status: 'not_found', text: '', figures: [], choices: [] }
const asked = (...labels: string[]): AnswerJson => ({
  ...declined,
  status: 'choices',
  choices: labels.map((label) => ({ label, reading: null })),
})

const WHEAT = {
  values: [1524000],
  unit: 'تن',
  indicator: 'تولید گندم',
  place: 'فارس',
  period: '1402',
  kind: 'actual',
  aspect: 'value',
}
const GROWTH = {
  values: [13.272727],
  unit: 'درصد',
  place: 'فارس',
  aspect: 'growth',
  or: [[219000]],
}
const TOP = { ...WHEAT, values: [3, 2], place: ['یزد', 'قم'], ordered: true, aspect: 'top' }

describe('an answer is right', () => {
  it.each<[string, AnswerJson, Expectation]>([
    ['with the figure asked for', answered({}), WHEAT],
    ['in a larger unit', answered({ value: 1524, unit: 'هزار تن' }), WHEAT],
    ['in another unit of the dimension', answered({ value: 1.524e9, unit: 'کیلوگرم' }), WHEAT],
    ['with the place said in full', answered({ place: 'استان فارس' }), WHEAT],
    [
      'with the same period in other words',
      answered({ period: '1402-H1' }),
      { ...WHEAT, period: '1402-01/1402-06' },
    ],
    [
      'with a computed share, rounded',
      answered({ value: 13.3, unit: 'درصد', derived: { formula: '…', inputs: [] } }),
      GROWTH,
    ],
    ['with the difference in place of the share', answered({ value: 219000 }), GROWTH],
    [
      'with both of two sources',
      answered({ value: 2 }, { value: 1 }),
      { ...WHEAT, values: [1, 2] },
    ],
    [
      'with a ranking in order',
      answered({ value: 3, place: 'یزد' }, { value: 2, place: 'قم' }),
      TOP,
    ],
    [
      'with a text where a text is due',
      answered({ value: null, statement: 'کمبود نقدینگی' }),
      { values: [], place: 'فارس', aspect: 'statement', statement: true },
    ],
    [
      'with any figures of the place',
      answered({ indicator: 'الف' }, { indicator: 'ب' }),
      { values: [], place: 'فارس', aspect: 'list', each: true, min: 2 },
    ],
  ])('%s', (_, answer, expected) => {
    expect(score(answer, expected)).toMatchObject({ outcome: 'right', asExpected: true })
  })

  it('and says when figures follow that nobody asked for', () => {
    expect(score(answered({}, { period: '1401' }), WHEAT)).toMatchObject({ extra: true })
    expect(score(answered({}), WHEAT)).toMatchObject({ extra: false })
  })
})

describe('an answer is wrong', () => {
  it.each<[string, AnswerJson, Expectation]>([
    ['with another value', answered({ value: 1525000 }), WHEAT],
    ['with the value of another unit', answered({ unit: 'کیلوگرم' }), WHEAT],
    ['of another place', answered({ place: 'خوزستان' }), WHEAT],
    ['of another year', answered({ period: '1403' }), WHEAT],
    ['of a part of the year', answered({ period: '1402-H1' }), WHEAT],
    ['of another kind', answered({ kind: 'target' }), WHEAT],
    ['of another measure', answered({ measure: 'share' }), { ...WHEAT, measure: 'level' }],
    ['of a sister indicator', answered({ indicator: 'تولید گندم آبی' }), WHEAT],
    ['with another figure first', answered({ value: 7 }, {}), WHEAT],
    ['with one of two sources only', answered({ value: 1 }), { ...WHEAT, values: [1, 2] }],
    [
      'with a ranking upside down',
      answered({ value: 2, place: 'قم' }, { value: 3, place: 'یزد' }),
      TOP,
    ],
    ['where nothing is stored', answered({}), 'refuse'],
    ['where it had to ask', answered({}), { choices: { place: ['فارس'] } }],
  ])('%s', (_, answer, expected) => {
    expect(score(answer, expected)).toMatchObject({
      outcome: 'wrong',
      asExpected: false,
      stated: true,
    })
  })
})

describe('declining and asking back', () => {
  it.each<[string, AnswerJson, Expectation, object]>([
    ['declines rightly', declined, 'refuse', { outcome: 'refused', asExpected: true }],
    ['declines needlessly', declined, WHEAT, { outcome: 'refused', asExpected: false }],
    [
      'explains without a figure',
      answered(),
      'refuse',
      { outcome: 'refused', asExpected: true, stated: false },
    ],
    [
      'offers what was meant',
      asked('تولید گندم فارس', 'خرید گندم فارس'),
      WHEAT,
      { outcome: 'asked', asExpected: false, offered: true },
    ],
    ['offers something else', asked('تولید جو یزد'), WHEAT, { outcome: 'asked', offered: false }],
    [
      'asks as it should',
      asked('خراسان رضوی', 'خراسان جنوبی'),
      { choices: { place: ['خراسان رضوی', 'خراسان جنوبی'] } },
      { outcome: 'asked', asExpected: true },
    ],
    [
      'asks, but without one of the two',
      asked('خراسان رضوی'),
      { choices: { place: ['خراسان رضوی', 'خراسان جنوبی'] } },
      { outcome: 'asked', asExpected: false },
    ],
    [
      'asks, with one of many places',
      asked('یزد', 'قم'),
      { choices: { place: ['یزد', 'فارس'], any: true } },
      { outcome: 'asked', asExpected: true },
    ],
    [
      'asks where a list would do too',
      asked('تولید گندم فارس'),
      { values: [], place: 'فارس', aspect: 'list', each: true, alsoAsk: true },
      { outcome: 'asked', asExpected: true },
    ],
    [
      'asks where nothing is stored',
      asked('یزد'),
      'refuse',
      { outcome: 'asked', asExpected: false },
    ],
  ])('%s', (_, answer, expected, judged) => {
    expect(score(answer, expected)).toMatchObject(judged)
  })
})

describe('numbers over many answers', () => {
  const right = score(answered({}), WHEAT)
  const wrong = score(answered({ value: 1 }), WHEAT)
  const quiet = score(declined, WHEAT)

  it('one wrong figure costs its penalty', () => {
    expect(reliability([right, right, right, quiet], 10)).toBe(75)
    expect(reliability([right, right, right, wrong], 0)).toBe(75)
    expect(reliability([right, right, right, wrong], 4)).toBe(-25)
    expect(reliability([], 10)).toBe(0)
  })

  it('Wilson’s interval holds the share and narrows with the count', () => {
    expect(wilson(0, 3000)[1]).toBeCloseTo(0.128, 2)
    expect(wilson(97, 100)[0]).toBeCloseTo(91.5, 1)
    expect(wilson(97, 100)[1]).toBeCloseTo(99.0, 1)
    expect(wilson(0, 0)).toEqual([0, 100])
  })
})
