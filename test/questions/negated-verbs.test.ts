import { describe, expect, it } from 'vitest'
import { key } from '../../src/persian/normalise.ts'
import { isNegatedVerb } from '../../src/questions/negated-verbs.ts'

describe('verbs that deny', () => {
  it.each([
    'نخرید',
    'نخریدند',
    'نخریدن',
    'نخریده‌اند',
    'نمی‌خرند',
    'نتونست',
    'نتوانستند',
    'نیامد',
    'نیومدن',
    'نیفتاد',
    'نیاوردند',
    'نمی‌شود',
    'نمیشه',
    'نشد',
    'نکنند',
    'نمی',
  ])('%s', (word) => {
    expect(isNegatedVerb(key(word))).toBe(true)
  })

  it.each(['خرید', 'نزد', 'نشست', 'نمونه', 'نورد', 'نبرد', 'نسوز', 'نرخ', 'نیم', 'نان', 'نوبت'])(
    'nouns and prepositions that look like one: %s',
    (word) => {
      expect(isNegatedVerb(key(word))).toBe(false)
    },
  )
})
