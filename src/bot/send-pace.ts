import type { Transformer } from 'grammy'

/** What Telegram lets a bot send (Bot API FAQ, «My bot is hitting limits»), in milliseconds. */
export const SEND_LIMITS = {
  /** Messages in any second to all chats, of the 30 that are allowed: the rest is for answers. */
  perSecond: 25,
  betweenInChat: 1000,
  /** 20 messages a minute to a group. */
  betweenInGroup: 3000,
} as const

const SECOND = 1000

export interface SendPace {
  /** Milliseconds until a notice may go to a chat; 0 for now. */
  delayOf(chatId: number): number
  /**
   * Sees every message that goes out. Answers go at once and count, so that notices step back for
   * them; a flood wait stops all notices until it is over.
   */
  readonly transformer: Transformer
}

/** Keeps notices within Telegram's limits. One of these belongs to one bot. */
export function createSendPace(now: () => number = () => performance.now()): SendPace {
  /** Moments of the messages of the last second, oldest first. */
  const recent: number[] = []
  const lastIn = new Map<number, number>()
  let pausedUntil = Number.NEGATIVE_INFINITY

  function note(chatId: unknown): void {
    const at = now()
    recent.push(at)
    if (typeof chatId !== 'number') return
    // In the order of the last message, so that the oldest are the first to be forgotten.
    lastIn.delete(chatId)
    lastIn.set(chatId, at)
    for (const [chat, last] of lastIn) {
      if (at - last < SEND_LIMITS.betweenInGroup) break
      lastIn.delete(chat)
    }
  }

  return {
    delayOf(chatId) {
      const at = now()
      while (recent[0] !== undefined && at - recent[0] >= SECOND) recent.shift()
      const earliest = recent[recent.length - SEND_LIMITS.perSecond]
      const last = lastIn.get(chatId)
      const between = chatId < 0 ? SEND_LIMITS.betweenInGroup : SEND_LIMITS.betweenInChat
      return Math.max(
        0,
        pausedUntil - at,
        earliest === undefined ? 0 : earliest + SECOND - at,
        last === undefined ? 0 : last + between - at,
      )
    },
    transformer: async (previous, method, payload, signal) => {
      if (/^(?:send|copy|forward|editMessage)/.test(method) && method !== 'sendChatAction') {
        note('chat_id' in payload ? payload.chat_id : undefined)
      }
      const response = await previous(method, payload, signal)
      const seconds = response.ok ? undefined : response.parameters?.retry_after
      if (seconds !== undefined) pausedUntil = Math.max(pausedUntil, now() + seconds * SECOND)
      return response
    },
  }
}
