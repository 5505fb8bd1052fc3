import { changeSetById } from '../../facts/change-sets.ts'
import { refusalsIn } from '../../facts/entry-checks.ts'
import { thingsOf } from '../../facts/history.ts'
import { findObservations } from '../../facts/observations.ts'
import { isContradictedBy } from '../../facts/quote-check.ts'
import type { Observation } from '../../facts/types.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { todayInTehran } from '../../persian/calendar.ts'
import { adminTexts } from '../admin-texts.fa.ts'
import { encodeCallback } from '../callback-data.ts'
import { keepPending, keepSeen } from '../pending.ts'
import { inRows, sendParts } from '../replies.ts'
import type { BotContext, Services } from '../services.ts'
import { inPersianDigits, texts } from '../texts.fa.ts'
import { type Lines, thingLines } from '../views/change-lines.ts'
import { previewFigure, refusalParts } from '../views/entry-preview.ts'
import { fieldChanges, figureLine, namesOf, shownFields } from '../views/figure-fields.ts'
import { momentText } from '../views/moments.ts'
import { bold, italic, lines, plain } from '../views/parts.ts'
import { awaitCorrection, type EditedField } from './edit-dialog.ts'
import type { Field } from './fields.fa.ts'
import { readEdit } from './read-edit.ts'
import { sceneOf } from './scene.ts'

/** The fields that have a button: what is corrected most. */
const WITH_BUTTON: readonly Field[] = [
  'value',
  'period',
  'place',
  'kind',
  'title',
  'speaker',
  'quote',
]

/** Someone else changed the figure since its fields were shown. */
export async function tellChanged(
  ctx: BotContext,
  services: Services,
  { id, changeSetId }: Observation,
): Promise<void> {
  const { store } = services
  const changeSet = await changeSetById(store.db, changeSetId)
  if (!changeSet || changeSet.actorTelegramId === ctx.from?.id) return
  const names = namesOf(await loadVocabulary(store.db))
  const told: Lines = []
  for (const thing of await thingsOf(store.db, changeSetId)) {
    if (thing.type === 'observation' && thing.observationId === id) {
      told.push(...(await thingLines(store.db, thing, names)))
    }
  }
  const { actor, recordedAt } = changeSet
  const who = adminTexts.changedMeanwhile(actor, momentText(recordedAt))
  await sendParts(ctx, services, lines(bold(who), ...told))
}

/** Shows what a figure says, a line a field, and waits for a correction. */
export async function showFields(
  ctx: BotContext,
  services: Services,
  observation: Observation,
): Promise<void> {
  const { store } = services
  const names = namesOf(await loadVocabulary(store.db))
  const fields = shownFields(observation, observation.source, names)
  const numbered = fields.map(({ label, text }, index) => [
    plain(`${inPersianDigits(index + 1)}. ${label}: `),
    bold(text ?? texts.unsaid),
  ])
  const parts = lines(bold(texts.editTitle(observation.id)), ...numbered, [], plain(texts.editHow))
  await awaitCorrection(ctx, services, observation, null)
  const buttons = WITH_BUTTON.flatMap((field) => {
    const at = fields.findIndex((shown) => shown.field === field)
    const text = fields[at]?.label ?? ''
    return [{ text, callback_data: encodeCallback('editField', observation.id, at) }]
  })
  const source = encodeCallback('source', observation.id)
  await sendParts(ctx, services, parts, {
    keyboard: [...inRows(buttons, 3), [{ text: texts.buttons.source, callback_data: source }]],
  })
}

/** Shows what a correction would change, to be confirmed, or what is wrong with it. */
export async function showCorrection(
  ctx: BotContext,
  services: Services,
  current: Observation,
  text: string,
  field: EditedField,
): Promise<void> {
  const { store, clock } = services
  const vocabulary = await loadVocabulary(store.db)
  const names = namesOf(vocabulary)
  const edit = readEdit(text, current, sceneOf(vocabulary, todayInTehran(clock())))
  const { sourceId, ...content } = edit.content
  const before = shownFields(current, current.source, names)
  const source = sourceId ?? current.source
  const changes = fieldChanges(before, shownFields({ ...current, ...content }, source, names))
  if (edit.problems.length > 0 || changes.length === 0) {
    const said = edit.problems.length > 0 ? edit.problems : [texts.nothingChanges]
    await awaitCorrection(ctx, services, current, field)
    await sendParts(ctx, services, lines(...said.map(plain)))
    return
  }
  const today = todayInTehran(clock())
  const { source: _, ...now } = current
  const changed = { ...now, ...content, sourceId: sourceId ?? current.sourceId }
  const preview = await previewFigure(store.db, changed, vocabulary, today, null, current.id)
  const { findings, answer } = preview
  if (refusalsIn(findings).length > 0) {
    await awaitCorrection(ctx, services, current, field)
    await sendParts(ctx, services, refusalParts(findings))
    return
  }
  const dialogId = await awaitCorrection(ctx, services, current, null)
  const { draftId, keyboard } = await keepPending(ctx, services, {
    type: 'change',
    dialogId,
    updateId: ctx.update.update_id,
    command: 'edit',
    reason: null,
    operations: [
      {
        type: 'correct_observation',
        observationId: current.id,
        expectedRevision: current.revision,
        content: edit.content,
      },
    ],
  })
  const shown = changes.flatMap(({ label, before, after }) => [
    bold(label),
    plain(texts.before(before ?? texts.unsaid)),
    plain(texts.after(after ?? texts.unsaid)),
  ])
  const head = [bold(texts.editPreview(current.id)), plain(figureLine(current, names))]
  const { quote, quantity } = changed
  const isUnquoted = edit.content.quantity && quote && quantity && isContradictedBy(quote, quantity)
  const warned = [
    ...findings.map(({ message }) => italic(message)),
    ...(isUnquoted ? [italic(adminTexts.notInQuote(quote))] : []),
  ]
  const parts = lines(
    ...head,
    [],
    ...shown,
    ...(warned.length > 0 ? [[], ...warned] : []),
    [],
    bold(adminTexts.willBeAnswered),
    answer,
  )
  const back = { text: adminTexts.back, callback_data: encodeCallback('edit', current.id) }
  await keepSeen(services, draftId, parts)
  await sendParts(ctx, services, parts, { keyboard: [...keyboard, [back]] })
}

/** Where an answer holds several figures: which one is to be edited. */
export async function askWhich(
  ctx: BotContext,
  services: Services,
  ids: readonly number[],
): Promise<void> {
  const { store } = services
  const names = namesOf(await loadVocabulary(store.db))
  const found = await findObservations(store.db, { ids })
  const observations = ids.flatMap((id) => found.find((one) => one.id === id) ?? [])
  const keyboard = observations.map((observation) => [
    {
      text: figureLine(observation, names),
      callback_data: encodeCallback('edit', observation.id),
    },
  ])
  await sendParts(ctx, services, [plain(texts.whichFigure)], { keyboard })
}
