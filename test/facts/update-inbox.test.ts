import { describe, expect, it } from 'vitest'
import {
  finishUpdates,
  forgetUpdatesBefore,
  takeUpdates,
  unfinishedUpdates,
} from '../../src/facts/update-inbox.ts'
import { freshStore, NOW } from './store-for-tests.ts'

const update = (updateId: number) => ({ updateId, content: { update_id: updateId, text: 'چند؟' } })
const later = (hours: number) => new Date(NOW.getTime() + hours * 60 * 60 * 1000)

describe('updates in the store', () => {
  it('are taken once, however often they are delivered, until they are forgotten', async () => {
    const { db } = await freshStore()
    expect(await takeUpdates(db, [update(11), update(12), update(11)], NOW)).toEqual(
      new Set([11, 12]),
    )
    await finishUpdates(db, [11, 12])
    expect(await takeUpdates(db, [update(11), update(13)], NOW)).toEqual(new Set([13]))
    await forgetUpdatesBefore(db, later(1))
    expect(await takeUpdates(db, [update(11)], NOW)).toEqual(new Set([11]))
    expect(await takeUpdates(db, [], NOW)).toEqual(new Set())
  })

  it('are left whole by a process that died with them, and are not tried for ever', async () => {
    const { db } = await freshStore()
    await takeUpdates(db, [update(12), update(11), update(13)], NOW)
    await finishUpdates(db, [13])
    expect(await unfinishedUpdates(db, later(-1))).toEqual([])
    const left = [update(11).content, update(12).content]
    expect(await unfinishedUpdates(db, NOW)).toEqual(left)
    // Delivered again before it is finished: a third try, and the last.
    expect(await takeUpdates(db, [update(11), update(13)], NOW)).toEqual(new Set([11]))
    expect(await takeUpdates(db, [update(11)], NOW)).toEqual(new Set())
    expect(await unfinishedUpdates(db, NOW)).toEqual([update(12).content])
    expect(await unfinishedUpdates(db, NOW)).toEqual([])
  })
})
