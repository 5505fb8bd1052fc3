import { describe, expect, it } from 'vitest'
import { groupQuestions } from '../../src/facts/question-groups.ts'
import type { LoggedQuestion } from '../../src/facts/question-log.ts'

const asked = (question: string, id: number, telegramId = id): LoggedQuestion => ({
  id,
  chatId: telegramId,
  telegramId,
  question,
  status: 'not_found',
  detail: null,
  askedAt: '2026-11-24T08:00:00Z',
  wantsNotice: false,
})

const group = (...questions: string[]) =>
  groupQuestions(questions.map((question, at) => asked(question, at + 1)))

describe('questions that ask the same stand together', () => {
  it.each([
    ['the same words', 'تولید عسل یزد', 'تولید عسل یزد'],
    ['words that only ask', 'تولید عسل یزد', 'تولید عسل یزد چقدر است؟'],
    ['another order', 'تولید عسل یزد', 'یزد: تولید عسل'],
    ['letters of Arabic keyboards', 'توليد عسل يزد', 'تولید عسل یزد'],
    ['a politer wording', 'تولید عسل در یزد', 'لطفا میزان تولید عسل یزد را بگویید'],
  ])('%s', (_, one, other) => {
    expect(group(one, other)).toHaveLength(1)
  })

  it.each([
    ['another place', 'تولید عسل یزد', 'تولید عسل قم'],
    ['another product', 'تولید عسل یزد', 'تولید سیب یزد'],
    ['another year', 'تولید عسل ۱۴۰۰', 'تولید عسل ۱۴۰۱'],
    ['nothing in common', 'سلام چطوری', 'نرخ ارز'],
  ])('but not with %s', (_, one, other) => {
    expect(group(one, other)).toHaveLength(2)
  })

  it('the largest group first, by its most frequent wording, counting people once', () => {
    const groups = groupQuestions([
      asked('نرخ ارز', 4),
      asked('تولید عسل یزد چقدر است', 3, 1),
      asked('تولید عسل یزد', 2, 1),
      asked('تولید عسل یزد', 1, 2),
    ])
    expect(groups).toMatchObject([
      { question: 'تولید عسل یزد', count: 3, people: 2, ids: [3, 2, 1] },
      { question: 'نرخ ارز', count: 1, people: 1 },
    ])
    expect(groups[0]?.wordings).toEqual(['تولید عسل یزد', 'تولید عسل یزد چقدر است'])
  })
})
