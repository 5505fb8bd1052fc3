import { Composer } from 'grammy'
import { changeSetById, type RecordedChangeSet } from '../../facts/change-sets.ts'
import { changeSetsOf, thingsOf } from '../../facts/history.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { latinDigits } from '../../persian/format.ts'
import { onAdminCommand } from '../admin-command.ts'
import { keepPending } from '../pending.ts'
import { sendParts } from '../replies.ts'
import { mayApprove } from '../roles.ts'
import type { BotContext, Services } from '../services.ts'
import { texts } from '../texts.fa.ts'
import { changeSetHead, thingLines } from '../views/change-lines.ts'
import { namesOf } from '../views/figure-fields.ts'
import { bold, lines } from '../views/parts.ts'

/** How far back the last own change is looked for. */
const LOOKED_AT = 50

/** /undo: the last own change, or one by its number, goes back as a whole. */
export function undoFeature(services: Services): Composer<BotContext> {
  const { store } = services
  const composer = new Composer<BotContext>()

  onAdminCommand(composer, 'undo', async (ctx, text) => {
    const number = latinDigits(text)
    if (number !== '' && !/^\d+$/.test(number)) return void (await ctx.reply(texts.undoUsage))
    const target =
      number === '' ? await lastOwn(ctx) : await changeSetById(store.db, Number(number))
    if (!target) {
      const told = number === '' ? texts.undoNothing : texts.noSuchChange(Number(number))
      return void (await ctx.reply(told))
    }
    if (target.actorTelegramId !== ctx.from?.id && !mayApprove(ctx.role)) {
      return void (await ctx.reply(texts.undoOthers))
    }
    await preview(ctx, target)
  })

  async function preview(ctx: BotContext, target: RecordedChangeSet): Promise<void> {
    const names = namesOf(await loadVocabulary(store.db))
    const undone = []
    for (const thing of await thingsOf(store.db, target.id)) {
      // Shown the way it will go: what was corrected from 37 to 38 goes from 38 to 37.
      const backwards =
        thing.type === 'observation' && thing.action === 'corrected' && thing.before
          ? { ...thing, before: thing.after, after: thing.before }
          : thing
      undone.push(...(await thingLines(store.db, backwards, names, texts.undoActions)))
    }
    const { keyboard } = await keepPending(ctx, services, {
      type: 'undo',
      updateId: ctx.update.update_id,
      changeSetId: target.id,
    })
    const parts = lines(bold(texts.undoPreview(target.id)), ...changeSetHead(target), [], ...undone)
    await sendParts(ctx, services, parts, { keyboard })
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
