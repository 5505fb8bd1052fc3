/** `npm run bench`: how fast Arqam is beside its peers; see `USAGE` in options.ts. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { goals } from './goals.ts'
import { runJob } from './job.ts'
import { type Options, type Part, readOptions } from './options.ts'
import { writeReadme } from './readme.ts'
import { type BenchResult, benchResult, type SubjectRow } from './results.ts'
import { subjectKind } from './subjects/index.ts'
import { otherLines, postgresTable, subjectTable } from './table.ts'
import { buildResult } from './work/build.ts'
import { changeResult } from './work/change.ts'
import { chartsResult } from './work/charts.ts'
import { extractionResult } from './work/extraction.ts'
import { importResult } from './work/import.ts'
import { measurePostgres } from './work/postgres.ts'
import { startResult } from './work/start.ts'
import { subjectResult } from './work/subject.ts'

async function measureAll(options: Options, folder: string): Promise<BenchResult> {
  const { sizes, indicators, questions, seconds, limit, parts } = options
  const base = { indicators, questions, seconds }
  const largest = sizes.at(-1) ?? 0
  const has = (part: Part) => parts.includes(part)
  const storeOf = (size: number) => `file:${join(folder, `${size}.db`)}`
  const machine = {
    ...{ processor: cpus()[0]?.model ?? '', cores: cpus().length, node: process.version },
    load: loadavg()[0] ?? 0,
  }
  let imported: BenchResult['import'] = null
  for (const size of sizes) {
    const job = { ...base, size, store: storeOf(size) }
    tell(`store of ${size}`)
    if (size === largest && has('import'))
      imported = await runJob({ ...job, task: 'import' }, importResult, limit)
    else await runJob({ ...job, task: 'build' }, buildResult, limit)
  }
  const subjects: SubjectRow[] = []
  for (const name of options.subjects) {
    const { title, setUp, ceiling, onStore } = await subjectKind(name)
    let isAble = true
    for (const size of sizes) {
      tell(`${name}, ${size}`)
      const job = { ...base, task: 'subject', subject: name, size, store: storeOf(size) } as const
      const result: SubjectRow['result'] = isAble ? await runJob(job, subjectResult, limit) : null
      // What it could not do with fewer facts it is not asked to do with more.
      isAble = result !== null
      subjects.push({ name, title, setUp, ceiling, onStore, size, result })
    }
  }
  const job = { ...base, size: largest, store: storeOf(largest) }
  tell('start, change, extraction, charts')
  const start = has('start') ? await runJob({ ...job, task: 'start' }, startResult, limit) : null
  const change = has('change')
    ? await runJob({ ...job, task: 'change' }, changeResult, limit)
    : null
  const extraction = has('extraction')
    ? await runJob({ ...job, task: 'extraction' }, extractionResult, limit)
    : null
  const charts = has('charts')
    ? await runJob({ ...job, task: 'charts' }, chartsResult, limit)
    : null
  tell('PostgreSQL')
  const stores = sizes.map((size) => ({ size, url: storeOf(size) }))
  const worker = { ...base, subject: '', store: '', seed: '' }
  const postgres = has('postgres') ? await measurePostgres(stores, worker, limit) : []
  return {
    ...{ date: new Date().toISOString().slice(0, 10), machine, sizes: [...sizes], indicators },
    ...{ subjects, import: imported, start, change, extraction, charts, postgres },
  }
}

function tell(doing: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${doing}\n`)
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  const folder = mkdtempSync(join(tmpdir(), 'arqam-bench-'))
  try {
    const result =
      options.from === undefined
        ? await measureAll(options, folder)
        : benchResult.parse(JSON.parse(readFileSync(options.from, 'utf8')))
    if (options.json !== undefined)
      writeFileSync(options.json, `${JSON.stringify(result, null, 1)}\n`)
    const texts = [subjectTable(result), otherLines(result), postgresTable(result), goals(result)]
    process.stdout.write(texts.filter((text) => text !== '').join('\n\n'))
    process.stdout.write('\n')
    if (options.readme) await writeReadme(result)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

await main()
