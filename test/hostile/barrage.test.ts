import { describe, expect, it } from 'vitest'
import { freshStore, storeWithVocabulary } from '../facts/store-for-tests.ts'
import { barrage } from './barrage.ts'
import { filesBarrage } from './files.ts'

/** The long form is `npm run torture hostile`. */
const SEED = 1404
const COUNT = 1500

describe('updates that are made to hurt', () => {
  it('are all answered as plain text, change nothing without the right, and break nothing', async () => {
    const store = await freshStore()
    const { broken, replies } = await barrage({ store, seed: SEED, count: COUNT })
    expect(broken).toEqual([])
    expect(replies).toBeGreaterThan(COUNT / 2)
  }, 600_000)
})

describe('files and reports that are made to hurt', () => {
  it('are read or refused with a reason', async () => {
    const store = await storeWithVocabulary()
    const { broken } = await filesBarrage({ store, seed: SEED, files: 500, reports: 100 })
    expect(broken).toEqual([])
  }, 600_000)
})
