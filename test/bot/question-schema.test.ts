import { expect, it } from 'vitest'
import { readQuestion } from '../../src/bot/question-schema.ts'
import { EMPTY_QUESTION, type Question, said } from '../../src/questions/question.ts'

const ASKED: readonly Question[] = [
  { ...EMPTY_QUESTION, also: [EMPTY_QUESTION] },
  EMPTY_QUESTION,
  { ...EMPTY_QUESTION, aspect: 'list', places: said([27]), bare: true },
  { ...EMPTY_QUESTION, aspect: 'most', indicator: said(4), ofChange: true },
  { ...EMPTY_QUESTION, aspect: 'quotient', indicator: said(4), second: { indicator: 5, per: 1 } },
]

it.each(ASKED)('a question comes back from the store as it was: $aspect', (question) => {
  expect(readQuestion(JSON.parse(JSON.stringify(question)))).toEqual(question)
})

it.each([null, 'value', {}, { ...EMPTY_QUESTION, aspect: 'weather' }])('%j is none', (value) => {
  expect(readQuestion(value)).toBeNull()
})
