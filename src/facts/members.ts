import { type AppliedChangeSet, type ChangeContext, inChangeSet } from './change-sets.ts'
import { compiledOnce } from './compiled-once.ts'
import { StoreError } from './errors.ts'
import type { Executor, Store } from './open.ts'
import { texts } from './texts.fa.ts'
import type { Member, Role } from './types.ts'
import { recordEvent, stateJson } from './vocabulary-changes.ts'

/**
 * The role of a person, or null for a stranger. Owners come from the configuration and need no
 * row: nobody can lock them out from inside a chat.
 */
export async function roleOf(
  db: Executor,
  telegramId: number,
  ownerIds: readonly number[],
): Promise<Role | null> {
  if (ownerIds.includes(telegramId)) return 'owner'
  const [row] = await roleOfMember(db, telegramId)
  return row?.role ?? null
}

const roleOfMember = compiledOnce(1, (db, telegramId = 0) =>
  db
    .selectFrom('member')
    .select('role')
    .where('telegram_id', '=', telegramId)
    .where('removed_at', 'is', null),
)

/** The present members, in the order in which they were added. */
export async function listMembers(db: Executor): Promise<Member[]> {
  return await db
    .selectFrom('member')
    .select(['telegram_id as telegramId', 'name', 'role'])
    .where('removed_at', 'is', null)
    .orderBy('added_at')
    .orderBy('telegram_id')
    .execute()
}

/** Adds a member or changes the role or name of one; recorded as a change set. */
export async function putMember(
  store: Store,
  context: ChangeContext,
  { telegramId, name, role }: Member,
): Promise<AppliedChangeSet> {
  return await inChangeSet(store, context, async (trx, changeSetId) => {
    const before = await stateJson(trx, 'member', telegramId)
    const at = context.now.toISOString()
    await trx
      .insertInto('member')
      .values({ telegram_id: telegramId, name, role, added_at: at, removed_at: null })
      .onConflict((conflict) =>
        conflict.column('telegram_id').doUpdateSet({ name, role, removed_at: null }),
      )
      .execute()
    const after = JSON.stringify({ name, role })
    await recordEvent(trx, changeSetId, { target: 'member', targetId: telegramId, before, after })
  })
}

/** Takes all rights from a member; recorded as a change set. Throws a StoreError for a stranger. */
export async function removeMember(
  store: Store,
  context: ChangeContext,
  telegramId: number,
): Promise<AppliedChangeSet> {
  return await inChangeSet(store, context, async (trx, changeSetId) => {
    const before = await stateJson(trx, 'member', telegramId)
    if (before === null) throw new StoreError('not_found', texts.notFound('member', telegramId))
    await trx
      .updateTable('member')
      .set({ removed_at: context.now.toISOString() })
      .where('telegram_id', '=', telegramId)
      .execute()
    await recordEvent(trx, changeSetId, {
      target: 'member',
      targetId: telegramId,
      before,
      after: null,
    })
  })
}
