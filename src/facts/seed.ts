import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { Writing } from './bulk.ts'
import { startChangeSet } from './change-sets.ts'
import { StoreError } from './errors.ts'
import { IMPORT_COLUMNS, type ImportRow } from './import-columns.ts'
import type { ImportReaders } from './import-reading.ts'
import { importInTransaction } from './import-rows.ts'
import type { Schema } from './schema.ts'
import { texts } from './texts.fa.ts'
import { changeVocabulary } from './vocabulary-changes.ts'

const OBSERVATIONS = 'observations.jsonl'

const placesFile = z.object({
  places: z.array(
    z.object({
      name: z.string().min(1),
      kind: z.enum(['country', 'province', 'county']),
      iso: z.string().nullable(),
      parent: z.string().nullable(),
      aliases: z.array(z.string().min(1)),
      /** Latin spellings, aliases like the others. */
      latin: z.array(z.string().min(1)).default([]),
    }),
  ),
})

const indicatorsFile = z.object({
  indicators: z.array(
    z.object({
      name: z.string().min(1),
      unit: z.string().min(1),
      additive: z.boolean(),
      definition: z.string().nullable(),
      aliases: z.array(z.string().min(1)),
    }),
  ),
})

const observationLine = z.partialRecord(
  z.enum(IMPORT_COLUMNS),
  z.union([z.string(), z.number(), z.null()]),
)

/** The name that the program itself signs changes with. */
export const PROGRAM_NAME = 'ارقام'

type Trx = Transaction<Schema>

const contextAt = (now: Date) => ({
  actor: { telegramId: null, name: PROGRAM_NAME },
  command: 'seed',
  now,
})

/**
 * Fills a fresh store from a folder with `places.json`, `indicators.json` and
 * `observations.jsonl`, as one change set for the names and one for the figures; to be run in the
 * transaction that sets the store up. Throws a StoreError that names the file and line where
 * something does not fit.
 */
export async function seedStore(
  writing: Writing,
  folder: string,
  readers: ImportReaders,
  now: Date,
): Promise<void> {
  const { places } = await readJson(join(folder, 'places.json'), placesFile)
  const { indicators } = await readJson(join(folder, 'indicators.json'), indicatorsFile)
  const { trx } = writing
  const { id } = await startChangeSet(trx, contextAt(now))
  await addPlaces(trx, id, places)
  await addIndicators(trx, id, indicators)
  const rows = observationLines(join(folder, OBSERVATIONS))
  const report = await importInTransaction(writing, contextAt(now), rows, { readers })
  const [refused] = report.refusedRows
  if (refused) {
    const reason = texts.seedRefused(OBSERVATIONS, refused.row, refused.reason)
    throw new StoreError('invalid_data', reason)
  }
}

/**
 * Fills a fresh store with the places alone: no figures and no indicators, but an import refuses
 * places that it does not know.
 */
export async function seedPlaces({ trx }: Writing, folder: string, now: Date): Promise<void> {
  const { places } = await readJson(join(folder, 'places.json'), placesFile)
  const { id } = await startChangeSet(trx, contextAt(now))
  await addPlaces(trx, id, places)
}

async function addPlaces(
  trx: Trx,
  changeSetId: number,
  places: z.infer<typeof placesFile>['places'],
): Promise<void> {
  const parents = new Map<string, number>()
  for (const { name, kind, iso, parent, aliases, latin } of places) {
    const parentId = parent === null ? null : (parents.get(parent) ?? null)
    if (parent !== null && parentId === null) {
      throw new StoreError('invalid_data', texts.notFound('place', parent))
    }
    const state = { name, kind, isoCode: iso, parentId }
    const id = await changeVocabulary(trx, changeSetId, { target: 'place', id: null, state })
    // Counties are no parents; some bear the name of their province.
    if (kind !== 'county') parents.set(name, id)
    await addAliases(trx, changeSetId, 'place', id, name, [...aliases, ...latin])
  }
}

async function addIndicators(
  trx: Trx,
  changeSetId: number,
  indicators: z.infer<typeof indicatorsFile>['indicators'],
): Promise<void> {
  for (const { aliases, ...state } of indicators) {
    const id = await changeVocabulary(trx, changeSetId, { target: 'indicator', id: null, state })
    await addAliases(trx, changeSetId, 'indicator', id, state.name, aliases)
  }
}

async function addAliases(
  trx: Trx,
  changeSetId: number,
  target: 'place' | 'indicator',
  targetId: number,
  name: string,
  aliases: readonly string[],
): Promise<void> {
  for (const text of new Set(aliases)) {
    if (text === name) continue
    const state = { target, targetId, text }
    await changeVocabulary(trx, changeSetId, { target: 'alias', id: null, state })
  }
}

async function readJson<Content>(path: string, schema: z.ZodType<Content>): Promise<Content> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    throw invalidFile(path, error)
  }
}

async function* observationLines(path: string): AsyncGenerator<ImportRow> {
  const lines = createInterface({ input: createReadStream(path, 'utf8') })
  let row = 0
  for await (const line of lines) {
    row++
    if (line.trim() === '') continue
    try {
      yield { row, cells: observationLine.parse(JSON.parse(line)) }
    } catch (error) {
      throw invalidFile(`${path}:${row}`, error)
    }
  }
}

function invalidFile(place: string, error: unknown): StoreError {
  const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error)
  return new StoreError('invalid_data', texts.invalidFile(place, reason), { cause: error })
}
