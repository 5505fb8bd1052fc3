import type { RecordedChangeSet } from './change-sets.ts'
import { toChangeSet } from './change-sets.ts'
import { toContent } from './observation-rows.ts'
import type { Executor } from './open.ts'
import type { VocabularyTarget } from './schema.ts'
import type { ObservationContent } from './types.ts'

export interface Revision {
  readonly observationId: number
  readonly revision: number
  readonly retired: boolean
  /** The revision that first said this content: an undo repeats an earlier one. */
  readonly contentRevision: number
  readonly content: ObservationContent
  readonly value: number | null
  readonly changeSet: RecordedChangeSet
}

/** All revisions of an observation, retired or not, the oldest first. */
export async function historyOf(db: Executor, observationId: number): Promise<Revision[]> {
  const rows = await db
    .selectFrom('observation_revision as r')
    .innerJoin('change_set as c', 'c.id', 'r.change_set_id')
    .selectAll('c')
    .selectAll('r')
    .where('r.observation_id', '=', observationId)
    .orderBy('r.revision')
    .execute()
  return rows.map((row) => ({
    observationId,
    revision: row.revision,
    retired: row.retired === 1,
    contentRevision: row.content_revision,
    content: toContent(row),
    value: row.value,
    changeSet: toChangeSet(row),
  }))
}

export interface ChangeSetFilter {
  readonly observationId?: number
  readonly actorTelegramId?: number
  /** Part of the name of who did it. */
  readonly actorName?: string
  /** Only change sets recorded at or after this instant. */
  readonly since?: Date
  readonly limit?: number
  readonly offset?: number
}

/** One thing that a change set did, with the names as they are now. */
export type ChangedThing =
  | {
      readonly type: 'observation'
      readonly action: 'added' | 'corrected' | 'retired' | 'restored'
      readonly observationId: number
      readonly indicator: string
      readonly place: string
      readonly before: ObservationContent | null
      readonly after: ObservationContent
    }
  | {
      readonly type: VocabularyTarget
      readonly action: 'added' | 'changed' | 'retired'
      readonly id: number
      readonly before: unknown
      readonly after: unknown
    }

export interface ChangeSetSummary extends RecordedChangeSet {
  /** The change set that reversed this one, if one did. */
  readonly undoneById: number | null
  /** How many things it did; `things` holds the first of them. */
  readonly size: number
  readonly things: readonly ChangedThing[]
}

const DEFAULT_LIMIT = 20
const THINGS_SHOWN = 20

/** The change sets that pass the filter, the newest first, each with the first things it did. */
export async function changeSetsOf(
  db: Executor,
  filter: ChangeSetFilter = {},
): Promise<ChangeSetSummary[]> {
  const {
    observationId,
    actorTelegramId,
    actorName,
    since,
    limit = DEFAULT_LIMIT,
    offset = 0,
  } = filter
  let query = db
    .selectFrom('change_set as c')
    .leftJoin('change_set as undo', 'undo.undoes_id', 'c.id')
    .selectAll('c')
    .select('undo.id as undone_by_id')
  if (observationId !== undefined) {
    query = query.where('c.id', 'in', (eb) =>
      eb
        .selectFrom('observation_revision')
        .select('change_set_id')
        .where('observation_id', '=', observationId),
    )
  }
  if (actorTelegramId !== undefined)
    query = query.where('c.actor_telegram_id', '=', actorTelegramId)
  if (actorName !== undefined)
    query = query.where('c.actor_name', 'like', `%${actorName.replace(/[%_]/g, '')}%`)
  if (since) query = query.where('c.recorded_at', '>=', since.toISOString())
  const rows = await query.orderBy('c.id', 'desc').limit(limit).offset(offset).execute()
  const summaries: ChangeSetSummary[] = []
  for (const row of rows) {
    summaries.push({
      ...toChangeSet(row),
      undoneById: row.undone_by_id,
      size: await sizeOf(db, row.id),
      things: await thingsOf(db, row.id),
    })
  }
  return summaries
}

/** How many things a change set did. */
export async function sizeOf(db: Executor, changeSetId: number): Promise<number> {
  let size = 0
  for (const table of ['observation_revision', 'vocabulary_event'] as const) {
    const { count } = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('change_set_id', '=', changeSetId)
      .executeTakeFirstOrThrow()
    size += count
  }
  return size
}

/** What a change set did: vocabulary first, then observations; the first `limit` of each. */
export async function thingsOf(
  db: Executor,
  changeSetId: number,
  limit = THINGS_SHOWN,
): Promise<ChangedThing[]> {
  const events = await db
    .selectFrom('vocabulary_event')
    .selectAll()
    .where('change_set_id', '=', changeSetId)
    .orderBy('id')
    .limit(limit)
    .execute()
  const vocabulary = events.map(
    (event): ChangedThing => ({
      type: event.target,
      action: event.before === null ? 'added' : event.after === null ? 'retired' : 'changed',
      id: event.target_id,
      before: event.before === null ? null : JSON.parse(event.before),
      after: event.after === null ? null : JSON.parse(event.after),
    }),
  )
  return [...vocabulary, ...(await changedObservations(db, changeSetId, limit))].slice(0, limit)
}

async function changedObservations(
  db: Executor,
  changeSetId: number,
  limit: number,
): Promise<ChangedThing[]> {
  const rows = await db
    .selectFrom('observation_revision as r')
    .innerJoin('indicator as i', 'i.id', 'r.indicator_id')
    .innerJoin('place as p', 'p.id', 'r.place_id')
    .selectAll('r')
    .select(['i.name as indicator', 'p.name as place'])
    .where('r.change_set_id', '=', changeSetId)
    .orderBy('r.observation_id')
    .orderBy('r.revision')
    .limit(limit)
    .execute()
  const things: ChangedThing[] = []
  for (const row of rows) {
    const before = await db
      .selectFrom('observation_revision')
      .selectAll()
      .where('observation_id', '=', row.observation_id)
      .where('revision', '=', row.revision - 1)
      .executeTakeFirst()
    things.push({
      type: 'observation',
      action: actionOf(before?.retired ?? null, row.retired),
      observationId: row.observation_id,
      indicator: row.indicator,
      place: row.place,
      before: before ? toContent(before) : null,
      after: toContent(row),
    })
  }
  return things
}

function actionOf(retiredBefore: number | null, retiredAfter: number) {
  if (retiredBefore === null) return 'added'
  if (retiredAfter === 1) return 'retired'
  return retiredBefore === 1 ? 'restored' : 'corrected'
}
