import type { CallbackAnswer, Message } from './wire-types.ts'

/** What happens in the pretended Telegram, for the page and for tests that wait. */
export type WorldEvent =
  | { type: 'message'; message: Message }
  | { type: 'edited'; message: Message }
  | { type: 'deleted'; chat: number; messages: number[] }
  | { type: 'action'; chat: number; action: string }
  | { type: 'callback_answer'; query: string; answer: CallbackAnswer }
  | { type: 'inline_answer'; query: string }
  | { type: 'keyboard'; chat: number }
  | { type: 'settings' }
  | { type: 'call'; method: string }
  | { type: 'note'; text: string }

export interface EventBus {
  emit(event: WorldEvent): void
  /** Calls `listen` at each event, until the returned function is called. */
  subscribe(listen: (event: WorldEvent) => void): () => void
}

export function createEventBus(): EventBus {
  const listeners = new Set<(event: WorldEvent) => void>()
  return {
    emit(event) {
      for (const listen of [...listeners]) listen(event)
    },
    subscribe(listen) {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
  }
}
