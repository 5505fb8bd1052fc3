import { Composer } from 'grammy'
import type { Part } from '../../answers/answer.ts'
import type { NewObservation, Operation } from '../../facts/changes.ts'
import { changeDraft } from '../../facts/drafts.ts'
import { guessAdditive } from '../../facts/import-words.ts'
import { findObservations } from '../../facts/observations.ts'
import type { Vocabulary } from '../../facts/types.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { todayInTehran } from '../../persian/calendar.ts'
import { onAdminCommand } from '../admin-command.ts'
import { encodeCallback, idOf } from '../callback-data.ts'
import { nearIndicators } from '../entry/near-indicators.ts'
import { type Entry, readEntry } from '../entry/read-entry.ts'
import { type ReadFields, unitProblem } from '../entry/read-fields.ts'
import { sceneOf } from '../entry/scene.ts'
import { keepPending, operationsOf, pendingKeyboard, readPending } from '../pending.ts'
import { onPress } from '../presses.ts'
import { editParts, type Keyboard, sendParts } from '../replies.ts'
import type { BotContext, Services } from '../services.ts'
import { texts } from '../texts.fa.ts'
import { namesOf, shownFields } from '../views/figure-fields.ts'
import { bold, italic, lines, plain } from '../views/parts.ts'

/** /add: a figure in one message, shown as it was understood before it is stored. */
export function addFeature(services: Services): Composer<BotContext> {
  const { store, clock } = services
  const composer = new Composer<BotContext>()

  onAdminCommand(composer, 'add', async (ctx, text) => {
    if (text === '') {
      await sendParts(ctx, services, lines(plain(texts.addUsage), plain(texts.addExample)))
      return
    }
    const vocabulary = await loadVocabulary(store.db)
    const entry = readEntry(text, sceneOf(vocabulary, todayInTehran(clock())))
    const refusals = refusalsOf(entry)
    if (refusals.length > 0) {
      const example = [plain(texts.addUsage), plain(texts.addExample)]
      await sendParts(ctx, services, lines(...refusals.map(plain), [], ...example))
      return
    }
    const operations = operationsFor(entry.fields)
    const updateId = ctx.update.update_id
    const change = { type: 'change' as const, updateId, command: 'add', reason: null, operations }
    const { draftId } = await keepPending(ctx, services, change)
    const { parts, keyboard } = await preview(draftId, operations, vocabulary)
    await sendParts(ctx, services, parts, { keyboard })
  })

  // The admin meant an indicator that is there under another name.
  onPress(composer, 'nearest', async (ctx, [draft, indicator]) => {
    const kept = await readPending(services, idOf(draft) ?? 0)
    if (kept?.pending.type !== 'change' || kept.telegramId !== ctx.from?.id) return 'expired'
    const vocabulary = await loadVocabulary(store.db)
    const meant = vocabulary.indicators.find(({ id }) => id === idOf(indicator))
    if (!meant) return 'expired'
    const operations = operationsOf(kept.pending).flatMap((operation): AddOperation[] => {
      if (operation.type !== 'add_observation') return []
      return [{ ...operation, content: { ...operation.content, indicatorId: meant.id } }]
    })
    const content = operations[0]?.type === 'add_observation' ? operations[0].content : null
    const unit = content?.quantity?.unit
    const problem = unit && content && unitProblem(unit, meant, content.measure)
    if (problem) {
      await ctx.reply(problem)
      return
    }
    await changeDraft(store.db, kept.draftId, { ...kept.pending, operations }, clock())
    const shown = await preview(kept.draftId, operations, vocabulary)
    await editParts(ctx, services, shown.parts, { keyboard: shown.keyboard })
  })

  async function preview(
    draftId: number,
    operations: readonly Operation[],
    vocabulary: Vocabulary,
  ): Promise<{ parts: Part[]; keyboard: Keyboard }> {
    const shown: (Part | readonly Part[])[] = [bold(texts.addPreview)]
    let near: Keyboard = []
    for (const operation of operations) {
      if (operation.type === 'add_indicator') {
        const { name, unit } = operation
        const nearest = nearIndicators(name, vocabulary)
        shown.push(bold(texts.newIndicator(name, unit)))
        if (nearest.length > 0) shown.push(plain(texts.nearIndicators))
        near = nearest.map((indicator) => [
          { text: indicator.name, callback_data: encodeCallback('nearest', draftId, indicator.id) },
        ])
      }
      if (operation.type === 'add_observation') {
        const { content } = operation
        const source = typeof content.sourceId === 'object' ? content.sourceId : null
        for (const { field, label, text } of shownFields(content, source, namesOf(vocabulary))) {
          const isUsual = field === 'measure' && content.measure === 'level'
          if (text !== null && !isUsual) shown.push([plain(`${label}: `), bold(text)])
        }
        shown.push(...(await warnings(content)))
      }
    }
    return { parts: lines(...shown), keyboard: [...pendingKeyboard(draftId), ...near] }
  }

  async function warnings(content: NewObservation): Promise<Part[]> {
    const { indicatorId, placeId, period, kind, measure, periodBasis } = content
    const warned = periodBasis === 'inferred' ? [italic(texts.relativePeriod)] : []
    if (typeof indicatorId !== 'number' || typeof placeId !== 'number') return warned
    const filter = { indicatorIds: [indicatorId], placeIds: [placeId], period, kind, measure }
    const [same] = await findObservations(store.db, filter)
    return same ? [...warned, italic(texts.sameExists(same.id))] : warned
  }

  return composer
}

type AddOperation = Extract<Operation, { type: 'add_observation' | 'add_indicator' }>

function refusalsOf({ fields, problems, missing }: Entry): string[] {
  const refusals = [...problems]
  if (missing.length > 0) refusals.push(texts.missing(missing.join('، ')))
  const { indicator, newIndicator, unit, measure = 'level' } = fields
  const problem = indicator && unit ? unitProblem(unit, indicator, measure) : null
  if (problem) refusals.push(problem)
  if (newIndicator !== undefined && fields.statement) refusals.push(texts.newIndicatorUnit)
  return refusals
}

function operationsFor(fields: ReadFields) {
  const { indicator, newIndicator = '', place, period, value, unit, statement = null } = fields
  const quantity = value && unit ? { ...value.quantity, unit } : null
  const content = {
    indicatorId: indicator?.id ?? { name: newIndicator },
    placeId: place?.id ?? 0,
    period: period?.period ?? '',
    periodBasis: period?.basis ?? ('stated' as const),
    kind: fields.kind ?? ('actual' as const),
    measure: fields.measure ?? ('level' as const),
    qualifier: value?.qualifier ?? ('exact' as const),
    quantity,
    statement: quantity ? null : statement,
    speaker: fields.speaker ?? null,
    quote: fields.quote ?? null,
    sourceId: {
      title: fields.title ?? null,
      publisher: fields.publisher ?? null,
      url: fields.url ?? null,
      publishedOn: fields.publishedOn ?? null,
    },
    note: fields.note ?? null,
  }
  const observation = { type: 'add_observation' as const, content }
  if (indicator) return [observation]
  const added = {
    type: 'add_indicator' as const,
    name: newIndicator,
    unit: unit ?? '',
    additive: guessAdditive(newIndicator, unit ?? '', content.measure),
  }
  return [added, observation]
}
