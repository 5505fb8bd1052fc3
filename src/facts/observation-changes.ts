import type { Transaction } from 'kysely'
import { changeSetById } from './change-sets.ts'
import { ConflictError } from './errors.ts'
import { toContent } from './observation-rows.ts'
import type { NewObservation, OperationOf } from './operations.ts'
import { missing, resolveContent } from './references.ts'
import { nextObservationId, projectionOf, revisionRow, writeRevision } from './revisions.ts'
import type { Schema } from './schema.ts'
import { texts } from './texts.fa.ts'

/** Adds an observation at revision 1; gives its id. */
export async function addObservation(
  trx: Transaction<Schema>,
  changeSetId: number,
  given: NewObservation,
): Promise<number> {
  const content = await resolveContent(trx, given)
  const observationId = await nextObservationId(trx)
  const head = { observationId, revision: 1, changeSetId, retired: false, contentRevision: 1 }
  const row = revisionRow(head, content, await unitOf(trx, content.indicatorId))
  await trx.insertInto('observation').values(projectionOf(row)).execute()
  await trx.insertInto('observation_revision').values(row).execute()
  return observationId
}

/**
 * Appends a revision that corrects or retires. Throws ConflictError when it is not the revision
 * that the person saw.
 */
export async function reviseObservation(
  trx: Transaction<Schema>,
  changeSetId: number,
  operation: OperationOf<'correct_observation' | 'retire_observation'>,
): Promise<number> {
  const { observationId, expectedRevision } = operation
  const current = await trx
    .selectFrom('observation_revision')
    .selectAll()
    .where('observation_id', '=', observationId)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!current) throw missing('observation', observationId)
  if (current.revision !== expectedRevision) {
    const changedBy = await changeSetById(trx, current.change_set_id)
    if (!changedBy) throw missing('change_set', current.change_set_id)
    throw new ConflictError(texts.conflict(observationId, changedBy.actor), {
      observationId,
      expectedRevision,
      currentRevision: current.revision,
      changedBy,
    })
  }
  if (current.retired === 1) throw missing('observation', observationId)
  const revision = current.revision + 1
  if (operation.type === 'retire_observation') {
    await writeRevision(trx, { ...current, revision, change_set_id: changeSetId, retired: 1 })
    return observationId
  }
  const given = { ...toContent(current), ...definedOf(operation.content) }
  const content = await resolveContent(trx, given)
  const head = { observationId, revision, changeSetId, retired: false, contentRevision: revision }
  await writeRevision(trx, revisionRow(head, content, await unitOf(trx, content.indicatorId)))
  return observationId
}

async function unitOf(trx: Transaction<Schema>, indicatorId: number): Promise<string> {
  const row = await trx
    .selectFrom('indicator')
    .select('unit')
    .where('id', '=', indicatorId)
    .executeTakeFirstOrThrow()
  return row.unit
}

/** `undefined` would bind as NULL without a word, so a key that is there but undefined means unchanged. */
function definedOf(content: Partial<NewObservation>): Partial<NewObservation> {
  return Object.fromEntries(
    Object.entries(content).filter(([, value]) => value !== undefined),
  ) as Partial<NewObservation>
}
