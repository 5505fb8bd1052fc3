import type { Transaction } from 'kysely'
import { StoreError } from './errors.ts'
import type { OperationOf, Reference } from './operations.ts'
import { missing, nameOf, resolve } from './references.ts'
import type { Schema } from './schema.ts'
import { texts } from './texts.fa.ts'
import {
  changeToState,
  changeVocabulary,
  type IndicatorState,
  stateJson,
} from './vocabulary-changes.ts'

export async function addIndicator(
  trx: Transaction<Schema>,
  changeSetId: number,
  { name, unit, additive, definition = null }: OperationOf<'add_indicator'>,
): Promise<void> {
  const state = { name: nameOf(name), unit: nameOf(unit), additive, definition }
  await changeVocabulary(trx, changeSetId, { target: 'indicator', id: null, state })
}

export async function changeIndicator(
  trx: Transaction<Schema>,
  changeSetId: number,
  operation: OperationOf<'change_indicator'>,
): Promise<void> {
  const { id, state } = await indicatorStateOf(trx, operation.indicatorId)
  const { additive = state.additive, definition = state.definition } = operation
  if (additive === state.additive && definition === state.definition) {
    throw new StoreError('invalid_data', texts.nothingToChange)
  }
  const changed = { ...state, additive, definition }
  await changeVocabulary(trx, changeSetId, { target: 'indicator', id, state: changed })
}

/** Renames an indicator; the old name stays as an alias, since people go on using it. */
export async function renameIndicator(
  trx: Transaction<Schema>,
  changeSetId: number,
  operation: OperationOf<'rename_indicator'>,
): Promise<void> {
  const { id, state: before } = await indicatorStateOf(trx, operation.indicatorId)
  const oldName = before.name
  const name = nameOf(operation.name)
  if (name === oldName) throw new StoreError('invalid_data', texts.nothingToChange)
  const renamed = { ...before, name }
  await changeVocabulary(trx, changeSetId, { target: 'indicator', id, state: renamed })
  const known = await trx
    .selectFrom('alias')
    .select('id')
    .where('target', '=', 'indicator')
    .where('target_id', '=', id)
    .where('text', '=', oldName)
    .where('retired_in', 'is', null)
    .executeTakeFirst()
  if (known) return
  const state = { target: 'indicator' as const, targetId: id, text: oldName }
  await changeVocabulary(trx, changeSetId, { target: 'alias', id: null, state })
}

/** A live indicator with what is known of it. Throws a StoreError when there is none. */
export async function indicatorStateOf(
  trx: Transaction<Schema>,
  reference: Reference,
): Promise<{ id: number; state: IndicatorState }> {
  const id = await resolve(trx, 'indicator', reference)
  const { target, state } = changeToState('indicator', id, await stateJson(trx, 'indicator', id))
  if (target !== 'indicator' || state === null) throw missing('indicator', id)
  return { id, state }
}
