import type { Transaction } from 'kysely'
import {
  type AppliedChangeSet,
  type ChangeContext,
  inChangeSet,
  startChangeSet,
} from './change-sets.ts'
import { StoreError } from './errors.ts'
import { addIndicator, changeIndicator, renameIndicator } from './indicator-changes.ts'
import { mergeIndicators } from './indicator-merge.ts'
import { addObservation, reviseObservation } from './observation-changes.ts'
import type { Executor, Store } from './open.ts'
import type { Operation } from './operations.ts'
import { missing, nameOf, resolve } from './references.ts'
import type { Schema } from './schema.ts'
import { texts } from './texts.fa.ts'
import { changeVocabulary, stateJson } from './vocabulary-changes.ts'

export type { NewObservation, Operation, Reference } from './operations.ts'

export interface AppliedChanges extends AppliedChangeSet {
  /** The observations that the change set touched, in the order of the operations. */
  readonly observationIds: readonly number[]
}

/**
 * Applies operations as one change set in one transaction: all of them, or none.
 * Throws ConflictError where an observation changed in between, and StoreError where an
 * operation is refused (a taken name, a missing thing, a value that does not fit).
 */
export async function applyChanges(
  store: Store,
  context: ChangeContext,
  operations: readonly Operation[],
): Promise<AppliedChanges> {
  if (operations.length === 0) throw new StoreError('invalid_data', texts.nothingToChange)
  const observationIds: number[] = []
  const applied = await inChangeSet(store, context, async (trx, changeSetId) => {
    for (const operation of operations) {
      const observationId = await applyOperation(trx, changeSetId, operation)
      if (observationId !== null) observationIds.push(observationId)
    }
  })
  if (!applied.repeated) return { ...applied, observationIds }
  return { ...applied, observationIds: await observationsOf(store.db, applied.changeSet.id) }
}

/** {@link applyChanges} inside a transaction of the caller; gives the id of the change set. */
export async function applyInTransaction(
  trx: Transaction<Schema>,
  context: ChangeContext,
  operations: readonly Operation[],
): Promise<number> {
  const { id } = await startChangeSet(trx, context)
  for (const operation of operations) await applyOperation(trx, id, operation)
  return id
}

/** One operation under a change set that was started; gives the id of the observation it touched. */
async function applyOperation(
  trx: Transaction<Schema>,
  changeSetId: number,
  operation: Operation,
): Promise<number | null> {
  switch (operation.type) {
    case 'add_observation':
      return await addObservation(trx, changeSetId, operation.content)
    case 'correct_observation':
    case 'retire_observation':
      return await reviseObservation(trx, changeSetId, operation)
    case 'add_indicator':
      await addIndicator(trx, changeSetId, operation)
      return null
    case 'change_indicator':
      await changeIndicator(trx, changeSetId, operation)
      return null
    case 'rename_indicator':
      await renameIndicator(trx, changeSetId, operation)
      return null
    case 'merge_indicators':
      await mergeIndicators(trx, changeSetId, operation)
      return null
    case 'add_place': {
      const { kind, isoCode = null, parentId = null } = operation
      const parent = parentId === null ? null : await resolve(trx, 'place', parentId)
      const state = { name: nameOf(operation.name), kind, isoCode, parentId: parent }
      await changeVocabulary(trx, changeSetId, { target: 'place', id: null, state })
      return null
    }
    case 'add_alias': {
      const { target } = operation
      const targetId = await resolve(trx, target, operation.targetId)
      const state = { target, targetId, text: nameOf(operation.text) }
      await changeVocabulary(trx, changeSetId, { target: 'alias', id: null, state })
      return null
    }
    case 'retire_alias': {
      const { aliasId } = operation
      if ((await stateJson(trx, 'alias', aliasId)) === null) throw missing('alias', aliasId)
      await changeVocabulary(trx, changeSetId, { target: 'alias', id: aliasId, state: null })
      return null
    }
  }
}

async function observationsOf(db: Executor, changeSetId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('observation_revision')
    .select('observation_id')
    .distinct()
    .where('change_set_id', '=', changeSetId)
    .orderBy('observation_id')
    .execute()
  return rows.map((row) => row.observation_id)
}
