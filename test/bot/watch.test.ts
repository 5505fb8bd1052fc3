import { describe, expect, it, vi } from 'vitest'
import { applyChanges } from '../../src/facts/changes.ts'
import { findObservations } from '../../src/facts/observations.ts'
import { type Store, storeVersion } from '../../src/facts/open.ts'
import { awaitedQuestions, unansweredQuestions } from '../../src/facts/question-log.ts'
import {
  CLAIM_MS,
  noticedVersion,
  subscriptionsOf,
  waitingNotices,
} from '../../src/facts/subscriptions.ts'
import { added, by, FACTORIES, FINANCE } from '../facts/store-for-tests.ts'
import { openForwardStage, QOM } from './forward-store.ts'
import { labels } from './harness.ts'

const quantity = (digits: string) => ({ digits, decimals: 0, power: 0, unit: 'واحد' })

async function correctQom(store: Store, digits: string): Promise<void> {
  const found = await findObservations(store.db, { period: '1399', kind: 'actual' })
  const qom = found.sort((a, b) => a.id - b.id)[0]
  await applyChanges(store, by('الف'), [
    {
      type: 'correct_observation',
      observationId: qom?.id ?? 0,
      expectedRevision: qom?.revision ?? 0,
      content: { quantity: quantity(digits) },
    },
  ])
}

/** No further message has come when the bot has looked at the store some times more. */
async function quiet(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 400))
}

