import type { Update, UpdateContent } from './wire-types.ts'

/** Update kinds that Telegram sends only when they are listed in `allowed_updates`. */
const ON_REQUEST = new Set(['chat_member', 'message_reaction', 'message_reaction_count'])

export interface UpdateQueue {
  /** Queues an update and returns its id; undefined when the bot asked not to get this kind. */
  push(content: UpdateContent): number | undefined
  /** Puts an update that was delivered before at the head again, with its old id. */
  redeliver(updateId: number): void
  /** Forgets the updates before `offset`; a negative offset keeps the last ones only. */
  confirm(offset: number): void
  pending(limit: number): Update[]
  size(): number
  remove(updateId: number): void
  clear(): void
  allow(kinds: readonly string[]): void
  allowed(): readonly string[]
  /** Resolves at the next push, or when the signal aborts. */
  changed(signal: AbortSignal): Promise<void>
}

/** The updates that wait for the bot, numbered upwards from `firstId`. */
export function createUpdateQueue(firstId = 100_001): UpdateQueue {
  const history = new Map<number, Update>()
  let waiting: Update[] = []
  let again: Update[] = []
  let nextId = firstId
  let allowedKinds: readonly string[] = []
  const watchers = new Set<() => void>()

  function notify(): void {
    for (const watcher of [...watchers]) watcher()
  }

  return {
    push(content) {
      const kind = Object.keys(content)[0] ?? ''
      const wanted = allowedKinds.length > 0 ? allowedKinds.includes(kind) : !ON_REQUEST.has(kind)
      if (!wanted) return undefined
      const update = { update_id: nextId++, ...content }
      history.set(update.update_id, update)
      waiting.push(update)
      notify()
      return update.update_id
    },
    redeliver(updateId) {
      const update = history.get(updateId)
      if (!update) throw new Error(`There has been no update ${updateId}`)
      again.push(update)
      notify()
    },
    confirm(offset) {
      if (offset < 0) waiting = waiting.slice(offset)
      else waiting = waiting.filter((update) => update.update_id >= offset)
    },
    pending(limit) {
      const repeated = again.splice(0, limit)
      return [...repeated, ...waiting.slice(0, limit - repeated.length)]
    },
    size: () => waiting.length + again.length,
    remove(updateId) {
      waiting = waiting.filter((update) => update.update_id !== updateId)
    },
    clear() {
      waiting = []
      again = []
    },
    allow(kinds) {
      allowedKinds = kinds
    },
    allowed: () => allowedKinds,
    changed(signal) {
      return new Promise((resolve) => {
        const done = () => {
          watchers.delete(done)
          signal.removeEventListener('abort', done)
          resolve()
        }
        watchers.add(done)
        if (signal.aborted) done()
        else signal.addEventListener('abort', done)
      })
    },
  }
}
