import type { Executor, Store } from './open.ts'

export interface Subscription {
  readonly id: number
  readonly chatId: number
  readonly telegramId: number
  /** What is watched: any JSON value; whoever reads it checks its shape. */
  readonly topic: unknown
  /** The same in words. */
  readonly label: string
  /** What the answer said when the subscriber last heard of it; empty when there was none. */
  readonly said: string
}

export type NewSubscription = Omit<Subscription, 'id'>

/** Most subscriptions of a chat: a bot is no news agency. */
export const MOST_SUBSCRIPTIONS = 50

/**
 * Subscribes a chat; `isNew` is false when it has this subscription already. Null when the chat has
 * as many as it may.
 */
export async function subscribe(
  { db }: Store,
  { chatId, telegramId, topic, label, said }: NewSubscription,
  now: Date,
): Promise<{ id: number; isNew: boolean } | null> {
  const watched = JSON.stringify(topic)
  return await db.transaction().execute(async (trx) => {
    const open = await openOf(trx, chatId)
    const known = open.find((one) => one.topic === watched)
    if (known) return { id: known.id, isNew: false }
    if (open.length >= MOST_SUBSCRIPTIONS) return null
    const { id } = await trx
      .insertInto('subscription')
      .values({
        chat_id: chatId,
        telegram_id: telegramId,
        topic: watched,
        label,
        said,
        created_at: now.toISOString(),
        ended_at: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { id, isNew: true }
  })
}

const openOf = (db: Executor, chatId: number) =>
  db
    .selectFrom('subscription')
    .selectAll()
    .where('chat_id', '=', chatId)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute()

/** The open subscriptions of a chat, the oldest first. */
export async function subscriptionsOf(db: Executor, chatId: number): Promise<Subscription[]> {
  return (await openOf(db, chatId)).map(toSubscription)
}

/** Ends a subscription of a chat, and what waits to be sent of it; false when it had ended. */
export async function endSubscription(
  { db }: Store,
  chatId: number,
  id: number,
  now: Date,
): Promise<boolean> {
  return (await end(db, { chatId, id }, now)) > 0
}

/** Ends all subscriptions of a chat, as when it has blocked the bot. */
export async function endSubscriptionsOf({ db }: Store, chatId: number, now: Date): Promise<void> {
  await end(db, { chatId }, now)
}

async function end(
  db: Store['db'],
  { chatId, id }: { readonly chatId: number; readonly id?: number },
  now: Date,
): Promise<number> {
  return await db.transaction().execute(async (trx) => {
    let query = trx
      .updateTable('subscription')
      .set({ ended_at: now.toISOString() })
      .where('chat_id', '=', chatId)
      .where('ended_at', 'is', null)
    if (id !== undefined) query = query.where('id', '=', id)
    const ended = await query.returning('id').execute()
    const ids = ended.map((row) => row.id)
    if (ids.length > 0) {
      await trx
        .updateTable('notice')
        .set({ status: 'dropped', settled_at: now.toISOString() })
        .where('subscription_id', 'in', ids)
        .where('status', '=', 'waiting')
        .execute()
    }
    return ids.length
  })
}

/** Moves what belongs to a group that became a supergroup to its new id. */
export async function moveSubscriptions(
  { db }: Store,
  fromChatId: number,
  toChatId: number,
): Promise<void> {
  await db
    .updateTable('subscription')
    .set({ chat_id: toChatId })
    .where('chat_id', '=', fromChatId)
    .where('ended_at', 'is', null)
    .execute()
}

/** Open subscriptions, in order, a page at a time. */
export async function openSubscriptions(
  db: Executor,
  afterId: number,
  limit: number,
): Promise<Subscription[]> {
  const rows = await db
    .selectFrom('subscription')
    .selectAll()
    .where('ended_at', 'is', null)
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(toSubscription)
}

/**
 * Notes that the answer says something else than the subscriber knows, and puts a notice in the
 * queue: both or neither. Where another instance was faster, or one waits already, none is added.
 */
export async function noteNews(
  { db }: Store,
  { id, said }: Subscription,
  says: string,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('subscription')
      .set({ said: says })
      .where('id', '=', id)
      .where('said', '=', said)
      .where('ended_at', 'is', null)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) return
    const waiting = await trx
      .selectFrom('notice')
      .select('id')
      .where('subscription_id', '=', id)
      .where('status', '=', 'waiting')
      .executeTakeFirst()
    if (waiting) return
    await trx
      .insertInto('notice')
      .values({
        subscription_id: id,
        status: 'waiting',
        created_at: now.toISOString(),
        settled_at: null,
      })
      .execute()
  })
}

