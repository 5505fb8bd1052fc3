import { sql, type Transaction } from 'kysely'
import {
  type AppliedChangeSet,
  type ChangeContext,
  changeSetById,
  changeSetOfUpdate,
  type RecordedChangeSet,
  startChangeSet,
  toChangeSet,
} from './change-sets.ts'
import { StoreError, UndoRefusedError } from './errors.ts'
import type { Store } from './open.ts'
import { rehearse } from './rehearsal.ts'
import { projectChangeSet } from './revisions.ts'
import type { Schema } from './schema.ts'
import { texts } from './texts.fa.ts'
import { changeToState, changeVocabulary, stateIdentity } from './vocabulary-changes.ts'

type Trx = Transaction<Schema>

/**
 * Reverses a whole change set by a new one. Undoing the undo brings it back. Throws
 * UndoRefusedError where it was undone already, where later changes stand on it, or where what
 * it added is in use; StoreError where there is no such change set.
 */
export async function undoChangeSet(
  store: Store,
  context: ChangeContext,
  id: number,
): Promise<AppliedChangeSet> {
  return await store.db.transaction().execute(async (trx) => {
    const earlier = await changeSetOfUpdate(trx, context.updateId ?? null)
    if (earlier) return { changeSet: earlier, repeated: true }
    return { changeSet: await undoInTransaction(trx, context, id), repeated: false }
  })
}

/**
 * Does all of an undo and takes it back: gives the error that {@link undoChangeSet} would throw
 * now, or null when it would succeed.
 */
export async function undoRefusal(
  store: Store,
  context: ChangeContext,
  id: number,
): Promise<StoreError | null> {
  try {
    await rehearse(store, (trx) => undoInTransaction(trx, { ...context, updateId: null }, id))
    return null
  } catch (error) {
    if (error instanceof StoreError) return error
    throw error
  }
}

async function undoInTransaction(
  trx: Trx,
  context: ChangeContext,
  id: number,
): Promise<RecordedChangeSet> {
  const target = await standingChangeSet(trx, id)
  await refuseLaterRevisions(trx, target)
  const changeSet = await startChangeSet(trx, context, target.id)
  await reverseRevisions(trx, target.id, changeSet.id)
  await projectChangeSet(trx, changeSet.id)
  await reverseEvents(trx, target, changeSet.id)
  await refuseDangling(trx, target)
  return changeSet
}

/**
 * The change set to reverse so that the effect of `id` goes: itself, or, when it was undone and
 * brought back, the one that brought it back.
 */
async function standingChangeSet(trx: Trx, id: number): Promise<RecordedChangeSet> {
  let last = await changeSetById(trx, id)
  if (!last) throw new StoreError('not_found', texts.notFound('change_set', id))
  for (let stands = true; ; stands = !stands) {
    const next = await trx
      .selectFrom('change_set')
      .selectAll()
      .where('undoes_id', '=', last.id)
      .executeTakeFirst()
    if (!next && stands) return last
    if (!next)
      throw new UndoRefusedError(texts.alreadyUndone(id, last.id), 'already_undone', [last])
    last = toChangeSet(next)
  }
}

/**
 * An observation that says something else than the change set left it with was changed later.
 * Later changes that were undone themselves leave what it said, and are no hindrance.
 */
async function refuseLaterRevisions(trx: Trx, target: RecordedChangeSet): Promise<void> {
  const { rows } = await sql<{ change_set_id: number }>`
    select distinct later.change_set_id
    from (select observation_id, max(revision) as last_revision from observation_revision
          where change_set_id = ${target.id} group by observation_id) touched
    join observation o on o.id = touched.observation_id
    join observation_revision head
      on head.observation_id = o.id and head.revision = o.head_revision
    join observation_revision own
      on own.observation_id = o.id and own.revision = touched.last_revision
    join observation_revision later
      on later.observation_id = o.id and later.revision > touched.last_revision
    where own.content_revision <> head.content_revision or own.retired <> head.retired
    order by later.change_set_id limit 10`.execute(trx)
  if (rows.length === 0) return
  await refuse(
    trx,
    target,
    rows.map((row) => row.change_set_id),
    'later_changes',
  )
}

const CONTENT_COLUMNS = [
  'content_revision',
  'indicator_id',
  'place_id',
  'period',
  'first_day',
  'last_day',
  'period_basis',
  'kind',
  'measure',
  'qualifier',
  'value',
  'digits',
  'decimals',
  'power',
  'unit',
  'statement',
  'speaker',
  'quote',
  'source_id',
  'note',
] as const

