import { Composer } from 'grammy'
import { placesWithIndicator } from '../../facts/observations.ts'
import type { Place } from '../../facts/types.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { answerQuestion } from '../answering.ts'
import { referredQuestion } from '../asked.ts'
import { encodeCallback, idOf } from '../callback-data.ts'
import { onPress } from '../presses.ts'
import { inRows, type Keyboard, sendParts } from '../replies.ts'
import type { BotContext, Services } from '../services.ts'
import { texts } from '../texts.fa.ts'
import { plain } from '../views/parts.ts'

/** A keyboard of a hundred buttons is the most that Telegram takes. */
const MOST_PLACES = 60
/** Of three, names such as «آذربایجان شرقی» are cut on a phone. */
const IN_ROW = 2
const KINDS = ['province', 'country', 'county']

/** «مقایسه با…»: the places that have the figure too, a button for each. */
export function compareFeature(services: Services): Composer<BotContext> {
  const { store } = services
  const composer = new Composer<BotContext>()

  onPress(composer, 'compare', async (ctx, [reference = '']) => {
    const question = await referredQuestion(ctx, services, reference)
    const indicatorId = question?.indicator?.value
    const own = question?.places?.value[0]
    if (indicatorId === undefined || own === undefined) return 'expired'
    const held = new Set(
      (await placesWithIndicator(store.db, indicatorId)).map((one) => one.placeId),
    )
    const { places } = await loadVocabulary(store.db)
    const others = places.filter(({ id }) => id !== own && held.has(id)).sort(byKind)
    if (others.length === 0) return void (await ctx.reply(texts.noOtherPlace))
    const name = places.find(({ id }) => id === own)?.name ?? ''
    const title = plain(texts.compareWith(name))
    await sendParts(ctx, services, [title], { keyboard: buttonsOf(others, reference) })
  })

  onPress(composer, 'compareWith', async (ctx, [reference, other]) => {
    const question = await referredQuestion(ctx, services, reference)
    const own = question?.places?.value[0]
    const placeId = idOf(other)
    if (!question || own === undefined || placeId === null) return 'expired'
    await answerQuestion(ctx, services, {
      ...question,
      aspect: 'compare',
      places: { value: [own, placeId], origin: 'said' },
      // What nobody said is chosen anew: the newest period that both have.
      periods: question.periods?.origin === 'assumed' ? null : question.periods,
    })
  })

  return composer
}

const byKind = (a: Place, b: Place): number => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)

const buttonsOf = (places: readonly Place[], reference: string): Keyboard =>
  inRows(
    places.slice(0, MOST_PLACES).map(({ id, name }) => ({
      text: name,
      callback_data: encodeCallback('compareWith', reference, id),
    })),
    IN_ROW,
  )
