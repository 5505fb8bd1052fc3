import { describe, expect, it } from 'vitest'
import type { AskContext, Asker } from '../../src/answers/asker.ts'
import type { Store } from '../../src/facts/open.ts'
import { added, FACTORIES } from '../facts/store-for-tests.ts'
import { openStage } from './harness.ts'
import { storeAsker } from './store-asker.ts'

describe('/settings', () => {
  it('sets the province that questions without one are about', async () => {
    const contexts: AskContext[] = []
    const listening = (store: Store): Asker => {
      const asker = storeAsker(store)
      return {
        ...asker,
        async ask(text, context) {
          contexts.push(context)
          return await asker.ask(text, context)
        },
      }
    }
    const { store, server, sara, say, pressToEdit } = await openStage({ asker: listening })
    await added(store)
    const settings = await say(sara, '/settings')
    expect(settings.text).toContain('هیچ‌کدام')
    const places = await pressToEdit(sara, settings, 'استان پیش‌فرض')
    expect((await pressToEdit(sara, places, 'یزد')).text).toContain('یزد')
    await say(sara, FACTORIES)
    expect(contexts.at(-1)?.defaultPlaceId).toBe(3)
    const again = await pressToEdit(sara, places, 'استان پیش‌فرض')
    expect((await pressToEdit(sara, again, 'هیچ‌کدام')).text).toContain('هیچ‌کدام')
    await say(sara, FACTORIES)
    expect(contexts.at(-1)?.defaultPlaceId).toBeNull()
    expect(server.violations).toEqual([])
  })

  it('sets the script of digits', async () => {
    const { store, sara, say, pressToEdit } = await openStage()
    await added(store)
    await pressToEdit(sara, await say(sara, '/settings'), 'نمایش با رقم‌های لاتین (123)')
    expect((await say(sara, `${FACTORIES} قم`)).text).toContain('سال 1399: 37 واحد')
  })
})
