import type { Transaction } from 'kysely'
import { z } from 'zod'
import { StoreError } from './errors.ts'
import type { Schema, VocabularyTarget } from './schema.ts'
import { texts } from './texts.fa.ts'

const placeState = z.object({
  name: z.string(),
  kind: z.enum(['country', 'province', 'county']),
  isoCode: z.string().nullable(),
  parentId: z.number().nullable(),
})
const indicatorState = z.object({
  name: z.string(),
  unit: z.string(),
  additive: z.boolean(),
  definition: z.string().nullable(),
})
const aliasState = z.object({
  target: z.enum(['place', 'indicator', 'unit']),
  targetId: z.number(),
  text: z.string(),
})

export type PlaceState = z.infer<typeof placeState>
export type IndicatorState = z.infer<typeof indicatorState>
export type AliasState = z.infer<typeof aliasState>

/** What a vocabulary event says of a thing after it; a null state means that it is not there. */
export type VocabularyChange =
  | { readonly target: 'place'; readonly id: number | null; readonly state: PlaceState | null }
  | {
      readonly target: 'indicator'
      readonly id: number | null
      readonly state: IndicatorState | null
    }
  | { readonly target: 'alias'; readonly id: number | null; readonly state: AliasState | null }

/** Reads the state that an event recorded back into a change to it. */
export function changeToState(
  target: VocabularyTarget,
  id: number,
  json: string | null,
): VocabularyChange {
  const value: unknown = json === null ? null : JSON.parse(json)
  if (target === 'place') return { target, id, state: placeState.nullable().parse(value) }
  if (target === 'indicator') return { target, id, state: indicatorState.nullable().parse(value) }
  if (target === 'alias') return { target, id, state: aliasState.nullable().parse(value) }
  throw new StoreError('invalid_data', texts.notVocabulary)
}

/**
 * Adds (no id), changes, retires (no state) or brings back a place, indicator or alias, and
 * records the event; an undo tells which event's state it repeats. Gives the id back. Throws a
 * StoreError where the name is taken.
 */
export async function changeVocabulary(
  trx: Transaction<Schema>,
  changeSetId: number,
  change: VocabularyChange,
  stateOf: number | null = null,
): Promise<number> {
  const before = change.id === null ? null : await stateJson(trx, change.target, change.id)
  await refuseDuplicate(trx, change)
  const id = await writeState(trx, changeSetId, change)
  await recordEvent(trx, changeSetId, {
    target: change.target,
    targetId: id,
    before,
    after: change.state === null ? null : JSON.stringify(change.state),
    stateOf,
  })
  return id
}

export interface VocabularyEvent {
  readonly target: VocabularyTarget
  readonly targetId: number
  readonly before: string | null
  readonly after: string | null
  readonly stateOf?: number | null
}

export async function recordEvent(
  trx: Transaction<Schema>,
  changeSetId: number,
  { target, targetId, before, after, stateOf = null }: VocabularyEvent,
): Promise<void> {
  const row = { target, target_id: targetId, before, after, state_of: stateOf }
  await trx
    .insertInto('vocabulary_event')
    .values({ change_set_id: changeSetId, ...row })
    .execute()
}

/**
 * Which event's state a thing is in, as of its newest event or the newest before `beforeId`;
 * 0 when it was not there yet. Two like states of different events are not the same: a name that
 * was changed and changed back by hand was still changed.
 */
export async function stateIdentity(
  trx: Transaction<Schema>,
  target: VocabularyTarget,
  id: number,
  beforeId?: number,
): Promise<number> {
  let query = trx
    .selectFrom('vocabulary_event')
    .select(['id', 'state_of'])
    .where('target', '=', target)
    .where('target_id', '=', id)
  if (beforeId !== undefined) query = query.where('id', '<', beforeId)
  const row = await query.orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row?.state_of ?? row?.id ?? 0
}

