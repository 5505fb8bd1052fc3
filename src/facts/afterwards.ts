import { setImmediate, setTimeout } from 'node:timers/promises'
import { type Columns, insertRows } from './bulk.ts'
import {
  type ChatState,
  type KeptPayload,
  type StateOwner,
  storedPayload,
  storedState,
} from './chat-state.ts'
import { lastQuestion as storedQuestion, withinAnHour } from './conversations.ts'
import type { Engine } from './engine.ts'
import { inLine } from './in-line.ts'
import type { Executor } from './open.ts'
import { type AskedQuestion, LOG_COLUMNS, logRow } from './question-log.ts'
import type { Schema } from './schema.ts'

/**
 * What is written after an answer, so that the answer waits for no write: not for the disk, and
 * not for a long import. It is written in batches within moments, and is known here at once;
 * whoever kills the process loses those moments, of chats and of the log, never a change.
 */
export interface Afterwards {
  /** Keeps the last question of a chat (any JSON value), for follow-ups. */
  remember(chatId: number, question: unknown, now: Date): void
  /** The last question of a chat, or null when there is none or it is more than an hour old. */
  lastQuestion(chatId: number, now: Date): Promise<unknown>
  /** Replaces what is known of a person in a chat, of one kind (any JSON value). */
  setState(owner: StateOwner, kind: string, payload: unknown, now: Date): void
  stateOf(owner: StateOwner, kind: string): Promise<ChatState | null>
  /** Keeps what a button refers to; gives the id for it. */
  keep(kept: KeptPayload, now: Date): string
  payloadOf(id: string): Promise<KeptPayload | null>
  /** Logs a question that was asked. */
  log(asked: AskedQuestion): void
  /** Resolves once there is room for more; at once, but for a store that takes no writes for long. */
  room(): Promise<void>
  /** Waits until what was given so far is written; at most so many milliseconds. */
  settled(atMost?: number): Promise<void>
  /** Writes the rest. */
  close(): Promise<void>
  /** Hears of writes that failed; they are tried again. `lost` lines of the log were given up. */
  onFailure(listener: (error: unknown, lost: number) => void): void
}

/** How many wait at most; beyond, answers wait and lines of the log are given up. */
const MOST_WAITING = 10_000
/** Milliseconds between two batches, and after one that failed. */
const PAUSE = 50
const PAUSE_AFTER_FAILURE = 1000
const SETTLED_WITHIN = 1000

const TABLES = {
  conversation: {
    columns: { chat_id: 'bigint', question: 'text', updated_at: 'text' },
    ending: `on conflict (chat_id) do update
      set question = excluded.question, updated_at = excluded.updated_at`,
  },
  chat_state: {
    columns: {
      chat_id: 'bigint',
      telegram_id: 'bigint',
      kind: 'text',
      payload: 'text',
      updated_at: 'text',
    },
    ending: `on conflict (chat_id, telegram_id, kind) do update
      set payload = excluded.payload, updated_at = excluded.updated_at`,
  },
  kept: {
    columns: { id: 'text', chat_id: 'bigint', kind: 'text', payload: 'text', kept_at: 'text' },
    ending: 'on conflict (id) do nothing',
  },
  question_log: { columns: LOG_COLUMNS, ending: '' },
} as const satisfies Partial<Record<keyof Schema, { columns: Columns; ending: string }>>

type Table = keyof typeof TABLES
type Row = Readonly<Record<string, number | string | null>>
type Batch = Record<Table, Map<string, Row>>

const emptyBatch = (): Batch => ({
  conversation: new Map(),
  chat_state: new Map(),
  kept: new Map(),
  question_log: new Map(),
})

const sizeOf = (batch: Batch) => Object.values(batch).reduce((sum, { size }) => sum + size, 0)

