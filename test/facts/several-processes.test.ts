import { describe, expect, it } from 'vitest'
import { applyChanges } from '../../src/facts/changes.ts'
import { changeSetsOf, historyOf } from '../../src/facts/history.ts'
import { countObservations } from '../../src/facts/observations.ts'
import { openStore, type Store } from '../../src/facts/open.ts'
import { checkStore } from '../../src/facts/upkeep.ts'
import { freshUrl } from './fresh-url.ts'
import { startScript } from './processes.ts'
import { added, by, figure, VOCABULARY } from './store-for-tests.ts'

const ROWS_OF_AN_IMPORT = 700
const TRIES = 40

async function prepared(url: string): Promise<Store> {
  const store = await openStore({ url })
  await applyChanges(store, by('الف'), VOCABULARY)
  return store
}

/** How many rows each change set of the command has. */
async function sizesOf(store: Store): Promise<Map<number, number>> {
  const rows = await store.db
    .selectFrom('observation_revision')
    .select(['change_set_id', (eb) => eb.fn.countAll<number>().as('rows')])
    .groupBy('change_set_id')
    .execute()
  return new Map(rows.map((row) => [row.change_set_id, row.rows]))
}

describe('three processes on one store', () => {
  it('correct one figure, and none overwrites what it did not see', {
    timeout: 60_000,
  }, async () => {
    const url = await freshUrl()
    const store = await prepared(url)
    await added(store)
    const names = ['الف', 'ب', 'پ']
    const running = names.map((name) =>
      startScript('correct-again-and-again.ts', url, name, String(TRIES)),
    )
    expect(await Promise.all(running.map(({ ended }) => ended))).toEqual([0, 0, 0])
    const conflicts = running.reduce((sum, { said }) => sum + Number(said[0]), 0)
    const history = await historyOf(store.db, 1)
    expect(history.map(({ revision }) => revision)).toEqual(history.map((_, index) => index + 1))
    expect(history).toHaveLength(1 + names.length * TRIES - conflicts)
    expect(await checkStore(store)).toEqual([])
    await store.close()
  })
})

describe('five processes on a store that is not there yet', () => {
  it('set it up and fill it once', { timeout: 60_000 }, async () => {
    const url = await freshUrl()
    const running = Array.from({ length: 5 }, () => startScript('open-fresh.ts', url))
    expect(await Promise.all(running.map(({ ended }) => ended))).toEqual([0, 0, 0, 0, 0])
    const said = running.flatMap((one) => one.said)
    expect(said.toSorted()).toEqual(['filled', 'no', 'no', 'no', 'no'])
    const store = await openStore({ url })
    expect(await changeSetsOf(store.db)).toHaveLength(1)
    await store.close()
  })
})

describe('three processes that import', () => {
  it('import; one is killed in the midst, and nothing is lost', { timeout: 120_000 }, async () => {
    const url = await freshUrl()
    const store = await prepared(url)
    const running = ['1', '2', '3'].map((run) => startScript('import-until-killed.ts', url, run))
    const [first, ...others] = running
    await Promise.all(running.map((one) => one.lines(1)))
    // A moment into one of its next imports; it holds the lock or waits for it.
    await new Promise((resolve) => setTimeout(resolve, 25))
    first?.child.kill('SIGKILL')
    expect(await first?.ended).toBeNull()
    await Promise.all(others.map((one) => one.lines(one.said.length + 2)))
    for (const { child } of others) child.kill('SIGKILL')
    await Promise.all(running.map(({ ended }) => ended))

    const sizes = await sizesOf(store)
    const said = running.flatMap((one) => one.said.map(Number))
    expect(said.filter((id) => !sizes.has(id))).toEqual([])
    expect(new Set(sizes.values())).toEqual(new Set([ROWS_OF_AN_IMPORT]))
    expect(await countObservations(store.db)).toBe(sizes.size * ROWS_OF_AN_IMPORT)
    expect(await checkStore(store)).toEqual([])
    // The lock went with who was killed: the store takes changes at once.
    await added(store)
    await store.close()
  })

  it('are given one update, and it changes the store once', async () => {
    const url = await freshUrl()
    const store = await prepared(url)
    const stores = [store, await openStore({ url }), await openStore({ url })]
    const applied = await Promise.all(
      stores.map((one) =>
        applyChanges(one, by('ب', { updateId: 77 }), [
          { type: 'add_observation', content: figure() },
        ]),
      ),
    )
    expect(applied.map(({ repeated }) => repeated).toSorted()).toEqual([false, true, true])
    expect(new Set(applied.map(({ changeSet }) => changeSet.id)).size).toBe(1)
    expect(applied.map(({ observationIds }) => observationIds)).toEqual([[1], [1], [1]])
    expect(await changeSetsOf(store.db)).toHaveLength(2)
    for (const one of stores) await one.close()
  })
})
