import { Composer } from 'grammy'
import { roleOf } from '../../facts/members.ts'
import { onAdminCommand } from '../admin-command.ts'
import { adminTexts } from '../admin-texts.fa.ts'
import { idOf } from '../callback-data.ts'
import { carryOut, settle } from '../carry-out.ts'
import { notify } from '../notices.ts'
import { type KeptPending, proposals, readProposed, seenOf } from '../pending.ts'
import { onPress } from '../presses.ts'
import { editParts, sendParts } from '../replies.ts'
import { mayEdit } from '../roles.ts'
import type { BotContext, Services } from '../services.ts'
import { texts } from '../texts.fa.ts'
import { plain } from '../views/parts.ts'
import { proposalParts, proposalRows } from '../views/proposal.ts'

const MOST_PROPOSALS = 10

/** /proposals: what editors proposed, to be approved or rejected by an admin. */
export function proposalsFeature(services: Services): Composer<BotContext> {
  const { store, ownerIds } = services
  const composer = new Composer<BotContext>()

  onAdminCommand(composer, 'proposals', async (ctx) => {
    const waiting = await proposals(services, MOST_PROPOSALS)
    if (waiting.length === 0) return void (await ctx.reply(adminTexts.noProposals))
    for (const { draftId, actor, pending } of waiting) {
      await sendParts(ctx, services, proposalParts(actor, seenOf(pending)), {
        keyboard: proposalRows(draftId),
      })
    }
  })

  onPress(composer, 'approve', async (ctx, [id]) => {
    const kept = await proposed(ctx, id)
    if (!kept) return
    // Rights may have gone since the draft was made.
    if (!mayEdit(await roleOf(store.db, kept.telegramId, ownerIds))) {
      await settle(services, kept, null)
      await editParts(ctx, services, [plain(adminTexts.proposerLostRights)])
      return
    }
    const changeSetId = await carryOut(ctx, services, kept)
    const said =
      changeSetId === null
        ? adminTexts.yourChangeFailed
        : adminTexts.yourChangeApproved(nameOf(ctx), changeSetId)
    await notify(ctx.api, services, kept.chatId, [plain(said)])
  })

  onPress(composer, 'reject', async (ctx, [id]) => {
    const kept = await proposed(ctx, id)
    if (!kept) return
    await settle(services, kept, null)
    await editParts(ctx, services, [plain(adminTexts.rejected)])
    await notify(ctx.api, services, kept.chatId, [
      plain(adminTexts.yourChangeRejected(nameOf(ctx))),
    ])
  })

  /** What an editor proposed, while it waits. */
  async function proposed(ctx: BotContext, id: string | undefined): Promise<KeptPending | null> {
    const kept = await readProposed(services, idOf(id) ?? 0)
    if (!kept) await ctx.reply(texts.closedDraft)
    return kept
  }

  return composer
}

const nameOf = ({ from }: BotContext) =>
  [from?.first_name, from?.last_name].filter(Boolean).join(' ')
