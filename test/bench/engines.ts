import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAsker } from '../../src/answers/create-asker.ts'
import { applyChanges } from '../../src/facts/changes.ts'
import { copyStore } from '../../src/facts/copy-store.ts'
import { persianReaders } from '../../src/facts/import-readers.ts'
import { importRows } from '../../src/facts/import-rows.ts'
import { findObservations } from '../../src/facts/observations.ts'
import { openStore, type Store, storeVersion } from '../../src/facts/open.ts'
import { startPostgres } from '../postgres/start.ts'

/** `npx tsx test/bench/engines.ts [ROWS]`: the same work on both engines, as a table. */
const ROWS = Number(process.argv[2] ?? 100_000)
const LOOK_UPS = 2000
const QUESTIONS = 200
const CONTEXT = { now: new Date('2026-11-24'), previous: null, defaultPlaceId: null }
const BY = { actor: { telegramId: null, name: 'bench' }, command: 'bench', now: new Date(0) }
const PLACES = ['قم', 'یزد', 'گیلان', 'فارس', 'تهران', 'کرمان', 'ایلام', 'سمنان', 'مرکزی', 'لرستان']
const CROPS = ['گندم', 'جو', 'برنج', 'سیب', 'انگور', 'پسته', 'خرما', 'چای', 'پنبه', 'زعفران']
const YEARS = 100

type Figures = Record<string, string>

async function figuresOf(store: Store): Promise<Figures> {
  const figures: Figures = {}
  await applyChanges(
    store,
    BY,
    PLACES.map((name) => ({ type: 'add_place', name, kind: 'province' })),
  )
  const imported = await seconds(() => importRows(store, BY, rows(), { readers: persianReaders() }))
  figures[`import of ${ROWS} rows`] = `${imported.toFixed(1)} s`
  const one = () =>
    findObservations(store.db, {
      indicatorIds: [1 + Math.floor(Math.random() * CROPS.length)],
      placeIds: [1 + Math.floor(Math.random() * PLACES.length)],
      kind: 'actual',
      limit: 1,
    })
  figures['look-up of the newest figure'] = await quantiles(LOOK_UPS, one)
  figures['look at the version'] = await quantiles(LOOK_UPS, () => storeVersion(store.db))
  const asker = createAsker(store)
  figures['question, whole'] = await quantiles(QUESTIONS, () =>
    asker.ask('تولید گندم در قم در سال ۱۳۹۰ چقدر بود؟', CONTEXT),
  )
  const together = await seconds(() =>
    Promise.all(
      Array.from({ length: 10 }, async () => {
        for (let round = 0; round < LOOK_UPS / 10; round++) await one()
      }),
    ),
  )
  figures['look-ups a second, ten at a time'] = (LOOK_UPS / together).toFixed(0)
  const changes = await quantiles(100, (index) =>
    applyChanges(store, BY, [
      { type: 'add_indicator', name: `شاخص ${index}`, unit: 'تن', additive: true },
    ]),
  )
  figures['change set'] = changes
  return figures
}

function* rows() {
  for (let index = 0; index < ROWS; index++) {
    const crop = CROPS[index % CROPS.length]
    const place = PLACES[Math.floor(index / CROPS.length) % PLACES.length]
    const year = 1300 + (Math.floor(index / (CROPS.length * PLACES.length)) % YEARS)
    const report = Math.floor(index / (CROPS.length * PLACES.length * YEARS))
    const cells = {
      ...{ indicator: `تولید ${crop}`, place, period: String(year), value: index, unit: 'تن' },
      source_title: `گزارش ${report}`,
    }
    yield { row: index + 2, cells }
  }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

async function quantiles(
  rounds: number,
  work: (index: number) => Promise<unknown>,
): Promise<string> {
  const times: number[] = []
  for (let index = 0; index < rounds; index++) {
    const started = performance.now()
    await work(index)
    times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2)
  return `${at(0.5)} / ${at(0.99)} ms`
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'arqam-bench-'))
  // With the durability that PostgreSQL has by itself.
  const server = await startPostgres([])
  const database = async (name: string) => {
    const admin = await openStore({ url: server.url })
    const { sql } = await import('kysely')
    await sql`create database ${sql.id(name)} template template0`.execute(admin.db)
    await admin.close()
    const url = new URL(server.url)
    url.pathname = `/${name}`
    return url.href
  }
  const sqlite = await openStore({ url: `file:${join(folder, 'a.db')}` })
  const postgres = await openStore({ url: await database('a') })
  const [one, other] = [await figuresOf(sqlite), await figuresOf(postgres)]
  const target = await openStore({ url: await database('b') })
  const back = await openStore({ url: `file:${join(folder, 'b.db')}` })
  one['copy of it to the other'] =
    `${(await seconds(() => copyStore(sqlite, target))).toFixed(1)} s`
  other['copy of it to the other'] =
    `${(await seconds(() => copyStore(postgres, back))).toFixed(1)} s`
  const lines = Object.keys(one).map((name) => `| ${name} | ${one[name]} | ${other[name]} |`)
  process.stdout.write(
    ['| p50 / p99 | SQLite | PostgreSQL |', '|---|---|---|', ...lines, ''].join('\n'),
  )
  for (const store of [sqlite, postgres, target, back]) await store.close()
  await server.stop()
  rmSync(folder, { recursive: true })
}

await main()
