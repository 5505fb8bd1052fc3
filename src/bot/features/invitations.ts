import { randomBytes } from 'node:crypto'
import { Composer } from 'grammy'
import { StoreError } from '../../facts/errors.ts'
import {
  acceptInvitation,
  createInvitation,
  type InvitedRole,
  revokeInvitation,
  usableInvitation,
} from '../../facts/invitations.ts'
import { roleOf } from '../../facts/members.ts'
import type { Role } from '../../facts/types.ts'
import { onAdminCommand } from '../admin-command.ts'
import { adminTexts as texts } from '../admin-texts.fa.ts'
import { encodeCallback, idOf } from '../callback-data.ts'
import { publishFor } from '../commands.ts'
import { invitationLink, invitationOfPayload } from '../invitation-link.ts'
import { describeError } from '../logger.ts'
import { notify } from '../notices.ts'
import { onPress } from '../presses.ts'
import { editParts, sendParts } from '../replies.ts'
import { may } from '../rights.ts'
import type { BotContext, Services } from '../services.ts'
import { texts as shared } from '../texts.fa.ts'
import { momentText } from '../views/moments.ts'
import { lines, plain } from '../views/parts.ts'

const VALID_MS = 3 * 24 * 60 * 60 * 1000
const SECRET_BYTES = 16

const RANKS: readonly (Role | null)[] = [null, 'member', 'editor', 'admin', 'owner']

/** Only owners make admins; admins make editors and members. */
const mayInvite = (role: Role | null, invited: InvitedRole): boolean =>
  may(role, invited === 'admin' ? 'invite an admin' : '/invite')

/** /invite: a link that makes one person a member, once, for a few days. */
export function invitationsFeature(services: Services): Composer<BotContext> {
  const { store, clock, ownerIds, logger } = services
  const composer = new Composer<BotContext>()

  onAdminCommand(composer, 'invite', async (ctx, text) => {
    const role = roleNamed(text)
    if (!role) return void (await ctx.reply(texts.inviteUsage))
    if (!mayInvite(ctx.role, role)) return void (await ctx.reply(texts.onlyOwnerInvites))
    const secret = (services.random ?? randomBytes)(SECRET_BYTES).toString('base64url')
    const now = clock()
    const expiresAt = new Date(now.getTime() + VALID_MS)
    const inviterId = ctx.from?.id ?? 0
    const id = await createInvitation(store.db, inviterId, role, secret, expiresAt, now)
    const parts = lines(
      plain(texts.invitation(shared.roles[role], momentText(expiresAt.toISOString()))),
      plain(invitationLink(ctx.me.username, id, secret)),
    )
    const revoke = {
      text: texts.revokeInvitation,
      callback_data: encodeCallback('revokeInvitation', id),
    }
    await sendParts(ctx, services, parts, { keyboard: [[revoke]] })
  })

  onPress(composer, 'revokeInvitation', async (ctx, [id]) => {
    const revoked = await revokeInvitation(store.db, idOf(id) ?? 0, ctx.from?.id ?? 0, clock())
    if (revoked) await editParts(ctx, services, [plain(texts.invitationRevoked)])
    else await ctx.reply(texts.invitationUsedUp)
  })

  composer.chatType('private').command('start', async (ctx, next) => {
    const payload = invitationOfPayload(ctx.match)
    if (!payload) return await next()
    const invitation = await usableInvitation(store.db, payload.id, payload.secret, clock())
    const inviter = invitation && (await roleOf(store.db, invitation.inviterId, ownerIds))
    if (!invitation || !mayInvite(inviter, invitation.role)) {
      return void (await ctx.reply(texts.invitationInvalid))
    }
    const { role, inviterId } = invitation
    if (ctx.role !== null && RANKS.indexOf(ctx.role) >= RANKS.indexOf(role)) {
      return void (await ctx.reply(texts.alreadyHas(shared.roles[ctx.role])))
    }
    const { id, first_name, last_name } = ctx.from
    const name = [first_name, last_name].filter(Boolean).join(' ')
    const actor = { telegramId: id, name }
    try {
      await acceptInvitation(store, { actor, command: 'invitation', now: clock() }, invitation, {
        telegramId: id,
        name,
      })
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      return void (await ctx.reply(texts.invitationInvalid))
    }
    await ctx.reply(texts.welcomed(shared.roles[role]))
    const accepted = texts.invitationAccepted(name, id, shared.roles[role])
    await notify(ctx.api, services, inviterId, [plain(accepted)])
    try {
      await publishFor(ctx.api, id, role)
    } catch (error) {
      logger.info(describeError(error), 'a commands menu was not set')
    }
  })

  return composer
}

function roleNamed(text: string): InvitedRole | null {
  const roles: readonly InvitedRole[] = ['member', 'editor', 'admin']
  if (text === '') return 'member'
  return roles.find((role) => text === role || text === shared.roles[role]) ?? null
}
