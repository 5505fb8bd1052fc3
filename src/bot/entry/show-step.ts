import { z } from 'zod'
import { closeDraft } from '../../facts/drafts.ts'
import { refusalsIn } from '../../facts/entry-checks.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { todayInTehran } from '../../persian/calendar.ts'
import { formatPeriod } from '../../persian/period-format.ts'
import { adminTexts as texts } from '../admin-texts.fa.ts'
import { encodeCallback } from '../callback-data.ts'
import { changeDialog, type Dialog } from '../dialogs.ts'
import { keepPending, keepSeen } from '../pending.ts'
import { editParts, type Keyboard, sendParts } from '../replies.ts'
import type { BotContext, Services } from '../services.ts'
import { texts as shared } from '../texts.fa.ts'
import { previewEntry, previewParts, refusalParts } from '../views/entry-preview.ts'
import { bold, lines, plain } from '../views/parts.ts'
import { qualifiedQuantity } from '../views/quantity-text.ts'
import { entryOperations } from './entry-operations.ts'
import { keepFields, keptFieldsSchema } from './entry-state.ts'
import { STEPS, type Step, stepOf } from './entry-steps.ts'
import type { ReadFields } from './read-fields.ts'
import { type Scene, sceneOf } from './scene.ts'
import { optionsFor, type StepOption } from './step-options.ts'

const stateSchema = z.object({
  fields: keptFieldsSchema,
  /** What the buttons of the step fill in, in their order. */
  options: z.array(z.object({ label: z.string(), fills: keptFieldsSchema })),
  /** The preview that waits to be confirmed. */
  pendingId: z.number().nullable(),
  /** Questions without an answer that it was begun from. */
  questionIds: z.array(z.number()),
})

/** A guided entry as it outlives a restart. */
export type EntryState = z.infer<typeof stateSchema>

/** What the buttons of every step say, beside the number of an option. */
export const BACK = 'b'
export const CANCEL = 'x'

export interface Shown {
  readonly fields: ReadFields
  /** What was wrong with what was typed. */
  readonly said: readonly string[]
  /** In the place of the message whose button was pressed. */
  readonly edits: boolean
  readonly suggestions?: readonly StepOption[]
}

/** Asks for what is missing next, or shows the preview; keeps where the entry stands. */
export async function showStep(
  ctx: BotContext,
  services: Services,
  dialog: Dialog,
  state: EntryState,
  { fields, said, edits, suggestions }: Shown,
): Promise<void> {
  const { store, clock } = services
  const vocabulary = await loadVocabulary(store.db)
  const scene = sceneOf(vocabulary, todayInTehran(clock()))
  const step = stepOf(fields)
  if (state.pendingId !== null) await closeDraft(store.db, state.pendingId, null, clock())
  if (step === 'preview' && said.length === 0) {
    return await showPreview(ctx, services, dialog, state, fields, edits)
  }
  const known = suggestions ?? (await optionsFor(store.db, step, fields, scene, ctx.from?.id ?? 0))
  const options = known.map(({ label, fills }) => ({ label, fills: keepFields(fills) }))
  const kept = { ...state, fields: keepFields(fields), options, pendingId: null }
  if (!(await changeDialog(ctx, services, dialog, kept))) return
  const asked = texts.steps[step](fields.indicator?.unit ?? null)
  const summary = summaryOf(fields, scene)
  const parts = lines(
    ...said.map(plain),
    ...(said.length > 0 ? [[]] : []),
    bold(texts.entryTitle),
    ...summary,
    ...(summary.length > 0 ? [[]] : []),
    plain(asked),
  )
  const keyboard = [...optionRows(dialog.id, step, known), navigation(dialog.id, step)]
  await (edits ? editParts : sendParts)(ctx, services, parts, { keyboard })
}

async function showPreview(
  ctx: BotContext,
  services: Services,
  dialog: Dialog,
  state: EntryState,
  fields: ReadFields,
  edits: boolean,
): Promise<void> {
  const { store, clock } = services
  const vocabulary = await loadVocabulary(store.db)
  const operations = entryOperations(fields)
  const preview = await previewEntry(store.db, operations, vocabulary, todayInTehran(clock()))
  const kept = { ...state, fields: keepFields(fields), options: [], pendingId: null }
  const send = edits ? editParts : sendParts
  const row = navigation(dialog.id, 'preview')
  if (refusalsIn(preview.findings).length > 0) {
    await changeDialog(ctx, services, dialog, kept)
    const parts = lines(refusalParts(preview.findings), [], plain(texts.correctByLine))
    return await void send(ctx, services, parts, { keyboard: [row] })
  }
  const { draftId, keyboard } = await keepPending(ctx, services, {
    type: 'change',
    updateId: ctx.update.update_id,
    command: 'add',
    reason: null,
    operations,
    dialogId: dialog.id,
    questionIds: state.questionIds,
  })
  await changeDialog(ctx, services, dialog, { ...kept, pendingId: draftId })
  const parts = lines(
    previewParts(texts.willBeAnswered, preview, fields.unit ?? ''),
    [],
    plain(texts.correctByLine),
  )
  await keepSeen(services, draftId, parts)
  const [back] = row
  await send(ctx, services, parts, { keyboard: [...keyboard, back ? [back] : []] })
}

/** Where the entry of a dialog stands; null when it is none. */
export function readEntryState(dialog: Dialog | null): EntryState | null {
  if (dialog?.type !== 'add') return null
  return stateSchema.safeParse(dialog.state).data ?? null
}

/** What is known so far, a line each. */
function summaryOf(fields: ReadFields, { places }: Scene) {
  const { labels, kinds } = shared
  const { indicator, newIndicator, place, period, kind, value, unit, title, publisher, url } =
    fields
  const known: readonly (readonly [label: string, text: string | null | undefined])[] = [
    [labels.indicator, indicator?.name ?? newIndicator],
    [labels.place, place && places.label(place)],
    [labels.period, period && formatPeriod(period.period)],
    [labels.kind, kind && kinds[kind]],
    [
      labels.value,
      value && qualifiedQuantity(value.qualifier, { ...value.quantity, unit: unit ?? '' }),
    ],
    [labels.statement, fields.statement],
    [labels.title, title ?? publisher ?? url],
  ]
  return known.flatMap(([label, text]) => (text ? [plain(shared.labelled(label, text))] : []))
}

const ROW_LETTERS = 24

/** Short labels stand side by side. */
function optionRows(dialogId: number, step: Step, options: readonly StepOption[]): Keyboard {
  const buttons = options.map(({ label }, index) => ({
    text: label,
    callback_data: encodeCallback('entry', dialogId, STEPS.indexOf(step), index),
  }))
  const rows: (typeof buttons)[] = []
  for (const button of buttons) {
    const row = rows.at(-1)
    const length = [...(row ?? []), button].reduce((sum, { text }) => sum + text.length, 0)
    if (row && row.length < 3 && length <= ROW_LETTERS) row.push(button)
    else rows.push([button])
  }
  return rows
}

function navigation(dialogId: number, step: Step) {
  const at = STEPS.indexOf(step)
  const back = { text: texts.back, callback_data: encodeCallback('entry', dialogId, at, BACK) }
  const cancel = {
    text: shared.buttons.cancel,
    callback_data: encodeCallback('entry', dialogId, at, CANCEL),
  }
  return step === 'indicator' ? [cancel] : [back, cancel]
}
