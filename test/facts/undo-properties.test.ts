import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChanges, type Operation } from '../../src/facts/changes.ts'
import { StoreError, UndoRefusedError } from '../../src/facts/errors.ts'
import { changeSetsOf, historyOf } from '../../src/facts/history.ts'
import { findObservations } from '../../src/facts/observations.ts'
import { openStore, type Store } from '../../src/facts/open.ts'
import { undoChangeSet } from '../../src/facts/undo.ts'
import { checkStore } from '../../src/facts/upkeep.ts'
import { loadVocabulary } from '../../src/facts/vocabulary.ts'
import { ENGINE, freshUrl } from './fresh-url.ts'
import { by, figure, VOCABULARY } from './store-for-tests.ts'

/** What a person may try next; numbers pick among what there is by then. */
type Step =
  | { readonly act: 'add'; readonly count: number }
  | { readonly act: 'correct' | 'retire' | 'undo' | 'rename'; readonly pick: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ act: fc.constant('add' as const), count: fc.integer({ min: 1, max: 3 }) }),
  fc.record({
    act: fc.constantFrom('correct' as const, 'retire' as const, 'undo' as const, 'rename' as const),
    pick: fc.nat({ max: 30 }),
  }),
)

/** Tries a step; a refusal is fine and must leave no trace. */
async function take(store: Store, now: Step): Promise<void> {
  const before = await stateOf(store)
  try {
    if (now.act === 'undo') {
      const sets = await changeSetsOf(store.db, { limit: 100 })
      const picked = sets[now.pick % sets.length]?.id ?? 0
      await undoChangeSet(store, by('ب'), picked)
    } else {
      const operations = await operationsFor(store, now)
      if (operations.length > 0) await applyChanges(store, by('الف'), operations)
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    expect(await stateOf(store)).toEqual(before)
  }
}

async function operationsFor(
  store: Store,
  now: Exclude<Step, { readonly act: 'undo' }>,
): Promise<Operation[]> {
  if (now.act === 'add') {
    const content = figure({ indicatorId: 1, placeId: 2 })
    return Array.from({ length: now.count }, () => ({ type: 'add_observation', content }))
  }
  if (now.act === 'rename') {
    return [{ type: 'rename_indicator', indicatorId: 1, name: `نام ${now.pick % 3}` }]
  }
  const live = await findObservations(store.db, {})
  const observation = live[now.pick % Math.max(live.length, 1)]
  if (!observation) return []
  const at = { observationId: observation.id, expectedRevision: observation.revision }
  if (now.act === 'retire') return [{ type: 'retire_observation', ...at }]
  const quantity = { digits: String(now.pick), decimals: 0, power: 0, unit: 'واحد' }
  return [{ type: 'correct_observation', ...at, content: { quantity } }]
}

/** What can be read of a store, without the numbers that only count changes. */
async function stateOf(store: Store) {
  const { places, indicators, aliases } = await loadVocabulary(store.db)
  const observations = await findObservations(store.db, {})
  const said = observations.map(({ revision, changeSetId, ...rest }) => rest)
  return { places, indicators, aliases, observations: said }
}

async function expectWholeHistory(store: Store): Promise<void> {
  expect(await checkStore(store)).toEqual([])
  const ids = await store.db.selectFrom('observation').select('id').execute()
  for (const { id } of ids) {
    const revisions = (await historyOf(store.db, id)).map(({ revision }) => revision)
    expect(revisions).toEqual(revisions.map((_, index) => index + 1))
  }
}

/**
 * Undoes whatever still stands, the newest first. A refusal is fine here: what was undone before,
 * or would bring a figure back without its indicator. A wrong one leaves something in the store.
 */
async function undoEverything(store: Store): Promise<void> {
  const sets = await changeSetsOf(store.db, { limit: 1000 })
  for (const { id, undoesId } of sets) {
    if (undoesId !== null) continue
    try {
      await undoChangeSet(store, by('پ'), id)
    } catch (error) {
      if (!(error instanceof UndoRefusedError)) throw error
    }
  }
}

async function inStore(work: (store: Store) => Promise<void>): Promise<void> {
  const url = ENGINE === 'sqlite' ? 'file::memory:' : await freshUrl()
  const store = await openStore({ url })
  try {
    await applyChanges(store, by('الف'), VOCABULARY)
    await work(store)
  } finally {
    await store.close()
  }
}

/** The same rules hold on both engines; the slower one is asked less often. */
const RUNS = { numRuns: ENGINE === 'sqlite' ? 60 : 8 }

describe('any sequence of changes', () => {
  it('leaves the history whole, and undoing everything leaves nothing', async () => {
    const steps = fc.array(step, { maxLength: 14 })
    const property = fc.asyncProperty(steps, (taken) =>
      inStore(async (store) => {
        for (const now of taken) await take(store, now)
        await expectWholeHistory(store)
        await undoEverything(store)
        await expectWholeHistory(store)
        expect(await stateOf(store)).toEqual({
          places: [],
          indicators: [],
          aliases: [],
          observations: [],
        })
      }),
    )
    await fc.assert(property, RUNS)
  })

  it('an undo and its undo leave everything as it was', async () => {
    const steps = fc.array(step, { minLength: 1, maxLength: 8 })
    const property = fc.asyncProperty(steps, (taken) =>
      inStore(async (store) => {
        for (const now of taken) await take(store, now)
        const before = await stateOf(store)
        const [last] = await changeSetsOf(store.db, { limit: 1 })
        const undone = await undoChangeSet(store, by('ب'), last?.id ?? 0)
        await undoChangeSet(store, by('ب'), undone.changeSet.id)
        expect(await stateOf(store)).toEqual(before)
      }),
    )
    await fc.assert(property, RUNS)
  })
})
