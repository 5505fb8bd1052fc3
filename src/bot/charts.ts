import { createHash } from 'node:crypto'
import { GrammyError, InputFile } from 'grammy'
import type { Answer, Part } from '../answers/answer.ts'
import { chartOf } from '../answers/chart/chart-of.ts'
import { drawChart } from '../answers/chart/draw-chart.ts'
import type { ChartSpec } from '../answers/chart/spec.ts'
import { observationsOf } from '../answers/figure-text.ts'
import { figure } from '../answers/parts.ts'
import { renderPages } from '../answers/render.ts'
import { settingsOf } from '../facts/settings.ts'
import { inLatin } from './digits.ts'
import { describeError } from './logger.ts'
import { inDigits } from './replies.ts'
import type { BotContext, Services } from './services.ts'
import { texts } from './texts.fa.ts'
import { bold, lines } from './views/parts.ts'
import { slowWorkHere } from './work/slow-work.ts'

/** What a caption may hold, in UTF-16 units after entity parsing (Bot API, sendPhoto). */
const CAPTION_LIMIT = 1024

/**
 * Pictures that Telegram holds already, by their content. Only a favour: a picture that is not
 * here is drawn and sent anew.
 */
const sentBefore = new Map<string, string>()
const MOST_REMEMBERED = 500

/**
 * Sends the chart of an answer with its figures and sources under it; false when there is nothing
 * to draw. Throws what drawing or Telegram throws.
 */
export async function sendChart(
  ctx: BotContext,
  services: Services,
  answer: Answer,
): Promise<boolean> {
  const { slowWork = slowWorkHere } = services
  const spec = chartOf(answer)
  if (spec === null || !ctx.chat) return false
  const { digits } = await settingsOf(services.store.db, ctx.chat.id)
  const drawn = drawChart(spec)
  const svg = digits === 'latin' ? inLatin(drawn) : drawn
  const key = createHash('sha256').update(svg).update(ctx.me.username).digest('base64url')
  const known = sentBefore.get(key)
  const caption = {
    caption: await captionOf(ctx, services, answer, spec),
    parse_mode: 'HTML',
  } as const
  if (known !== undefined && (await sentAgain(ctx, known, caption))) return true
  const photo = new InputFile(await slowWork.renderPng(svg), 'chart.png')
  const { photo: sizes } = await ctx.replyWithPhoto(photo, caption)
  // A messenger without pictures gets the words alone.
  remember(key, sizes?.at(-1)?.file_id)
  return true
}

/** Whether Telegram still had the picture. */
async function sentAgain(
  ctx: BotContext,
  fileId: string,
  caption: { caption: string; parse_mode: 'HTML' },
): Promise<boolean> {
  try {
    await ctx.replyWithPhoto(fileId, caption)
    return true
  } catch (error) {
    if (error instanceof GrammyError && error.error_code === 400) return false
    throw error
  }
}

function remember(key: string, fileId: string | undefined): void {
  if (fileId === undefined) return
  if (sentBefore.size >= MOST_REMEMBERED) sentBefore.clear()
  sentBefore.set(key, fileId)
}

/**
 * After the text of a trend its chart, as «نمودارش» asks for. The text stands whether this works or
 * not: what goes wrong is logged.
 */
export async function sendChartOfTrend(
  ctx: BotContext,
  services: Services,
  answer: Answer,
): Promise<void> {
  if (answer.understood?.aspect !== 'trend' || answer.status !== 'answered') return
  try {
    const sent = await sendChart(ctx, services, answer)
    if (!sent && answer.figures.length > 1) await ctx.reply(texts.noChart)
  } catch (error) {
    services.logger.error(describeError(error), 'a chart was not sent')
  }
}

/** The answer's own words where they fit; else the title and the sources, as in the picture. */
async function captionOf(
  ctx: BotContext,
  services: Services,
  answer: Answer,
  spec: ChartSpec,
): Promise<string> {
  const pages = renderPages(await inDigits(ctx.chat?.id ?? 0, services, answer.parts), {
    limit: CAPTION_LIMIT,
  })
  const [page] = pages
  if (page && pages.length === 1) return page.html
  const ids = [...answer.figures, ...answer.nearby].flatMap(observationsOf)
  const short: Part[] = lines(
    bold(spec.title),
    ...(spec.subtitle === '' ? [] : [figure(spec.subtitle, ids)]),
    figure(`${texts.labels.title}: ${spec.sources.join('، ') || texts.unknownDay}`, ids),
  )
  return (
    renderPages(await inDigits(ctx.chat?.id ?? 0, services, short), { limit: CAPTION_LIMIT })[0]
      ?.html ?? ''
  )
}