export interface WaitingNotice {
  readonly id: number
  readonly subscription: Subscription
  /** Whether it may have been sent already: its last attempt ended without an answer. */
  readonly mayBeSent: boolean
}

/** Notices that wait to be sent, the oldest first. */
export async function waitingNotices(db: Executor, limit: number): Promise<WaitingNotice[]> {
  const rows = await db
    .selectFrom('notice as n')
    .innerJoin('subscription as s', 's.id', 'n.subscription_id')
    .selectAll('s')
    .select(['n.id as notice_id', 'n.settled_at as tried_at'])
    .where('n.status', '=', 'waiting')
    .orderBy('n.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.notice_id,
    subscription: toSubscription(row),
    mayBeSent: row.tried_at !== null,
  }))
}

export async function countWaitingNotices(db: Executor): Promise<number> {
  const { count } = await db
    .selectFrom('notice')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('status', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return count
}

/**
 * Takes a notice out of the queue before it is sent; false when another did. The claim holds for
 * {@link CLAIM_MS}: see {@link reclaimNotices}.
 */
export async function claimNotice(db: Executor, id: number, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('notice')
    .set({ status: 'sending', settled_at: now.toISOString() })
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/**
 * Takes a notice out of the queue to send what the answer says by now, which may be newer than what
 * put it there: the subscriber is not told the same twice. False when another took it, or noted
 * something newer than the sender knows of.
 */
export async function claimNoticeToSay(
  { db }: Store,
  { id, subscription }: WaitingNotice,
  says: string,
  now: Date,
): Promise<boolean> {
  return await db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('subscription')
      .set({ said: says })
      .where('id', '=', subscription.id)
      .where('said', '=', subscription.said)
      .executeTakeFirstOrThrow()
    return numUpdatedRows > 0n && (await claimNotice(trx, id, now))
  })
}

/** Longer than any call to Telegram lasts, with the flood waits that are waited out. */
export const CLAIM_MS = 5 * 60_000

/**
 * Puts back into the queue what was claimed and never settled: its process ended between claim and
 * answer. Whether Telegram had it is not known, so that it may come twice, and then says so: who
 * asked to be told would rather hear twice than never. A newer one that waits takes its place.
 */
export async function reclaimNotices(db: Executor, now: Date): Promise<void> {
  const before = new Date(now.getTime() - CLAIM_MS).toISOString()
  const lost = await db
    .selectFrom('notice')
    .select('id')
    .where('status', '=', 'sending')
    .where((eb) => eb.or([eb('settled_at', 'is', null), eb('settled_at', '<', before)]))
    .execute()
  for (const { id } of lost) await settleNotice(db, id, 'uncertain', now)
}

/**
 * Says what became of a claimed notice. `waiting` puts it back where nothing reached anybody,
 * `uncertain` where that is not known, both unless a newer one of the same subscription waits.
 */
export async function settleNotice(
  db: Executor,
  id: number,
  outcome: 'sent' | 'dropped' | 'waiting' | 'uncertain',
  now: Date,
): Promise<void> {
  const goesBack = outcome === 'waiting' || outcome === 'uncertain'
  const isOvertaken = goesBack && (await isNewerWaiting(db, id))
  await db
    .updateTable('notice')
    .set({
      status: isOvertaken ? 'dropped' : goesBack ? 'waiting' : outcome,
      settled_at: outcome === 'waiting' && !isOvertaken ? null : now.toISOString(),
    })
    .where('id', '=', id)
    .where('status', '=', 'sending')
    .execute()
}

async function isNewerWaiting(db: Executor, id: number): Promise<boolean> {
  const newer = await db
    .selectFrom('notice as n')
    .innerJoin('notice as newer', 'newer.subscription_id', 'n.subscription_id')
    .select('newer.id')
    .where('n.id', '=', id)
    .where('newer.status', '=', 'waiting')
    .executeTakeFirst()
  return newer !== undefined
}

const NOTICED = 'noticed'

/** Up to which version of the store the subscriptions were looked through; 0 for never. */
export async function noticedVersion(db: Executor): Promise<number> {
  const row = await db
    .selectFrom('meta')
    .select('value')
    .where('name', '=', NOTICED)
    .executeTakeFirst()
  return row?.value ?? 0
}

export async function setNoticedVersion(db: Executor, value: number): Promise<void> {
  await db
    .insertInto('meta')
    .values({ name: NOTICED, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}

interface SubscriptionRow {
  readonly id: number
  readonly chat_id: number
  readonly telegram_id: number
  readonly topic: string
  readonly label: string
  readonly said: string
}

const toSubscription = (row: SubscriptionRow): Subscription => ({
  id: row.id,
  chatId: row.chat_id,
  telegramId: row.telegram_id,
  topic: JSON.parse(row.topic),
  label: row.label,
  said: row.said,
})
