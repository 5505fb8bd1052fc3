import type { Answer } from '../answers/answer.ts'
import type { AskContext } from '../answers/asker.ts'
import { type ChatSettings, DEFAULT_SETTINGS, settingsOf } from '../facts/settings.ts'
import type { Question } from '../questions/question.ts'
import { optionsOf } from './answer-options.ts'
import { type Answered, noteAnswered } from './answered.ts'
import { sendChartOfTrend } from './charts.ts'
import { keepChoices, offeredBefore } from './choices.ts'
import { answerKeyboard } from './keyboards/answer-keyboard.ts'
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
  const context = alone
    ? { ...known, previous: null }
    : { ...known, pending: await offeredBefore(ctx, services) }
  const answer = await services.asker.ask(text, context)
  const asked = { text, context }
  const answerId = await present(
    ctx,
    services,
    answer,
    { replyTo: repliedIn(ctx), digits: context.digits },
    asked,
  )
  if (ctx.message) noteAnswered(ctx, services, answerId, context.previous)
  log(ctx, services, text, answer)
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
  const options = { inPlaceOf: answerId, replyTo: repliedIn(ctx), digits: context.digits }
  const newId = await present(ctx, services, answer, options, { text, context })
  if (newId !== answerId) noteAnswered(ctx, services, newId, previous)
  log(ctx, services, text, answer)
}

/** Answers a question that is understood already: a choice, another year, a link. */
export async function answerQuestion(
  ctx: BotContext,
  services: Services,
  question: Question,
): Promise<void> {
  const context = await askContext(ctx, services)
  const answer = await services.asker.answer(question, context)
  const replyTo = ctx.message && repliedIn(ctx)
  await present(ctx, services, answer, { replyTo, digits: context.digits })
  await sendChartOfTrend(ctx, services, answer)
}

/** The message to answer by a reply: in groups, so that it is seen what is answered. */
const repliedIn = (ctx: BotContext): number | undefined =>
  ctx.chat?.type === 'private' ? undefined : ctx.msg?.message_id

/** What an answer depends on, and how it is shown. */
type ChatContext = AskContext & Pick<ChatSettings, 'digits'>

/** What an answer in this chat depends on. */
export async function askContext(
  ctx: BotContext,
  { store, clock }: Services,
): Promise<ChatContext> {
  const now = clock()
  const chatId = ctx.chat?.id
  if (chatId === undefined) {
    return { now, previous: null, defaultPlaceId: null, digits: DEFAULT_SETTINGS.digits }
  }
  const previous = readQuestion(await store.afterwards.lastQuestion(chatId, now))
  const { defaultPlaceId, moneyUnit, digits } = await settingsOf(store.db, chatId)
  return { now, previous, defaultPlaceId, moneyUnit, digits }
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
  await store.afterwards.room()
  const choices = keepChoices(ctx, services, answer.choices)
  const can = await optionsOf(ownerOf(ctx), services, answer, ctx.me.username, options.digits)
  const isRefused = answer.status === 'not_found' && asked !== undefined
  const refused = isRefused ? watchRefused(ctx, services, asked.text, asked.context) : []
  // Changes are made in private: in groups nobody is offered «ویرایش».
  const role = ctx.chat?.type === 'private' ? ctx.role : null
  const keyboard = [...choices, ...refused, ...answerKeyboard(answer, role, can)]
  const reply = { ...options, keyboard }
  const messageId =
    (await sendRich(ctx, services, answer.parts, reply)) ??
    (await sendParts(ctx, services, answer.parts, reply))
  if (ctx.chat) store.afterwards.remember(ctx.chat.id, answer.inPlay, clock())
  return messageId
}

function log(
  ctx: BotContext,
  { store, clock }: Services,
  question: string,
  { status, reading }: Answer,
): void {
  store.afterwards.log({
    chatId: ctx.chat?.id ?? null,
    telegramId: ctx.from?.id ?? null,
    question,
    status,
    detail: reading,
    now: clock(),
  })
}
