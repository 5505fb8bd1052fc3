import type { Api } from 'grammy'
import { type WaitingNotice, waitingNotices } from '../facts/subscriptions.ts'
import { sendNotice } from './notice-sending.ts'
import type { SendPace } from './send-pace.ts'
import type { Services } from './services.ts'

export interface QueueOptions extends Services {
  readonly pace: SendPace
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
  readonly signal: AbortSignal
  /** Whether this process may go on sending. */
  readonly isOurs: () => Promise<boolean>
}

/** How many are read at a time, and how many are on their way to Telegram at once. */
const PAGE = 400
const ON_THE_WAY = 8

/**
 * Sends what waits, as fast as Telegram allows; a chat that must wait keeps none of the others
 * waiting. Ends when nothing waits, when Telegram is out of reach, or at the signal.
 */
export async function sendNotices(api: Api, options: QueueOptions): Promise<void> {
  const { store, pace, wait, signal, isOurs } = options
  let isReached = true
  while (isReached && !signal.aborted && (await isOurs())) {
    const page = await waitingNotices(store.db, PAGE)
    if (page.length === 0) return
    const busy = new Set<number>()
    await Promise.all(Array.from({ length: ON_THE_WAY }, () => work(page, busy)))
  }

  async function work(queue: WaitingNotice[], busy: Set<number>): Promise<void> {
    for (;;) {
      const notice = isReached && !signal.aborted ? take(queue, busy, pace) : undefined
      if (notice === undefined) return
      const { chatId } = notice.subscription
      busy.add(chatId)
      const turn = async (): Promise<boolean> => {
        for (;;) {
          if (signal.aborted) return false
          const delay = pace.delayOf(chatId)
          if (delay === 0) return true
          await wait(delay, signal)
        }
      }
      if (!(await sendNotice(api, options, notice, turn))) isReached = false
      busy.delete(chatId)
    }
  }
}

/** The first whose chat may have it now, else the first of a chat that none is on its way to. */
function take(
  queue: WaitingNotice[],
  busy: ReadonlySet<number>,
  pace: SendPace,
): WaitingNotice | undefined {
  const isFree = ({ subscription }: WaitingNotice) => !busy.has(subscription.chatId)
  const now = queue.findIndex((one) => isFree(one) && pace.delayOf(one.subscription.chatId) === 0)
  const index = now === -1 ? queue.findIndex(isFree) : now
  return index === -1 ? undefined : queue.splice(index, 1)[0]
}
