import { describe, expect, it } from 'vitest'
import {
  finishUpdates,
  forgetUpdatesBefore,
  keepUpdates,
  settledUpdates,
  unfinishedUpdates,
} from '../../src/facts/update-inbox.ts'
import { freshStore, NOW } from './store-for-tests.ts'

const update = (updateId: number) => ({ updateId, content: { update_id: updateId, text: 'چند؟' } })
const later = (hours: number) => new Date(NOW.getTime() + hours * 60 * 60 * 1000)

describe('updates in the store', () => {
  it('are known once they are finished, until they are forgotten', async () => {
    const { db } = await freshStore()
    await keepUpdates(db, [update(11), update(12)], NOW)
    expect(await settledUpdates(db, [11, 12, 13])).toEqual(new Set())
    await finishUpdates(db, [11])
    expect(await settledUpdates(db, [11, 12, 13])).toEqual(new Set([11]))
    // A repeated one does not come to life again.
    await keepUpdates(db, [update(11)], NOW)
    expect(await settledUpdates(db, [11])).toEqual(new Set([11]))
    await forgetUpdatesBefore(db, later(1))
    expect(await settledUpdates(db, [11])).toEqual(new Set())
    expect(await settledUpdates(db, [])).toEqual(new Set())
    await keepUpdates(db, [], NOW)
  })

  it('are left whole by a process that died with them, and are not tried for ever', async () => {
    const { db } = await freshStore()
    await keepUpdates(db, [update(12), update(11), update(13)], NOW)
    await finishUpdates(db, [13])
    expect(await unfinishedUpdates(db, later(-1))).toEqual([])
    expect(await unfinishedUpdates(db, NOW)).toEqual([update(11), update(12)])
    for (let tries = 2; tries <= 30; tries++) {
      expect(await settledUpdates(db, [11])).toEqual(new Set())
      await keepUpdates(db, [update(11)], NOW)
    }
    expect(await settledUpdates(db, [11, 12])).toEqual(new Set([11]))
    expect(await unfinishedUpdates(db, NOW)).toEqual([update(12)])
  })
})
