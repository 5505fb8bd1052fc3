import { Composer } from 'grammy'
import { requestNoticeOf } from '../../facts/question-log.ts'
import {
  endSubscription,
  endSubscriptionsOf,
  MOST_SUBSCRIPTIONS,
  noteNews,
  subscribe,
} from '../../facts/subscriptions.ts'
import { referredQuestion } from '../asked.ts'
import { idOf } from '../callback-data.ts'
import { unwatchRow } from '../keyboards/unwatch-row.ts'
import { onPress } from '../presses.ts'
import { refusedTopic } from '../refused.ts'
import { sendParts } from '../replies.ts'
import type { BotContext, Services } from '../services.ts'
import { texts } from '../texts.fa.ts'
import { plain } from '../views/parts.ts'
import { answerTo, labelOf, saidIn, type Topic, topicOf } from '../watching.ts'

/** «خبرم کن» and «دیگر خبر نده»; who blocks the bot hears no more. */
export function watchFeature(services: Services): Composer<BotContext> {
  const { store, asker, clock } = services
  const composer = new Composer<BotContext>()

  onPress(composer, 'watch', async (ctx, [reference]) => {
    const asked = await topicFor(ctx, reference)
    if (!asked || !ctx.chat) return 'expired'
    const threadId = ctx.msg?.is_topic_message ? ctx.msg.message_thread_id : undefined
    const topic: Topic = threadId === undefined ? asked : { ...asked, threadId }
    const now = clock()
    const answer = await answerTo(topic, asker, now)
    const label = labelOf(topic, answer)
    if (label === '') return 'expired'
    const said = saidIn(answer)
    const subscription = { chatId: ctx.chat.id, telegramId: ctx.from?.id ?? 0, topic, label, said }
    const kept = await subscribe(store, subscription, now)
    if (!kept) return void (await ctx.reply(texts.tooManyWatched(MOST_SUBSCRIPTIONS)))
    if (topic.type === 'text') {
      await store.afterwards.settled()
      await requestNoticeOf(store.db, ctx.chat.id, topic.text)
    }
    // What changed meanwhile may have been looked through before the subscription was there.
    const says = saidIn(await answerTo(topic, asker, now))
    if (kept.isNew && says !== said)
      await noteNews(store, { ...subscription, id: kept.id }, says, now)
    const words = kept.isNew
      ? said === ''
        ? texts.watchingRefused
        : texts.watching
      : texts.watchedAlready
    await sendParts(ctx, services, [plain(words(label))], { keyboard: [unwatchRow(kept.id)] })
  })

  onPress(composer, 'unwatch', async (ctx, [id]) => {
    const subscriptionId = idOf(id)
    if (!ctx.chat || subscriptionId === null) return 'expired'
    const ended = await endSubscription(store, ctx.chat.id, subscriptionId, clock())
    await ctx.reply(ended ? texts.unwatched : texts.unwatchedAlready)
  })

  composer.on('my_chat_member', async (ctx, next) => {
    const { status } = ctx.myChatMember.new_chat_member
    if (status === 'kicked' || status === 'left') {
      await endSubscriptionsOf(store, ctx.chat.id, clock())
    }
    await next()
  })

  async function topicFor(ctx: BotContext, reference: string | undefined): Promise<Topic | null> {
    const refused = await refusedTopic(ctx, services, reference)
    if (refused) return refused
    const question = await referredQuestion(ctx, services, reference)
    return question && topicOf(question)
  }

  return composer
}
