import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markPairs, mostAlike, pairsAlike } from '../../src/questions/letter-pairs.ts'

describe('pairs of letters that two words share', () => {
  it.each([
    ['گندم', 'گندم', 5, 0],
    ['گندوم', 'گندم', 4, 0],
    ['کندم', 'گندم', 3, 2],
    ['یزد', 'گندم', 0, -1],
    ['دم', 'گندم', 2, 1],
  ])('%s and %s: %i, the first at %i', (typed, other, count, first) => {
    expect(pairsAlike(typed, other)).toEqual({ count, first })
  })

  it('are never more than a quick look tells', () => {
    const unit = fc.constantFrom(...'ابدگ5a'.split(''))
    const word = fc.string({ unit, maxLength: 9 })
    fc.assert(
      fc.property(fc.array(word, { maxLength: 4 }), word, (typed, other) => {
        for (const one of typed) {
          markPairs(one, 1)
          const most = mostAlike(other)
          markPairs(one, -1)
          expect(most).toBeGreaterThanOrEqual(pairsAlike(one, other).count)
          expect(mostAlike(other)).toBe(0)
        }
      }),
    )
  })
})