/** The state that the newest event left a thing in: JSON, or null when it is not there. */
export async function stateJson(
  trx: Transaction<Schema>,
  target: VocabularyTarget,
  id: number,
): Promise<string | null> {
  const row = await trx
    .selectFrom('vocabulary_event')
    .select('after')
    .where('target', '=', target)
    .where('target_id', '=', id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.after ?? null
}

async function writeState(
  trx: Transaction<Schema>,
  changeSetId: number,
  change: VocabularyChange,
): Promise<number> {
  const { target, id } = change
  if (change.state === null) {
    if (id === null) throw new StoreError('invalid_data', texts.notVocabulary)
    await trx.updateTable(target).set({ retired_in: changeSetId }).where('id', '=', id).execute()
    return id
  }
  const live = { retired_in: null }
  if (change.target === 'place') {
    const { name, kind, isoCode, parentId } = change.state
    const row = { name, kind, iso_code: isoCode, parent_id: parentId, ...live }
    if (id === null) return await insertPlace(row)
    await trx.updateTable('place').set(row).where('id', '=', id).execute()
    return id
  }
  if (change.target === 'indicator') {
    const { name, unit, additive, definition } = change.state
    const row = { name, unit, additive: additive ? 1 : 0, definition, ...live }
    if (id === null) return await insertIndicator(row)
    await trx.updateTable('indicator').set(row).where('id', '=', id).execute()
    return id
  }
  const { targetId, text, ...alias } = change.state
  const row = { target: alias.target, target_id: targetId, text, ...live }
  if (id === null) return await insertAlias(row)
  await trx.updateTable('alias').set(row).where('id', '=', id).execute()
  return id

  async function insertPlace(values: Omit<Schema['place'], 'id' | 'added_in'>) {
    const query = trx.insertInto('place').values({ ...values, added_in: changeSetId })
    return (await query.returning('id').executeTakeFirstOrThrow()).id
  }
  async function insertIndicator(values: Omit<Schema['indicator'], 'id' | 'added_in'>) {
    await trx
      .insertInto('unit')
      .values({ name: values.unit })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute()
    const query = trx.insertInto('indicator').values({ ...values, added_in: changeSetId })
    return (await query.returning('id').executeTakeFirstOrThrow()).id
  }
  async function insertAlias(values: Omit<Schema['alias'], 'id' | 'added_in'>) {
    const query = trx.insertInto('alias').values({ ...values, added_in: changeSetId })
    return (await query.returning('id').executeTakeFirstOrThrow()).id
  }
}

async function refuseDuplicate(trx: Transaction<Schema>, change: VocabularyChange): Promise<void> {
  if (change.state === null) return
  const taken = await liveTwin(trx, change)
  if (taken === undefined || taken === change.id) return
  const name = change.target === 'alias' ? change.state.text : change.state.name
  throw new StoreError('duplicate', texts.nameTaken(name))
}

async function liveTwin(
  trx: Transaction<Schema>,
  change: VocabularyChange,
): Promise<number | undefined> {
  if (change.state === null) return undefined
  if (change.target === 'place') {
    const { name, kind, parentId } = change.state
    const row = await trx
      .selectFrom('place')
      .select('id')
      .where('retired_in', 'is', null)
      .where('name', '=', name)
      .where('kind', '=', kind)
      .where((eb) => eb(eb.fn.coalesce('parent_id', eb.lit(0)), '=', parentId ?? 0))
      .executeTakeFirst()
    return row?.id
  }
  if (change.target === 'indicator') {
    const row = await trx
      .selectFrom('indicator')
      .select('id')
      .where('retired_in', 'is', null)
      .where('name', '=', change.state.name)
      .executeTakeFirst()
    return row?.id
  }
  const { target, targetId, text } = change.state
  const row = await trx
    .selectFrom('alias')
    .select('id')
    .where('retired_in', 'is', null)
    .where('text', '=', text)
    .where('target', '=', target)
    .where('target_id', '=', targetId)
    .executeTakeFirst()
  return row?.id
}
