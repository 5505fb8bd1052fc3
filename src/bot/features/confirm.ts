import { Composer } from 'grammy'
import { adminTexts } from '../admin-texts.fa.ts'
import { encodeCallback, idOf } from '../callback-data.ts'
import { carryOut, endReviewOf, settle, tellChange } from '../carry-out.ts'
import { endDialog } from '../dialogs.ts'
import { adminIds, notify } from '../notices.ts'
import {
  appliedBefore,
  type KeptPending,
  type Pending,
  propose,
  readPending,
  readProposed,
  seenOf,
} from '../pending.ts'
import { onPress, type PressResult } from '../presses.ts'
import { editParts } from '../replies.ts'
import { may } from '../rights.ts'
import type { BotContext, Services } from '../services.ts'
import { texts } from '../texts.fa.ts'
import { bold, lines, plain } from '../views/parts.ts'
import { proposalParts, proposalRows } from '../views/proposal.ts'

/**
 * «ثبت» and «انصراف» under whatever waits to be confirmed; what an editor confirms goes to the
 * admins.
 */
export function confirmFeature(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>()

  onPress(composer, 'confirm', async (ctx, [id]) => {
    const draftId = idOf(id) ?? 0
    // After a death between the deed and the word of it, the word is still owed.
    const changeSetId = await appliedBefore(services, draftId, ctx.from?.id)
    if (changeSetId !== null) await tellChange(ctx, services, changeSetId)
    const proposed = await readProposed(services, draftId)
    if (proposed && proposed.telegramId === ctx.from?.id) await tellSubmitted(ctx, proposed)
    const kept = await pressed(ctx, id)
    if (!kept) return
    if (!may(ctx.role, 'change at once')) return await submit(ctx, kept)
    await carryOut(ctx, services, kept)
    return
  })

  onPress(composer, 'cancel', async (ctx, [id]) => {
    const kept = await pressed(ctx, id)
    if (!kept) return
    await settle(services, kept, null)
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
    await settle(services, kept, null)
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
          : texts.ownersOnly
    if (refusal !== null) await ctx.reply(refusal)
    return refusal === null ? kept : null
  }

  /** An editor's change goes to the admins, as the editor saw it; it waits for them in /proposals. */
  async function submit(ctx: BotContext, kept: KeptPending): Promise<PressResult> {
    const { draftId, actor, pending } = kept
    const seen = seenOf(pending)
    // Nobody approves what they cannot see.
    if (seen === '') return 'expired'
    if (!(await propose(services, kept))) return void (await ctx.reply(texts.closedDraft))
    if ('dialogId' in pending && pending.dialogId !== undefined) {
      await endDialog(services, pending.dialogId)
    }
    await endReviewOf(services, pending, null)
    for (const adminId of await adminIds(services)) {
      await notify(ctx.api, services, adminId, proposalParts(actor, seen), proposalRows(draftId))
    }
    await tellSubmitted(ctx, kept)
  }

  async function tellSubmitted(
    ctx: BotContext,
    { draftId, pending }: KeptPending,
  ): Promise<undefined> {
    const withdraw = {
      text: texts.buttons.cancel,
      callback_data: encodeCallback('withdraw', draftId),
    }
    const parts = lines(plain(seenOf(pending)), [], bold(adminTexts.submitted))
    await editParts(ctx, services, parts, { keyboard: [[withdraw]] })
  }

  return composer
}

/** Rights may have gone since the draft was made. */
function mayApply(ctx: BotContext, { type }: Pending): boolean {
  return type === 'appoint' || type === 'dismiss'
    ? may(ctx.role, 'appoint')
    : may(ctx.role, 'press confirm')
}
