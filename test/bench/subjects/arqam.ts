import type { Answer } from '../../../src/answers/answer.ts'
import { createAsker } from '../../../src/answers/create-asker.ts'
import { openStore } from '../../../src/facts/open.ts'
import { startLoopback } from './loopback.ts'
import { type BenchBot, openBot } from './open-bot.ts'
import { REFUSED, type Said, type Subject, type SubjectKind } from './subject.ts'

/** What an answer states: its first figure; only an answer states one. */
export function saidIn(answer: Answer | null): Said {
  if (answer?.status === 'choices') {
    const { choices } = answer
    return {
      type: 'asked back',
      offersDue: ({ indicator, place }) =>
        choices.some(
          ({ reading }) => reading.indicator === indicator.name && reading.place === place.name,
        ),
    }
  }
  const [figure] = answer?.status === 'answered' ? answer.figures : []
  if (figure === undefined) return REFUSED
  const { indicator, place, period } = figure
  return { type: 'figure', indicator, place, year: period }
}

export const arqamAsk: SubjectKind = {
  title: 'Arqam, `ask`',
  setUp: 'a question as text to an answer as value',
  onStore: true,
  ceiling: false,
  async load({ store: url }) {
    const store = await openStore({ url })
    const asker = createAsker(store)
    return {
      async ask(text) {
        const context = { now: new Date(), previous: null, defaultPlaceId: null }
        return saidIn(await asker.ask(text, context))
      },
      close: () => store.close(),
    }
  },
}

export const arqamBot: SubjectKind = {
  title: 'Arqam, the whole bot',
  setUp: '`bot.handleUpdate`, 500 chats by turns, Telegram answered in the process',
  onStore: true,
  ceiling: false,
  load: async ({ store }) => asking(await openBot(store)),
}

export const arqamBotOverHttp: SubjectKind = {
  title: 'Arqam, the whole bot, over HTTP',
  setUp: 'the same, Telegram answered by another process on the loopback',
  onStore: true,
  ceiling: false,
  atOnce: 16,
  async load({ store }) {
    const { apiRoot, stop } = await startLoopback()
    const bot = await openBot(store, { apiRoot })
    return {
      ...asking(bot),
      async close() {
        await bot.close()
        await stop()
      },
    }
  },
}

const asking = ({ handle, settle, close }: BenchBot): Subject => ({
  ask: async (text) => saidIn(await handle(text)),
  settle,
  close,
})