describe('«خبرم کن» under an answer', () => {
  it('tells of a correction once, over a restart', async () => {
    const { server, store, sara, say, press, restart } = await openForwardStage()
    const confirmed = await press(sara, await say(sara, QOM), 'خبرم کن')
    expect(confirmed.text).toContain('خبرتان می‌کنم')
    expect(labels(confirmed)).toEqual(['دیگر خبر نده'])
    await correctQom(store, '41')
    const news = await server.nextMessage(sara.chat.id)
    for (const said of ['خبر تازه', '۴۱ واحد', 'اصلاح شد: پیش‌تر ۳۷ واحد', 'منبع']) {
      expect(news.text).toContain(said)
    }
    expect(labels(news)).toContain('دیگر خبر نده')
    const before = server.messages(sara.chat.id).length
    await restart()
    await quiet()
    expect(server.messages(sara.chat.id)).toHaveLength(before)
    expect(server.violations).toEqual([])
  })

  it('says nothing of changes that do not touch it', async () => {
    const { server, store, sara, say, press } = await openForwardStage()
    await press(sara, await say(sara, QOM), 'خبرم کن')
    const before = server.messages(sara.chat.id).length
    await added(store, { placeId: { name: 'یزد' }, period: '1401', quantity: quantity('9') })
    await quiet()
    expect(server.messages(sara.chat.id)).toHaveLength(before)
  })

  it('tells of a newer figure where the newest was shown', async () => {
    const { server, store, sara, say, press } = await openForwardStage()
    await press(sara, await say(sara, `${FACTORIES} قم`), 'خبرم کن')
    await added(store, { period: '1401', quantity: quantity('48') })
    expect((await server.nextMessage(sara.chat.id)).text).toContain('۴۸ واحد')
  })

  it('is one subscription however often it is pressed', async () => {
    const { store, sara, say, press } = await openForwardStage()
    const answer = await say(sara, QOM)
    await press(sara, answer, 'خبرم کن')
    expect((await press(sara, answer, 'خبرم کن')).text).toContain('پیش‌تر هم خواسته‌اید')
    expect(await subscriptionsOf(store.db, sara.chat.id)).toHaveLength(1)
  })

  it('is stopped by its button, which then says so', async () => {
    const { server, store, sara, say, press } = await openForwardStage()
    const confirmed = await press(sara, await say(sara, QOM), 'خبرم کن')
    expect((await press(sara, confirmed, 'دیگر خبر نده')).text).toContain('نمی‌فرستم')
    expect((await press(sara, confirmed, 'دیگر خبر نده')).text).toContain('پیش‌تر برداشته')
    const before = server.messages(sara.chat.id).length
    await correctQom(store, '41')
    await quiet()
    expect(server.messages(sara.chat.id)).toHaveLength(before)
  })

  it('ends where the bot is blocked', async () => {
    const { store, sara, say, press, logged } = await openForwardStage()
    await press(sara, await say(sara, QOM), 'خبرم کن')
    sara.blockBot()
    await vi.waitFor(
      async () => expect(await subscriptionsOf(store.db, sara.chat.id)).toHaveLength(0),
      // A chat gets a message a second.
      { timeout: 5000 },
    )
    expect(logged.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('ends when Telegram answers 403, and waits while it is out of reach', async () => {
    const { server, store, sara, say, press } = await openForwardStage()
    await press(sara, await say(sara, QOM), 'خبرم کن')
    server.fail('sendMessage', { status: 502 })
    await correctQom(store, '41')
    expect((await server.nextMessage(sara.chat.id)).text).toContain('۴۱ واحد')
    server.fail('sendMessage', {
      status: 403,
      description: 'Forbidden: bot was blocked by the user',
    })
    await correctQom(store, '42')
    await vi.waitFor(
      async () => expect(await subscriptionsOf(store.db, sara.chat.id)).toHaveLength(0),
      // A chat gets a message a second.
      { timeout: 5000 },
    )
    expect(await waitingNotices(store.db, 9)).toEqual([])
  })

  it('is sent after a restart when the change came while the bot was away', async () => {
    const { server, store, sara, say, press, restart } = await openForwardStage()
    await press(sara, await say(sara, QOM), 'خبرم کن')
    const going = restart()
    await correctQom(store, '41')
    await going
    expect((await server.nextMessage(sara.chat.id)).text).toContain('۴۱ واحد')
    const before = server.messages(sara.chat.id).length
    await quiet()
    expect(server.messages(sara.chat.id)).toHaveLength(before)
  })
})

describe('a notice whose fate is not known', () => {
  const AGAIN = 'شاید این خبر را پیش‌تر هم گرفته باشید'

  it('comes again after a lost reply, and says so: twice is better than never', async () => {
    const { server, store, sara, say, press } = await openForwardStage()
    await press(sara, await say(sara, QOM), 'خبرم کن')
    server.fail('sendMessage', { reset: 'after' })
    await correctQom(store, '41')
    expect((await server.nextMessage(sara.chat.id)).text).not.toContain(AGAIN)
    const again = await server.nextMessage(sara.chat.id)
    for (const said of ['۴۱ واحد', AGAIN]) expect(again.text).toContain(said)
    const before = server.messages(sara.chat.id).length
    await quiet()
    expect(server.messages(sara.chat.id)).toHaveLength(before)
  })

  it('does not say so of what Telegram refused for a while', async () => {
    const { server, store, sara, say, press } = await openForwardStage()
    await press(sara, await say(sara, QOM), 'خبرم کن')
    server.fail('sendMessage', { retryAfter: 31 })
    await correctQom(store, '41')
    await vi.waitFor(async () => expect(await waitingNotices(store.db, 9)).toHaveLength(1), {
      timeout: 5000,
    })
    expect((await waitingNotices(store.db, 9))[0]?.mayBeSent).toBe(false)
  })

  it('comes once when what it tells is newer than what put it into the queue', async () => {
    const { server, store, sara, say, press } = await openForwardStage()
    await press(sara, await say(sara, QOM), 'خبرم کن')
    const [watched] = await subscriptionsOf(store.db, sara.chat.id)
    const subscription_id = watched?.id ?? 0
    // A change before this one was noted, and its notice waits still.
    await store.db.transaction().execute(async (trx) => {
      const before = { status: 'waiting' as const, created_at: '', settled_at: null }
      const noted = trx.updateTable('subscription').where('id', '=', subscription_id)
      await noted.set({ said: 'an earlier change' }).execute()
      await trx
        .insertInto('notice')
        .values({ subscription_id, ...before })
        .execute()
    })
    const news = await server.nextMessage(sara.chat.id)
    for (const said of ['خبر تازه', '۳۷ واحد']) expect(news.text).toContain(said)
    await added(store, { placeId: { name: 'یزد' }, period: '1401', quantity: quantity('9') })
    await vi.waitFor(async () => {
      expect(await noticedVersion(store.db)).toBe(await storeVersion(store.db))
    })
    expect(await waitingNotices(store.db, 9)).toEqual([])
  })

  it('comes after all when the program ended between claim and answer', async () => {
    const { server, store, sara, say, press, pass, restart } = await openForwardStage()
    await press(sara, await say(sara, QOM), 'خبرم کن')
    const [watched] = await subscriptionsOf(store.db, sara.chat.id)
    const claimed = new Date('2026-11-24T08:00:00Z')
    // As the program left it: the news was noted, its notice claimed.
    await store.db
      .updateTable('subscription')
      .set({ said: 'news' })
      .where('id', '=', watched?.id ?? 0)
      .execute()
    await store.db
      .insertInto('notice')
      .values({
        subscription_id: watched?.id ?? 0,
        status: 'sending',
        created_at: claimed.toISOString(),
        settled_at: claimed.toISOString(),
      })
      .execute()
    const before = server.messages(sara.chat.id).length
    await restart()
    await quiet()
    expect(server.messages(sara.chat.id)).toHaveLength(before)
    pass(CLAIM_MS + 60_000)
    const news = await server.nextMessage(sara.chat.id)
    for (const said of ['خبر تازه', '۳۷ واحد', AGAIN]) expect(news.text).toContain(said)
    expect(server.violations).toEqual([])
  })
})

describe('«خبرم کن» under a refusal', () => {
  const question = `${FACTORIES} قم در سال ۱۴۰۲`

  it('answers the question when an admin adds the figure, and ends', async () => {
    const { server, store, sara, say, press } = await openForwardStage()
    const refusal = await say(sara, question)
    expect(labels(refusal)).toContain('خبرم کن')
    expect((await press(sara, refusal, 'خبرم کن')).text).toContain(`«${question}» افزوده شود`)
    await vi.waitFor(async () => expect(await awaitedQuestions(store.db)).toHaveLength(1))
    await added(store, { period: '1402', quantity: quantity('55') })
    const news = await server.nextMessage(sara.chat.id)
    expect(news.text).toContain(`پرسش شما اکنون پاسخ دارد: ${question}`)
    expect(news.text).toContain('۵۵ واحد')
    await vi.waitFor(
      async () => expect(await subscriptionsOf(store.db, sara.chat.id)).toHaveLength(0),
      // A chat gets a message a second.
      { timeout: 5000 },
    )
    expect(await unansweredQuestions(store.db)).toEqual([])
    expect(server.violations).toEqual([])
  })

  it('means the year that was meant when it was asked', async () => {
    const { server, store, sara, say, press, pass } = await openForwardStage()
    await press(sara, await say(sara, `${FACTORIES} قم پارسال`), 'خبرم کن')
    pass(400 * 24 * 60 * 60 * 1000)
    await added(store, { period: '1404', quantity: quantity('60') })
    expect((await server.nextMessage(sara.chat.id)).text).toContain('۶۰ واحد')
  })

  it('is not offered for what is no question of figures', async () => {
    const { sara, say } = await openForwardStage()
    expect(labels(await say(sara, 'قیمت دلار چنده؟'))).not.toContain('خبرم کن')
  })

  it('waits through figures of something else', async () => {
    const { server, store, sara, say, press } = await openForwardStage()
    await press(sara, await say(sara, question), 'خبرم کن')
    const before = server.messages(sara.chat.id).length
    await added(store, { period: '1403', quantity: quantity('70') })
    await added(store, {
      indicatorId: { name: FINANCE },
      period: '1402',
      quantity: { digits: '5', decimals: 0, power: 9, unit: 'تومان' },
    })
    await quiet()
    expect(server.messages(sara.chat.id)).toHaveLength(before)
  })
})
