import { type Api, GrammyError, HttpError } from 'grammy'
import { ZodError } from 'zod'
import type { Answer } from '../answers/answer.ts'
import { resolveQuestionOf } from '../facts/question-log.ts'
import { settingsOf } from '../facts/settings.ts'
import {
  claimNotice,
  claimNoticeToSay,
  endSubscription,
  endSubscriptionsOf,
  moveSubscriptions,
  type Subscription,
  settleNotice,
  type WaitingNotice,
} from '../facts/subscriptions.ts'
import { optionsOf } from './answer-options.ts'
import { isUnreachable } from './api-policy.ts'
import { answerKeyboard } from './keyboards/answer-keyboard.ts'
import { unwatchRow } from './keyboards/unwatch-row.ts'
import { describeError } from './logger.ts'
import { messageFor } from './replies.ts'
import type { Services } from './services.ts'
import { texts } from './texts.fa.ts'
import { bold, italic, lines } from './views/parts.ts'
import { answerTo, saidIn, type Topic, topicSchema } from './watching.ts'

/**
 * Sends a notice when it is its turn; false when Telegram is out of reach and the others may wait
 * too. It is claimed as late as can be, so that little can end between claim and answer.
 */
export async function sendNotice(
  api: Api,
  services: Services,
  notice: WaitingNotice,
  turn: () => Promise<boolean>,
): Promise<boolean> {
  const { store, asker, clock, logger } = services
  const { id, subscription, mayBeSent } = notice
  const { chatId, telegramId } = subscription
  const settle = (status: Parameters<typeof settleNotice>[2]) =>
    settleNotice(store.db, id, status, clock())
  try {
    const topic = topicSchema.parse(subscription.topic)
    const { moneyUnit } = await settingsOf(store.db, chatId)
    const answer = await answerTo(topic, asker, clock(), moneyUnit)
    const says = saidIn(moneyUnit === null ? answer : await answerTo(topic, asker, clock()))
    const owner = { chatId, telegramId }
    const isFulfilled = topic.type === 'text' && answer.status === 'answered'
    const can = await optionsOf(owner, services, answer, null)
    const { text, options } = await messageFor(
      owner,
      services,
      lines(
        bold(headOf(topic, subscription, answer)),
        mayBeSent ? italic(texts.newsPerhapsAgain) : [],
        answer.parts,
      ),
      [
        ...answerKeyboard(answer, null, isFulfilled ? can : { ...can, watch: false }),
        ...(isFulfilled ? [] : [unwatchRow(subscription.id)]),
      ],
    )
    if (!(await turn())) return true
    if (!(await claimNoticeToSay(store, notice, says, clock()))) return true
    // Others may have gone out meanwhile.
    if (!(await turn())) {
      await settle('waiting')
      return true
    }
    await sendInThread(text, options, topic.threadId)
    await settle('sent')
    if (topic.type === 'text' && answer.status === 'answered') await fulfil(topic.text)
    return true
  } catch (error) {
    return await afterFailure(error)
  }

  /** In the topic where it was asked for, as long as there is one. */
  async function sendInThread(
    text: string,
    options: Awaited<ReturnType<typeof messageFor>>['options'],
    threadId: number | undefined,
  ): Promise<void> {
    if (threadId === undefined) return void (await api.sendMessage(chatId, text, options))
    try {
      await api.sendMessage(chatId, text, { ...options, message_thread_id: threadId })
    } catch (error) {
      const isGone = error instanceof GrammyError && /thread not found/i.test(error.description)
      if (!isGone) throw error
      await api.sendMessage(chatId, text, options)
    }
  }

  /** The refused question has its answer: there is nothing more to wait for. */
  async function fulfil(text: string): Promise<void> {
    await resolveQuestionOf(store.db, chatId, text, clock())
    await endSubscription(store, chatId, subscription.id, clock())
  }

  async function afterFailure(error: unknown): Promise<boolean> {
    // What failed before its turn must not fail for ever.
    await claimNotice(store.db, id, clock())
    if (isUnreachable(error)) {
      await settle('dropped')
      await endSubscriptionsOf(store, chatId, clock())
      logger.info({ chat: chatId }, 'a subscriber is out of reach')
      return true
    }
    const newChatId = error instanceof GrammyError && error.parameters.migrate_to_chat_id
    if (newChatId) {
      await moveSubscriptions(store, chatId, newChatId)
      await settle('waiting')
      return true
    }
    if (!isOfTelegram(error) && !(error instanceof ZodError)) {
      // A mishap of the store, say: left claimed, it comes up again when the claim has run out.
      logger.error(describeError(error), 'a notice could not be sent')
      return true
    }
    const isFlood = error instanceof GrammyError && error.error_code === 429
    const isLost = isOfTelegram(error) && mayHaveArrived(error)
    const isPassing = isFlood || error instanceof HttpError || isLost
    await settle(isLost ? 'uncertain' : isPassing ? 'waiting' : 'dropped')
    logger.warn(describeError(error), isPassing ? 'a notice waits' : 'a notice was dropped')
    // The pace knows of a flood wait; the next turn comes after it.
    return isFlood || !isPassing
  }
}

const isOfTelegram = (error: unknown): error is GrammyError | HttpError =>
  error instanceof GrammyError || error instanceof HttpError

/** Errors of a connection that was never there. */
const NEVER_SENT = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH/

/** Without an answer of Telegram's own nobody knows whether the message was sent. */
function mayHaveArrived(error: GrammyError | HttpError): boolean {
  if (error instanceof GrammyError) return error.error_code >= 500
  return !NEVER_SENT.test(String(error.error))
}

function headOf(topic: Topic, { label }: Subscription, { status }: Answer): string {
  return topic.type === 'text' && status === 'answered'
    ? texts.newsAnswered(label)
    : texts.newsOf(label)
}
