import { describe, expect, it } from 'vitest'
import { splitQuestions } from '../../src/questions/split-questions.ts'
import { wordsOf } from './vocabulary-for-tests.ts'

const parts = (text: string) =>
  splitQuestions(wordsOf(text)).map((words) => words.map((word) => word.typed).join(' '))

describe('a message', () => {
  it.each([
    ['تولید گندم یزد چقدر است؟', 1],
    ['تولید گندم یزد', 1],
    ['تولید گندم یزد چقدره؟ واردات کرمان چقدره؟', 2],
    ['گندم یزد چقدر است و بیکاری قم چند است', 2],
    ['گندم یزد چقدر بود و چند درصد هدف محقق شد', 2],
    ['چند واحد احیا شد. چند نفر شاغل شدند؟ چند جواز صادر شد؟', 3],
    // «و» joins two places, two years or two nouns of one question.
    ['تولید گندم یزد و کرمان چقدر است', 1],
    ['تولید گندم در ۱۳۹۸ و ۱۳۹۹ چقدر بود', 1],
    ['چقدر گندم و جو تولید شد', 1],
    // What asks nothing goes with what does.
    ['سلام. واحد راکد قم چند تاست؟', 1],
    ['گندم کدام بیشتر بود، کرمان یا یزد؟ (سال ۱۴۰۲)', 1],
    ['سلام! خسته نباشید. تولید گندم یزد؟', 1],
    ['؟؟؟', 1],
    ['', 1],
  ])('%s asks %i', (text, count) => {
    expect(parts(text)).toHaveLength(count)
  })

  it('loses no word', () => {
    const text = 'سلام. گندم یزد چقدر بود؟ و واردات کرمان چند است؟ ممنون'
    const words = (all: string[]) => all.join(' ').split(' ')
    expect(words(parts(text)).sort()).toEqual(
      expect.arrayContaining(['سلام', 'گندم', 'یزد', 'چقدر', 'واردات', 'کرمان', 'چند', 'ممنون']),
    )
  })

  it('keeps the order', () => {
    const [first, second] = parts('تولید گندم یزد چقدره؟ واردات کرمان چقدره؟')
    expect(first).toContain('یزد')
    expect(second).toContain('کرمان')
  })
})
