import type { Message } from '../../../src/trial/wire-types.ts'
import type { World } from '../../../src/trial/world.ts'

/** What one chat gets from the bot, new messages and edits alike, in order. */
export interface Mailbox {
  readonly all: readonly Message[]
  /** The first message from `since` on that fits; null when none comes in time, or until the signal. */
  wait(
    since: number,
    fits: (message: Message) => boolean,
    milliseconds: number,
    signal?: AbortSignal,
  ): Promise<Message | null>
}

/** Sorts the bot's messages by chat as they come: with hundreds of people, nobody reads them all. */
export function createMailboxes(world: World): (chat: number) => Mailbox {
  const boxes = new Map<number, { all: Message[]; watchers: Set<() => void> }>()
  const boxOf = (chat: number) => {
    const box = boxes.get(chat) ?? { all: [], watchers: new Set<() => void>() }
    boxes.set(chat, box)
    return box
  }
  world.events.subscribe((event) => {
    if (event.type !== 'message' && event.type !== 'edited') return
    if (event.message.from.id !== world.bot.id) return
    const box = boxOf(event.message.chat.id)
    box.all.push(event.message)
    for (const watcher of [...box.watchers]) watcher()
  })
  return (chat) => {
    const { all, watchers } = boxOf(chat)
    return {
      all,
      wait(since, fits, milliseconds, signal) {
        return new Promise((resolve) => {
          let looked = since
          const end = (found: Message | null) => {
            clearTimeout(timer)
            watchers.delete(look)
            signal?.removeEventListener('abort', giveUp)
            resolve(found)
          }
          const giveUp = () => end(null)
          const look = () => {
            for (; looked < all.length; looked++) {
              const message = all[looked]
              if (message && fits(message)) return end(message)
            }
          }
          const timer = setTimeout(() => end(null), milliseconds)
          watchers.add(look)
          signal?.addEventListener('abort', giveUp)
          look()
          if (signal?.aborted) giveUp()
        })
      },
    }
  }
}
