import { Composer } from 'grammy'
import { z } from 'zod'
import { changeSetById } from '../../facts/change-sets.ts'
import { refusalsIn } from '../../facts/entry-checks.ts'
import { thingsOf } from '../../facts/history.ts'
import { findObservations, observationById } from '../../facts/observations.ts'
import type { Observation } from '../../facts/types.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { todayInTehran } from '../../persian/calendar.ts'
import { observationsIn, onAdminCommand } from '../admin-command.ts'
import { adminTexts } from '../admin-texts.fa.ts'
import { decodeIds, encodeCallback, idOf, typedId } from '../callback-data.ts'
import { awaitedDialog, endDialog, openDialog } from '../dialogs.ts'
import { isQuestion } from '../entry/entry-steps.ts'
import { FIELDS, type Field } from '../entry/fields.fa.ts'
import { readEdit } from '../entry/read-edit.ts'
import { readValue } from '../entry/read-value.ts'
import { sceneOf } from '../entry/scene.ts'
import { splitEditLine } from '../entry/split-entry.ts'
import { keepPending } from '../pending.ts'
import { onPress } from '../presses.ts'
import { inRows, sendParts } from '../replies.ts'
import { may } from '../rights.ts'
import type { BotContext, Services } from '../services.ts'
import { inPersianDigits, texts } from '../texts.fa.ts'
import { type Lines, thingLines } from '../views/change-lines.ts'
import { previewFigure, refusalParts } from '../views/entry-preview.ts'
import { fieldChanges, figureLine, namesOf, shownFields } from '../views/figure-fields.ts'
import { momentText } from '../views/moments.ts'
import { bold, italic, lines, plain } from '../views/parts.ts'

const stateSchema = z.object({
  observationId: z.number(),
  /** The field whose button was pressed; what is typed next is its new text. */
  field: z.enum(FIELDS).nullable(),
  /** The revision that was shown: another one by now is told of. */
  revision: z.number(),
})

/** Later than this a number that is typed is rather a question. */
const AWAITED_MS = 15 * 60 * 1000

/** The fields that have a button: what is corrected most. */
const WITH_BUTTON: readonly Field[] = ['value', 'period', 'kind', 'title', 'speaker', 'quote']

