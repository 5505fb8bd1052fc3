import type { Part } from '../answers/answer.ts'
import { closeDraft } from '../facts/drafts.ts'
import { ConflictError, StoreError } from '../facts/errors.ts'
import { type ChangeSetSummary, thingsOf } from '../facts/history.ts'
import { endSubscriptionsOf } from '../facts/subscriptions.ts'
import { loadVocabulary } from '../facts/vocabulary.ts'
import { adminTexts } from './admin-texts.fa.ts'
import { applyPending } from './apply-pending.ts'
import { encodeCallback } from './callback-data.ts'
import { publishFor } from './commands.ts'
import { endDialog } from './dialogs.ts'
import { describeError } from './logger.ts'
import { type KeptPending, type Pending, settlePending } from './pending.ts'
import { editParts, type Keyboard } from './replies.ts'
import type { BotContext, Services } from './services.ts'
import { type AddedFor, tellAskers } from './tell-askers.ts'
import { texts } from './texts.fa.ts'
import { thingLines } from './views/change-lines.ts'
import { namesOf } from './views/figure-fields.ts'
import { momentText } from './views/moments.ts'
import { bold, lines, plain } from './views/parts.ts'

/** Applies and tells; gives the change set, or null when it was refused. */
export async function carryOut(
  ctx: BotContext,
  services: Services,
  kept: KeptPending,
): Promise<number | null> {
  const { pending } = kept
  try {
    const applied = await applyPending(ctx, services, kept)
    await settle(services, kept, applied.changeSetId)
    if (pending.type === 'appoint' || pending.type === 'dismiss') {
      const isGone = pending.type === 'dismiss'
      const said = isGone
        ? texts.dismissed(pending.name)
        : texts.appointed(pending.name, texts.roles[pending.role])
      await editParts(ctx, services, [plain(said)])
      await showMenu(ctx, services, pending.telegramId, isGone ? null : pending.role)
      // Where only members may ask, who is none any more gets no news either.
      if (isGone && services.access === 'members') {
        await endSubscriptionsOf(services.store, pending.telegramId, services.clock())
      }
    } else {
      await tellChange(ctx, services, applied.changeSetId, applied.said)
      await tellAskers(ctx.api, services, await addedFor(services, pending, applied.changeSetId))
    }
    return applied.changeSetId
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    await settle(services, kept, null)
    await editParts(ctx, services, await refusalOf(services, error), {
      keyboard: againKeyboard(error),
    })
    return null
  }
}

/** Closes a draft and whatever waits beside it; `changeSetId` tells what came of it. */
export async function settle(
  services: Services,
  { draftId, pending }: KeptPending,
  changeSetId: number | null,
): Promise<void> {
  await settlePending(services, draftId, changeSetId)
  if ('dialogId' in pending && pending.dialogId !== undefined) {
    await endDialog(services, pending.dialogId)
  }
  // A report whose figures were not stored stays open: nothing of the work on it is lost.
  if (changeSetId !== null) await endReviewOf(services, pending, changeSetId)
}

/** Ends the review of a report that a draft came out of. */
export async function endReviewOf(
  { store, clock }: Services,
  pending: Pending,
  changeSetId: number | null,
): Promise<void> {
  if ('reviewId' in pending && pending.reviewId !== undefined) {
    await closeDraft(store.db, pending.reviewId, changeSetId, clock())
  }
}

/** Whoever was slower is told what the other one changed. */
async function refusalOf({ store }: Services, error: StoreError): Promise<Part[]> {
  if (!(error instanceof ConflictError)) return [plain(error.message)]
  const { changedBy, observationId } = error.details
  const names = namesOf(await loadVocabulary(store.db))
  const told = []
  for (const thing of await thingsOf(store.db, changedBy.id)) {
    const isMeant = thing.type === 'observation' && thing.observationId === observationId
    if (isMeant) told.push(...(await thingLines(store.db, thing, names)))
  }
  const who = adminTexts.changedByOther(changedBy.actor, momentText(changedBy.recordedAt))
  return lines(plain(error.message), plain(who), ...told, plain(texts.changedMeanwhile))
}

/** The figure that was added from a question without an answer. */
async function addedFor(
  { store }: Services,
  pending: Pending,
  changeSetId: number,
): Promise<AddedFor | null> {
  const questionIds = pending.type === 'change' ? (pending.questionIds ?? []) : []
  if (questionIds.length === 0) return null
  const things = await thingsOf(store.db, changeSetId)
  const figure = things.find(({ type }) => type === 'observation')
  return figure?.type === 'observation'
    ? { questionIds, observationId: figure.observationId }
    : null
}

/** Tells in place of the preview what a change set did; `said` in place of its lines. */
export async function tellChange(
  ctx: BotContext,
  services: Services,
  changeSetId: number,
  said: readonly string[] = [],
): Promise<void> {
  const { store } = services
  const names = namesOf(await loadVocabulary(store.db))
  const things = await thingsOf(store.db, changeSetId)
  const told = []
  if (said.length === 0) {
    for (const thing of things) told.push(...(await thingLines(store.db, thing, names)))
  }
  const parts = lines(
    bold(texts.appliedTitle(changeSetId)),
    ...told,
    ...said.map(plain),
    plain(texts.howToUndo),
  )
  await editParts(ctx, services, parts, { keyboard: afterwards(things) })
}

async function showMenu(
  ctx: BotContext,
  { logger }: Services,
  telegramId: number,
  role: 'admin' | 'editor' | 'member' | null,
): Promise<void> {
  try {
    await publishFor(ctx.api, telegramId, role)
  } catch (error) {
    logger.info(describeError(error), 'a commands menu was not set')
  }
}

function againKeyboard(error: StoreError): Keyboard {
  if (!(error instanceof ConflictError)) return []
  const { observationId } = error.details
  return [[{ text: texts.buttons.edit, callback_data: encodeCallback('edit', observationId) }]]
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