export function createAfterwards(db: Executor, engine: Engine): Afterwards {
  let waiting = emptyBatch()
  /** On its way to the store: still to be seen here until it is there. */
  let written = emptyBatch()
  let logged = 0
  let lost = 0
  let closed = false
  let isRunning = false
  const line = inLine()
  let failed: (error: unknown, lost: number) => void = () => undefined

  function add(table: Table, key: string, row: Row): void {
    waiting[table].set(key, row)
    if (!isRunning) void run()
  }

  const rowOf = (table: Table, key: string): Row | undefined =>
    waiting[table].get(key) ?? written[table].get(key)

  async function run(): Promise<void> {
    isRunning = true
    await setImmediate()
    while (!closed && sizeOf(waiting) > 0) {
      const isWritten = await write()
      await setTimeout(isWritten ? PAUSE : PAUSE_AFTER_FAILURE, undefined, { ref: false })
    }
    isRunning = false
  }

  async function write(): Promise<boolean> {
    const turn = await line.turn()
    try {
      if (sizeOf(waiting) === 0) return true
      ;[written, waiting] = [waiting, emptyBatch()]
      await engine.aside(db, (executor) => writeBatch(executor, engine, written))
      return true
    } catch (error) {
      for (const table of Object.keys(TABLES) as Table[]) {
        waiting[table] = new Map([...written[table], ...waiting[table]])
      }
      failed(error, lost)
      lost = 0
      return false
    } finally {
      written = emptyBatch()
      turn.end()
    }
  }

  return {
    remember(chatId, question, now) {
      const row = { chat_id: chatId, question: JSON.stringify(question) }
      add('conversation', String(chatId), { ...row, updated_at: now.toISOString() })
    },
    async lastQuestion(chatId, now) {
      const row = rowOf('conversation', String(chatId))
      if (!row) return await storedQuestion(db, chatId, now)
      const question: unknown = JSON.parse(String(row.question))
      return withinAnHour(String(row.updated_at), now) ? question : null
    },
    setState({ chatId, telegramId }, kind, payload, now) {
      const owner = { chat_id: chatId, telegram_id: telegramId, kind }
      const row = { payload: JSON.stringify(payload), updated_at: now.toISOString() }
      add('chat_state', `${chatId} ${telegramId} ${kind}`, { ...owner, ...row })
    },
    async stateOf(owner, kind) {
      const row = rowOf('chat_state', `${owner.chatId} ${owner.telegramId} ${kind}`)
      if (!row) return await storedState(db, owner, kind)
      return { payload: JSON.parse(String(row.payload)), updatedAt: String(row.updated_at) }
    },
    keep({ chatId, kind, payload }, now) {
      const id = `k${crypto.randomUUID().replaceAll('-', '').slice(0, 20)}`
      const row = { id, chat_id: chatId, kind, payload: JSON.stringify(payload) }
      add('kept', id, { ...row, kept_at: now.toISOString() })
      return id
    },
    async payloadOf(id) {
      const row = rowOf('kept', id)
      if (!row) return await storedPayload(db, id)
      const { chat_id, kind, payload } = row
      return { chatId: Number(chat_id), kind: String(kind), payload: JSON.parse(String(payload)) }
    },
    log(asked) {
      if (waiting.question_log.size >= MOST_WAITING) lost++
      else add('question_log', String(logged++), logRow(asked))
    },
    async room() {
      while (sizeOf(waiting) >= MOST_WAITING && !closed) if (!(await write())) return
    },
    async settled(atMost = SETTLED_WITHIN) {
      const given = new AbortController()
      const late = setTimeout(atMost, undefined, { signal: given.signal }).catch(() => undefined)
      await Promise.race([write(), late])
      given.abort()
    },
    async close() {
      closed = true
      await write()
    },
    onFailure(listener) {
      failed = listener
    },
  }
}

async function writeBatch(trx: Executor, engine: Engine, batch: Batch): Promise<void> {
  for (const table of Object.keys(TABLES) as Table[]) {
    const { columns, ending } = TABLES[table]
    const rows = [...batch[table].values()]
    await insertRows({ trx, engine }, table, columns as Columns, rows, ending)
  }
}
