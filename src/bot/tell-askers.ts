import type { Api } from 'grammy'
import { resolveQuestions, unansweredQuestions } from '../facts/question-log.ts'
import { settingsOf } from '../facts/settings.ts'
import { adminTexts as texts } from './admin-texts.fa.ts'
import { answerKeyboard } from './keyboards/answer-keyboard.ts'
import { describeError } from './logger.ts'
import { notify } from './notices.ts'
import type { Services } from './services.ts'
import { bold, lines } from './views/parts.ts'

/** How many of the newest questions are asked again after a change. */
const ASKED_AGAIN = 200

/**
 * Asks the open questions again after a change: those that have an answer now leave the list, and
 * whoever asked in private gets the answer. Never in the way of the change itself.
 */
export async function tellAskers(api: Api, services: Services): Promise<void> {
  const { store, asker, clock, logger } = services
  try {
    const told = new Set<string>()
    for (const question of await unansweredQuestions(store.db, { limit: ASKED_AGAIN })) {
      const { id, chatId, telegramId, question: text } = question
      const defaultPlaceId =
        chatId === null ? null : (await settingsOf(store.db, chatId)).defaultPlaceId
      const answer = await asker.ask(text, { now: clock(), previous: null, defaultPlaceId })
      if (answer.status !== 'answered') continue
      // Settled first: told twice is worse than not told, should the program end in between.
      await resolveQuestions(store.db, [id], clock())
      const isPrivate = chatId !== null && chatId === telegramId
      if (!isPrivate || told.has(`${chatId} ${text}`)) continue
      told.add(`${chatId} ${text}`)
      const parts = lines(bold(texts.nowAnswered(text)), [], answer.parts)
      await notify(api, services, chatId, parts, answerKeyboard(answer, null))
    }
  } catch (error) {
    logger.error(describeError(error), 'askers could not be told')
  }
}
