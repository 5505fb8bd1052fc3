import type { Answer } from '../../../src/answers/answer.ts'
import type { Asker } from '../../../src/answers/asker.ts'
import { createAsker } from '../../../src/answers/create-asker.ts'
import { createBot } from '../../../src/bot/create-bot.ts'
import { createMetrics, type Metrics } from '../../../src/bot/metrics.ts'
import { openStore, type Store } from '../../../src/facts/open.ts'
import { answeringAtOnce, BOT_INFO, TOKEN, updateOf } from './offline.ts'

export interface BenchBot {
  readonly store: Store
  /** Handles a question as an update; gives what was answered, null when it was no question. */
  handle(text: string): Promise<Answer | null>
  settle(): Promise<void>
  close(): Promise<void>
}

const silent = () => undefined
const LOGGER = { debug: silent, info: silent, warn: silent, error: complain }

function complain(fields: object, message: string): never {
  throw new Error(`${message} ${JSON.stringify(fields)}`)
}

/**
 * The bot as `arqam serve` makes it. Without the address of a server, Telegram's answers are made
 * in the process: they take the place of the innermost transformer, so that all that the bot does
 * about a call is measured too.
 */
export async function openBot(url: string, apiRoot?: string): Promise<BenchBot> {
  const store = await openStore({ url })
  let last: Answer | null = null
  const metrics = createMetrics()
  const network = answeringAtOnce()
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
      }),
    ),
    ...{ ownerIds: [], access: 'open', clock: () => new Date(), logger: LOGGER },
    ...{ token: TOKEN, botInfo: BOT_INFO },
    ...(apiRoot === undefined ? { metrics: inProcess } : { metrics, apiRoot }),
  })
  return {
    store,
    async handle(text) {
      last = null
      await bot.handleUpdate(updateOf(text))
      return last
    },
    settle: async () => undefined,
    close: () => store.close(),
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
