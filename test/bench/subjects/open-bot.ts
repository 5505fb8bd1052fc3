import type { Answer } from '../../../src/answers/answer.ts'
import type { Asker } from '../../../src/answers/asker.ts'
import { createAsker } from '../../../src/answers/create-asker.ts'
import { createBot } from '../../../src/bot/create-bot.ts'
import { createMetrics, type Metrics } from '../../../src/bot/metrics.ts'
import { slowWorkInThread } from '../../../src/bot/work/slow-work.ts'
import { openStore, type Store } from '../../../src/facts/open.ts'
import { answeringAtOnce, BOT_INFO, TOKEN, updateOf } from './offline.ts'

export interface BenchBot {
  readonly store: Store
  /** What the bot logged as errors. */
  readonly errors: readonly string[]
  /** Handles a question as an update; gives what was answered, null when it was no question. */
  handle(text: string): Promise<Answer | null>
  /**
   * The same for a question from a chat: `replied` when the reply is on its way, `done` when the
   * bot has nothing left to write down of it.
   */
  take(text: string, chat: number): { replied: Promise<void>; done: Promise<void> }
  /** Waits for what is written after the answers. Throws when a question went unanswered or something failed. */
  settle(): Promise<void>
  close(): Promise<void>
}

/** Milliseconds. */
const LONGEST_SETTLING = 60_000

export interface OpenBotOptions {
  /** A server that answers the calls to Telegram; they are answered in the process without one. */
  readonly apiRoot?: string
  /** The store as the bot shall see it, to watch what it does there. */
  readonly through?: (store: Store) => Store
}

/**
 * The bot as `arqam serve` makes it. Answers that are made in the process take the place of the
 * innermost transformer, so that all that the bot does about a call is measured too.
 */
export async function openBot(
  url: string,
  { apiRoot, through = (store) => store }: OpenBotOptions = {},
): Promise<BenchBot> {
  const store = through(await openStore({ url }))
  let last: Answer | null = null
  let handled = 0
  let answered = 0
  const metrics = createMetrics()
  const slowWork = slowWorkInThread()
  const errors: string[] = []
  const silent = () => undefined
  const error = (fields: object, message: string) =>
    void errors.push(`${message} ${JSON.stringify(fields)}`)
  const logger = { debug: silent, info: silent, warn: silent, error }
  const waiting = new Map<unknown, (() => void)[]>()
  const network = answeringAtOnce((chat) => waiting.get(chat)?.shift()?.())
  const inProcess: Metrics = {
    ...metrics,
    transformer: (previous, method, payload, signal) =>
      metrics.transformer((...call) => network(previous, ...call), method, payload, signal),
  }
  const bot = createBot({
    store,
    asker: metrics.counting(
      keeping(createAsker(store), (answer) => {
        last = answer
        answered++
      }),
    ),
    ...{ ownerIds: [], access: 'open', clock: () => new Date(), logger, slowWork },
    ...{ token: TOKEN, botInfo: BOT_INFO },
    ...(apiRoot === undefined ? { metrics: inProcess } : { metrics, apiRoot }),
  })
  return {
    store,
    errors,
    async handle(text) {
      last = null
      handled++
      await bot.handleUpdate(updateOf(text))
      return last
    },
    take(text, chat) {
      handled++
      const replied = new Promise<void>((resolve) => {
        const earlier = waiting.get(chat) ?? []
        waiting.set(chat, [...earlier, resolve])
      })
      return { replied, done: bot.handleUpdate(updateOf(text, chat)) }
    },
    async settle() {
      await store.afterwards.settled(LONGEST_SETTLING)
      if (errors.length > 0) throw new Error(errors[0])
      if (answered < handled) throw new Error(`${handled - answered} questions went unanswered`)
    },
    async close() {
      await slowWork.close()
      await store.close()
    },
  }
}

function keeping(asker: Asker, keep: (answer: Answer) => void): Asker {
  return {
    async ask(text, context) {
      const answer = await asker.ask(text, context)
      keep(answer)
      return answer
    },
    answer: (question, context) => asker.answer(question, context),
  }
}
