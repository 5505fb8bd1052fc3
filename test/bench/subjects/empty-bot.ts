import { Bot } from 'grammy'
import { startLoopback } from './loopback.ts'
import { answeringAtOnce, BOT_INFO, TOKEN, updateOf } from './offline.ts'
import { REFUSED, type SubjectKind } from './subject.ts'

function answering(bot: Bot) {
  bot.on('message:text', (ctx) => ctx.reply('پاسخ'))
  return async (text: string) => {
    await bot.handleUpdate(updateOf(text))
    return REFUSED
  }
}

const common = { onStore: false, ceiling: true } as const

/** The least that any bot with grammY does. */
export const emptyBot: SubjectKind = {
  ...common,
  title: 'grammY, a handler that only replies',
  setUp: 'a fixed text, Telegram answered in the process',
  async load() {
    const bot = new Bot(TOKEN, { botInfo: BOT_INFO })
    bot.api.config.use(answeringAtOnce())
    return { ask: answering(bot) }
  },
}

export const emptyBotOverHttp: SubjectKind = {
  ...common,
  title: 'grammY, a handler that only replies, over HTTP',
  setUp: 'a fixed text, Telegram answered by another process on the loopback',
  atOnce: 16,
  async load() {
    const { apiRoot, stop } = await startLoopback()
    return {
      ask: answering(new Bot(TOKEN, { botInfo: BOT_INFO, client: { apiRoot } })),
      close: stop,
    }
  },
}
