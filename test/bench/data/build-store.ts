import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Writing } from '../../../src/facts/bulk.ts'
import type { ImportRow } from '../../../src/facts/import-columns.ts'
import { type ImportReport, importRows } from '../../../src/facts/import-rows.ts'
import { openStore, type Store } from '../../../src/facts/open.ts'
import { seedStore } from '../../../src/facts/seed.ts'
import { importReaders } from '../../../src/ingest/readers.ts'
import type { Facts } from './facts.ts'
import { PLACES_FILE } from './names.ts'

/** A store with all places and the indicators with their aliases, and no figure yet. */
export async function openWithNames(url: string, { indicators }: Facts): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'arqam-bench-names-'))
  try {
    copyFileSync(PLACES_FILE, join(folder, 'places.json'))
    const named = indicators.map((one) => ({ ...one, additive: true, definition: null }))
    writeFileSync(join(folder, 'indicators.json'), JSON.stringify({ indicators: named }))
    writeFileSync(join(folder, 'observations.jsonl'), '')
    const fill = (writing: Writing) => seedStore(writing, folder, importReaders, new Date(0))
    return await openStore({ url, fill })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** All figures, by the import that people use. */
export function importFacts(store: Store, facts: Facts): Promise<ImportReport> {
  const context = { actor: { telegramId: null, name: 'bench' }, command: 'bench', now: new Date(0) }
  return importRows(store, context, rowsOf(facts), { readers: importReaders })
}

function* rowsOf(facts: Facts): Generator<ImportRow> {
  for (let number = 0; number < facts.size; number++) {
    const { indicator, place, year, value } = facts.at(number)
    const cells = {
      ...{ indicator: indicator.name, place: place.name, period: String(year) },
      ...{ value, unit: indicator.unit, source_title: `سالنامه آماری ${year}` },
    }
    yield { row: number + 2, cells }
  }
}
