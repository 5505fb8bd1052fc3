import { Composer } from 'grammy'
import { periodsOf } from '../../facts/observations.ts'
import { answerQuestion } from '../answering.ts'
import { referredQuestion } from '../asked.ts'
import { onPress } from '../presses.ts'
import type { BotContext, Services } from '../services.ts'
import { texts } from '../texts.fa.ts'

/** «هدف»: the target of an answer's period, or the newest where that period has none. */
export function targetFeature(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>()

  onPress(composer, 'target', async (ctx, [reference]) => {
    const question = await referredQuestion(ctx, services, reference)
    const indicatorId = question?.indicator?.value
    const placeId = question?.places?.value[0]
    if (!question || indicatorId === undefined || placeId === undefined) return 'expired'
    const targets = (await periodsOf(services.store.db, indicatorId, placeId)).filter(
      ({ kind, measure }) => kind === 'target' && measure === 'level',
    )
    if (targets.length === 0) return void (await ctx.reply(texts.noTarget))
    const own = question.periods?.value[0]
    const held = targets.some(({ period }) => period === own)
    await answerQuestion(ctx, services, {
      ...question,
      aspect: 'value',
      kind: { value: 'target', origin: 'said' },
      periods: held ? question.periods : null,
      base: null,
    })
  })

  return composer
}
