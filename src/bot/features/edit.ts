import { Composer } from 'grammy'
import { observationById } from '../../facts/observations.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { observationsIn, onAdminCommand } from '../admin-command.ts'
import { adminTexts } from '../admin-texts.fa.ts'
import { decodeIds, encodeCallback, idOf, typedId } from '../callback-data.ts'
import { openDialog } from '../dialogs.ts'
import { type EditedField, takeAwaited } from '../entry/edit-dialog.ts'
import { correctionFor, editOptions } from '../entry/edit-options.ts'
import { FIELDS } from '../entry/fields.fa.ts'
import { askWhich, showCorrection, showFields, tellChanged } from '../entry/show-edit.ts'
import { onPress } from '../presses.ts'
import { inRows, sendParts } from '../replies.ts'
import { may } from '../rights.ts'
import type { BotContext, Services } from '../services.ts'
import { texts } from '../texts.fa.ts'
import { namesOf, shownFields } from '../views/figure-fields.ts'
import { plain } from '../views/parts.ts'

/** /edit and «ویرایش»: the figure field by field, then what changes, then «ثبت». */
export function editFeature(services: Services): Composer<BotContext> {
  const { store } = services
  const composer = new Composer<BotContext>()

  onAdminCommand(composer, 'edit', async (ctx, text) => {
    const [, number, rest = ''] = /^([\d۰-۹٠-٩]+)(?:\s+([\s\S]+))?$/.exec(text) ?? []
    const replied = observationsIn(ctx.msg?.reply_to_message)
    const byNumber = number !== undefined && replied.length === 0
    const ids = byNumber ? [typedId(number)] : replied
    const correction = byNumber ? rest : text
    if (ids.length === 0) await sendParts(ctx, services, [plain(texts.editUsage)])
    else if (ids.length > 1) await askWhich(ctx, services, ids)
    else await edit(ctx, ids[0] ?? 0, correction)
  })

  // «اصلاح» in reply to an answer.
  composer.chatType('private').hears(/^(اصلاح|ویرایش)(?:\s+([\s\S]+))?$/, async (ctx, next) => {
    const ids = observationsIn(ctx.message?.reply_to_message)
    if (ids.length === 0 || !may(ctx.role, 'answer in a dialog')) return await next()
    if (ids.length > 1) await askWhich(ctx, services, ids)
    else await edit(ctx, ids[0] ?? 0, ctx.match[2] ?? '')
  })

  onPress(composer, 'editField', async (ctx, [id, at, word]) => {
    const field = FIELDS[Number(at)]
    const observationId = idOf(id)
    if (observationId === null || field === undefined) return 'expired'
    const observation = await observationById(store.db, observationId)
    if (!observation) return void (await ctx.reply(texts.noSuchFigure(observationId)))
    const vocabulary = await loadVocabulary(store.db)
    if (word !== undefined) {
      const correction = await correctionFor(store.db, field, word, vocabulary)
      if (correction === null) return 'expired'
      return void (await edit(ctx, observationId, correction))
    }
    const { revision } = observation
    await openDialog(ctx, services, 'edit', { observationId, field, revision })
    const shown = shownFields(observation, observation.source, namesOf(vocabulary))
    const { label = '', text = null } = shown.find((one) => one.field === field) ?? {}
    const asked = adminTexts.newText(label, text ?? texts.unsaid)
    const known = await editOptions(store.db, field, observation, vocabulary, ctx.from?.id ?? 0)
    const buttons = known.map((one) => ({
      text: one.label,
      callback_data: encodeCallback('editField', observationId, Number(at), one.word),
    }))
    const back = { text: adminTexts.back, callback_data: encodeCallback('edit', observationId) }
    const keyboard = [...inRows(buttons, field === 'title' ? 1 : 3), [back]]
    await sendParts(ctx, services, [plain(asked)], { keyboard })
  })

  onPress(composer, 'edit', async (ctx, [listed]) => {
    const ids = decodeIds(listed)
    if (ids.length === 0) return 'expired'
    else if (ids.length > 1) await askWhich(ctx, services, ids)
    else await edit(ctx, ids[0] ?? 0, '')
  })

  composer.chatType('private').on('message:text', async (ctx, next) => {
    const awaited = may(ctx.role, 'answer in a dialog')
      ? await takeAwaited(ctx, services, ctx.message.text)
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
    if (correction.trim() === '') return await showFields(ctx, services, observation)
    const isChanged = seenRevision !== undefined && seenRevision !== observation.revision
    if (isChanged) await tellChanged(ctx, services, observation)
    await showCorrection(ctx, services, observation, correction, field)
  }

  return composer
}
