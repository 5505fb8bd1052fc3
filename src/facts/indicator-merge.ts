import type { Transaction } from 'kysely'
import { StoreError } from './errors.ts'
import { indicatorStateOf } from './indicator-changes.ts'
import { reviseObservation } from './observation-changes.ts'
import type { OperationOf } from './operations.ts'
import type { Schema } from './schema.ts'
import { texts } from './texts.fa.ts'
import { changeVocabulary } from './vocabulary-changes.ts'

/**
 * Moves all figures and names of an indicator to another one, and retires it; its name stays as an
 * alias. Throws a StoreError where both are the same, or a figure's unit does not fit the other.
 */
export async function mergeIndicators(
  trx: Transaction<Schema>,
  changeSetId: number,
  { fromId, intoId }: OperationOf<'merge_indicators'>,
): Promise<void> {
  const from = await indicatorStateOf(trx, fromId)
  const into = await indicatorStateOf(trx, intoId)
  if (from.id === into.id) throw new StoreError('invalid_data', texts.nothingToChange)
  const observations = await trx
    .selectFrom('observation')
    .select(['id', 'head_revision'])
    .where('indicator_id', '=', from.id)
    .where('retired', '=', 0)
    .orderBy('id')
    .execute()
  for (const { id, head_revision } of observations) {
    await reviseObservation(trx, changeSetId, {
      type: 'correct_observation',
      observationId: id,
      expectedRevision: head_revision,
      content: { indicatorId: into.id },
    })
  }
  const names = await liveNames(trx, from.id)
  for (const { id } of names) {
    await changeVocabulary(trx, changeSetId, { target: 'alias', id, state: null })
  }
  await changeVocabulary(trx, changeSetId, { target: 'indicator', id: from.id, state: null })
  const known = new Set((await liveNames(trx, into.id)).map(({ text }) => text))
  known.add(into.state.name)
  for (const text of [from.state.name, ...names.map((name) => name.text)]) {
    if (known.has(text)) continue
    known.add(text)
    const state = { target: 'indicator' as const, targetId: into.id, text }
    await changeVocabulary(trx, changeSetId, { target: 'alias', id: null, state })
  }
}

async function liveNames(trx: Transaction<Schema>, indicatorId: number) {
  return await trx
    .selectFrom('alias')
    .select(['id', 'text'])
    .where('target', '=', 'indicator')
    .where('target_id', '=', indicatorId)
    .where('retired_in', 'is', null)
    .orderBy('id')
    .execute()
}
