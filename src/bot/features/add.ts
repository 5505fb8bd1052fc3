import { Composer } from 'grammy'
import type { Part } from '../../answers/answer.ts'
import { changeDraft } from '../../facts/drafts.ts'
import { refusalsIn } from '../../facts/entry-checks.ts'
import type { Vocabulary } from '../../facts/types.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { todayInTehran } from '../../persian/calendar.ts'
import { onAdminCommand } from '../admin-command.ts'
import { encodeCallback, idOf } from '../callback-data.ts'
import { type AddOperation, entryOperations } from '../entry/entry-operations.ts'
import { nearIndicators } from '../entry/near-indicators.ts'
import { type Entry, readEntry } from '../entry/read-entry.ts'
import { sceneOf } from '../entry/scene.ts'
import { keepPending, keepSeen, operationsOf, pendingKeyboard, readPending } from '../pending.ts'
import { onPress } from '../presses.ts'
import { editParts, type Keyboard, sendParts } from '../replies.ts'
import type { BotContext, Services } from '../services.ts'
import { texts } from '../texts.fa.ts'
import { previewEntry, previewParts, refusalParts } from '../views/entry-preview.ts'
import { bold, italic, lines, plain } from '../views/parts.ts'
import { startEntry } from './add-guided.ts'

/** /add with a figure in one message, shown as it will be answered before it is stored. */
export function addFeature(services: Services): Composer<BotContext> {
  const { store, clock } = services
  const composer = new Composer<BotContext>()

  onAdminCommand(composer, 'add', async (ctx, text) => {
    if (text === '') return await startEntry(ctx, services)
    const vocabulary = await loadVocabulary(store.db)
    const today = todayInTehran(clock())
    const entry = readEntry(text, sceneOf(vocabulary, today))
    const { fields, problems, missing } = entry
    if (problems.length === 0 && missing.length > 0 && fields.newIndicator === undefined) {
      // What was understood is not typed again: the rest is asked for.
      const said = [texts.missing(missing.join('، '))]
      return await startEntry(ctx, services, fields, { said })
    }
    const refusals = refusalsOf(entry)
    if (refusals.length > 0) {
      const example = [plain(texts.addUsage), plain(texts.addExample)]
      await sendParts(ctx, services, lines(...refusals.map(plain), [], ...example))
      return
    }
    const operations = entryOperations(entry.fields)
    const { findings } = await previewEntry(store.db, operations, vocabulary, today)
    if (refusalsIn(findings).length > 0) {
      await sendParts(ctx, services, refusalParts(findings))
      return
    }
    const updateId = ctx.update.update_id
    const change = { type: 'change' as const, updateId, command: 'add', reason: null, operations }
    const { draftId } = await keepPending(ctx, services, change)
    const { parts, keyboard } = await shown(draftId, operations, vocabulary)
    await keepSeen(services, draftId, parts)
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
    const today = todayInTehran(clock())
    const { findings } = await previewEntry(store.db, operations, vocabulary, today)
    if (refusalsIn(findings).length > 0) {
      await sendParts(ctx, services, refusalParts(findings))
      return
    }
    await changeDraft(
      store.db,
      kept.draftId,
      { ...kept.pending, operations, actor: kept.actor },
      clock(),
    )
    const { parts, keyboard } = await shown(kept.draftId, operations, vocabulary)
    await keepSeen(services, kept.draftId, parts)
    await editParts(ctx, services, parts, { keyboard })
  })

  async function shown(
    draftId: number,
    operations: readonly AddOperation[],
    vocabulary: Vocabulary,
  ): Promise<{ parts: Part[]; keyboard: Keyboard }> {
    const preview = await previewEntry(store.db, operations, vocabulary, todayInTehran(clock()))
    const added = operations.find((one) => one.type === 'add_indicator')
    const nearest = added ? nearIndicators(added.name, vocabulary) : []
    const near = nearest.map((indicator) => [
      { text: indicator.name, callback_data: encodeCallback('nearest', draftId, indicator.id) },
    ])
    const isRelative = operations.some(
      (one) => one.type === 'add_observation' && one.content.periodBasis === 'inferred',
    )
    const parts = lines(
      previewParts(texts.addPreview, preview, added?.unit ?? ''),
      ...(isRelative ? [italic(texts.relativePeriod)] : []),
      ...(nearest.length > 0 ? [bold(texts.nearIndicators)] : []),
    )
    return { parts, keyboard: [...pendingKeyboard(draftId), ...near] }
  }

  return composer
}

function refusalsOf({ fields, problems, missing }: Entry): string[] {
  const refusals = [...problems]
  if (missing.length > 0) refusals.push(texts.missing(missing.join('، ')))
  if (fields.newIndicator !== undefined && fields.statement) refusals.push(texts.newIndicatorUnit)
  return refusals
}
