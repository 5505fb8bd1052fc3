import { sql, type Transaction } from 'kysely'
import { StoreError } from './errors.ts'
import type { NewObservation, Reference } from './operations.ts'
import type { Schema } from './schema.ts'
import { findOrCreateSource, type SourceInput } from './sources.ts'
import { texts } from './texts.fa.ts'
import type { AliasTarget, ObservationContent } from './types.ts'

/** What an observation is to say, with ids in place of names and descriptions. */
export async function resolveContent(
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
export async function resolve(
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
  let query = trx
    .selectFrom(target)
    .select('id')
    .where(column, '=', wanted)
    .where('retired_in', 'is', null)
  if (target === 'place') query = query.orderBy(sql`case when kind = 'county' then 1 else 0 end`)
  const found = await query.orderBy('id').limit(1).executeTakeFirst()
  if (!found) throw missing(target, wanted)
  return found.id
}

export function nameOf(text: string): string {
  const name = text.trim()
  if (name === '') throw new StoreError('invalid_data', texts.emptyName)
  return name
}

export const missing = (target: keyof typeof texts.things, reference: number | string) =>
  new StoreError('not_found', texts.notFound(target, reference))
