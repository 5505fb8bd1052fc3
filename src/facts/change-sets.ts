import type { Transaction } from 'kysely'
import { closeDraft } from './drafts.ts'
import { StoreError } from './errors.ts'
import type { Executor, Store } from './open.ts'
import type { ChangeSetTable, Schema } from './schema.ts'
import { texts } from './texts.fa.ts'
import type { ChangeSet } from './types.ts'

export interface Actor {
  /** Null for the program itself: the seed, the command line. */
  readonly telegramId: number | null
  readonly name: string
}

/** Who changes what, why and when; the header of a change set. */
export interface ChangeContext {
  readonly actor: Actor
  readonly command: string
  readonly reason?: string | null
  /** Of the Telegram update: the same one again changes nothing. */
  readonly updateId?: number | null
  /** The draft that this change set settles; one that was settled before is refused. */
  readonly draftId?: number
  readonly now: Date
}

export interface RecordedChangeSet extends ChangeSet {
  readonly actorTelegramId: number | null
}

export interface AppliedChangeSet {
  readonly changeSet: RecordedChangeSet
  /** True when this update was applied before: nothing was changed now. */
  readonly repeated: boolean
}

/**
 * Runs `work` in one transaction under a new change set; all or nothing. An update that was
 * applied before gives back the earlier change set. `work` must use the transaction only:
 * the outer connection waits for it for ever.
 */
export async function inChangeSet(
  store: Store,
  context: ChangeContext,
  work: (trx: Transaction<Schema>, changeSetId: number) => Promise<void>,
): Promise<AppliedChangeSet> {
  return await store.db.transaction().execute(async (trx) => {
    const earlier = await changeSetOfUpdate(trx, context.updateId ?? null)
    if (earlier) return { changeSet: earlier, repeated: true }
    const changeSet = await startChangeSet(trx, context)
    await work(trx, changeSet.id)
    return { changeSet, repeated: false }
  })
}

/**
 * Writes the header and counts the store's version up, which also makes writers wait in line.
 * Throws a StoreError when the draft was applied or discarded before, perhaps by someone else.
 */
export async function startChangeSet(
  trx: Transaction<Schema>,
  { actor, command, reason, updateId, draftId, now }: ChangeContext,
  undoesId: number | null = null,
): Promise<RecordedChangeSet> {
  await trx
    .updateTable('meta')
    .set((eb) => ({ value: eb('value', '+', 1) }))
    .where('name', '=', 'version')
    .execute()
  const row = await trx
    .insertInto('change_set')
    .values({
      actor_telegram_id: actor.telegramId,
      actor_name: actor.name,
      command,
      reason: reason ?? null,
      update_id: updateId ?? null,
      undoes_id: undoesId,
      recorded_at: now.toISOString(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  if (draftId !== undefined && !(await closeDraft(trx, draftId, row.id, now))) {
    throw new StoreError('conflict', texts.draftSettled)
  }
  return toChangeSet(row)
}

export async function changeSetById(db: Executor, id: number): Promise<RecordedChangeSet | null> {
  const row = await db.selectFrom('change_set').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toChangeSet(row) : null
}

/** The change set that a Telegram update was applied as, if it was. */
export async function changeSetOfUpdate(
  db: Executor,
  updateId: number | null,
): Promise<RecordedChangeSet | null> {
  if (updateId === null) return null
  const row = await db
    .selectFrom('change_set')
    .selectAll()
    .where('update_id', '=', updateId)
    .executeTakeFirst()
  return row ? toChangeSet(row) : null
}

export const toChangeSet = (
  row: Omit<ChangeSetTable, 'id'> & { readonly id: number },
): RecordedChangeSet => ({
  id: row.id,
  actor: row.actor_name,
  actorTelegramId: row.actor_telegram_id,
  command: row.command,
  reason: row.reason,
  undoesId: row.undoes_id,
  recordedAt: row.recorded_at,
})
