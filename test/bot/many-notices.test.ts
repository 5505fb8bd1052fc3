import { Api, type Transformer } from 'grammy'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answers/answer.ts'
import type { Asker } from '../../src/answers/asker.ts'
import { startNotifier } from '../../src/bot/notifier.ts'
import { createSendPace, SEND_LIMITS } from '../../src/bot/send-pace.ts'
import { openStore, type Store } from '../../src/facts/open.ts'
import { subscribe } from '../../src/facts/subscriptions.ts'
import { ENGINE, freshUrl } from '../facts/fresh-url.ts'
import { NOW, storeWithVocabulary } from '../facts/store-for-tests.ts'

/** The engine with a server is asked for fewer: what is tried is the pace, and that none is lost. */
const NOTICES = ENGINE === 'sqlite' ? 10_000 : 1_000
const GROUP = -100_500
/** What ends here is a notifier, not the program: memory is as good as a disk, and quicker. */
const queueUrl = async () => (ENGINE === 'sqlite' ? 'file::memory:' : await freshUrl())
const silent = { debug() {}, info() {}, warn() {}, error() {} }

/** Time that passes only while something waits. */
function fakeClock() {
  let elapsed = 0
  const timers = new Set<{ at: number; done: () => void }>()
  let isTicking = false
  /** The next moment at which anyone wants to go on; once all others have come to rest. */
  function tick(): void {
    isTicking = false
    const next = [...timers].sort((a, b) => a.at - b.at)[0]
    if (!next) return
    elapsed = Math.max(elapsed, next.at)
    next.done()
    schedule()
  }
  function schedule(): void {
    if (isTicking || timers.size === 0) return
    isTicking = true
    setImmediate(tick)
  }
  return {
    now: () => elapsed,
    date: () => new Date(NOW.getTime() + elapsed),
    wait: (milliseconds: number, signal?: AbortSignal) =>
      new Promise<void>((resolve) => {
        const done = () => {
          timers.delete(timer)
          signal?.removeEventListener('abort', done)
          resolve()
        }
        const timer = { at: elapsed + milliseconds, done }
        timers.add(timer)
        signal?.addEventListener('abort', done)
        schedule()
      }),
  }
}

interface Sent {
  readonly chat: number
  readonly at: number
}

/** A Telegram that notes what comes when, and now and then asks for a pause. */
function fakeTelegram(clock: ReturnType<typeof fakeClock>, floodEvery: number) {
  const sent: Sent[] = []
  let calls = 0
  let pausedUntil = 0
  const early: number[] = []
  const transformer: Transformer = async (_previous, _method, payload) => {
    const at = clock.now()
    calls++
    if (at < pausedUntil) early.push(at)
    if (calls % floodEvery === 0) {
      pausedUntil = at + 5000
      const parameters = { retry_after: 5 }
      return { ok: false, error_code: 429, description: 'Too Many Requests', parameters }
    }
    const chat = 'chat_id' in payload ? Number(payload.chat_id) : 0
    sent.push({ chat, at })
    return { ok: true, result: { message_id: calls } as never }
  }
  return { sent, early, transformer }
}

/** An asker whose figure changed since everybody subscribed. */
const asker: Asker = {
  ask: async () => ANSWER,
  answer: async () => ANSWER,
}
const ANSWER: Answer = {
  ...{ question: '', status: 'not_found', text: '', parts: [], reading: null },
  ...{ figures: [], nearby: [], choices: [], understood: null, inPlay: null },
}

/** Each person one notice, one person ten, and a group ten, all waiting. */
async function fillQueue({ db }: Store): Promise<void> {
  const chats = Array.from({ length: NOTICES }, (_, index) =>
    index < 10 ? 1 : index < 20 ? GROUP : index,
  )
  const created_at = NOW.toISOString()
  for (let from = 0; from < chats.length; from += 1000) {
    const page = chats.slice(from, from + 1000)
    const rows = page.map((chat_id, index) => ({
      ...{ chat_id, telegram_id: chat_id, label: 'احیا', said: 'x', created_at, ended_at: null },
      topic: JSON.stringify({ ...TOPIC, text: `پرسش ${from + index}` }),
    }))
    const ids = await db.insertInto('subscription').values(rows).returning('id').execute()
    const notices = ids.map(({ id }) => ({
      ...{ subscription_id: id, status: 'waiting' as const, created_at, settled_at: null },
    }))
    await db.insertInto('notice').values(notices).execute()
  }
}

const TOPIC = { type: 'text', previous: null, defaultPlaceId: null, askedAt: NOW.toISOString() }

async function countsOf({ db }: Store): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('notice')
    .select(['status', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy('status')
    .execute()
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]))
}

