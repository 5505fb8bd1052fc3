import type { KyselyPlugin } from 'kysely'
import { describe, expect, it } from 'vitest'
import { createAsker } from '../../src/answers/create-asker.ts'
import { added, NOW, storeWithVocabulary } from '../facts/store-for-tests.ts'

const CONTEXT = { now: NOW, previous: null, defaultPlaceId: null }
const QUESTION = 'احیای واحدهای راکد صنعتی قم در سال ۱۳۹۹'

/** The store, with the readings of its indicators counted; the first `failures` of them fail. */
async function watched(failures = 0) {
  const store = await storeWithVocabulary()
  await added(store)
  let readings = 0
  const watching: KyselyPlugin = {
    transformQuery({ node }) {
      const isReading = /"definition"/.test(JSON.stringify(node))
      if (isReading && ++readings <= failures) throw new Error('the database is away')
      return node
    },
    transformResult: async ({ result }) => result,
  }
  const asker = createAsker({ ...store, db: store.db.withPlugin(watching) })
  return { asker, readings: () => readings }
}

describe('questions that come at once', () => {
  it('share one reading of the vocabulary, which takes a second where it is large', async () => {
    const { asker, readings } = await watched()
    const answers = await Promise.all(Array.from({ length: 5 }, () => asker.ask(QUESTION, CONTEXT)))
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill('answered'))
    expect(readings()).toBe(1)
  })

  it('wait for nothing that was prepared', async () => {
    const { asker, readings } = await watched()
    await asker.prepare()
    expect(readings()).toBe(1)
    expect((await asker.ask(QUESTION, CONTEXT)).status).toBe('answered')
    expect(readings()).toBe(1)
  })

  it('fail with it, and the next one reads it again', async () => {
    const { asker, readings } = await watched(1)
    const asked = [asker.ask(QUESTION, CONTEXT), asker.ask(QUESTION, CONTEXT)]
    // The second may come after the failure, and then reads it again itself.
    const [first] = await Promise.allSettled(asked)
    expect(first?.status).toBe('rejected')
    expect((await asker.ask(QUESTION, CONTEXT)).status).toBe('answered')
    expect(readings()).toBe(2)
  })
})
