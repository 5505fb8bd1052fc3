import { setTimeout } from 'node:timers/promises'
import type { Api } from 'grammy'
import { endLease, holdLease } from '../facts/leases.ts'
import { storeVersion } from '../facts/open.ts'
import {
  noteNews,
  noticedVersion,
  openSubscriptions,
  type Subscription,
  setNoticedVersion,
} from '../facts/subscriptions.ts'
import { optionsOf } from './answer-options.ts'
import { isUnreachable } from './api-policy.ts'
import { answerKeyboard } from './keyboards/answer-keyboard.ts'
import { unwatchRow } from './keyboards/unwatch-row.ts'
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

const waitInTime = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
  await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined)
}

/**
 * Tells subscribers what changed: after each change set, whoever made it and however, the open
 * subscriptions are looked through, and what says something new goes into a queue of the store.
 * Each notice is sent once, over restarts; what Telegram cannot be reached for waits.
 */
export function startNotifier(api: Api, options: NotifierOptions): { stop(): Promise<void> } {
  const { store, logger, clock, interval = 3000, wait = waitInTime } = options
  const stopping = new AbortController()
  const { signal } = stopping
  const holder = crypto.randomUUID()
  const done = watch()

  async function watch(): Promise<void> {
    while (!signal.aborted) {
      try {
        if (await isOurs()) {
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

/** Sends a claimed notice; false when Telegram is out of reach and the others may wait too. */
async function send(
  api: Api,
  services: Services,
  { id, subscription }: WaitingNotice,
): Promise<boolean> {
  const { store, asker, clock, logger } = services
  const { chatId, telegramId } = subscription
  const settle = (status: 'sent' | 'dropped' | 'waiting') =>
    settleNotice(store.db, id, status, clock())
  try {
    const topic = topicSchema.parse(subscription.topic)
    const answer = await answerTo(topic, asker, clock())
    const owner = { chatId, telegramId }
    const isFulfilled = topic.type === 'text' && answer.status === 'answered'
    const can = await optionsOf(owner, services, answer, null)
    const { text, options } = await messageFor(
      owner,
      services,
      lines(bold(headOf(topic, subscription, answer)), [], answer.parts),
      [
        ...answerKeyboard(answer, null, isFulfilled ? can : { ...can, watch: false }),
        ...(isFulfilled ? [] : [unwatchRow(subscription.id)]),
      ],
    )
    await api.sendMessage(chatId, text, options)
    await settle('sent')
    if (isFulfilled) await fulfil(topic.text)
    return true
  } catch (error) {
    return await afterFailure(error)
  }

  /** The refused question has its answer: there is nothing more to wait for. */
  async function fulfil(text: string): Promise<void> {
    await resolveQuestionOf(store.db, chatId, text, clock())
    await endSubscription(store, chatId, subscription.id, clock())
  }

  async function afterFailure(error: unknown): Promise<boolean> {
    if (isUnreachable(error)) {
      await settle('dropped')
      await endSubscriptionsOf(store, chatId, clock())
      logger.info({ chat: chatId }, 'a subscriber is out of reach')
      return true
    }
    const newChatId = error instanceof GrammyError && error.parameters.migrate_to_chat_id
    if (newChatId) {
      await moveSubscriptions(store, chatId, newChatId)
      await settle('waiting')
      return true
    }
    const isPassing =
      error instanceof HttpError ||
      (error instanceof GrammyError && (error.error_code === 429 || error.error_code >= 500))
    await settle(isPassing ? 'waiting' : 'dropped')
    logger.warn(describeError(error), isPassing ? 'a notice waits' : 'a notice was dropped')
    return !isPassing
  }
}

function headOf(topic: Topic, { label }: Subscription, { status }: Answer): string {
  return topic.type === 'text' && status === 'answered'
    ? texts.newsAnswered(label)
    : texts.newsOf(label)
}
