import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slipDistance, slipLimit } from '../../src/persian/distance.ts'
import { FuzzyIndex } from '../../src/questions/fuzzy-index.ts'

const KEYS = ['گندم', 'کرمان', 'کرمانشاه', 'یزد', 'تهران', 'احیایواحدهایراکد', 'جو', 'قم']
const index = new FuzzyIndex(KEYS)
const any = () => Number.POSITIVE_INFINITY
const near = (typed: string) => index.near(typed, any).map(({ key }) => key)

/** One slip spoils three of the pairs of neighbouring letters, the ends counting as letters. */
function sharesPairs(typed: string, key: string): boolean {
  const slips = typed.length >= 8 ? 3 : typed.length >= 6 ? 2 : 1
  const pairs = (word: string) =>
    Array.from(`^${word}$`.slice(1), (_, at) => `^${word}$`.slice(at, at + 2))
  const own = new Set(pairs(key))
  const alike = pairs(typed).filter((pair) => own.has(pair)).length
  return alike >= Math.max(1, typed.length + 1 - 3 * slips)
}

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

  it('misses nothing that a look at every form finds', () => {
    const unit = fc.constantFrom(...'ابدذرزهحگک5a'.split(''))
    const word = fc.string({ unit, minLength: 3, maxLength: 11 })
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 40 }), word, (keys, typed) => {
        const limit = Math.max(1, slipLimit(typed.length))
        const found = new FuzzyIndex(keys).near(typed, any)
        const all = keys.filter(
          (key) => slipDistance(typed, key, limit) <= limit && sharesPairs(typed, key),
        )
        expect(found.map(({ key }) => key).sort()).toEqual(all.sort())
      }),
      { numRuns: 500 },
    )
  })

  it('is not changed by a search', () => {
    const before = near('گندوم')
    near('کرمانشا')
    expect(near('گندوم')).toEqual(before)
  })
})
