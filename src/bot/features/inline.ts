import { Composer, InlineQueryResultBuilder } from 'grammy'
import type { InlineQueryResult } from 'grammy/types'
import type { Answer } from '../../answers/answer.ts'
import { renderPages } from '../../answers/render.ts'
import { settingsOf } from '../../facts/settings.ts'
import { observationIdsOf } from '../keyboards/answer-keyboard.ts'
import { figureLink, questionPayload } from '../links.ts'
import { inDigits } from '../replies.ts'
import type { BotContext, Services } from '../services.ts'
import { answerLink } from '../share.ts'
import { texts } from '../texts.fa.ts'

/** Short, so that a correction soon reaches those who ask the same again. */
const CACHE_SECONDS = 10
const MOST_RESULTS = 8

/**
 * «@bot پرسش» in any chat: the answer is sent there, in the digits and the money of the asker's own
 * chat, with a link to its figure in the bot.
 */
export function inlineFeature(services: Services): Composer<BotContext> {
  const { asker, clock, store } = services
  const composer = new Composer<BotContext>()

  composer.on('inline_query', async (ctx) => {
    const text = ctx.inlineQuery.query.trim()
    const { id } = ctx.from
    const { moneyUnit } = await settingsOf(store.db, id)
    const answers = text === '' ? [] : await answersTo(text, moneyUnit)
    const shown = await Promise.all(
      answers.map(async (one) => ({ ...one, parts: await inDigits(id, services, one.parts) })),
    )
    const results = shown.flatMap((answer, index) => resultOf(answer, index, ctx.me.username))
    await ctx.answerInlineQuery(results, {
      cache_time: CACHE_SECONDS,
      is_personal: true,
      ...(results.length === 0 && {
        button: {
          text: text === '' ? texts.inlineHint : texts.inlineNothing,
          start_parameter: payloadOf(answers),
        },
      }),
    })
  })

  /** The answer, or those of the choices it asks between. Nothing is remembered of either. */
  async function answersTo(text: string, moneyUnit: string | null): Promise<Answer[]> {
    const context = { now: clock(), previous: null, defaultPlaceId: null, moneyUnit }
    const answer = await asker.ask(text, context)
    if (answer.status !== 'choices') return [answer]
    const answers: Answer[] = []
    for (const { question } of answer.choices.slice(0, MOST_RESULTS)) {
      answers.push(await asker.answer(question, context))
    }
    return answers
  }

  return composer
}

/** The bot goes on with the question, where it was understood. */
function payloadOf([answer]: readonly Answer[]): string {
  return (answer?.understood && questionPayload(answer.understood)) || 'inline'
}

/**
 * Only figures that were asked for, and only whole: what is merely near, and what takes several
 * pages, is for a chat with the bot.
 */
function resultOf(answer: Answer, index: number, username: string): InlineQueryResult[] {
  const [page, ...more] = renderPages(answer.parts)
  const [first] = observationIdsOf(answer)
  if (answer.status !== 'answered' || !page || more.length > 0 || first === undefined) return []
  const [title = '', ...rest] = page.text.split('\n')
  const open = {
    text: texts.buttons.openFigure,
    url: answerLink(answer, username) ?? figureLink(username, first),
  }
  return [
    InlineQueryResultBuilder.article(String(index), title, {
      description: rest
        .slice(0, 2)
        .map((line) => line.replace(/:$/, ''))
        .join(' — '),
      reply_markup: { inline_keyboard: [[open]] },
    }).text(page.html, { parse_mode: 'HTML', link_preview_options: { is_disabled: true } }),
  ]
}
