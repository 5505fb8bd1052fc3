import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createAsker } from '../../src/answers/create-asker.ts'
import { applyChanges } from '../../src/facts/changes.ts'
import type { Store } from '../../src/facts/open.ts'
import { added, by, FACTORIES, NOW, storeWithVocabulary } from '../facts/store-for-tests.ts'
import { openStage } from './harness.ts'

const QUESTION = `${FACTORIES} قم ۱۳۹۹`
/** What the notifier asks for by itself, every few moments, and what is kept of all updates at once. */
const NOT_OF_ANSWERS = /"(lease|notice|subscription|meta|processed_update)"/

/** The store, with the kinds of the statements that go to it written down. */
function watched(store: Store): { store: Store; asked: string[] } {
  const asked: string[] = []
  const db = store.db.withPlugin({
    transformQuery({ node }) {
      if (!NOT_OF_ANSWERS.test(JSON.stringify(node))) asked.push(node.kind)
      return node
    },
    transformResult: async ({ result }) => result,
  })
  return { store: { ...store, db }, asked }
}

describe('the names that questions are understood by', () => {
  it('are read again when a name changes, not when a figure does', async () => {
    const { store, asked } = watched(await storeWithVocabulary())
    await added(store)
    const asker = createAsker(store)
    const context = { now: NOW, previous: null, defaultPlaceId: null }
    const reads = async () => {
      asked.length = 0
      expect((await asker.ask(QUESTION, context)).text).toContain('۳۷ واحد')
      return asked.length
    }
    const [, usual] = [await reads(), await reads()]
    await added(store, { period: '1398' })
    expect(await reads()).toBe(usual)
    await applyChanges(store, by('الف'), [
      { type: 'add_alias', target: 'place', targetId: { name: 'قم' }, text: 'شهر خون' },
    ])
    // The version, places, indicators and aliases.
    expect(await reads()).toBe(usual + 3)
    expect(await reads()).toBe(usual)
  })
})

describe('what one plain question asks of the store', () => {
  it('is a few reads, and not one write', async () => {
    const { store, asked } = watched(await storeWithVocabulary())
    await added(store)
    const stage = await openStage({ store, asker: createAsker })
    await stage.say(stage.sara, QUESTION)
    asked.length = 0
    expect((await stage.say(stage.sara, QUESTION)).text).toContain('۳۷ واحد')
    await setTimeout(100)
    // Role, names, dialog, choices, context, settings; the figures, its periods, other places before and after.
    expect(asked).toEqual(Array.from({ length: asked.length }, () => 'SelectQueryNode'))
    expect(asked.length).toBeLessThanOrEqual(10)
  })

  it('is answered while a change goes on for long, with all that belongs to it', async () => {
    const store = await storeWithVocabulary()
    await added(store)
    const stage = await openStage({ store, asker: createAsker })
    await store.db.transaction().execute(async (trx) => {
      await trx.insertInto('unit').values({ name: 'کیلو' }).execute()
      expect((await stage.say(stage.sara, QUESTION)).text).toContain('۳۷ واحد')
      const refused = await stage.say(stage.sara, 'هدفش چقدر بود؟')
      expect(refused.text).toContain('قم')
      expect((await stage.say(stage.sara, 'سلام')).text).not.toBe('')
    })
    await expect
      .poll(async () => (await store.db.selectFrom('question_log').select('id').execute()).length)
      .toBe(3)
  })
})
