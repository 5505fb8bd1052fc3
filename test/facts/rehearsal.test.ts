import { describe, expect, it } from 'vitest'
import { applyInTransaction } from '../../src/facts/changes.ts'
import { countObservations } from '../../src/facts/observations.ts'
import { rehearse } from '../../src/facts/rehearsal.ts'
import { by, figure, storeWithVocabulary } from './store-for-tests.ts'

describe('a rehearsal', () => {
  it('gives what happened, and leaves nothing of it', async () => {
    const store = await storeWithVocabulary()
    const count = await rehearse(store, async (trx) => {
      await applyInTransaction(trx, by('الف'), [{ type: 'add_observation', content: figure() }])
      return await countObservations(trx)
    })
    expect(count).toBe(1)
    expect(await countObservations(store.db)).toBe(0)
  })

  it('fails as its work fails', async () => {
    const store = await storeWithVocabulary()
    const failing = rehearse(store, async () => {
      throw new Error('boom')
    })
    await expect(failing).rejects.toThrow('boom')
  })
})
