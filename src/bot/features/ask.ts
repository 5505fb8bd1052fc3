import { Composer } from 'grammy'
import { answerQuestion, answerText } from '../answering.ts'
import { idOf } from '../callback-data.ts'
import { chosenQuestion, typedChoice } from '../choices.ts'
import { onPress } from '../presses.ts'
import { turnPage } from '../replies.ts'
import type { BotContext, Services } from '../services.ts'
import { texts } from '../texts.fa.ts'

/** No question is longer; a pasted report is not one. */
const LONGEST_QUESTION = 500

/** Questions in private chats, and the buttons that lead to further answers. */
export function askFeature(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>()

  composer.chatType('private').on('message:text', async (ctx) => {
    const { text } = ctx.message
    if (text.startsWith('/')) return void (await ctx.reply(texts.unknownCommand))
    if (text.length > LONGEST_QUESTION) return void (await ctx.reply(texts.tooLongQuestion))
    const chosen = await typedChoice(ctx, services, text)
    if (chosen) await answerQuestion(ctx, services, chosen)
    else await answerText(ctx, services, text)
  })

  composer.chatType('private').on('message', async (ctx) => {
    await ctx.reply(texts.onlyText)
  })

  onPress(composer, 'choose', async (ctx, [draft, index]) => {
    const draftId = idOf(draft)
    const question = draftId && (await chosenQuestion(ctx, services, draftId, Number(index)))
    if (!question) return 'expired'
    await answerQuestion(ctx, services, question)
  })

  onPress(composer, 'page', async (ctx, [draft, page]) => {
    const draftId = idOf(draft)
    const turned = draftId && (await turnPage(ctx, services, draftId, Number(page)))
    if (!turned) return 'expired'
  })

  return composer
}
