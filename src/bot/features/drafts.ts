import { Composer } from 'grammy'
import { type ChangeContext, changeSetOfUpdate } from '../../facts/change-sets.ts'
import { applyChanges } from '../../facts/changes.ts'
import { ConflictError, StoreError } from '../../facts/errors.ts'
import { type ChangeSetSummary, thingsOf } from '../../facts/history.ts'
import { putMember, removeMember } from '../../facts/members.ts'
import { undoChangeSet } from '../../facts/undo.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { encodeCallback, idOf } from '../callback-data.ts'
import { publishFor } from '../commands.ts'
import { describeError } from '../logger.ts'
import {
  type KeptPending,
  operationsOf,
  type Pending,
  readPending,
  settlePending,
} from '../pending.ts'
import { onPress } from '../presses.ts'
import { editParts, type Keyboard } from '../replies.ts'
import { mayEdit } from '../roles.ts'
import type { BotContext, Services } from '../services.ts'
import { texts } from '../texts.fa.ts'
import { thingLines } from '../views/change-lines.ts'
import { namesOf } from '../views/figure-fields.ts'
import { bold, lines, plain } from '../views/parts.ts'

/** «ثبت» and «انصراف» under whatever waits to be confirmed. */
export function draftsFeature(services: Services): Composer<BotContext> {
  const { store, clock, logger } = services
  const composer = new Composer<BotContext>()

  onPress(composer, 'confirm', async (ctx, [id]) => {
    const kept = await pressed(ctx, id)
    if (!kept) return
    try {
      await apply(ctx, kept)
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      await settlePending(services, kept.draftId, null)
      const hint = error instanceof ConflictError ? [plain(texts.changedMeanwhile)] : []
      await editParts(ctx, services, lines(plain(error.message), ...hint))
    }
  })

  onPress(composer, 'cancel', async (ctx, [id]) => {
    const kept = await pressed(ctx, id)
    if (!kept) return
    await settlePending(services, kept.draftId, null)
    await editParts(ctx, services, [plain(texts.discarded)])
  })

  /** The draft behind a button, when it still waits and the presser is the one it waits for. */
  async function pressed(ctx: BotContext, id: string | undefined): Promise<KeptPending | null> {
    const kept = await readPending(services, idOf(id) ?? 0)
    const refusal = !kept
      ? texts.closedDraft
      : kept.telegramId !== ctx.from?.id
        ? texts.notYourDraft
        : mayApply(ctx, kept.pending)
          ? null
          : texts.adminsOnly
    if (refusal !== null) await ctx.reply(refusal)
    return refusal === null ? kept : null
  }

  async function apply(ctx: BotContext, kept: KeptPending): Promise<void> {
    const { draftId, pending } = kept
    const context = await contextOf(ctx, kept)
    switch (pending.type) {
      case 'change': {
        const { changeSet } = await applyChanges(store, context, operationsOf(pending))
        await settlePending(services, draftId, changeSet.id)
        return await tellChange(ctx, changeSet.id)
      }
      case 'undo': {
        const { changeSet } = await undoChangeSet(store, context, pending.changeSetId)
        await settlePending(services, draftId, changeSet.id)
        return await tellChange(ctx, changeSet.id)
      }
      case 'appoint': {
        const { telegramId, name, role } = pending
        const { changeSet } = await putMember(store, context, { telegramId, name, role })
        await settlePending(services, draftId, changeSet.id)
        await editParts(ctx, services, [plain(texts.appointed(name, texts.roles[role]))])
        return await showMenu(ctx, telegramId, role)
      }
      case 'dismiss': {
        const { changeSet } = await removeMember(store, context, pending.telegramId)
        await settlePending(services, draftId, changeSet.id)
        await editParts(ctx, services, [plain(texts.dismissed(pending.name))])
        return await showMenu(ctx, pending.telegramId, null)
      }
    }
  }

  async function contextOf(
    ctx: BotContext,
    { pending, createdAt }: KeptPending,
  ): Promise<ChangeContext> {
    const { first_name = '', last_name, id = 0 } = ctx.from ?? {}
    const earlier = await changeSetOfUpdate(store.db, pending.updateId)
    // After a quiet week Telegram numbers updates anew: an older change is another update's.
    const isNumberedAnew = earlier !== null && earlier.recordedAt < createdAt
    return {
      actor: { telegramId: id, name: [first_name, last_name].filter(Boolean).join(' ') },
      command: pending.type === 'change' ? pending.command : pending.type,
      reason: pending.type === 'change' ? pending.reason : null,
      updateId: isNumberedAnew ? null : pending.updateId,
      now: clock(),
    }
  }

  async function tellChange(ctx: BotContext, changeSetId: number): Promise<void> {
    const names = namesOf(await loadVocabulary(store.db))
    const things = await thingsOf(store.db, changeSetId)
    const told = []
    for (const thing of things) told.push(...(await thingLines(store.db, thing, names)))
    const parts = lines(bold(texts.appliedTitle(changeSetId)), ...told, plain(texts.howToUndo))
    await editParts(ctx, services, parts, { keyboard: afterwards(things) })
  }

  async function showMenu(
    ctx: BotContext,
    telegramId: number,
    role: 'admin' | 'editor' | 'member' | null,
  ): Promise<void> {
    try {
      await publishFor(ctx.api, telegramId, role)
    } catch (error) {
      logger.info(describeError(error), 'a commands menu was not set')
    }
  }

  return composer
}

/** Rights may have gone since the draft was made. */
function mayApply(ctx: BotContext, { type }: Pending): boolean {
  return type === 'appoint' || type === 'dismiss' ? ctx.role === 'owner' : mayEdit(ctx.role)
}

/** The figure that was changed, when it was one and still stands, is a press away. */
function afterwards(things: ChangeSetSummary['things']): Keyboard {
  const figures = things.filter(({ type }) => type === 'observation')
  const [only] = figures
  if (figures.length !== 1 || only?.type !== 'observation' || only.action === 'retired') return []
  const { observationId } = only
  return [
    [
      { text: texts.buttons.source, callback_data: encodeCallback('source', observationId) },
      { text: texts.buttons.edit, callback_data: encodeCallback('edit', observationId) },
    ],
  ]
}