describe(`${NOTICES} notices`, () => {
  it('go out once each within the limits, over restarts and floods', {
    timeout: 180_000,
  }, async () => {
    const store = await openStore({ url: await queueUrl() })
    await fillQueue(store)
    const clock = fakeClock()
    const { sent, early, transformer } = fakeTelegram(clock, Math.floor(NOTICES / 7))
    const start = () => {
      const api = new Api('42:TEST')
      const pace = createSendPace(clock.now)
      api.config.use(transformer)
      api.config.use(pace.transformer)
      const services = { store, asker, ownerIds: [], access: 'open' as const, logger: silent }
      const options = { ...services, clock: clock.date, pace, wait: clock.wait }
      return startNotifier(api, options)
    }
    for (const part of [0.3, 0.6, 1]) {
      const notifier = start()
      while (sent.length < NOTICES * part) await new Promise((resolve) => setTimeout(resolve, 5))
      await notifier.stop()
      // Telegram does not forget what it was sent by who was before.
      await clock.wait(1000)
    }
    expect(await countsOf(store)).toEqual({ sent: NOTICES })
    expect(sent).toHaveLength(NOTICES)
    expect(early).toEqual([])
    expect(busiest(sent, 1000)).toBeLessThanOrEqual(SEND_LIMITS.perSecond)
    for (const { chat, gap } of gapsOf(sent)) {
      expect(gap).toBeGreaterThanOrEqual(
        chat < 0 ? SEND_LIMITS.betweenInGroup : SEND_LIMITS.betweenInChat,
      )
    }
    // A flood of six pauses and two restarts aside, it is as fast as it may be.
    const seconds = (sent.at(-1)?.at ?? 0) / 1000
    expect(seconds).toBeLessThan((NOTICES / SEND_LIMITS.perSecond) * 1.2 + 60)
    await store.close()
  })
})

/** The most messages in any window. */
function busiest(sent: readonly Sent[], window: number): number {
  let most = 0
  let first = 0
  sent.forEach(({ at }, index) => {
    while (at - (sent[first]?.at ?? 0) >= window) first++
    most = Math.max(most, index - first + 1)
  })
  return most
}

/** The time between each two messages to one chat. */
function gapsOf(sent: readonly Sent[]): { chat: number; gap: number }[] {
  const last = new Map<number, number>()
  return sent.flatMap(({ chat, at }) => {
    const before = last.get(chat)
    last.set(chat, at)
    return before === undefined ? [] : [{ chat, gap: at - before }]
  })
}

describe('an answer', () => {
  it('goes at once however many notices wait, and they make room for it', async () => {
    let now = 0
    const pace = createSendPace(() => now)
    const previous = async () => ({ ok: true as const, result: true as never })
    const send = (chat_id: number) =>
      pace.transformer(previous, 'sendMessage', { chat_id, text: 'x' })
    for (let chat = 1; chat <= SEND_LIMITS.perSecond - 2; chat++) await send(chat)
    expect(pace.delayOf(500)).toBe(0)
    await send(600)
    await send(601)
    expect(pace.delayOf(500)).toBe(1000)
    now = 1000
    expect(pace.delayOf(500)).toBe(0)
    await send(500)
    expect(pace.delayOf(500)).toBe(1000)
  })

  it('that is refused for a flood holds all notices back', async () => {
    const pace = createSendPace(() => 0)
    const parameters = { retry_after: 7 }
    const refused = { ok: false as const, error_code: 429, description: 'Too Many', parameters }
    await pace.transformer(async () => refused, 'sendMessage', { chat_id: 1, text: 'x' })
    expect(pace.delayOf(2)).toBe(7000)
  })
})

describe('two processes', () => {
  it('do not send twice what waits once', async () => {
    const store = await storeWithVocabulary()
    const topic = { ...TOPIC, text: 'چند؟' }
    await subscribe(store, { chatId: 5, telegramId: 5, topic, label: 'x', said: 'y' }, NOW)
    await store.db
      .insertInto('notice')
      .values({ subscription_id: 1, status: 'waiting', created_at: '', settled_at: null })
      .execute()
    const clock = fakeClock()
    const { sent, transformer } = fakeTelegram(clock, 1000)
    const notifiers = [1, 2].map(() => {
      const api = new Api('42:TEST')
      const pace = createSendPace(clock.now)
      api.config.use(transformer)
      api.config.use(pace.transformer)
      return startNotifier(api, {
        ...{ store, asker, ownerIds: [], access: 'open' as const, logger: silent },
        ...{ clock: clock.date, pace, wait: clock.wait },
      })
    })
    while (sent.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    for (const notifier of notifiers) await notifier.stop()
    expect(sent).toHaveLength(1)
    expect(await countsOf(store)).toEqual({ sent: 1 })
  })
})
