import { Composer } from 'grammy'
import { changeSetById, type RecordedChangeSet } from '../../facts/change-sets.ts'
import { type StoreError, UndoRefusedError } from '../../facts/errors.ts'
import { changeSetsOf, sizeOf, thingsOf } from '../../facts/history.ts'
import { undoRefusal } from '../../facts/undo.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { latinDigits } from '../../persian/format.ts'
import { onAdminCommand } from '../admin-command.ts'
import { adminTexts } from '../admin-texts.fa.ts'
import { encodeCallback, idOf, typedId } from '../callback-data.ts'
import { keepPending, keepSeen } from '../pending.ts'
import { onPress } from '../presses.ts'
import { sendParts } from '../replies.ts'
import { may } from '../rights.ts'
import type { BotContext, Services } from '../services.ts'
import { texts } from '../texts.fa.ts'
import { changeSetHead, thingLines } from '../views/change-lines.ts'
import { namesOf } from '../views/figure-fields.ts'
import { momentText } from '../views/moments.ts'
import { bold, lines, plain } from '../views/parts.ts'

/** How many things of a change set the preview shows. */
const SHOWN = 20
/** How far back the last own change is looked for. */
const LOOKED_AT = 50

/** /undo: the last own change, or one by its number, goes back as a whole. */
export function undoFeature(services: Services): Composer<BotContext> {
  const { store, clock } = services
  const composer = new Composer<BotContext>()

  onAdminCommand(composer, 'undo', async (ctx, text) => {
    const number = latinDigits(text)
    if (number !== '' && !/^\d+$/.test(number)) return void (await ctx.reply(texts.undoUsage))
    const target =
      number === '' ? await lastOwn(ctx) : await changeSetById(store.db, typedId(number))
    if (!target) {
      const told = number === '' ? texts.undoNothing : texts.noSuchChange(typedId(number))
      return void (await ctx.reply(told))
    }
    await preview(ctx, target)
  })

  onPress(composer, 'undo', async (ctx, [id]) => {
    const target = await changeSetById(store.db, idOf(id) ?? 0)
    if (!target) return 'expired'
    await preview(ctx, target)
  })

  async function preview(ctx: BotContext, target: RecordedChangeSet): Promise<void> {
    if (target.actorTelegramId !== ctx.from?.id && !may(ctx.role, 'undo of others')) {
      return void (await ctx.reply(texts.undoOthers))
    }
    const actor = { telegramId: ctx.from?.id ?? null, name: 'preview' }
    const context = { actor, command: 'undo', now: clock() }
    const refusal = await undoRefusal(store, context, target.id)
    if (refusal) return await tellRefusal(ctx, refusal)
    const names = namesOf(await loadVocabulary(store.db))
    const undone = []
    for (const thing of await thingsOf(store.db, target.id, SHOWN)) {
      // Shown the way it will go: what was corrected from 37 to 38 goes from 38 to 37.
      const backwards =
        thing.type === 'observation' && thing.action === 'corrected' && thing.before
          ? { ...thing, before: thing.after, after: thing.before }
          : thing
      undone.push(...(await thingLines(store.db, backwards, names, texts.undoActions)))
    }
    const size = await sizeOf(store.db, target.id)
    if (size > SHOWN) undone.push(plain(texts.andMore(size - SHOWN)))
    const { draftId, keyboard } = await keepPending(ctx, services, {
      type: 'undo',
      updateId: ctx.update.update_id,
      changeSetId: target.id,
    })
    const parts = lines(bold(texts.undoPreview(target.id)), ...changeSetHead(target), [], ...undone)
    await keepSeen(services, draftId, parts)
    await sendParts(ctx, services, parts, { keyboard })
  }

  /** What stands in the way is a press away: it may be undone first. */
  async function tellRefusal(ctx: BotContext, refusal: StoreError): Promise<void> {
    const inTheWay = refusal instanceof UndoRefusedError ? refusal.inTheWay : []
    const isUndone = refusal instanceof UndoRefusedError && refusal.reason === 'already_undone'
    const blocking = isUndone ? [] : inTheWay.slice(0, 5)
    const shown = [plain(refusal.message)]
    for (const { id, actor, recordedAt, command } of blocking) {
      shown.push(plain(adminTexts.inTheWay(id, momentText(recordedAt), actor, command)))
    }
    if (blocking.length > 0) shown.push(plain(adminTexts.undoThoseFirst))
    const keyboard = blocking.map(({ id }) => [undoButton(id)])
    await sendParts(ctx, services, lines(...shown), { keyboard })
  }

  /** Undoing an undo is done by its number only, and what concerns members by /admins. */
  async function lastOwn(ctx: BotContext): Promise<RecordedChangeSet | null> {
    if (!ctx.from) return null
    const own = await changeSetsOf(store.db, { actorTelegramId: ctx.from.id, limit: LOOKED_AT })
    const standing = own.find(
      ({ undoneById, undoesId, things }) =>
        undoneById === null && undoesId === null && things.every(({ type }) => type !== 'member'),
    )
    return standing ?? null
  }

  return composer
}

/** Leads to the preview of undoing a change set. */
export const undoButton = (id: number) => ({
  text: adminTexts.undoButton(id),
  callback_data: encodeCallback('undo', id),
})