/** Gives each observation the revision it had before the change set; a new one is retired. */
async function reverseRevisions(trx: Trx, targetId: number, changeSetId: number): Promise<void> {
  const columns = sql.join(CONTENT_COLUMNS.map((column) => sql.ref(column)))
  const values = sql.join(CONTENT_COLUMNS.map((column) => sql.ref(`earlier.${column}`)))
  await sql`
    insert into observation_revision (observation_id, revision, change_set_id, retired, ${columns})
    select o.id, o.head_revision + 1, ${sql.lit(changeSetId)},
      case when touched.first_revision = 1 then 1 else earlier.retired end, ${values}
    from (select observation_id, min(revision) as first_revision from observation_revision
          where change_set_id = ${targetId} group by observation_id) touched
    join observation o on o.id = touched.observation_id
    join observation_revision earlier on earlier.observation_id = o.id and earlier.revision =
      case when touched.first_revision = 1 then o.head_revision
           else touched.first_revision - 1 end`.execute(trx)
}

async function reverseEvents(
  trx: Trx,
  target: RecordedChangeSet,
  changeSetId: number,
): Promise<void> {
  const events = await trx
    .selectFrom('vocabulary_event')
    .selectAll()
    .where('change_set_id', '=', target.id)
    .orderBy('id', 'desc')
    .execute()
  for (const event of events) {
    if (event.target === 'member') await refuse(trx, target, [], 'member_change')
    const current = await stateIdentity(trx, event.target, event.target_id)
    if (current !== (event.state_of ?? event.id)) {
      const later = await trx
        .selectFrom('vocabulary_event')
        .select('change_set_id')
        .where('target', '=', event.target)
        .where('target_id', '=', event.target_id)
        .where('id', '>', event.id)
        .where('change_set_id', '<>', changeSetId)
        .execute()
      await refuse(
        trx,
        target,
        later.map((row) => row.change_set_id),
        'later_changes',
      )
    }
    try {
      await changeVocabulary(
        trx,
        changeSetId,
        changeToState(event.target, event.target_id, event.before),
        await stateIdentity(trx, event.target, event.target_id, event.id),
      )
    } catch (error) {
      if (!(error instanceof StoreError && error.code === 'duplicate')) throw error
      throw new UndoRefusedError(error.message, 'name_taken', [])
    }
  }
}

/** No live figure may be left without its indicator or place, no live alias without what it names. */
async function refuseDangling(trx: Trx, target: RecordedChangeSet): Promise<void> {
  const { rows } = await sql<{ change_set_id: number }>`
    select r.change_set_id from observation o
      join indicator i on i.id = o.indicator_id and i.retired_in is not null
      join observation_revision r on r.observation_id = o.id and r.revision = o.head_revision
      where o.retired = 0
    union select r.change_set_id from observation o
      join place p on p.id = o.place_id and p.retired_in is not null
      join observation_revision r on r.observation_id = o.id and r.revision = o.head_revision
      where o.retired = 0
    union select a.added_in from alias a
      join indicator i on a.target = 'indicator' and i.id = a.target_id
      where a.retired_in is null and i.retired_in is not null
    union select a.added_in from alias a
      join place p on a.target = 'place' and p.id = a.target_id
      where a.retired_in is null and p.retired_in is not null
    union select p.added_in from place p join place parent on parent.id = p.parent_id
      where p.retired_in is null and parent.retired_in is not null
    order by change_set_id limit 10`.execute(trx)
  if (rows.length === 0) return
  await refuse(
    trx,
    target,
    rows.map((row) => row.change_set_id),
    'still_in_use',
  )
}

async function refuse(
  trx: Trx,
  target: RecordedChangeSet,
  inTheWayIds: readonly number[],
  reason: 'later_changes' | 'still_in_use' | 'member_change',
): Promise<never> {
  const rows =
    inTheWayIds.length === 0
      ? []
      : await trx
          .selectFrom('change_set')
          .selectAll()
          .where('id', 'in', inTheWayIds)
          .orderBy('id')
          .execute()
  const inTheWay = rows.map(toChangeSet)
  throw new UndoRefusedError(texts.undoRefused[reason](target.id, inTheWay), reason, inTheWay)
}
