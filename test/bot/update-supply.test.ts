import { Api, Bot } from 'grammy'
import type { Update } from 'grammy/types'
import { describe, expect, it } from 'vitest'
import { tellGivenUp } from '../../src/bot/given-up.ts'
import { createInbox, type Inbox } from '../../src/bot/inbox.ts'
import type { BotContext } from '../../src/bot/services.ts'
import { texts } from '../../src/bot/texts.fa.ts'
import { supplyOf } from '../../src/bot/update-supply.ts'
import { keepUpdates } from '../../src/facts/update-inbox.ts'
import { freshStore, NOW } from '../facts/store-for-tests.ts'

const update = (update_id: number): Update => ({ update_id })
const logger = { debug() {}, info() {}, warn() {}, error() {} }

describe('updates by polling', () => {
  it('are confirmed once they are kept, and are not handled again while they wait for it', async () => {
    const waiting = [update(11), update(12)]
    const offsets: number[] = []
    const bot = new Bot<BotContext>('42:TOKEN', {
      botInfo: { id: 42, is_bot: true, first_name: 'ارقام', username: 'arqam_bot' } as never,
    })
    bot.api.config.use(async (_previous, _method, payload) => {
      const { offset = 0 } = payload as { offset?: number }
      offsets.push(offset)
      const result = waiting.filter(({ update_id }) => update_id >= offset)
      return { ok: true, result: result as never }
    })
    let isKept = false
    const inbox: Inbox = {
      take: async (updates) => [...updates],
      kept: async () => isKept,
      done: () => undefined,
      leftSince: async () => [],
      givenUp: async () => [],
      close: async () => undefined,
    }
    const supply = supplyOf(bot, {
      ...{ inbox, logger, allowed: ['message'], retryInterval: 1, pollTimeout: 0 },
      ...{ conflictPatience: 1, stopping: new AbortController().signal },
    })
    const taken = async () =>
      (await supply.supply(100, new AbortController().signal as never)).map(
        ({ update_id }) => update_id,
      )
    expect(await taken()).toEqual([11, 12])
    waiting.push(update(13))
    expect(await taken()).toEqual([13])
    expect(offsets).toEqual([0, 0])
    isKept = true
    waiting.push(update(14))
    expect(await taken()).toEqual([14])
    expect(offsets).toEqual([0, 0, 14])
  })

  it('that too many processes died with are told to have failed, and handled no more', async () => {
    const store = await freshStore()
    const inbox = createInbox({ store, clock: () => NOW, logger })
    const chat = { id: 7, type: 'private', first_name: 'م' }
    const content = { update_id: 11, message: { message_id: 1, date: 1, chat, text: 'چند؟' } }
    const received = [{ updateId: 11, content }]
    for (let tries = 1; tries <= 30; tries++) await keepUpdates(store.db, received, NOW)
    const sent: unknown[] = []
    const api = new Api('42:TOKEN')
    api.config.use(async (_previous, _method, payload) => {
      sent.push(payload)
      return { ok: true, result: true as never }
    })
    await tellGivenUp({ api }, inbox, logger)
    await inbox.close()
    expect(sent).toEqual([{ chat_id: 7, text: texts.failed }])
    expect(await inbox.givenUp()).toEqual([])
  })
})
