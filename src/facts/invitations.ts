import { createHash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { ChangeContext } from './change-sets.ts'
import { closeDraft, openDraft, saveDraft } from './drafts.ts'
import { StoreError } from './errors.ts'
import { putMember } from './members.ts'
import type { Executor, Store } from './open.ts'
import { texts } from './texts.fa.ts'
import type { Member } from './types.ts'

const KIND = 'invitation'

const invitationSchema = z.object({
  role: z.enum(['admin', 'editor', 'member']),
  /** SHA-256 of the secret: who reads the store cannot use its invitations. */
  digest: z.string(),
  expiresAt: z.string(),
})

export type InvitedRole = z.infer<typeof invitationSchema>['role']

export interface Invitation {
  readonly id: number
  /** Who gave it; whether that person may still give this role is for the caller to check. */
  readonly inviterId: number
  readonly role: InvitedRole
}

/** Keeps an invitation that one person may use once, until it expires; gives its id. */
export async function createInvitation(
  db: Executor,
  inviterId: number,
  role: InvitedRole,
  secret: string,
  expiresAt: Date,
  now: Date,
): Promise<number> {
  const payload = { role, digest: digestOf(secret), expiresAt: expiresAt.toISOString() }
  return await saveDraft(db, { chatId: inviterId, telegramId: inviterId, kind: KIND, payload }, now)
}

/** The invitation with this secret, while it can be used; null in every other case. */
export async function usableInvitation(
  db: Executor,
  id: number,
  secret: string,
  now: Date,
): Promise<Invitation | null> {
  const draft = await openDraft(db, id)
  if (draft?.kind !== KIND) return null
  const { role, digest, expiresAt } = invitationSchema.parse(draft.payload)
  const isRight = timingSafeEqual(Buffer.from(digest), Buffer.from(digestOf(secret)))
  if (!isRight || now.toISOString() >= expiresAt) return null
  return { id, inviterId: draft.telegramId, role }
}

/** Makes the person a member and uses the invitation up, both or neither. Throws a StoreError when it was used. */
export async function acceptInvitation(
  store: Store,
  context: Omit<ChangeContext, 'draftId'>,
  { id, role }: Invitation,
  person: Omit<Member, 'role'>,
): Promise<void> {
  const { repeated } = await putMember(store, { ...context, draftId: id }, { ...person, role })
  if (repeated) throw new StoreError('conflict', texts.draftSettled)
}

/** Takes an invitation back; false when it was used or taken back before, or is another's. */
export async function revokeInvitation(
  db: Executor,
  id: number,
  inviterId: number,
  now: Date,
): Promise<boolean> {
  const draft = await openDraft(db, id)
  if (draft?.kind !== KIND || draft.telegramId !== inviterId) return false
  return await closeDraft(db, id, null, now)
}

const digestOf = (secret: string) => createHash('sha256').update(secret).digest('hex')
