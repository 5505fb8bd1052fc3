import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WordSet } from '../../src/questions/word-set.ts'

describe('a set of words', () => {
  it.each([
    ['گندم\nجو', 'گندم', true],
    ['گندم\nجو', 'جو', true],
    ['گندم\nجو', 'گند', false],
    ['گندم\nجو', 'ندم', false],
    ['گندم\nجو', 'گندمی', false],
    ['گندم\nجو', '', false],
    ['', 'جو', false],
  ])('%j has %s: %s', (text, word, expected) => {
    expect(new WordSet(text).has(word)).toBe(expected)
  })

  it('has what a Set of its lines has', () => {
    const word = fc.string({
      unit: fc.constantFrom('ا', 'ب', 'پ', 'a'),
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.array(word), (words, others) => {
        const own = new WordSet(words.join('\n'))
        const known = new Set(words)
        for (const one of [...words, ...others]) expect(own.has(one)).toBe(known.has(one))
      }),
    )
  })
})
