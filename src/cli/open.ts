import { fileURLToPath } from 'node:url'
import { StoreError } from '../facts/errors.ts'
import { openStore, type Store } from '../facts/open.ts'
import { seedPlaces, seedStore } from '../facts/seed.ts'
import { importReaders } from '../ingest/readers.ts'
import { type Configuration, databaseProblem } from './configuration.ts'
import { RunError } from './errors.ts'
import { type Options, UsageError } from './options.ts'

const DATA = fileURLToPath(new URL('../../data/', import.meta.url))

/**
 * The store that the options and the environment name; a fresh one is filled from `data/`, or with
 * its places. Throws a RunError that names the option or the variable when it cannot be opened.
 */
export async function openConfigured(
  options: Pick<Options, 'database' | 'empty'>,
  configuration: Pick<Configuration, 'DATABASE_URL' | 'ARQAM_EMPTY'>,
  now: Date,
): Promise<Store> {
  const { database } = options
  const problem = database === undefined ? null : databaseProblem(database)
  if (problem !== null) throw new UsageError(`--database ${problem}`)
  const empty = options.empty || configuration.ARQAM_EMPTY === '1'
  try {
    return await openStore({
      url: database ?? configuration.DATABASE_URL,
      fill: (writing) =>
        empty ? seedPlaces(writing, DATA, now) : seedStore(writing, DATA, importReaders, now),
    })
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'cannot_open') throw error
    const named = database === undefined ? 'DATABASE_URL' : '--database'
    throw new RunError(`arqam: ${named}: ${error.message}`, { cause: error })
  }
}
