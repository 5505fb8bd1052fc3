import type { Answer } from '../answers/answer.ts'
import type { AskContext } from '../answers/asker.ts'
import { lastQuestion, rememberQuestion } from '../facts/conversations.ts'
import { logQuestion } from '../facts/question-log.ts'
import { settingsOf } from '../facts/settings.ts'
import type { Question } from '../questions/question.ts'
import { optionsOf } from './answer-options.ts'
import { type Answered, noteAnswered } from './answered.ts'
import { sendChartOfTrend } from './charts.ts'
import { keepChoices } from './choices.ts'
import { answerKeyboard } from './keyboards/answer-keyboard.ts'
import { describeError } from './logger.ts'
import { readQuestion } from './question-schema.ts'
import { watchRefused } from './refused.ts'
import { ownerOf, type ReplyOptions, sendParts } from './replies.ts'
import { sendRich } from './rich-message.ts'
import type { BotContext, Services } from './services.ts'

interface AnswerTextOptions {
  /** Whether the text stands for itself, whatever was asked before. */
  readonly alone?: boolean
}

/** Answers a question as it was typed; in groups as a reply to it. */
export async function answerText(
  ctx: BotContext,
  services: Services,
  text: string,
  { alone = false }: AnswerTextOptions = {},
): Promise<void> {
  const known = await askContext(ctx, services)
  const context = alone ? { ...known, previous: null } : known
  const answer = await services.asker.ask(text, context)
  const asked = { text, context }
  const answerId = await present(ctx, services, answer, { replyTo: repliedIn(ctx) }, asked)
  if (ctx.message) await noteAnswered(ctx, services, answerId, context.previous)
  await log(ctx, services, text, answer)
  await sendChartOfTrend(ctx, services, answer)
}

/** Answers a question that was edited, in the place of the answer that it had. */
export async function answerAgain(
  ctx: BotContext,
  services: Services,
  text: string,
  { answerId, previous }: Answered,
): Promise<void> {
  const context = { ...(await askContext(ctx, services)), previous }
  const answer = await services.asker.ask(text, context)
  const options = { inPlaceOf: answerId, replyTo: repliedIn(ctx) }
  const newId = await present(ctx, services, answer, options, { text, context })
  if (newId !== answerId) await noteAnswered(ctx, services, newId, previous)
  await log(ctx, services, text, answer)
}

/** Answers a question that is understood already: a choice, another year, a link. */
export async function answerQuestion(
  ctx: BotContext,
  services: Services,
  question: Question,
): Promise<void> {
  const answer = await services.asker.answer(question, await askContext(ctx, services))
  await present(ctx, services, answer, { replyTo: ctx.message && repliedIn(ctx) })
  await sendChartOfTrend(ctx, services, answer)
}

/** The message to answer by a reply: in groups, so that it is seen what is answered. */
const repliedIn = (ctx: BotContext): number | undefined =>
  ctx.chat?.type === 'private' ? undefined : ctx.msg?.message_id

/** What an answer in this chat depends on. */
export async function askContext(ctx: BotContext, { store, clock }: Services): Promise<AskContext> {
  const now = clock()
  const chatId = ctx.chat?.id
  if (chatId === undefined) return { now, previous: null, defaultPlaceId: null }
  const previous = readQuestion(await lastQuestion(store.db, chatId, now))
  const { defaultPlaceId, moneyUnit } = await settingsOf(store.db, chatId)
  return { now, previous, defaultPlaceId, moneyUnit }
}

/** The words that were answered, and what the answer depended on. */
interface Asked {
  readonly text: string
  readonly context: AskContext
}

/** Sends an answer with its buttons; gives the id of the message. */
async function present(
  ctx: BotContext,
  services: Services,
  answer: Answer,
  options: ReplyOptions,
  asked?: Asked,
): Promise<number> {
  const { store, clock } = services
  const choices = await keepChoices(ctx, services, answer.choices)
  const can = await optionsOf(ownerOf(ctx), services, answer, ctx.me.username)
  const isRefused = answer.status === 'not_found' && asked !== undefined
  const refused = isRefused ? await watchRefused(ctx, services, asked.text, asked.context) : []
  // Changes are made in private: in groups nobody is offered «ویرایش».
  const role = ctx.chat?.type === 'private' ? ctx.role : null
  const keyboard = [...choices, ...refused, ...answerKeyboard(answer, role, can)]
  const reply = { ...options, keyboard }
  const messageId =
    (await sendRich(ctx, services, answer.parts, reply)) ??
    (await sendParts(ctx, services, answer.parts, reply))
  if (answer.understood && ctx.chat) {
    await rememberQuestion(store.db, ctx.chat.id, answer.understood, clock())
  }
  return messageId
}

/** After the reply, and never in its way: the asker has the answer whether this works or not. */
async function log(
  ctx: BotContext,
  { store, clock, logger }: Services,
  question: string,
  { status, reading }: Answer,
): Promise<void> {
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
