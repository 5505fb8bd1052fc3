import { Composer } from 'grammy'
import type { Answer } from '../../answers/answer.ts'
import { chartOf } from '../../answers/chart/chart-of.ts'
import type { Aspect, Question } from '../../questions/question.ts'
import { askContext } from '../answering.ts'
import { referredQuestion } from '../asked.ts'
import { sendChart } from '../charts.ts'
import { describeError } from '../logger.ts'
import { onPress } from '../presses.ts'
import type { BotContext, Services } from '../services.ts'
import { texts } from '../texts.fa.ts'
import { answerInFull } from '../whole-order.ts'

/** A single figure says most among those of other years. */
const DRAWN_OVER_TIME: readonly Aspect[] = ['value', 'source', 'target_and_actual']

/** «نمودار»: the picture of an answer. */
export function chartsFeature(services: Services): Composer<BotContext> {
  const { asker, logger } = services
  const composer = new Composer<BotContext>()

  onPress(composer, 'chart', async (ctx, [reference]) => {
    const question = await referredQuestion(ctx, services, reference)
    if (!question) return 'expired'
    try {
      await ctx.replyWithChatAction('upload_photo')
      if (!(await sendChart(ctx, services, await drawable(ctx, question)))) {
        await ctx.reply(texts.noChart)
      }
    } catch (error) {
      logger.error(describeError(error), 'a chart was not sent')
      await ctx.reply(texts.chartFailed)
    }
  })

  async function drawable(ctx: BotContext, question: Question): Promise<Answer> {
    const context = await askContext(ctx, services)
    if (DRAWN_OVER_TIME.includes(question.aspect)) {
      const trend = await asker.answer({ ...question, aspect: 'trend', periods: null }, context)
      if (chartOf(trend)?.type === 'line') return trend
    }
    return await answerInFull(question, asker, context)
  }

  return composer
}
