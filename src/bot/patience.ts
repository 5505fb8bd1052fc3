import { setTimeout as waitInTime } from 'node:timers/promises'
import { HttpError, type Transformer } from 'grammy'

export interface PatienceOptions {
  /** Milliseconds after which a call that still fails is given up. Default ten minutes. */
  readonly longest?: number
  /** Milliseconds. */
  readonly now?: () => number
  readonly wait?: (milliseconds: number) => Promise<unknown>
}

const TEN_MINUTES = 10 * 60 * 1000
const FIRST_WAIT = 250
const LONGEST_WAIT = 15_000
const SECOND = 1000

/** What people wait for. Whoever polls or starts has a patience of their own. */
const WAITED_FOR = /^(?:send(?!ChatAction)|edit|answer|copy|forward|deleteMessage|getFile)/

/**
 * Repeats calls that failed for a passing reason: Telegram asks to wait (429), is in trouble (5xx),
 * or is not heard at all. Silence is the worst answer, so what may have been carried out unheard is
 * sent again too: where the reply of Telegram was lost, a message may come twice, and says the same.
 */
export function patient({
  longest = TEN_MINUTES,
  now = () => performance.now(),
  wait = waitInTime,
}: PatienceOptions = {}): Transformer {
  return async (previous, method, payload, signal) => {
    const from = now()
    const mayGoOn = (milliseconds: number) =>
      WAITED_FOR.test(method) && !signal?.aborted && now() - from + milliseconds <= longest
    for (let delay = FIRST_WAIT; ; delay = Math.min(delay * 2, LONGEST_WAIT)) {
      try {
        const response = await previous(method, payload, signal)
        const isPassing =
          !response.ok && (response.error_code === 429 || response.error_code >= 500)
        if (response.ok || !isPassing) return response
        const asked = (response.parameters?.retry_after ?? 0) * SECOND
        const pause = Math.max(delay, asked)
        if (!mayGoOn(pause)) return response
        await wait(pause)
      } catch (error) {
        if (!(error instanceof HttpError) || !mayGoOn(delay)) throw error
        await wait(delay)
      }
    }
  }
}
