import { Composer } from 'grammy'
import { closeDraft } from '../../facts/drafts.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { todayInTehran } from '../../persian/calendar.ts'
import { adminTexts as texts } from '../admin-texts.fa.ts'
import { idOf } from '../callback-data.ts'
import { awaitedDialog, type Dialog, endDialog, openDialog, pressedDialog } from '../dialogs.ts'
import { keepFields, restoreFields } from '../entry/entry-state.ts'
import {
  backFrom,
  isQuestion,
  readStep,
  STEPS,
  type Suggestion,
  stepOf,
} from '../entry/entry-steps.ts'
import type { ReadFields } from '../entry/read-fields.ts'
import { type Scene, sceneOf } from '../entry/scene.ts'
import { BACK, CANCEL, type EntryState, readEntryState, showStep } from '../entry/show-step.ts'
import type { StepOption } from '../entry/step-options.ts'
import { onPress } from '../presses.ts'
import { editParts } from '../replies.ts'
import { may } from '../rights.ts'
import type { BotContext, Services } from '../services.ts'
import { texts as shared } from '../texts.fa.ts'
import { plain } from '../views/parts.ts'

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
    const state = readEntryState(dialog)
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
    const state = readEntryState(dialog)
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
