import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createAsker } from '../../src/answers/create-asker.ts'
import type { Store } from '../../src/facts/open.ts'
import { seedStore } from '../../src/facts/seed.ts'
import { importReaders } from '../../src/ingest/readers.ts'
import { freshStore, NOW } from '../facts/store-for-tests.ts'
import { openStage } from './harness.ts'

const DATA = fileURLToPath(new URL('../../data/', import.meta.url))
const QUESTION = 'چند واحد راکد صنعتی در قم احیا شد؟'

async function seededStore(): Promise<Store> {
  const store = await freshStore()
  await store.db
    .transaction()
    .execute((trx) => seedStore({ ...store, trx }, DATA, importReaders, NOW))
  return store
}

describe('the whole bot over the seeded store', () => {
  it('answers, takes a correction and an undo, and remembers both', async () => {
    const stage = await openStage({ store: await seededStore(), asker: createAsker })
    const { server, owner, sara, say, press, pressToEdit, logged } = stage

    const answer = await say(sara, QUESTION)
    for (const said of ['۳۷ واحد', 'قم', '۱۳۹۹', '۲۵ واحد', 'سیجانی', 'صدا و سیما']) {
      expect(answer.text).toContain(said)
    }
    expect((await press(sara, answer, 'منبع کامل')).text).toContain('تاریخ انتشار: نامعلوم')
    expect((await say(sara, 'هدفش چقدر بود؟')).text).toContain('۲۵ واحد')

    const own = await say(owner, QUESTION)
    const preview = await say(owner, '/edit مقدار ۳۸ واحد', { replyTo: own })
    await pressToEdit(owner, preview, 'ثبت')
    expect((await say(sara, QUESTION)).text).toContain('۳۸ واحد')
    await pressToEdit(owner, await say(owner, '/undo'), 'ثبت')
    expect((await say(sara, QUESTION)).text).toContain('۳۷ واحد')
    const history = await say(owner, '/history', { replyTo: own })
    expect(history.text).toContain('۳۷ واحد ← ۳۸ واحد')
    expect(history.text).toContain('۳۸ واحد ← ۳۷ واحد')

    const added = await say(
      owner,
      '/add احیای واحدهای راکد صنعتی، یزد، ۱۳۹۹، ۱۲ واحد، منبع: گزارش استان',
    )
    await pressToEdit(owner, added, 'ثبت')
    expect((await say(sara, 'احیای واحدهای راکد یزد در سال ۱۳۹۹')).text).toContain('۱۲ واحد')

    expect(logged).toEqual([])
    expect(server.violations).toEqual([])
  })
})
