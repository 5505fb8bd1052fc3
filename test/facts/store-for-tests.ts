import { afterEach } from 'vitest'
import { applyChanges, type NewObservation } from '../../src/facts/changes.ts'
import { openStore, type Store } from '../../src/facts/open.ts'
import { freshUrl } from './fresh-url.ts'
import { by, figure, VOCABULARY } from './sample-figures.ts'

export * from './sample-figures.ts'

const opened: Store[] = []

afterEach(async () => {
  for (const store of opened.splice(0)) await store.close()
})

/** A store on the engine of the run, closed and removed after the test. */
export async function freshStore(): Promise<Store> {
  const store = await openStore({ url: await freshUrl() })
  opened.push(store)
  return store
}

/** A store with two provinces, two indicators and no observation. */
export async function storeWithVocabulary(): Promise<Store> {
  const store = await freshStore()
  await applyChanges(store, by('ارقام'), VOCABULARY)
  return store
}

/** Adds one observation and gives its id. */
export async function added(store: Store, rest: Partial<NewObservation> = {}): Promise<number> {
  const content = figure(rest)
  const { observationIds } = await applyChanges(store, by('الف'), [
    { type: 'add_observation', content },
  ])
  return observationIds[0] ?? 0
}
