import { describe, expect, it } from 'vitest'
import { endLease, holdLease } from '../../src/facts/leases.ts'
import { freshStore, NOW } from './store-for-tests.ts'

const later = (milliseconds: number) => new Date(NOW.getTime() + milliseconds)

describe('a lease', () => {
  it('is held by one at a time, who may hold it on', async () => {
    const { db } = await freshStore()
    expect(await holdLease(db, 'work', 'a', NOW, 1000)).toBe(true)
    expect(await holdLease(db, 'work', 'b', later(900), 1000)).toBe(false)
    expect(await holdLease(db, 'work', 'a', later(900), 1000)).toBe(true)
    expect(await holdLease(db, 'work', 'b', later(1100), 1000)).toBe(false)
    expect(await holdLease(db, 'other', 'b', NOW, 1000)).toBe(true)
  })

  it('goes to the next when its time is over, or when it is given up', async () => {
    const { db } = await freshStore()
    await holdLease(db, 'work', 'a', NOW, 1000)
    expect(await holdLease(db, 'work', 'b', later(1001), 1000)).toBe(true)
    await endLease(db, 'work', 'a')
    expect(await holdLease(db, 'work', 'a', later(1002), 1000)).toBe(false)
    await endLease(db, 'work', 'b')
    expect(await holdLease(db, 'work', 'a', later(1003), 1000)).toBe(true)
  })

  it('is given to one of those who ask at once', async () => {
    const { db } = await freshStore()
    const asked = ['a', 'b', 'c'].map((holder) => holdLease(db, 'work', holder, NOW, 1000))
    expect((await Promise.all(asked)).filter((held) => held)).toHaveLength(1)
  })
})
