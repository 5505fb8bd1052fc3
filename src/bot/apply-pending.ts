import { type ChangeContext, changeSetOfUpdate } from '../facts/change-sets.ts'
import { applyChanges } from '../facts/changes.ts'
import { refusalsIn } from '../facts/entry-checks.ts'
import { StoreError } from '../facts/errors.ts'
import { putMember, removeMember } from '../facts/members.ts'
import { undoChangeSet } from '../facts/undo.ts'
import { loadVocabulary } from '../facts/vocabulary.ts'
import { todayInTehran } from '../persian/calendar.ts'
import { adminTexts } from './admin-texts.fa.ts'
import { importFile } from './import-file.ts'
import { type KeptPending, operationsOf } from './pending.ts'
import type { BotContext, Services } from './services.ts'
import { previewFigure } from './views/entry-preview.ts'

export interface Applied {
  readonly changeSetId: number
  /** What to tell in place of the things that were changed. */
  readonly said: readonly string[]
}

/**
 * Does what was confirmed or approved, once: under the update that asked for it. Throws a
 * StoreError when the store refuses, or when what was checked before does not hold any more.
 */
export async function applyPending(
  ctx: BotContext,
  services: Services,
  kept: KeptPending,
): Promise<Applied> {
  const { store } = services
  const { pending } = kept
  const context = await contextOf(ctx, services, kept)
  const done = (changeSetId: number, said: readonly string[] = []) => ({ changeSetId, said })
  switch (pending.type) {
    case 'change': {
      const operations = operationsOf(pending)
      // Applied before, it would now be a duplicate of itself.
      const isRepeated = (await changeSetOfUpdate(store.db, context.updateId ?? null)) !== null
      if (!isRepeated) await checkAgain(services, operations)
      const { changeSet } = await applyChanges(store, context, operations)
      return done(changeSet.id)
    }
    case 'undo':
      return done((await undoChangeSet(store, context, pending.changeSetId)).changeSet.id)
    case 'import': {
      const { changeSetId, said } = await importFile(ctx, services, pending, context)
      return done(changeSetId, said)
    }
    case 'appoint': {
      const { telegramId, name, role } = pending
      return done((await putMember(store, context, { telegramId, name, role })).changeSet.id)
    }
    case 'dismiss':
      return done((await removeMember(store, context, pending.telegramId)).changeSet.id)
  }
}

/** Someone may have added the same figure since the preview. */
async function checkAgain(
  { store, clock }: Services,
  operations: ReturnType<typeof operationsOf>,
): Promise<void> {
  const vocabulary = await loadVocabulary(store.db)
  for (const operation of operations) {
    if (operation.type !== 'add_observation') continue
    const today = todayInTehran(clock())
    const { findings } = await previewFigure(store.db, operation.content, vocabulary, today)
    const [refusal] = refusalsIn(findings)
    if (refusal) throw new StoreError('invalid_data', refusal.message)
  }
}

/** A change is of the one who asked for it; who approved it stands in the reason. */
async function contextOf(
  ctx: BotContext,
  { store, clock }: Services,
  { pending, createdAt, telegramId, actor }: KeptPending,
): Promise<ChangeContext> {
  const earlier = await changeSetOfUpdate(store.db, pending.updateId)
  // After a quiet week Telegram numbers updates anew: an older change is another update's.
  const isNumberedAnew = earlier !== null && earlier.recordedAt < createdAt
  const presser = [ctx.from?.first_name, ctx.from?.last_name].filter(Boolean).join(' ')
  const approved = ctx.from?.id === telegramId ? null : adminTexts.approvedBy(presser)
  const reason = pending.type === 'change' ? pending.reason : null
  return {
    actor: { telegramId, name: actor },
    command: pending.type === 'change' ? pending.command : pending.type,
    reason: [reason, approved].filter((text) => text !== null).join('؛ ') || null,
    updateId: isNumberedAnew ? null : pending.updateId,
    now: clock(),
  }
}
