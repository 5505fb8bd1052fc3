import { Composer } from 'grammy'
import { observationById, periodsOf } from '../../facts/observations.ts'
import type { Kind, Measure, Observation } from '../../facts/types.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { formatPeriod } from '../../persian/period-format.ts'
import { parsePeriod } from '../../persian/period-notation.ts'
import { type Aspect, EMPTY_QUESTION, type Question, said } from '../../questions/question.ts'
import { answerQuestion, askContext } from '../answering.ts'
import { questionReference, referredQuestion } from '../asked.ts'
import { encodeCallback, idOf } from '../callback-data.ts'
import { inOtherYears } from '../other-years.ts'
import { onPress, type PressResult } from '../presses.ts'
import { inRows, ownerOf, sendParts } from '../replies.ts'
import type { BotContext, Services } from '../services.ts'
import { texts } from '../texts.fa.ts'
import { namesOf } from '../views/figure-fields.ts'
import { plain } from '../views/parts.ts'

const KIND_CODES: ReadonlyMap<string, Kind> = new Map([
  ['a', 'actual'],
  ['t', 'target'],
  ['f', 'forecast'],
])

const ASPECTS: Readonly<Record<Measure, Aspect>> = {
  level: 'value',
  change: 'change',
  share: 'share',
  rank: 'rank',
}

const MOST_PERIODS = 30

/** «سال‌های دیگر»: the other periods of an answer's indicator and place, a button for each. */
export function periodsFeature(services: Services): Composer<BotContext> {
  const { store } = services
  const composer = new Composer<BotContext>()

  onPress(composer, 'periods', async (ctx, [id]) => {
    if (idOf(id) === null) return await offerYears(ctx, id)
    const observation = await observationById(store.db, idOf(id) ?? 0)
    if (!observation) {
      await ctx.reply(texts.retiredSince)
      return
    }
    const { indicatorId, placeId, measure } = observation
    const names = namesOf(await loadVocabulary(store.db))
    const indicator = names.indicator(indicatorId)
    const place = names.place(placeId)
    const known = (await periodsOf(store.db, indicatorId, placeId)).filter(
      (one) => one.measure === measure && one.period !== observation.period,
    )
    const periods = [...new Set(known.map(({ period }) => period))]
    const buttons = periods.slice(0, MOST_PERIODS).map((period) => {
      const kinds = new Set(known.filter((one) => one.period === period).map(({ kind }) => kind))
      const kind = kinds.size === 1 ? ([...kinds][0] ?? null) : null
      const label = kind === null || kind === 'actual' ? '' : ` (${texts.kinds[kind]})`
      return {
        text: formatPeriod(period, { style: 'short' }) + label,
        callback_data: encodeCallback('figure', indicatorId, placeId, period, kind?.[0] ?? '-'),
      }
    })
    if (buttons.length === 0) await ctx.reply(texts.noOtherPeriods(indicator, place))
    else {
      const title = plain(texts.otherPeriodsTitle(indicator, place))
      await sendParts(ctx, services, [title], { keyboard: inRows(buttons) })
    }
  })

  /** «سال‌های دیگر» of an order of places, or of two indicators together. */
  async function offerYears(ctx: BotContext, reference?: string): Promise<PressResult> {
    const question = await referredQuestion(ctx, services, reference)
    if (question === null) return 'expired'
    const others = await inOtherYears(question, services, await askContext(ctx, services))
    if (others.length === 0) return void (await ctx.reply(texts.noOtherYears))
    const buttons = others.map((other) => ({
      text: formatPeriod(other.periods?.value[0] ?? '', { style: 'short' }),
      callback_data: encodeCallback('again', questionReference(ownerOf(ctx), services, other)),
    }))
    await sendParts(ctx, services, [plain(texts.otherYears)], { keyboard: inRows(buttons) })
  }

  onPress(composer, 'again', async (ctx, [reference]) => {
    const question = await referredQuestion(ctx, services, reference)
    if (question === null) return 'expired'
    await answerQuestion(ctx, services, question)
  })

  onPress(composer, 'figure', async (ctx, [indicator, place, period = '', kind = '']) => {
    const indicatorId = idOf(indicator)
    const placeId = idOf(place)
    if (indicatorId === null || placeId === null || !parsePeriod(period)) return 'expired'
    const known = await periodsOf(store.db, indicatorId, placeId)
    const measure = known.find((one) => one.period === period)?.measure ?? 'level'
    await answerQuestion(
      ctx,
      services,
      figureQuestion(indicatorId, placeId, period, KIND_CODES.get(kind) ?? null, ASPECTS[measure]),
    )
  })

  return composer
}

/** The question for one figure, all of it said by a press. */
export function figureQuestion(
  indicatorId: number,
  placeId: number,
  period: string,
  kind: Kind | null,
  aspect: Aspect = 'value',
): Question {
  return {
    ...EMPTY_QUESTION,
    aspect,
    indicator: said(indicatorId),
    places: said([placeId]),
    periods: said([period]),
    kind: kind && said(kind),
  }
}

/** The question that this figure answers. */
export function questionOf({ indicatorId, placeId, period, kind, measure }: Observation): Question {
  return figureQuestion(indicatorId, placeId, period, kind, ASPECTS[measure])
}
