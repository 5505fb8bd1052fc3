import type { Message } from 'grammy/types'
import type { Answer } from '../answers/answer.ts'
import type { AskContext } from '../answers/asker.ts'
import { lastQuestion, rememberQuestion } from '../facts/conversations.ts'
import { logQuestion, UNANSWERED } from '../facts/question-log.ts'
import { settingsOf } from '../facts/settings.ts'
import type { Question } from '../questions/question.ts'
import { keepChoices } from './choices.ts'
import { answerKeyboard } from './keyboards/answer-keyboard.ts'
import { describeError } from './logger.ts'
import { readQuestion } from './question-schema.ts'
import { sendParts } from './replies.ts'
import type { BotContext, Services } from './services.ts'

/** Answers a question as it was typed. */
export async function answerText(
  ctx: BotContext,
  services: Services,
  text: string,
  replyTo?: number,
): Promise<void> {
  const answer = await services.asker.ask(text, await askContext(ctx, services))
  await present(ctx, services, answer, replyTo)
  await log(ctx, services, text, answer)
}

/** Answers a question that is understood already: a choice, another year. */
export async function answerQuestion(
  ctx: BotContext,
  services: Services,
  question: Question,
): Promise<void> {
  const answer = await services.asker.answer(question, await askContext(ctx, services))
  await present(ctx, services, answer)
}

async function askContext(ctx: BotContext, { store, clock }: Services): Promise<AskContext> {
  const now = clock()
  const chatId = ctx.chat?.id
  if (chatId === undefined) return { now, previous: null, defaultPlaceId: null }
  const previous = readQuestion(await lastQuestion(store.db, chatId, now))
  const { defaultPlaceId } = await settingsOf(store.db, chatId)
  return { now, previous, defaultPlaceId }
}

async function present(
  ctx: BotContext,
  services: Services,
  answer: Answer,
  replyTo?: number,
): Promise<Message> {
  const { store, clock } = services
  const choices = await keepChoices(ctx, services, answer.choices)
  const keyboard = [...choices, ...answerKeyboard(answer, ctx.role)]
  const message = await sendParts(ctx, services, answer.parts, { keyboard, replyTo })
  if (answer.understood && ctx.chat) {
    await rememberQuestion(store.db, ctx.chat.id, answer.understood, clock())
  }
  return message
}

/** After the reply, and never in its way: the asker has the answer whether this works or not. */
async function log(
  ctx: BotContext,
  { store, clock, logger }: Services,
  question: string,
  { status, reading }: Answer,
): Promise<void> {
  if (!UNANSWERED.includes(status)) return
  try {
    await logQuestion(store.db, {
      chatId: ctx.chat?.id ?? null,
      telegramId: ctx.from?.id ?? null,
      question,
      status,
      detail: reading,
      now: clock(),
    })
  } catch (error) {
    logger.error(describeError(error), 'a question was not logged')
  }
}
