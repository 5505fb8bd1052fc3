import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Bucket, fullBucket, taken } from '../../src/bot/limits.ts'

const PACE = { burst: 5, perMinute: 60 }
const START = Date.parse('2026-03-20T20:29:00Z')

/** How many of the moments were in time. */
function inTime(moments: readonly number[]): number {
  let bucket: Bucket = fullBucket(PACE, START)
  let count = 0
  for (const now of moments) {
    const next = taken(bucket, PACE, now)
    bucket = next.bucket
    if (next.isThere) count++
  }
  return count
}

const seconds = (...offsets: readonly number[]) => offsets.map((one) => START + one * 1000)

describe('a bucket', () => {
  it.each<[string, readonly number[], number]>([
    ['gives what it holds at once, and no more', seconds(0, 0, 0, 0, 0, 0, 0), 5],
    ['fills up again, one a second', seconds(0, 0, 0, 0, 0, 0, 1, 1, 3, 3, 3), 8],
    ['holds no more than a burst, however long nothing came', seconds(0, ...Array(7).fill(9e6)), 6],
    ['goes on as before when the clock is set back', seconds(9, 0, 0, 0, 0, 0, 1, 2), 7],
    ['is no poorer for a clock that is set back by a year', seconds(0, -3e7, -3e7, -3e7), 4],
    ['is full after a clock that went ahead', seconds(0, 0, 0, 0, 0, 3e7, 3e7), 7],
  ])('%s', (_, moments, count) => {
    expect(inTime(moments)).toBe(count)
  })

  it('gives in any stretch a burst and the pace at most, and nobody waits for ever', () => {
    const moments = fc.array(fc.integer({ min: -100_000, max: 100_000 }), { maxLength: 200 })
    fc.assert(
      fc.property(moments, (steps) => {
        let now = START
        const times = steps.map((step) => {
          now += step
          return now
        })
        const forward = steps.reduce((sum, step) => sum + Math.max(0, step), 0)
        expect(inTime(times)).toBeLessThanOrEqual(PACE.burst + forward / 1000)
        expect(inTime([...times, now + 2000])).toBeGreaterThan(inTime(times))
      }),
    )
  })
})