/** /edit and «ویرایش»: the figure field by field, then what changes, then «ثبت». */
export function editFeature(services: Services): Composer<BotContext> {
  const { store, clock } = services
  const composer = new Composer<BotContext>()

  onAdminCommand(composer, 'edit', async (ctx, text) => {
    const [, number, rest = ''] = /^([\d۰-۹٠-٩]+)(?:\s+([\s\S]+))?$/.exec(text) ?? []
    const replied = observationsIn(ctx.msg?.reply_to_message)
    const byNumber = number !== undefined && replied.length === 0
    const ids = byNumber ? [typedId(number)] : replied
    const correction = byNumber ? rest : text
    if (ids.length === 0) await sendParts(ctx, services, [plain(texts.editUsage)])
    else if (ids.length > 1) await askWhich(ctx, ids)
    else await edit(ctx, ids[0] ?? 0, correction)
  })

  // «اصلاح» in reply to an answer.
  composer.chatType('private').hears(/^(اصلاح|ویرایش)(?:\s+([\s\S]+))?$/, async (ctx, next) => {
    const ids = observationsIn(ctx.message?.reply_to_message)
    if (ids.length === 0 || !may(ctx.role, 'answer in a dialog')) return await next()
    if (ids.length > 1) await askWhich(ctx, ids)
    else await edit(ctx, ids[0] ?? 0, ctx.match[2] ?? '')
  })

  onPress(composer, 'editField', async (ctx, [id, at, kind]) => {
    const field = FIELDS[Number(at)]
    const observationId = idOf(id)
    if (observationId === null || field === undefined) return 'expired'
    const observation = await observationById(store.db, observationId)
    if (!observation) return void (await ctx.reply(texts.noSuchFigure(observationId)))
    if (kind !== undefined) return void (await edit(ctx, observationId, `نوع ${kind}`))
    const { revision } = observation
    await openDialog(ctx, services, 'edit', { observationId, field, revision })
    const shown = shownFields(
      observation,
      observation.source,
      namesOf(await loadVocabulary(store.db)),
    )
    const { label = '', text = null } = shown.find((one) => one.field === field) ?? {}
    const asked = adminTexts.newText(label, text ?? texts.unsaid)
    const kinds = (Object.keys(texts.kinds) as (keyof typeof texts.kinds)[]).map((one) => ({
      text: texts.kinds[one],
      callback_data: encodeCallback('editField', observationId, Number(at), one),
    }))
    const back = { text: adminTexts.back, callback_data: encodeCallback('edit', observationId) }
    const keyboard = field === 'kind' ? [kinds, [back]] : [[back]]
    await sendParts(ctx, services, [plain(asked)], { keyboard })
  })

  onPress(composer, 'edit', async (ctx, [listed]) => {
    const ids = decodeIds(listed)
    if (ids.length === 0) return 'expired'
    else if (ids.length > 1) await askWhich(ctx, ids)
    else await edit(ctx, ids[0] ?? 0, '')
  })

  composer.chatType('private').on('message:text', async (ctx, next) => {
    const awaited = may(ctx.role, 'answer in a dialog')
      ? await takeAwaited(ctx, ctx.message.text)
      : null
    if (awaited === null) return await next()
    await edit(ctx, awaited.observationId, awaited.correction, awaited.field, awaited.revision)
  })

  async function edit(
    ctx: BotContext,
    id: number,
    correction: string,
    field: EditedField = null,
    seenRevision?: number,
  ): Promise<void> {
    const observation = await observationById(store.db, id)
    if (!observation) return void (await ctx.reply(texts.noSuchFigure(id)))
    if (correction.trim() === '') return await showFields(ctx, observation)
    const isChanged = seenRevision !== undefined && seenRevision !== observation.revision
    if (isChanged) await tellChanged(ctx, observation)
    await showCorrection(ctx, observation, correction, field)
  }

  /** Someone else changed the figure since its fields were shown. */
  async function tellChanged(ctx: BotContext, { id, changeSetId }: Observation): Promise<void> {
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

  async function awaitCorrection(
    ctx: BotContext,
    { id, revision }: Observation,
    field: EditedField,
  ): Promise<number> {
    return await openDialog(ctx, services, 'edit', { observationId: id, field, revision })
  }

  async function showFields(ctx: BotContext, observation: Observation): Promise<void> {
    const names = namesOf(await loadVocabulary(store.db))
    const fields = shownFields(observation, observation.source, names)
    const numbered = fields.map(({ label, text }, index) => [
      plain(`${inPersianDigits(index + 1)}. ${label}: `),
      bold(text ?? texts.unsaid),
    ])
    const parts = lines(
      bold(texts.editTitle(observation.id)),
      ...numbered,
      [],
      plain(texts.editHow),
    )
    await awaitCorrection(ctx, observation, null)
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

  async function showCorrection(
    ctx: BotContext,
    current: Observation,
    text: string,
    field: EditedField,
  ): Promise<void> {
    const vocabulary = await loadVocabulary(store.db)
    const names = namesOf(vocabulary)
    const edit = readEdit(text, current, sceneOf(vocabulary, todayInTehran(clock())))
    const { sourceId, ...content } = edit.content
    const before = shownFields(current, current.source, names)
    const source = sourceId ?? current.source
    const changes = fieldChanges(before, shownFields({ ...current, ...content }, source, names))
    if (edit.problems.length > 0 || changes.length === 0) {
      const said = edit.problems.length > 0 ? edit.problems : [texts.nothingChanges]
      await awaitCorrection(ctx, current, field)
      await sendParts(ctx, services, lines(...said.map(plain)))
      return
    }
    const today = todayInTehran(clock())
    const { source: _, ...now } = current
    const changed = { ...now, ...content, sourceId: sourceId ?? current.sourceId }
    const preview = await previewFigure(store.db, changed, vocabulary, today, null, current.id)
    const { findings, answer } = preview
    if (refusalsIn(findings).length > 0) {
      await awaitCorrection(ctx, current, field)
      await sendParts(ctx, services, refusalParts(findings))
      return
    }
    const dialogId = await awaitCorrection(ctx, current, null)
    const { keyboard } = await keepPending(ctx, services, {
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
    const warned = findings.map(({ message }) => italic(message))
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
    await sendParts(ctx, services, parts, { keyboard: [...keyboard, [back]] })
  }

  async function askWhich(ctx: BotContext, ids: readonly number[]): Promise<void> {
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

  /**
   * The correction in this message: after a field's button whatever is no question; after the list
   * of fields what begins with the name or number of one, or is a value. Anything else is a
   * question, and ends the waiting.
   */
  async function takeAwaited(ctx: BotContext, text: string): Promise<Awaited | null> {
    const dialog = await awaitedDialog(ctx, services, 'edit', AWAITED_MS)
    const state = stateSchema.safeParse(dialog?.state).data
    if (!dialog || !state || text.startsWith('/')) return null
    const { observationId, field, revision } = state
    const [first = ''] = text.split('\n')
    const isLabelled = splitEditLine(first).field !== null
    if (field !== null && !isQuestion(text)) {
      const correction =
        isLabelled && splitEditLine(first).field === field ? text : labelled(field, text)
      return { observationId, field, revision, correction }
    }
    if (field === null && isLabelled) return { observationId, field, revision, correction: text }
    if (field === null && readValue(text)) {
      return { observationId, field, revision, correction: labelled('value', text) }
    }
    if (field === null) await endDialog(services, dialog.id)
    return null
  }

  return composer
}

type EditedField = (typeof FIELDS)[number] | null

interface Awaited {
  readonly observationId: number
  readonly field: EditedField
  readonly revision: number
  readonly correction: string
}

/** A text as the correction of a field, however many lines it has. */
const labelled = (field: (typeof FIELDS)[number], text: string) =>
  `${FIELDS.indexOf(field) + 1}. ${text.replace(/\s*[\r\n]+\s*/g, ' ')}`
