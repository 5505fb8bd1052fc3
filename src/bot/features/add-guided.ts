import { Composer } from 'grammy'
import { z } from 'zod'
import { closeDraft } from '../../facts/drafts.ts'
import { refusalsIn } from '../../facts/entry-checks.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { todayInTehran } from '../../persian/calendar.ts'
import { formatPeriod } from '../../persian/period-format.ts'
import { adminTexts as texts } from '../admin-texts.fa.ts'
import { encodeCallback, idOf } from '../callback-data.ts'
import {
  awaitedDialog,
  changeDialog,
  type Dialog,
  endDialog,
  openDialog,
  pressedDialog,
} from '../dialogs.ts'
import { entryOperations } from '../entry/entry-operations.ts'
import { keepFields, keptFieldsSchema, restoreFields } from '../entry/entry-state.ts'
import {
  backFrom,
  isQuestion,
  readStep,
  STEPS,
  type Step,
  type Suggestion,
  stepOf,
} from '../entry/entry-steps.ts'
import type { ReadFields } from '../entry/read-fields.ts'
import { type Scene, sceneOf } from '../entry/scene.ts'
import { optionsFor, type StepOption } from '../entry/step-options.ts'
import { keepPending } from '../pending.ts'
import { onPress } from '../presses.ts'
import { editParts, type Keyboard, sendParts } from '../replies.ts'
import { may } from '../rights.ts'
import type { BotContext, Services } from '../services.ts'
import { texts as shared } from '../texts.fa.ts'
import { previewEntry, previewParts, refusalParts } from '../views/entry-preview.ts'
import { bold, lines, plain } from '../views/parts.ts'
import { qualifiedQuantity } from '../views/quantity-text.ts'

const stateSchema = z.object({
  fields: keptFieldsSchema,
  /** What the buttons of the step fill in, in their order. */
  options: z.array(z.object({ label: z.string(), fills: keptFieldsSchema })),
  /** The preview that waits to be confirmed. */
  pendingId: z.number().nullable(),
  /** Questions without an answer that it was begun from. */
  questionIds: z.array(z.number()),
})

type EntryState = z.infer<typeof stateSchema>

const BACK = 'b'
const CANCEL = 'x'

export interface StartOptions {
  /** Questions without an answer that it is begun from. */
  readonly questionIds?: readonly number[]
  /** What to say first. */
  readonly said?: readonly string[]
}

/** Begins a guided entry, with what is known already. */
export async function startEntry(
  ctx: BotContext,
  services: Services,
  fields: ReadFields = {},
  { questionIds = [], said = [] }: StartOptions = {},
): Promise<void> {
  const state = {
    fields: keepFields(fields),
    options: [],
    pendingId: null,
    questionIds: [...questionIds],
  }
  const id = await openDialog(ctx, services, 'add', state)
  const dialog = { id, type: 'add' as const, updateId: ctx.update.update_id, state }
  await showStep(ctx, services, dialog, state, { fields, said, edits: false })
}

/**
 * /add step by step: at each step buttons for what is known, typing for the rest, back and cancel.
 * Where it stands is in the store.
 */
export function addGuidedFeature(services: Services): Composer<BotContext> {
  const { store, clock } = services
  const composer = new Composer<BotContext>()

  onPress(composer, 'entry', async (ctx, [dialogId, at, what = '']) => {
    const dialog = await pressedDialog(ctx, services, idOf(dialogId) ?? 0)
    const state = readState(dialog)
    if (!dialog || !state) return 'expired'
    const vocabulary = await loadVocabulary(store.db)
    const fields = restoreFields(state.fields, vocabulary)
    const step = stepOf(fields)
    if (what === CANCEL) return await cancel(ctx, dialog, state)
    if (STEPS[Number(at)] !== step) {
      // A button of a step that is behind: say where the entry stands.
      await showStep(ctx, services, dialog, state, {
        fields,
        said: [texts.stepIsPast],
        edits: false,
      })
      return
    }
    if (what === BACK) {
      const back = backFrom(step, fields)
      await showStep(ctx, services, dialog, state, { fields: back, said: [], edits: true })
      return
    }
    const option = state.options[Number(what)]
    if (!option) return 'expired'
    const filled = { ...fields, ...restoreFields(option.fills, vocabulary) }
    await showStep(ctx, services, dialog, state, { fields: filled, said: [], edits: true })
  })

  composer.chatType('private').on('message:text', async (ctx, next) => {
    const { text } = ctx.message
    const dialog = await awaitedDialog(ctx, services, 'add')
    const state = readState(dialog)
    if (!dialog || !state || text.startsWith('/') || isQuestion(text)) return await next()
    if (!may(ctx.role, 'answer in a dialog')) return await next()
    const vocabulary = await loadVocabulary(store.db)
    const scene = sceneOf(vocabulary, todayInTehran(clock()))
    const fields = restoreFields(state.fields, vocabulary)
    if (dialog.updateId === ctx.update.update_id) {
      // Delivered again: it was read already.
      return await showStep(ctx, services, dialog, state, { fields, said: [], edits: false })
    }
    const reading = readStep(stepOf(fields), fields, text, scene)
    if (!reading) return await next()
    const suggestions = reading.suggestions.map((one) => optionOf(one, scene))
    await showStep(ctx, services, dialog, state, {
      fields: reading.fields,
      said: reading.problems,
      edits: false,
      ...(suggestions.length > 0 && { suggestions }),
    })
  })

  async function cancel(ctx: BotContext, dialog: Dialog, state: EntryState): Promise<undefined> {
    await endDialog(services, dialog.id)
    if (state.pendingId !== null) await closeDraft(store.db, state.pendingId, null, clock())
    await editParts(ctx, services, [plain(shared.discarded)])
  }

  return composer
}

interface Shown {
  readonly fields: ReadFields
  /** What was wrong with what was typed. */
  readonly said: readonly string[]
  /** In the place of the message whose button was pressed. */
  readonly edits: boolean
  readonly suggestions?: readonly StepOption[]
}

/** Asks for what is missing next, or shows the preview; keeps where the entry stands. */
async function showStep(
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
  const [back] = row
  await send(ctx, services, parts, { keyboard: [...keyboard, back ? [back] : []] })
}

function readState(dialog: Dialog | null): EntryState | null {
  if (dialog?.type !== 'add') return null
  return stateSchema.safeParse(dialog.state).data ?? null
}

function optionOf(suggestion: Suggestion, { vocabulary }: Scene): StepOption {
  const { label } = suggestion
  switch (suggestion.type) {
    case 'indicator': {
      const indicator = vocabulary.indicators.find(({ id }) => id === suggestion.id)
      return { label, fills: indicator ? { indicator } : {} }
    }
    case 'new_indicator':
      return { label, fills: { newIndicator: suggestion.name } }
    case 'place': {
      const place = vocabulary.places.find(({ id }) => id === suggestion.id)
      return { label, fills: place ? { place } : {} }
    }
  }
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
