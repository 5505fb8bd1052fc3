import { describe, expect, it } from 'vitest'
import { createAsker } from '../../src/answers/create-asker.ts'
import { applyChanges } from '../../src/facts/changes.ts'
import { findObservations } from '../../src/facts/observations.ts'
import { by, storeWithVocabulary } from '../facts/store-for-tests.ts'
import { openForwardStage } from './forward-store.ts'
import { labels, openStage } from './harness.ts'

describe('/start', () => {
  it('teaches by three questions that the store answers', async () => {
    const { server, say, sara, press } = await openForwardStage()
    const greeting = await say(sara, '/start')
    const examples = labels(greeting)
    expect(examples).toEqual([
      'احیای واحدهای راکد صنعتی قم چقدر است؟',
      'هدف احیای واحدهای راکد صنعتی قم چقدر بود؟',
      'کدام استان بیشترین احیای واحدهای راکد صنعتی را دارد؟',
    ])
    expect((await press(sara, greeting, examples[0] ?? '')).text).toContain('۳۷ واحد')
    expect((await press(sara, greeting, examples[1] ?? '')).text).toContain('۳۵ واحد')
    expect((await press(sara, greeting, examples[2] ?? '')).text).toContain('یزد')
    expect(server.violations).toEqual([])
  })

  it('says that there is nothing yet in an empty store', async () => {
    const store = await storeWithVocabulary()
    const { say, sara } = await openStage({ store, asker: createAsker })
    const greeting = await say(sara, '/start')
    expect(greeting.text).toContain('هنوز رقمی ثبت نشده')
    expect(labels(greeting)).toEqual([])
  })

  it('asks by an old button what was written on it', async () => {
    const { say, sara, press, store } = await openForwardStage()
    const greeting = await say(sara, '/start')
    const gone = await findObservations(store.db, { kind: 'actual' })
    await applyChanges(
      store,
      by('الف'),
      gone.map(({ id, revision }) => ({
        type: 'retire_observation',
        observationId: id,
        expectedRevision: revision,
      })),
    )
    expect((await press(sara, greeting, labels(greeting)[1] ?? '')).text).toContain('۳۵ واحد')
    expect(labels(await say(sara, '/start'))).not.toContain(labels(greeting)[0])
  })
})
