import { Composer } from 'grammy'
import { answeredBefore } from '../answered.ts'
import { answerAgain, answerQuestion, answerText } from '../answering.ts'
import { chosenQuestion, typedChoice } from '../choices.ts'
import { onPress } from '../presses.ts'
import { questionIn } from '../question-in.ts'
import { turnPage } from '../replies.ts'
import type { BotContext, Services } from '../services.ts'
import { texts } from '../texts.fa.ts'

/** No question is longer; a pasted report is not one. */
const LONGEST_QUESTION = 500

/** Questions, in private and in groups, and the buttons that lead to further answers. */
export function askFeature(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>()

  composer.on('message:text', async (ctx, next) => {
    const text = questionIn(ctx.message, ctx.me)
    if (text === null) return await next()
    if (text === '') return void (await ctx.reply(texts.askUsage))
    if (text.length > LONGEST_QUESTION) return void (await ctx.reply(texts.tooLongQuestion))
    const chosen = await typedChoice(ctx, services, text)
    if (chosen) await answerQuestion(ctx, services, chosen)
    else await answerText(ctx, services, text)
  })

  // One of the last questions of a person, corrected: its answer is corrected too.
  composer.on('edited_message:text', async (ctx) => {
    const text = questionIn(ctx.editedMessage, ctx.me)
    if (!text || text.length > LONGEST_QUESTION) return
    const answered = await answeredBefore(ctx, services)
    if (answered) await answerAgain(ctx, services, text, answered)
  })

  // In groups others talk to one another, and to other bots.
  const chat = composer.chatType('private')
  chat.on('message:text', async (ctx) => {
    await ctx.reply(texts.unknownCommand)
  })
  chat.on('message', async (ctx) => {
    await ctx.reply(texts.onlyText)
  })

  onPress(composer, 'choose', async (ctx, [reference, index]) => {
    const question = await chosenQuestion(ctx, services, reference, Number(index))
    if (!question) return 'expired'
    await answerQuestion(ctx, services, question)
  })

  onPress(composer, 'page', async (ctx, [reference, page]) => {
    if (!(await turnPage(ctx, services, reference, Number(page)))) return 'expired'
  })

  return composer
}
