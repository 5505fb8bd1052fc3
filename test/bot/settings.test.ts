import { describe, expect, it, vi } from 'vitest'
import type { AskContext, Asker } from '../../src/answers/asker.ts'
import { createAsker } from '../../src/answers/create-asker.ts'
import type { Store } from '../../src/facts/open.ts'
import { changeSettings, settingsOf } from '../../src/facts/settings.ts'
import { added, FACTORIES, FINANCE, storeWithVocabulary } from '../facts/store-for-tests.ts'
import { openForwardStage, QOM } from './forward-store.ts'
import { labels, openStage } from './harness.ts'
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

  it('sets the money that figures are shown in, with what the source said beside', async () => {
    const store = await storeWithVocabulary()
    await added(store, {
      indicatorId: { name: FINANCE },
      qualifier: 'more_than',
      quantity: { digits: '1200', decimals: 0, power: 9, unit: 'تومان' },
    })
    const { server, sara, say, pressToEdit } = await openStage({ store, asker: createAsker })
    const question = `${FINANCE} قم`
    expect((await say(sara, question)).text).not.toContain('ریال')
    const settings = await say(sara, '/settings')
    expect(settings.text).toContain('واحد پول: همان که منبع گفته')
    const inRials = await pressToEdit(sara, settings, 'نمایش پول به ریال')
    expect(inRials.text).toContain('واحد پول: ریال')
    const answer = await say(sara, question)
    expect(answer.text).toContain('بیش از ۱۲ هزار میلیارد ریال')
    expect(answer.text).toContain('بیش از هزار و ۲۰۰ میلیارد تومان')
    await pressToEdit(sara, inRials, 'نمایش پول به واحد منبع')
    expect((await say(sara, question)).text).not.toContain('ریال')
    expect(server.violations).toEqual([])
  })

  it('lists what the chat wants to hear of, each ended by a press', async () => {
    const { sara, say, press } = await openForwardStage()
    const settings = await say(sara, '/settings')
    expect((await press(sara, settings, 'خبرهای خواسته‌شده')).text).toContain('نخواسته‌اید')
    await press(sara, await say(sara, QOM), 'خبرم کن')
    const list = await press(sara, settings, 'خبرهای خواسته‌شده')
    expect(labels(list)).toEqual([`${FACTORIES}، قم، سال ۱۳۹۹`])
    expect((await press(sara, list, labels(list)[0] ?? '')).text).toContain('نمی‌فرستم')
    expect((await press(sara, settings, 'خبرهای خواسته‌شده')).text).toContain('نخواسته‌اید')
  })

  it('go with a group that becomes a supergroup', async () => {
    const { store, server, sara } = await openStage()
    await changeSettings(store.db, -7, { digits: 'latin', defaultPlaceId: 3 })
    server.group({ id: -7, title: 'گروه', members: [sara] })
    const chat = { id: -7, type: 'group' as const, title: 'گروه' }
    const moved = {
      ...{ message_id: 9000, date: 1, chat, from: sara.user },
      migrate_to_chat_id: -1_007,
    }
    server.world.updates.push({ message: moved })
    await vi.waitUntil(async () => (await settingsOf(store.db, -1_007)).digits === 'latin')
    const settings = { digits: 'latin', defaultPlaceId: 3, moneyUnit: null }
    expect(await settingsOf(store.db, -1_007)).toEqual(settings)
  })
})
