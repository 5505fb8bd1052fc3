import { Composer } from 'grammy'
import { observationById } from '../../facts/observations.ts'
import { answerQuestion } from '../answering.ts'
import { figureOfPayload, questionOfPayload } from '../links.ts'
import type { BotContext, Services } from '../services.ts'
import { texts } from '../texts.fa.ts'
import { questionOf } from './periods.ts'

/** A link to a figure or a question, shared by someone, opens it as it stands now. */
export function linksFeature(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>()
  composer.chatType('private').command('start', async (ctx, next) => {
    const question = questionOfPayload(ctx.match)
    if (question) return await answerQuestion(ctx, services, question)
    const id = figureOfPayload(ctx.match)
    if (id === null) return await next()
    const observation = await observationById(services.store.db, id)
    if (observation) await answerQuestion(ctx, services, questionOf(observation))
    else await ctx.reply(texts.retiredSince)
  })
  return composer
}
