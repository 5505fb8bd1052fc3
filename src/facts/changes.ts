import type { Transaction } from 'kysely'
import {
  type AppliedChangeSet,
  type ChangeContext,
  changeSetById,
  inChangeSet,
} from './change-sets.ts'
import { ConflictError, StoreError } from './errors.ts'
import { toContent } from './observation-rows.ts'
import type { Executor, Store } from './open.ts'
import { nextObservationId, projectionOf, revisionRow, writeRevision } from './revisions.ts'
import type { Schema } from './schema.ts'
import { findOrCreateSource, type SourceInput } from './sources.ts'
import { texts } from './texts.fa.ts'
import type { AliasTarget, ObservationContent, PlaceKind } from './types.ts'
import { changeToState, changeVocabulary, stateJson } from './vocabulary-changes.ts'

/** An id, or the name of a live thing, which may be added by an earlier operation of the same change. */
export type Reference = number | { readonly name: string }

/** What an observation is to say. The source is an id, or described and found or added. */
export interface NewObservation
  extends Omit<ObservationContent, 'indicatorId' | 'placeId' | 'sourceId'> {
  readonly indicatorId: Reference
  readonly placeId: Reference
  readonly sourceId: number | SourceInput
}

export type Operation =
  | { readonly type: 'add_observation'; readonly content: NewObservation }
  | {
      readonly type: 'correct_observation'
      readonly observationId: number
      /** The revision that the person saw; another one means that someone was faster. */
      readonly expectedRevision: number
      /** Only what changes; the rest stays. */
      readonly content: Partial<NewObservation>
    }
  | {
      readonly type: 'retire_observation'
      readonly observationId: number
      readonly expectedRevision: number
    }
  | {
      readonly type: 'add_indicator'
      readonly name: string
      readonly unit: string
      readonly additive: boolean
      readonly definition?: string | null
    }
  | { readonly type: 'rename_indicator'; readonly indicatorId: Reference; readonly name: string }
  | {
      readonly type: 'add_place'
      readonly name: string
      readonly kind: PlaceKind
      readonly isoCode?: string | null
      readonly parentId?: Reference | null
    }
  | {
      readonly type: 'add_alias'
      readonly target: AliasTarget
      readonly targetId: Reference
      readonly text: string
    }
  | { readonly type: 'retire_alias'; readonly aliasId: number }

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

/** One operation under a change set that was started; gives the id of the observation it touched. */
export async function applyOperation(
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
    case 'add_indicator': {
      const state = {
        name: nameOf(operation.name),
        unit: nameOf(operation.unit),
        additive: operation.additive,
        definition: operation.definition ?? null,
      }
      await changeVocabulary(trx, changeSetId, { target: 'indicator', id: null, state })
      return null
    }
    case 'rename_indicator':
      await renameIndicator(trx, changeSetId, operation)
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

async function addObservation(
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

async function reviseObservation(
  trx: Transaction<Schema>,
  changeSetId: number,
  operation: Extract<Operation, { type: 'correct_observation' | 'retire_observation' }>,
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

async function renameIndicator(
  trx: Transaction<Schema>,
  changeSetId: number,
  operation: Extract<Operation, { type: 'rename_indicator' }>,
): Promise<void> {
  const id = await resolve(trx, 'indicator', operation.indicatorId)
  const change = changeToState('indicator', id, await stateJson(trx, 'indicator', id))
  if (change.target !== 'indicator' || change.state === null) throw missing('indicator', id)
  const oldName = change.state.name
  const name = nameOf(operation.name)
  if (name === oldName) throw new StoreError('invalid_data', texts.nothingToChange)
  await changeVocabulary(trx, changeSetId, { ...change, state: { ...change.state, name } })
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

async function resolveContent(
  trx: Transaction<Schema>,
  given: NewObservation,
): Promise<ObservationContent> {
  return {
    ...given,
    indicatorId: await resolve(trx, 'indicator', given.indicatorId),
    placeId: await resolve(trx, 'place', given.placeId),
    sourceId: await resolveSource(trx, given.sourceId),
  }
}

async function resolveSource(
  trx: Transaction<Schema>,
  source: number | SourceInput,
): Promise<number> {
  if (typeof source !== 'number') return await findOrCreateSource(trx, source)
  const known = await trx
    .selectFrom('source')
    .select('id')
    .where('id', '=', source)
    .executeTakeFirst()
  if (!known) throw missing('source', source)
  return source
}

/** The id of a live place or indicator, or of a unit. Provinces win over counties of the same name. */
async function resolve(
  trx: Transaction<Schema>,
  target: AliasTarget,
  reference: Reference,
): Promise<number> {
  const name = typeof reference === 'number' ? null : reference.name.trim()
  const column = name === null ? 'id' : 'name'
  const wanted = name ?? Number(reference)
  if (target === 'unit') {
    const unit = await trx
      .selectFrom('unit')
      .select('id')
      .where(column, '=', wanted)
      .executeTakeFirst()
    if (!unit) throw missing(target, wanted)
    return unit.id
  }
  const found = await trx
    .selectFrom(target)
    .select('id')
    .where(column, '=', wanted)
    .where('retired_in', 'is', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (!found) throw missing(target, wanted)
  return found.id
}

async function unitOf(trx: Transaction<Schema>, indicatorId: number): Promise<string> {
  const row = await trx
    .selectFrom('indicator')
    .select('unit')
    .where('id', '=', indicatorId)
    .executeTakeFirstOrThrow()
  return row.unit
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

/** `undefined` would bind as NULL without a word, so a key that is there but undefined means unchanged. */
function definedOf(content: Partial<NewObservation>): Partial<NewObservation> {
  return Object.fromEntries(
    Object.entries(content).filter(([, value]) => value !== undefined),
  ) as Partial<NewObservation>
}

function nameOf(text: string): string {
  const name = text.trim()
  if (name === '') throw new StoreError('invalid_data', texts.emptyName)
  return name
}

const missing = (target: keyof typeof texts.things, reference: number | string) =>
  new StoreError('not_found', texts.notFound(target, reference))
