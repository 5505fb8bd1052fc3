import { setImmediate } from 'node:timers/promises'
import type { Api } from 'grammy'
import type { Answer } from '../answers/answer.ts'
import { observationById } from '../facts/observations.ts'
import {
  type LoggedQuestion,
  openQuestionsById,
  resolveQuestions,
  unansweredQuestions,
} from '../facts/question-log.ts'
import { DEFAULT_SETTINGS, settingsOf } from '../facts/settings.ts'
import { adminTexts as texts } from './admin-texts.fa.ts'
import { questionOf } from './features/periods.ts'
import { answerKeyboard } from './keyboards/answer-keyboard.ts'
import { describeError } from './logger.ts'
import { notify } from './notices.ts'
import type { Services } from './services.ts'
import { bold, lines, plain } from './views/parts.ts'

/** How many of the newest questions are asked again after a change. */
const ASKED_AGAIN = 200

/** How many answers a group gets after one change; Telegram lets 20 messages a minute in. */
const MOST_IN_GROUP = 5

/** A figure that was added for certain questions: their askers get it, however they had asked. */
export interface AddedFor {
  readonly questionIds: readonly number[]
  readonly observationId: number
}

/**
 * Asks the open questions again after a change: those that have an answer now leave the list, and
 * the person or group that asked gets the answer; whoever wanted a notice gets that instead. Never
 * in the way of the change itself.
 */
export async function tellAskers(
  api: Api,
  services: Services,
  added: AddedFor | null = null,
): Promise<void> {
  const { store, asker, clock, logger } = services
  const told = new Set<string>()
  const toGroups = new Map<number, number>()
  try {
    await store.afterwards.settled()
    for (const question of await unansweredQuestions(store.db, { limit: ASKED_AGAIN })) {
      // Many questions in a row must not keep everyone else waiting.
      await setImmediate()
      const { chatId } = question
      const settings = chatId === null ? DEFAULT_SETTINGS : await settingsOf(store.db, chatId)
      const { defaultPlaceId, moneyUnit } = settings
      const context = { now: clock(), previous: null, defaultPlaceId, moneyUnit }
      const answer = await asker.ask(question.question, context)
      if (answer.status === 'answered') await settle(question, answer, texts.nowAnswered)
    }
    if (added) await tellOfAdded(added)
    for (const [chatId, count] of toGroups) {
      const rest = count - MOST_IN_GROUP
      if (rest > 0) await notify(api, services, chatId, [plain(texts.moreNowAnswered(rest))])
    }
  } catch (error) {
    logger.error(describeError(error), 'askers could not be told')
  }

  async function tellOfAdded({ questionIds, observationId }: AddedFor): Promise<void> {
    const observation = await observationById(store.db, observationId)
    if (!observation) return
    const context = { now: clock(), previous: null, defaultPlaceId: null }
    const answer = await asker.answer(questionOf(observation), context)
    for (const question of await openQuestionsById(store.db, questionIds)) {
      await settle(question, answer, texts.figureForYou)
    }
  }

  async function settle(
    { id, chatId, telegramId, question, wantsNotice }: LoggedQuestion,
    answer: Answer,
    head: (question: string) => string,
  ): Promise<void> {
    // Settled first: told twice is worse than not told, should the program end in between.
    await resolveQuestions(store.db, [id], clock())
    // In other words the same was asked: told once.
    const key = `${chatId} ${answer.text}`
    if (chatId === null || wantsNotice || told.has(key)) return
    told.add(key)
    if (chatId !== telegramId) {
      const count = (toGroups.get(chatId) ?? 0) + 1
      toGroups.set(chatId, count)
      if (count > MOST_IN_GROUP) return
    }
    const parts = lines(bold(head(question)), [], answer.parts)
    await notify(api, services, chatId, parts, answerKeyboard(answer, null))
  }
}
