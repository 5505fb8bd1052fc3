import { Composer } from 'grammy'
import type { Part } from '../../answers/answer.ts'
import { closeDraft } from '../../facts/drafts.ts'
import { ConflictError, StoreError } from '../../facts/errors.ts'
import { type ChangeSetSummary, thingsOf } from '../../facts/history.ts'
import { roleOf } from '../../facts/members.ts'
import { endSubscriptionsOf } from '../../facts/subscriptions.ts'
import { loadVocabulary } from '../../facts/vocabulary.ts'
import { onAdminCommand } from '../admin-command.ts'
import { adminTexts } from '../admin-texts.fa.ts'
import { applyPending } from '../apply-pending.ts'
import { encodeCallback, idOf } from '../callback-data.ts'
import { publishFor } from '../commands.ts'
import { endDialog } from '../dialogs.ts'
import { describeError } from '../logger.ts'
import { adminIds, notify } from '../notices.ts'
import {
  type KeptPending,
  type Pending,
  proposals,
  propose,
  readPending,
  readProposed,
  settlePending,
} from '../pending.ts'
import { onPress } from '../presses.ts'
import { editParts, type Keyboard, sendParts } from '../replies.ts'
import { may } from '../rights.ts'
import { mayEdit } from '../roles.ts'
import type { BotContext, Services } from '../services.ts'
import { type AddedFor, tellAskers } from '../tell-askers.ts'
import { texts } from '../texts.fa.ts'
import { thingLines } from '../views/change-lines.ts'
import { namesOf } from '../views/figure-fields.ts'
import { momentText } from '../views/moments.ts'
import { bold, lines, plain } from '../views/parts.ts'

/**
 * «ثبت» and «انصراف» under whatever waits to be confirmed, and «تأیید» and «رد» under what an
 * editor proposed.
 */
