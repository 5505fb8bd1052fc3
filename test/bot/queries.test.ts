import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createAsker } from '../../src/answers/create-asker.ts'
import type { Store } from '../../src/facts/open.ts'
import { added, FACTORIES, storeWithVocabulary } from '../facts/store-for-tests.ts'
import { openStage } from './harness.ts'

const QUESTION = `${FACTORIES} قم ۱۳۹۹`
/** What the notifier asks for by itself, every few moments. */
const NOT_OF_ANSWERS = /"(lease|notice|subscription|meta)"/

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

describe('what one plain question asks of the store', () => {
  it('is a few reads, and not one write', async () => {
    const { store, asked } = watched(await storeWithVocabulary())
    await added(store)
    const stage = await openStage({ store, asker: createAsker })
    await stage.say(stage.sara, QUESTION)
    asked.length = 0
    expect((await stage.say(stage.sara, QUESTION)).text).toContain('۳۷ واحد')
    await setTimeout(100)
    // Role, dialog, choices, context, settings; the figures, its periods, other places before and after.
    expect(asked).toEqual(Array.from({ length: asked.length }, () => 'SelectQueryNode'))
    expect(asked.length).toBeLessThanOrEqual(9)
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
