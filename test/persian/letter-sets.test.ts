import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doubledLetters, leastGaps, slipDistance } from '../../src/persian/distance.ts'
import { hasMoreBits, letterSet, unlikeLetters } from '../../src/persian/letter-sets.ts'

const differ = (a: string, b: string) => letterSet(a) & ~letterSet(b)

describe('sets of letters', () => {
  it.each([
    ['the order says nothing', 'گندم', 'منگد', false],
    ['letters of one sound are one', 'ظذاصت', 'زضعسط', false],
    ['another letter', 'گندم', 'گندز', true],
    ['a digit', 'گندم5', 'گندم', true],
  ])('%s: %s and %s', (_, a, b, unlike) => {
    expect(differ(a, b) !== 0).toBe(unlike)
  })

  it.each([
    [0, 0, false],
    [0b1, 0, true],
    [0b1001, 1, true],
    [0b1001, 2, false],
    [1 << 31, 0, true],
    [-1, 3, true],
  ])('%i has more than %i bits: %s', (bits, most, more) => {
    expect(hasMoreBits(bits, most)).toBe(more)
  })

  it('rules out no word that is within the limit', () => {
    const unit = fc.constantFrom(...'ابپتطثسصجچحهخدذزضظرژعغقفکگلمنویئ5ax'.split(''))
    const word = fc.string({ unit, minLength: 1, maxLength: 8 })
    const limit = fc.constantFrom(0.4, 0.6, 1, 1.4, 2)
    const slipped = fc.tuple(word, word, fc.nat(7), fc.nat(7)).map(([text, other, from, cut]) => {
      return [text, text.slice(0, from) + other.slice(0, 2) + text.slice(from + (cut % 3))] as const
    })
    fc.assert(
      fc.property(slipped, limit, ([a, b], most) => {
        fc.pre(slipDistance(a, b, most) <= most)
        expect(hasMoreBits(differ(a, b), unlikeLetters(most))).toBe(false)
        expect(hasMoreBits(differ(b, a), unlikeLetters(most))).toBe(false)
        const [shorter, longer] = a.length < b.length ? [a, b] : [b, a]
        const gaps = leastGaps(longer.length - shorter.length, doubledLetters(longer))
        expect(gaps).toBeLessThanOrEqual(most)
        expect(hasMoreBits(differ(shorter, longer), unlikeLetters(most - gaps))).toBe(false)
        expect(hasMoreBits(differ(longer, shorter), unlikeLetters(most - gaps, gaps))).toBe(false)
      }),
      { numRuns: 3000 },
    )
  })
})