export function draftsFeature(services: Services): Composer<BotContext> {
  const { store, clock, logger, ownerIds } = services
  const composer = new Composer<BotContext>()

  onPress(composer, 'confirm', async (ctx, [id]) => {
    const kept = await pressed(ctx, id)
    if (!kept) return
    if (!may(ctx.role, 'change at once')) return await submit(ctx, kept)
    await carryOut(ctx, kept)
    return
  })

  onPress(composer, 'cancel', async (ctx, [id]) => {
    const kept = await pressed(ctx, id)
    if (!kept) return
    await settle(kept, null)
    await editParts(ctx, services, [plain(texts.discarded)])
  })

  onPress(composer, 'withdraw', async (ctx, [id]) => {
    const kept = await readProposed(services, idOf(id) ?? 0)
    const refusal = !kept
      ? texts.closedDraft
      : kept.telegramId !== ctx.from?.id
        ? texts.notYourDraft
        : null
    if (!kept || refusal !== null) return void (await ctx.reply(refusal ?? texts.closedDraft))
    await settle(kept, null)
    await editParts(ctx, services, [plain(texts.discarded)])
  })

  onAdminCommand(composer, 'proposals', async (ctx) => {
    const waiting = await proposals(services, MOST_PROPOSALS)
    if (waiting.length === 0) return void (await ctx.reply(adminTexts.noProposals))
    for (const { draftId, actor, pending } of waiting) {
      const seen = 'seen' in pending ? (pending.seen ?? '') : ''
      await sendParts(ctx, services, proposalParts(actor, seen), {
        keyboard: proposalRows(draftId),
      })
    }
  })

  onPress(composer, 'approve', async (ctx, [id]) => {
    const kept = await proposed(ctx, id)
    if (!kept) return
    // Rights may have gone since the draft was made.
    if (!mayEdit(await roleOf(store.db, kept.telegramId, ownerIds))) {
      await settle(kept, null)
      await editParts(ctx, services, [plain(adminTexts.proposerLostRights)])
      return
    }
    const changeSetId = await carryOut(ctx, kept)
    const said =
      changeSetId === null
        ? adminTexts.yourChangeFailed
        : adminTexts.yourChangeApproved(nameOf(ctx), changeSetId)
    await notify(ctx.api, services, kept.chatId, [plain(said)])
  })

  onPress(composer, 'reject', async (ctx, [id]) => {
    const kept = await proposed(ctx, id)
    if (!kept) return
    await settle(kept, null)
    await editParts(ctx, services, [plain(adminTexts.rejected)])
    await notify(ctx.api, services, kept.chatId, [
      plain(adminTexts.yourChangeRejected(nameOf(ctx))),
    ])
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
          : texts.ownersOnly
    if (refusal !== null) await ctx.reply(refusal)
    return refusal === null ? kept : null
  }

  /** What an editor proposed, while it waits. */
  async function proposed(ctx: BotContext, id: string | undefined): Promise<KeptPending | null> {
    const kept = await readProposed(services, idOf(id) ?? 0)
    if (!kept) await ctx.reply(texts.closedDraft)
    return kept
  }

  /** An editor's change goes to the admins, as the editor saw it; it waits for them in /proposals. */
  async function submit(ctx: BotContext, kept: KeptPending): Promise<undefined> {
    const seen = ctx.callbackQuery?.message?.text ?? ''
    const id = await propose(services, kept, seen)
    if (id === null) return void (await ctx.reply(texts.closedDraft))
    const { pending } = kept
    if ('dialogId' in pending && pending.dialogId !== undefined) {
      await endDialog(services, pending.dialogId)
    }
    await endReviewOf(pending, null)
    for (const adminId of await adminIds(services)) {
      await notify(ctx.api, services, adminId, proposalParts(kept.actor, seen), proposalRows(id))
    }
    const withdraw = { text: texts.buttons.cancel, callback_data: encodeCallback('withdraw', id) }
    const parts = lines(plain(seen), [], bold(adminTexts.submitted))
    await editParts(ctx, services, parts, { keyboard: [[withdraw]] })
  }

  /** Applies and tells; gives the change set, or null when it was refused. */
  async function carryOut(ctx: BotContext, kept: KeptPending): Promise<number | null> {
    const { pending } = kept
    try {
      const applied = await applyPending(ctx, services, kept)
      await settle(kept, applied.changeSetId)
      if (pending.type === 'appoint' || pending.type === 'dismiss') {
        const isGone = pending.type === 'dismiss'
        const said = isGone
          ? texts.dismissed(pending.name)
          : texts.appointed(pending.name, texts.roles[pending.role])
        await editParts(ctx, services, [plain(said)])
        await showMenu(ctx, pending.telegramId, isGone ? null : pending.role)
        // Where only members may ask, who is none any more gets no news either.
        if (isGone && services.access === 'members') {
          await endSubscriptionsOf(store, pending.telegramId, clock())
        }
      } else {
        await tellChange(ctx, applied.changeSetId, applied.said)
        await tellAskers(ctx.api, services, await addedFor(pending, applied.changeSetId))
      }
      return applied.changeSetId
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      await settle(kept, null)
      await editParts(ctx, services, await refusalOf(error), { keyboard: againKeyboard(error) })
      return null
    }
  }

  async function settle({ draftId, pending }: KeptPending, changeSetId: number | null) {
    await settlePending(services, draftId, changeSetId)
    if ('dialogId' in pending && pending.dialogId !== undefined) {
      await endDialog(services, pending.dialogId)
    }
    // A report whose figures were not stored stays open: nothing of the work on it is lost.
    if (changeSetId !== null) await endReviewOf(pending, changeSetId)
  }

  async function endReviewOf(pending: Pending, changeSetId: number | null): Promise<void> {
    if ('reviewId' in pending && pending.reviewId !== undefined) {
      await closeDraft(store.db, pending.reviewId, changeSetId, clock())
    }
  }

  /** Whoever was slower is told what the other one changed. */
  async function refusalOf(error: StoreError): Promise<Part[]> {
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
  async function addedFor(pending: Pending, changeSetId: number): Promise<AddedFor | null> {
    const questionIds = pending.type === 'change' ? (pending.questionIds ?? []) : []
    if (questionIds.length === 0) return null
    const things = await thingsOf(store.db, changeSetId)
    const figure = things.find(({ type }) => type === 'observation')
    return figure?.type === 'observation'
      ? { questionIds, observationId: figure.observationId }
      : null
  }

  async function tellChange(
    ctx: BotContext,
    changeSetId: number,
    said: readonly string[],
  ): Promise<void> {
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

const MOST_PROPOSALS = 10

const proposalParts = (actor: string, seen: string): Part[] =>
  lines(bold(adminTexts.approvalAsked(actor)), [], plain(seen))

const proposalRows = (draftId: number): Keyboard => [
  [
    { text: adminTexts.approve, callback_data: encodeCallback('approve', draftId) },
    { text: adminTexts.reject, callback_data: encodeCallback('reject', draftId) },
  ],
]

/** Rights may have gone since the draft was made. */
function mayApply(ctx: BotContext, { type }: Pending): boolean {
  return type === 'appoint' || type === 'dismiss' ? may(ctx.role, 'appoint') : mayEdit(ctx.role)
}

const nameOf = ({ from }: BotContext) =>
  [from?.first_name, from?.last_name].filter(Boolean).join(' ')

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
