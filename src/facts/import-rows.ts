import type { Writing } from './bulk.ts'
import { type ChangeContext, changeSetOfUpdate, startChangeSet } from './change-sets.ts'
import { type ImportState, importBatch } from './import-batch.ts'
import type { ImportRow } from './import-columns.ts'
import type { ImportReaders } from './import-reading.ts'
import { emptyTally, type ImportReport } from './import-report.ts'
import { indicatorIndex } from './indicator-index.ts'
import type { Store } from './open.ts'
import { placeIndex } from './place-index.ts'
import { nextObservationId } from './revisions.ts'
import type { SourceInput } from './sources.ts'
import { unitNames } from './unit-names.ts'
import { loadVocabulary } from './vocabulary.ts'

export type { ChangedRow, ImportReport } from './import-report.ts'

export interface ImportOptions {
  readonly readers: ImportReaders
  /** For rows that name no source of their own, such as `{ title: 'name of the file' }`. */
  readonly defaultSource?: SourceInput
  /** Finds out what would happen, and changes nothing. */
  readonly dryRun?: boolean
  /** Looks for odd rows too, as seen on this ISO day in Tehran; it costs two look-ups a row. */
  readonly warnOn?: string
  /** Imports the good rows although others are refused; otherwise it is all or nothing. */
  readonly skipErrors?: boolean
  /** Asked at the end, before anything is kept; false takes all of it back. */
  readonly accept?: (tally: Pick<ImportReport, 'new' | 'changed' | 'refused'>) => boolean
}

const BATCH = 500

/**
 * Imports rows as one change set in one transaction, a batch at a time, so that a million rows
 * need no more memory than a thousand. A row with the key of an observation (indicator, place,
 * period, kind, measure, source) corrects it; another source stands beside it. A dry run does
 * all of it and takes it back, so that it tells exactly what would happen.
 */
export async function importRows(
  store: Store,
  context: ChangeContext,
  rows: Iterable<ImportRow> | AsyncIterable<ImportRow>,
  options: ImportOptions,
): Promise<ImportReport> {
  let report: ImportReport | null = null
  try {
    return await store.engine.long(() =>
      store.db.transaction().execute(async (trx) => {
        const earlier = await changeSetOfUpdate(trx, context.updateId ?? null)
        if (earlier) return { ...emptyTally(), changeSet: earlier, repeated: true }
        report = await importInTransaction({ ...store, trx }, context, rows, options)
        if (!report.changeSet) throw new TakenBack()
        return report
      }),
    )
  } catch (error) {
    if (error instanceof TakenBack && report) return report
    throw error
  }
}

/** Rolls the transaction back without being a failure. */
class TakenBack extends Error {}

/** {@link importRows} inside a transaction of the caller, who must roll back when no change set is given. */
export async function importInTransaction(
  { trx, engine }: Writing,
  context: ChangeContext,
  rows: Iterable<ImportRow> | AsyncIterable<ImportRow>,
  options: ImportOptions,
): Promise<ImportReport> {
  const vocabulary = await loadVocabulary(trx)
  const changeSet = await startChangeSet(trx, context)
  const firstNewId = await nextObservationId(trx)
  const state: ImportState = {
    trx,
    engine,
    changeSetId: changeSet.id,
    ...(options.warnOn !== undefined && { warnOn: options.warnOn }),
    reading: { ...options, places: placeIndex(vocabulary), units: unitNames(vocabulary) },
    indicators: indicatorIndex(vocabulary),
    sourceIds: new Map(),
    firstNewId,
    nextId: firstNewId,
    claimed: new Uint8Array(firstNewId),
    tally: emptyTally(),
  }
  let batch: ImportRow[] = []
  for await (const row of rows) {
    batch.push(row)
    if (batch.length < BATCH) continue
    await importBatch(state, batch)
    batch = []
  }
  await importBatch(state, batch)
  const { tally } = state
  const kept =
    !options.dryRun &&
    (tally.refused === 0 || options.skipErrors === true) &&
    tally.new + tally.changed > 0 &&
    (options.accept?.(tally) ?? true)
  return { ...tally, changeSet: kept ? changeSet : null, repeated: false }
}
