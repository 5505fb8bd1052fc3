import { describe, expect, it } from 'vitest'
import { applyChanges } from '../../src/facts/changes.ts'
import { findObservations, observationById } from '../../src/facts/observations.ts'
import type { Store } from '../../src/facts/open.ts'
import { undoChangeSet, undoRefusal } from '../../src/facts/undo.ts'
import { checkStore } from '../../src/facts/upkeep.ts'
import { loadVocabulary } from '../../src/facts/vocabulary.ts'
import { added, by, FACTORIES, storeWithVocabulary } from './store-for-tests.ts'

const TWIN = 'تولید گندم به کیلوگرم'
const WHEAT = 'تولید گندم'

/** Wheat twice: in tonnes, and in kilograms under another name that has an alias. */
async function storeWithTwins() {
  const store = await storeWithVocabulary()
  await applyChanges(store, by('الف'), [
    { type: 'add_indicator', name: WHEAT, unit: 'تن', additive: true },
    { type: 'add_indicator', name: TWIN, unit: 'کیلوگرم', additive: true },
    { type: 'add_alias', target: 'indicator', targetId: { name: TWIN }, text: 'گندم' },
  ])
  const quantity = { digits: '5000', decimals: 0, power: 0, unit: 'کیلوگرم' }
  const figureId = await added(store, { indicatorId: { name: TWIN }, quantity })
  const { indicators } = await loadVocabulary(store.db)
  const idOf = (name: string) => indicators.find((one) => one.name === name)?.id ?? 0
  return { store, figureId, from: idOf(TWIN), into: idOf(WHEAT) }
}

const merge = (store: Store, fromId: number, intoId: number) =>
  applyChanges(store, by('مدیر'), [{ type: 'merge_indicators', fromId, intoId }])

describe('merging two indicators', () => {
  it('moves figures and names, and keeps values as quoted in the unit of the other', async () => {
    const { store, figureId, from, into } = await storeWithTwins()
    await merge(store, from, into)
    expect(await observationById(store.db, figureId)).toMatchObject({
      indicatorId: into,
      revision: 2,
      value: 5,
      quantity: { digits: '5000', unit: 'کیلوگرم' },
    })
    const { indicators, aliases } = await loadVocabulary(store.db)
    expect(indicators.map(({ id }) => id)).not.toContain(from)
    expect(aliases.map(({ targetId, text }) => [targetId, text])).toEqual([
      [into, TWIN],
      [into, 'گندم'],
    ])
    expect(await checkStore(store)).toEqual([])
  })

  it('goes back as a whole', async () => {
    const { store, figureId, from, into } = await storeWithTwins()
    const before = await loadVocabulary(store.db)
    const { changeSet } = await merge(store, from, into)
    expect(await undoRefusal(store, by('مدیر'), changeSet.id)).toBeNull()
    await undoChangeSet(store, by('مدیر'), changeSet.id)
    const after = await loadVocabulary(store.db)
    expect(after.indicators).toEqual(before.indicators)
    expect(after.aliases).toEqual(before.aliases)
    expect(await observationById(store.db, figureId)).toMatchObject({
      indicatorId: from,
      value: 5000,
    })
    expect(await checkStore(store)).toEqual([])
  })

  it('is refused whole where a unit does not fit, or both are one', async () => {
    const { store, from, into } = await storeWithTwins()
    await added(store)
    const { indicators } = await loadVocabulary(store.db)
    const factories = indicators.find(({ name }) => name === FACTORIES)?.id ?? 0
    await expect(merge(store, from, factories)).rejects.toThrow('سازگار نیست')
    await expect(merge(store, into, into)).rejects.toThrow('تغییری خواسته نشده')
    await expect(merge(store, 999, into)).rejects.toThrow('پیدا نشد')
    expect(await findObservations(store.db, { indicatorIds: [from] })).toHaveLength(1)
  })
})

describe('the refusal of an undo is known before it', () => {
  it('without a trace', async () => {
    const { store, figureId, from, into } = await storeWithTwins()
    const { changeSet } = await merge(store, from, into)
    await applyChanges(store, by('الف'), [
      {
        type: 'correct_observation',
        observationId: figureId,
        expectedRevision: 2,
        content: { quantity: { digits: '6', decimals: 0, power: 0, unit: 'تن' } },
      },
    ])
    const { version } = await loadVocabulary(store.db)
    expect((await undoRefusal(store, by('مدیر'), changeSet.id))?.code).toBe('undo_refused')
    expect((await undoRefusal(store, by('مدیر'), 999))?.code).toBe('not_found')
    expect((await loadVocabulary(store.db)).version).toBe(version)
  })
})
