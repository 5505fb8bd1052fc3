import { setTimeout } from 'node:timers/promises'
import type { Api } from 'grammy'
import { endLease, holdLease } from '../facts/leases.ts'
import { storeVersion } from '../facts/open.ts'
import {
  noteNews,
  noticedVersion,
  openSubscriptions,
  reclaimNotices,
  type Subscription,
  setNoticedVersion,
} from '../facts/subscriptions.ts'
import { describeError } from './logger.ts'
import { sendNotices } from './notice-queue.ts'
import type { SendPace } from './send-pace.ts'
import type { Services } from './services.ts'
import { answerTo, saidIn, topicSchema } from './watching.ts'

export interface NotifierOptions extends Services {
  /** Milliseconds between looks at the store. Default 3000. */
  readonly interval?: number
  /** The pace of the bot that sends; its transformer must see the calls of `api`. */
  readonly pace: SendPace
  /** Waits some milliseconds, or until the signal. */
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

const AT_ONCE = 50
/** One process of all looks and sends; another takes over when it was not heard of for so long. */
const WORK = 'notices'
const LEASE_MS = 30_000
/** How often it is looked whether a process left something unfinished. */
const RECLAIM_MS = 60_000

const waitInTime = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
  await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined)
}

/**
 * Tells subscribers what changed: after each change set, whoever made it and however, the open
 * subscriptions are looked through, and what says something new goes into a queue of the store.
 * Each notice is sent once, over restarts; what Telegram cannot be reached for waits. Only where a
 * process ends, or a reply is lost, between sending and knowing, it comes again, and says so.
 */
export function startNotifier(api: Api, options: NotifierOptions): { stop(): Promise<void> } {
  const { store, logger, clock, interval = 3000, wait = waitInTime } = options
  const stopping = new AbortController()
  const { signal } = stopping
  const holder = crypto.randomUUID()
  let nextReclaim = Number.NEGATIVE_INFINITY
  const done = watch()

  async function watch(): Promise<void> {
    while (!signal.aborted) {
      try {
        if (await isOurs()) {
          await reclaim()
          await lookThrough()
          await sendNotices(api, { ...options, wait, signal, isOurs })
        }
      } catch (error) {
        logger.error(describeError(error), 'subscribers could not be told')
      }
      await wait(interval, signal)
    }
    await endLease(store.db, WORK, holder).catch(() => undefined)
  }

  function isOurs(): Promise<boolean> {
    return holdLease(store.db, WORK, holder, clock(), LEASE_MS)
  }

  async function reclaim(): Promise<void> {
    const now = clock()
    // A clock that was set back must not put it off for longer than ever.
    const wait = nextReclaim - now.getTime()
    if (wait > 0 && wait <= RECLAIM_MS) return
    await reclaimNotices(store.db, now)
    nextReclaim = now.getTime() + RECLAIM_MS
  }

  async function lookThrough(): Promise<void> {
    const version = await storeVersion(store.db)
    if (version === (await noticedVersion(store.db))) return
    for (let last = 0; !signal.aborted; ) {
      const page = await openSubscriptions(store.db, last, AT_ONCE)
      for (const subscription of page) await lookAt(subscription, options)
      const end = page.at(-1)
      if (!end || page.length < AT_ONCE) return await setNoticedVersion(store.db, version)
      if (!(await isOurs())) return
      last = end.id
    }
  }

  return {
    async stop() {
      stopping.abort()
      await done
    },
  }
}

async function lookAt(subscription: Subscription, services: Services): Promise<void> {
  const { store, asker, clock, logger } = services
  const topic = topicSchema.safeParse(subscription.topic)
  if (!topic.success) return
  try {
    const says = saidIn(await answerTo(topic.data, asker, clock()))
    if (says !== subscription.said) await noteNews(store, subscription, says, clock())
  } catch (error) {
    logger.error(describeError(error), 'a subscription could not be looked at')
  }
}
