import { describe, expect, it } from 'vitest'
import { key } from '../../src/persian/normalise.ts'
import { PhraseFinder } from '../../src/questions/phrase-finder.ts'

const finder = new PhraseFinder([
  ['رشد', 'change'],
  ['نرخ رشد', 'rate'],
  ['نسبت به سال قبل', 'change'],
  ['پیش‌بینی', 'forecast'],
  ['هدف', 'target'],
])

const find = (text: string) =>
  finder
    .find(text.split(' ').map((word) => (word === '…' ? null : key(word))))
    .map(({ value, from, to }) => [value, from, to])

describe('phrases in a question', () => {
  it.each([
    ['رشد گندم', [['change', 0, 1]]],
    ['نرخ رشد گندم', [['rate', 0, 2]]],
    ['نرخ گندم', []],
    ['گندم نسبت به سال قبل', [['change', 1, 5]]],
    ['هدفش', [['target', 0, 1]]],
    ['هدف‌های', [['target', 0, 1]]],
    ['پیش بینی', [['forecast', 0, 2]]],
    [
      'رشد هدف رشد',
      [
        ['change', 0, 1],
        ['target', 1, 2],
        ['change', 2, 3],
      ],
    ],
    ['نرخ … رشد', [['change', 2, 3]]],
    ['هدفمند', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(find(text)).toEqual(expected)
  })
})
