import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doubledLetters, leastGaps, slipDistance, slipLimit } from '../../src/persian/distance.ts'

const ANY = 100

describe('the distance of a slip', () => {
  it.each([
    ['the same word', 'گندم', 'گندم', 0],
    ['a homophone', 'گندم', 'گندم', 0],
    ['ز for ذ', 'اذربایجان', 'ازربایجان', 0.4],
    ['ث for س', 'پثته', 'پسته', 0.4],
    ['ح for ه', 'کرمانشاح', 'کرمانشاه', 0.4],
    ['a neighbouring key', 'گندخ', 'گندم', 0.6],
    ['letters of one shape', 'نهران', 'تهران', 0.6],
    ['two letters swapped', 'گنمد', 'گندم', 0.7],
    ['a letter doubled', 'گنندم', 'گندم', 0.5],
    ['a letter missing', 'گند', 'گندم', 1],
    ['a letter too many', 'گندلم', 'گندم', 1],
    ['a far key', 'گندص', 'گندم', 1],
    ['two slips', 'کنذم', 'گندم', 1.2],
  ])('%s: %s for %s', (_, typed, meant, distance) => {
    expect(slipDistance(typed, meant, ANY)).toBeCloseTo(distance)
  })

  it('is infinite above the limit', () => {
    expect(slipDistance('گندم', 'جو', 1)).toBe(Number.POSITIVE_INFINITY)
    expect(slipDistance('کرمان', 'کرمانشاه', 1)).toBe(Number.POSITIVE_INFINITY)
    expect(slipDistance('هرات', 'تهران', 1.4)).toBe(Number.POSITIVE_INFINITY)
  })

  const word = fc.string({ unit: fc.constantFrom(...'ابتدرسشکلمنوهی'), maxLength: 9 })

  it('is symmetric, and zero for one word alone', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(slipDistance(a, b, ANY)).toBeCloseTo(slipDistance(b, a, ANY))
        expect(slipDistance(a, b, ANY) === 0).toBe(a === b)
      }),
    )
  })

  it('is the same under any limit that it does not exceed', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = slipDistance(a, b, ANY)
        expect(slipDistance(a, b, distance)).toBe(distance)
        if (distance > 0) expect(slipDistance(a, b, distance - 0.01)).toBe(Number.POSITIVE_INFINITY)
      }),
    )
  })
})

it('short words bear no slip, long ones two', () => {
  expect([2, 3, 4, 5, 6, 7, 8, 20].map(slipLimit)).toEqual([0, 0, 1, 1, 1.4, 1.4, 2, 2])
})

it.each([
  ['گندم', 0],
  ['گندمم', 2],
  ['ممنون', 2],
  ['', 0],
])('%s has %i doubled letters', (word, count) => {
  expect(doubledLetters(word)).toBe(count)
})

it('a gap at a doubled letter costs half of another', () => {
  expect([leastGaps(0, 3), leastGaps(3, 0), leastGaps(3, 2), leastGaps(1, 2)]).toEqual([
    0, 3, 2, 0.5,
  ])
})
