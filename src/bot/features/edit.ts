import { Composer } from 'grammy'
import { z } from 'zod'
import { closeDraft, latestDraft, saveDraft } from '../../facts/drafts.ts'
import { findObservations, observationById } from '../../facts/observations.ts'
import type { Observation } from '../../facts/types.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { todayInTehran } from '../../persian/calendar.ts'
import { latinDigits } from '../../persian/format.ts'
import { observationsIn, onAdminCommand } from '../admin-command.ts'
import { decodeIds, encodeCallback } from '../callback-data.ts'
import { readEdit } from '../entry/read-edit.ts'
import { sceneOf } from '../entry/scene.ts'
import { splitEditLine } from '../entry/split-entry.ts'
import { keepPending } from '../pending.ts'
import { onPress } from '../presses.ts'
import { sendParts } from '../replies.ts'
import { mayEdit } from '../roles.ts'
import type { BotContext, Services } from '../services.ts'
import { inPersianDigits, texts } from '../texts.fa.ts'
import { fieldChanges, figureLine, namesOf, shownFields } from '../views/figure-fields.ts'
import { bold, lines, plain } from '../views/parts.ts'

const KIND = 'editing'
/** How long what an admin writes next may still be the correction. */
const AWAITED_MS = 15 * 60 * 1000
const editingSchema = z.object({ observationId: z.number() })

/** /edit and «ویرایش»: the figure field by field, then what changes, then «ثبت». */
export function editFeature(services: Services): Composer<BotContext> {
  const { store, clock } = services
  const composer = new Composer<BotContext>()

  onAdminCommand(composer, 'edit', async (ctx, text) => {
    const [, number, rest = ''] = /^([\d۰-۹٠-٩]+)(?:\s+([\s\S]+))?$/.exec(text) ?? []
    const replied = observationsIn(ctx.msg?.reply_to_message)
    const byNumber = number !== undefined && replied.length === 0
    const ids = byNumber ? [Number(latinDigits(number))] : replied
    const correction = byNumber ? rest : text
    if (ids.length === 0) await sendParts(ctx, services, [plain(texts.editUsage)])
    else if (ids.length > 1) await askWhich(ctx, ids)
    else await edit(ctx, ids[0] ?? 0, correction)
  })

  onPress(composer, 'edit', async (ctx, [listed]) => {
    const ids = decodeIds(listed)
    if (!mayEdit(ctx.role)) await ctx.reply(texts.adminsOnly)
    else if (ids.length === 0) return 'expired'
    else if (ids.length > 1) await askWhich(ctx, ids)
    else await edit(ctx, ids[0] ?? 0, '')
  })

  composer.chatType('private').on('message:text', async (ctx, next) => {
    const observationId = mayEdit(ctx.role) ? await takeAwaited(ctx, ctx.message.text) : null
    if (observationId === null) return await next()
    await edit(ctx, observationId, ctx.message.text)
  })

  async function edit(ctx: BotContext, id: number, correction: string): Promise<void> {
    const observation = await observationById(store.db, id)
    if (!observation) await ctx.reply(texts.noSuchFigure(id))
    else if (correction.trim() === '') await showFields(ctx, observation)
    else await showCorrection(ctx, observation, correction)
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
    await awaitCorrection(ctx, observation.id)
    await sendParts(ctx, services, parts, {
      keyboard: [
        [
          {
            text: texts.buttons.source,
            callback_data: encodeCallback('source', observation.id),
          },
        ],
      ],
    })
  }

  async function showCorrection(ctx: BotContext, current: Observation, text: string) {
    const vocabulary = await loadVocabulary(store.db)
    const names = namesOf(vocabulary)
    const edit = readEdit(text, current, sceneOf(vocabulary, todayInTehran(clock())))
    const { sourceId, ...content } = edit.content
    const before = shownFields(current, current.source, names)
    const source = sourceId ?? current.source
    const changes = fieldChanges(before, shownFields({ ...current, ...content }, source, names))
    if (edit.problems.length > 0 || changes.length === 0) {
      const said = edit.problems.length > 0 ? edit.problems : [texts.nothingChanges]
      await awaitCorrection(ctx, current.id)
      await sendParts(ctx, services, lines(...said.map(plain)))
      return
    }
    const { keyboard } = await keepPending(ctx, services, {
      type: 'change',
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
    await sendParts(ctx, services, lines(...head, [], ...shown), { keyboard })
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

  async function awaitCorrection(ctx: BotContext, observationId: number): Promise<void> {
    if (!ctx.chat || !ctx.from) return
    const draft = {
      chatId: ctx.chat.id,
      telegramId: ctx.from.id,
      kind: KIND,
      payload: { observationId },
    }
    await saveDraft(store.db, draft, clock())
  }

  /**
   * The figure that this message corrects: the next message after its fields were shown, when it
   * begins with the name or number of one. Anything else is a question, and ends the waiting.
   */
  async function takeAwaited(ctx: BotContext, text: string): Promise<number | null> {
    if (!ctx.chat || !ctx.from) return null
    const draft = await latestDraft(store.db, ctx.chat.id, ctx.from.id, KIND)
    if (!draft) return null
    await closeDraft(store.db, draft.id, null, clock())
    if (clock().getTime() - Date.parse(draft.createdAt) > AWAITED_MS) return null
    const [first = ''] = text.split('\n')
    if (text.startsWith('/') || splitEditLine(first).field === null) return null
    const kept = editingSchema.safeParse(draft.payload)
    return kept.success ? kept.data.observationId : null
  }

  return composer
}
