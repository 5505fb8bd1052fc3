import { describe, expect, it } from 'vitest'
import {
  acceptInvitation,
  createInvitation,
  revokeInvitation,
  usableInvitation,
} from '../../src/facts/invitations.ts'
import { listMembers } from '../../src/facts/members.ts'
import type { Store } from '../../src/facts/open.ts'
import { by, freshStore, NOW } from './store-for-tests.ts'

const SECRET = 'a-secret-of-sixteen-bytes'
const OWNER = 7
const IN_AN_HOUR = new Date(NOW.getTime() + 3_600_000)

const invite = (store: Store) =>
  createInvitation(store.db, OWNER, 'editor', SECRET, IN_AN_HOUR, NOW)

describe('an invitation', () => {
  it('makes one person a member, once', async () => {
    const store = await freshStore()
    const id = await invite(store)
    const invitation = await usableInvitation(store.db, id, SECRET, NOW)
    expect(invitation).toEqual({ id, inviterId: OWNER, role: 'editor' })
    if (!invitation) return
    await acceptInvitation(store, by('سارا'), invitation, { telegramId: 1, name: 'سارا' })
    expect(await listMembers(store.db)).toEqual([{ telegramId: 1, name: 'سارا', role: 'editor' }])
    expect(await usableInvitation(store.db, id, SECRET, NOW)).toBeNull()
    // Whoever read it a moment before, and comes too late.
    const late = acceptInvitation(store, by('علی'), invitation, { telegramId: 2, name: 'علی' })
    await expect(late).rejects.toThrow('پیش از این ثبت')
    expect(await listMembers(store.db)).toHaveLength(1)
  })

  it('is of no use with another secret, another id, too late or taken back', async () => {
    const store = await freshStore()
    const id = await invite(store)
    expect(await usableInvitation(store.db, id, `${SECRET}x`, NOW)).toBeNull()
    expect(await usableInvitation(store.db, id, '', NOW)).toBeNull()
    expect(await usableInvitation(store.db, id + 1, SECRET, NOW)).toBeNull()
    expect(await usableInvitation(store.db, id, SECRET, IN_AN_HOUR)).toBeNull()
    expect(await revokeInvitation(store.db, id, OWNER + 1, NOW)).toBe(false)
    expect(await revokeInvitation(store.db, id, OWNER, NOW)).toBe(true)
    expect(await revokeInvitation(store.db, id, OWNER, NOW)).toBe(false)
    expect(await usableInvitation(store.db, id, SECRET, NOW)).toBeNull()
  })

  it('keeps its secret out of the store', async () => {
    const store = await freshStore()
    await invite(store)
    const rows = await store.db.selectFrom('draft').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(SECRET)
  })
})
