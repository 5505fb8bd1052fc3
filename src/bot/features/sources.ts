import { Composer } from 'grammy'
import type { Part } from '../../answers/answer.ts'
import { changeSetById } from '../../facts/change-sets.ts'
import { findObservations } from '../../facts/observations.ts'
import { sourceById } from '../../facts/sources.ts'
import type { Observation } from '../../facts/types.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { decodeIds } from '../callback-data.ts'
import { figureLink } from '../links.ts'
import { onPress } from '../presses.ts'
import { sendParts } from '../replies.ts'
import type { BotContext, Services } from '../services.ts'
import { texts } from '../texts.fa.ts'
import { headOf, type Names, namesOf, shownFields, valueLine } from '../views/figure-fields.ts'
import { momentText } from '../views/moments.ts'
import { bold, figure, italic, lines, plain, quoted } from '../views/parts.ts'

/** «منبع کامل»: everything that is known of where the figures of an answer come from. */
export function sourcesFeature(services: Services): Composer<BotContext> {
  const { store } = services
  const composer = new Composer<BotContext>()

  onPress(composer, 'source', async (ctx, [listed]) => {
    const ids = decodeIds(listed)
    const found = await findObservations(store.db, { ids })
    const observations = ids.flatMap((id) => found.find((one) => one.id === id) ?? [])
    if (observations.length === 0) {
      await ctx.reply(texts.retiredSince)
      return
    }
    const names = namesOf(await loadVocabulary(store.db))
    const blocks: (Part | readonly Part[])[] = [bold(texts.sourceTitle)]
    for (const observation of observations) {
      blocks.push([], ...(await sourceLines(observation, names)))
      blocks.push(plain(texts.linkTo(figureLink(ctx.me.username, observation.id))))
    }
    for (const id of new Set(observations.map(({ sourceId }) => sourceId))) {
      const text = (await sourceById(store.db, id))?.text
      if (text) blocks.push([], bold(texts.fullText), plain(text))
    }
    await sendParts(ctx, services, lines(...blocks))
  })

  async function sourceLines(observation: Observation, names: Names): Promise<(Part | Part[])[]> {
    const { id, source, changeSetId, indicatorId, placeId } = observation
    const head = headOf(observation, names.indicator(indicatorId), names.place(placeId))
    const said = new Map(
      shownFields(observation, source, names).map((shown) => [shown.field, shown]),
    )
    const line = (field: 'title' | 'publisher' | 'url' | 'speaker' | 'note'): Part[] => {
      const shown = said.get(field)
      return shown?.text ? [plain(texts.labelled(shown.label, shown.text))] : []
    }
    const changeSet = await changeSetById(store.db, changeSetId)
    const published = said.get('publishedOn')
    return [
      [plain(`${head}: `), figure(valueLine(observation), id)],
      ...(observation.periodBasis === 'inferred' ? [italic(texts.inferredPeriod)] : []),
      ...(observation.quote ? [quoted(observation.quote)] : []),
      ...(['speaker', 'title', 'publisher', 'url'] as const).map(line),
      plain(texts.labelled(texts.labels.publishedOn, published?.text ?? texts.unknownDay)),
      line('note'),
      plain(
        [
          texts.figureNumber(id),
          ...(changeSet
            ? [texts.changedIn(changeSet.id, changeSet.actor, momentText(changeSet.recordedAt))]
            : []),
        ].join('؛ '),
      ),
    ].filter((content) => !Array.isArray(content) || content.length > 0)
  }

  return composer
}
