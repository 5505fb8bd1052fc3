/**
 * `npx tsx test/bench/understanding.ts [--sizes 200,2000] [--count 150] [--no-ask]`: what a
 * question costs, its interpretation alone and whole, with many indicators of five aliases each and
 * all places; and a hash of all results, so that a change for speed can be seen to change nothing
 * else. Times are of the processor, so that a busy machine does not blur them.
 */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createAsker } from '../../src/answers/create-asker.ts'
import { applyChanges, type Operation } from '../../src/facts/changes.ts'
import { persianReaders } from '../../src/facts/import-readers.ts'
import { importRows } from '../../src/facts/import-rows.ts'
import { openStore, type Store } from '../../src/facts/open.ts'
import { seedStore } from '../../src/facts/seed.ts'
import type { Vocabulary } from '../../src/facts/types.ts'
import { loadVocabulary } from '../../src/facts/vocabulary.ts'
import { interpret } from '../../src/questions/interpret.ts'
import { persianDictionary } from '../../src/questions/known-words.ts'
import { compileLexicon } from '../../src/questions/lexicon.ts'
import { type SyntheticIndicator, syntheticIndicators } from './synthetic-names.ts'
import {
  KINDS,
  type SyntheticPlace,
  type SyntheticQuestion,
  syntheticQuestions,
} from './synthetic-questions.ts'

const SEED = '1404'
const NOW = new Date('2026-11-24T12:00:00Z')
const TODAY = '2026-11-24'
const DATA = join(import.meta.dirname, '../../data')
const BY = { actor: { telegramId: null, name: 'bench' }, command: 'bench', now: NOW }
const YEARS = [1401, 1402, 1403, 1404]

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '200,2000' },
    count: { type: 'string', default: '150' },
    'no-ask': { type: 'boolean', default: false },
  },
})

const print = (text: string) => process.stdout.write(`${text}\n`)

/** The places that the project ships, each with a Latin spelling where it has one. */
function places(): SyntheticPlace[] {
  const file: { places: { name: string; kind: string; latin?: string[] }[] } = JSON.parse(
    readFileSync(join(DATA, 'places.json'), 'utf8'),
  )
  return file.places
    .filter(({ kind }) => kind !== 'country')
    .map(({ name, latin }) => ({ name, latin: latin?.[0] ?? null }))
}

/** The synthetic indicators beside what the project ships, with figures of some provinces. */
async function fill(store: Store, indicators: readonly SyntheticIndicator[]): Promise<void> {
  const known = new Set((await loadVocabulary(store.db)).indicators.map(({ name }) => name))
  const names = indicators.filter(({ name }) => !known.has(name))
  const operations = names.flatMap(({ name, unit, additive, aliases }): Operation[] => [
    { type: 'add_indicator', name, unit, additive },
    ...[...new Set(aliases)].map((text): Operation => {
      return { type: 'add_alias', target: 'indicator', targetId: { name }, text }
    }),
  ])
  await applyChanges(store, BY, operations)
  await importRows(store, BY, figures(names), { readers: persianReaders() })
}

function* figures(indicators: readonly SyntheticIndicator[]) {
  const provinces = places().slice(0, 31)
  let row = 1
  for (const [index, { name, unit }] of indicators.entries()) {
    for (const [at, { name: place }] of provinces.entries()) {
      if ((index + at) % 8 > 0) continue
      const period = String(YEARS[(index + at) % YEARS.length])
      const cells = { indicator: name, place, period, value: row * 7, unit, source_title: 'bench' }
      yield { row: ++row, cells }
    }
  }
}

type Times = ReadonlyMap<SyntheticQuestion, number>

async function timed(
  questions: readonly SyntheticQuestion[],
  work: (text: string) => unknown,
): Promise<{ times: Times; hash: string }> {
  for (const { text } of questions.filter((_, index) => index % 4 === 0)) await work(text)
  const times = new Map<SyntheticQuestion, number>()
  const hash = createHash('sha256')
  for (const question of questions) {
    const started = process.cpuUsage()
    const result = await work(question.text)
    const { user, system } = process.cpuUsage(started)
    times.set(question, (user + system) / 1000)
    hash.update(JSON.stringify(result))
  }
  return { times, hash: hash.digest('hex').slice(0, 16) }
}

function quantiles(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(3)
  return `${at(0.5)} / ${at(0.95)} / ${at(0.99)}`
}

function row(name: string, { times, hash }: { times: Times; hash: string }): string {
  const all = [...times]
  const columns = KINDS.map((kind) =>
    quantiles(all.filter(([question]) => question.kind === kind).map(([, time]) => time)),
  )
  return `| ${[name, quantiles(all.map(([, time]) => time)), ...columns, hash].join(' | ')} |`
}

function compiled(vocabulary: Vocabulary, name: string) {
  const took: number[] = []
  let lexicon = compileLexicon(vocabulary)
  for (let round = 0; round < 3; round++) {
    const started = performance.now()
    lexicon = compileLexicon(vocabulary)
    took.push(performance.now() - started)
  }
  print(`${name}: lexicon compiled in ${took.map((time) => time.toFixed(0)).join(', ')} ms`)
  return lexicon
}

async function measure(size: number): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'arqam-bench-'))
  const store = await openStore({
    url: `file:${join(folder, 'store.db')}`,
    fill: (writing) => seedStore(writing, DATA, persianReaders(), NOW),
  })
  const indicators = syntheticIndicators(size, SEED)
  await fill(store, indicators)
  const vocabulary = await loadVocabulary(store.db)
  const lexicon = compiled(vocabulary, `${size} indicators`)
  const questions = syntheticQuestions(indicators, places(), Number(options.count), SEED)
  const context = { today: TODAY, previous: null, knownWords: persianDictionary }
  const alone = await timed(questions, (text) => interpret(text, lexicon, context))
  const rows = [row(`interpret, ${size}`, alone)]
  if (!options['no-ask']) {
    const asker = createAsker(store)
    const asking = { now: NOW, previous: null, defaultPlaceId: null }
    rows.push(row(`ask, ${size}`, await timed(questions, (text) => asker.ask(text, asking))))
  }
  await store.close()
  rmSync(folder, { recursive: true })
  return rows
}

const started = performance.now()
persianDictionary.has('کتاب')
print(`dictionary read in ${(performance.now() - started).toFixed(0)} ms`)
const rows: string[] = []
for (const size of options.sizes.split(',')) rows.push(...(await measure(Number(size))))
print(`memory ${(process.memoryUsage.rss() / 2 ** 20).toFixed(0)} MB`)
print(`| ms of the processor, p50 / p95 / p99 | all | ${KINDS.join(' | ')} | results |`)
print(`|${'---|'.repeat(KINDS.length + 3)}`)
for (const line of rows) print(line)
