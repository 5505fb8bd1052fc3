import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slipDistance, slipLimit } from '../../src/persian/distance.ts'
import { FuzzyIndex } from '../../src/questions/fuzzy-index.ts'

const KEYS = ['گندم', 'کرمان', 'کرمانشاه', 'یزد', 'تهران', 'احیایواحدهایراکد', 'جو', 'قم']
const index = new FuzzyIndex(KEYS)
const any = () => Number.POSITIVE_INFINITY
const near = (typed: string) => index.near(typed, any).map(({ key }) => key)

describe('the fuzzy index', () => {
  it.each([
    ['گندوم', ['گندم']],
    ['کندم', ['گندم']],
    ['ندم', ['گندم']],
    ['کرمن', ['کرمان']],
    ['یزذ', ['یزد']],
    ['احیایواحذهایراکت', ['احیایواحدهایراکد']],
  ])('%s may be %s', (typed, expected) => {
    expect(near(typed)).toEqual(expected)
  })

  it.each(['هرات', 'گلابی', 'قن', 'ج', '', 'بیمارستان'])('%s is none', (typed) => {
    expect(near(typed)).toEqual([])
  })

  it('gives the nearest first', () => {
    expect(near('کرماناه')).toEqual(['کرمانشاه'])
    expect(new FuzzyIndex(['گندمی', 'گندم']).near('گندم', any).map(({ key }) => key)).toEqual([
      'گندم',
      'گندمی',
    ])
  })

  it('asks for the bound of each form', () => {
    expect(index.near('گندوم', (key) => (key === 'گندم' ? 0 : 2))).toEqual([])
    expect(index.near('گندوم', () => 0.9)).toEqual([])
  })

  it('gives at most ten', () => {
    const many = new FuzzyIndex(
      ['ا', 'ب', 'پ', 'ت', 'ث', 'ج', 'چ', 'ح', 'خ', 'د', 'ذ'].map((last) => `گندمک${last}`),
    )
    expect(many.near('گندمکر', any)).toHaveLength(10)
  })

  it('never gives what is beyond the limit of the word, and tells the true distance', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'اتدرسشکلمنگیزه'),
      minLength: 3,
      maxLength: 9,
    })
    fc.assert(
      fc.property(word, (typed) => {
        for (const { key, distance } of index.near(typed, any)) {
          expect(distance).toBeLessThanOrEqual(Math.max(1, slipLimit(typed.length)))
          expect(distance).toBe(slipDistance(typed, key, 9))
        }
      }),
    )
  })

  it('is not changed by a search', () => {
    const before = near('گندوم')
    near('کرمانشا')
    expect(near('گندوم')).toEqual(before)
  })
})
