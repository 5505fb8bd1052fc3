import { insertRows, type Writing, withRows } from './bulk.ts'
import { StoreError } from './errors.ts'
import type { Executor } from './open.ts'
import { texts } from './texts.fa.ts'
import type { Source } from './types.ts'

export interface SourceInput {
  readonly title?: string | null
  readonly publisher?: string | null
  readonly url?: string | null
  /** ISO day (Gregorian). */
  readonly publishedOn?: string | null
  /** The full text of a pasted report. */
  readonly text?: string | null
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/

/** What makes two sources the same. Throws a StoreError when nothing names the source. */
export function sourceIdentity(source: SourceInput): string {
  const { title, publisher, url, publishedOn } = trimmed(source)
  if (title === null && publisher === null && url === null) {
    throw new StoreError('invalid_data', texts.sourceMissing)
  }
  if (publishedOn !== null && !(ISO_DAY.test(publishedOn) && Date.parse(publishedOn))) {
    throw new StoreError('invalid_data', texts.invalidDay(publishedOn))
  }
  return JSON.stringify([title, publisher, url, publishedOn])
}

/** The id of the source with this title, publisher, address and day; it is added when it is new. */
export async function findOrCreateSource(trx: Executor, source: SourceInput): Promise<number> {
  const identity = sourceIdentity(source)
  const { title, publisher, url, publishedOn, text } = trimmed(source)
  const known = await trx
    .selectFrom('source')
    .select(['id', 'text'])
    .where('identity', '=', identity)
    .executeTakeFirst()
  if (known) {
    if (known.text === null && text !== null) {
      await trx.updateTable('source').set({ text }).where('id', '=', known.id).execute()
    }
    return known.id
  }
  const added = await trx
    .insertInto('source')
    .values({ identity, title, publisher, url, published_on: publishedOn, text })
    .returning('id')
    .executeTakeFirstOrThrow()
  return added.id
}

/** {@link findOrCreateSource} of many, by their identities; the new ones in the order given. */
export async function findOrCreateSources(
  writing: Writing,
  sources: ReadonlyMap<string, SourceInput>,
): Promise<Map<string, number>> {
  const found = await idsOf(writing, [...sources.keys()])
  const missing = [...sources].filter(([identity]) => !found.has(identity))
  if (missing.length === 0) return found
  const rows = missing.map(([identity, source]) => {
    const { title, publisher, url, publishedOn, text } = trimmed(source)
    return { identity, title, publisher, url, published_on: publishedOn, text }
  })
  await insertRows(writing, 'source', NEW_COLUMNS, rows)
  for (const [identity, id] of await idsOf(
    writing,
    rows.map((row) => row.identity),
  )) {
    found.set(identity, id)
  }
  return found
}

const IDENTITY_COLUMN = { identity: 'text' } as const
const NEW_COLUMNS = {
  ...IDENTITY_COLUMN,
  title: 'text',
  publisher: 'text',
  url: 'text',
  published_on: 'text',
  text: 'text',
} as const

async function idsOf(
  writing: Writing,
  identities: readonly string[],
): Promise<Map<string, number>> {
  const rows = await withRows<{ id: number; identity: string }>(
    writing,
    IDENTITY_COLUMN,
    identities.map((identity) => ({ identity })),
    'select s.id, s.identity from wanted cross join source s where s.identity = wanted.identity',
  )
  return new Map(rows.map(({ id, identity }) => [identity, id]))
}

export async function sourceById(
  db: Executor,
  id: number,
): Promise<(Source & { readonly text: string | null }) | null> {
  const row = await db.selectFrom('source').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const { title, publisher, url, text } = row
  return { id, title, publisher, url, publishedOn: row.published_on, text }
}

const orNull = (text: string | null | undefined): string | null => text?.trim() || null

const trimmed = (source: SourceInput) => ({
  title: orNull(source.title),
  publisher: orNull(source.publisher),
  url: orNull(source.url),
  publishedOn: orNull(source.publishedOn),
  text: orNull(source.text),
})
