import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import type { z } from 'zod'
import { type Job, runJob } from './job.ts'
import type { Options, Part } from './options.ts'
import type { BenchResult, SubjectRow } from './results.ts'
import { subjectKind } from './subjects/index.ts'
import { buildResult } from './work/build.ts'
import { changeResult } from './work/change.ts'
import { chartsResult } from './work/charts.ts'
import { extractionResult } from './work/extraction.ts'
import { importResult } from './work/import.ts'
import { measurePostgres } from './work/postgres.ts'
import { startResult } from './work/start.ts'
import { subjectResult } from './work/subject.ts'

/** A run in a folder that holds its stores; all that is measured has a process of its own. */
interface Run {
  readonly options: Options
  /** Does a task at a size, on the store of that size; null when it could not in its time. */
  job<Result>(
    task: Job['task'],
    size: number,
    result: z.ZodType<Result>,
    subject?: string,
  ): Promise<Result | null>
  readonly storeOf: (size: number) => string
}

/** Measures what the options name, the stores first. */
export async function measureAll(options: Options, folder: string): Promise<BenchResult> {
  const { indicators, questions, seconds, limit, sizes } = options
  const storeOf = (size: number) => `file:${join(folder, `${size}.db`)}`
  const run: Run = {
    options,
    storeOf,
    job(task, size, result, subject = '') {
      tell(`${task} ${subject} ${size}`)
      const job = { task, subject, size, indicators, questions, seconds, store: storeOf(size) }
      return runJob(job, result, limit)
    },
  }
  const machine = {
    ...{ processor: cpus()[0]?.model ?? '', cores: cpus().length, node: process.version },
    load: loadavg()[0] ?? 0,
  }
  const { imported, importSeconds } = await makeStores(run)
  return {
    ...{ date: new Date().toISOString().slice(0, 10), machine, sizes: [...sizes], indicators },
    import: imported,
    subjects: await measureSubjects(run, importSeconds),
    ...(await measureParts(run)),
  }
}

const has = ({ options }: Run, part: Part) => options.parts.includes(part)

/** The store of each size by the import; that of the largest one while the bot is asked. */
async function makeStores(run: Run) {
  const { sizes } = run.options
  let imported: BenchResult['import'] = null
  const importSeconds = new Map<number, number>()
  for (const size of sizes) {
    const isMeasured = size === sizes.at(-1) && has(run, 'import')
    if (isMeasured) imported = await run.job('import', size, importResult)
    const made = isMeasured ? imported : await run.job('build', size, buildResult)
    if (made) importSeconds.set(size, made.seconds)
  }
  return { imported, importSeconds }
}

async function measureSubjects(
  run: Run,
  importSeconds: ReadonlyMap<number, number>,
): Promise<SubjectRow[]> {
  const rows: SubjectRow[] = []
  for (const name of run.options.subjects) {
    const { title, setUp, ceiling, onStore } = await subjectKind(name)
    let isAble = true
    for (const size of run.options.sizes) {
      const result: SubjectRow['result'] = isAble
        ? await run.job('subject', size, subjectResult, name)
        : null
      // What it could not do with fewer facts it is not asked to do with more.
      isAble = result !== null
      const once = onStore ? (importSeconds.get(size) ?? null) : null
      rows.push({ name, title, setUp, ceiling, onStore, size, importSeconds: once, result })
    }
  }
  return rows
}

/** What is measured once, with the largest store. */
async function measureParts(run: Run) {
  const largest = run.options.sizes.at(-1) ?? 0
  const measured = <Result>(part: Part & Job['task'], result: z.ZodType<Result>) =>
    has(run, part) ? run.job(part, largest, result) : null
  return {
    start: await measured('start', startResult),
    change: await measured('change', changeResult),
    extraction: await measured('extraction', extractionResult),
    charts: await measured('charts', chartsResult),
    postgres: has(run, 'postgres') ? await measuredOnPostgres(run) : [],
  }
}

/** What went wrong with the server must not cost what was measured before. */
async function measuredOnPostgres({ options, storeOf }: Run): Promise<BenchResult['postgres']> {
  const { sizes, indicators, questions, seconds, limit } = options
  tell('PostgreSQL')
  try {
    const stores = sizes.map((size) => ({ size, url: storeOf(size) }))
    return await measurePostgres(stores, { indicators, questions, seconds }, limit)
  } catch (error) {
    tell(`PostgreSQL: ${String(error)}`)
    return []
  }
}

function tell(doing: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${doing}\n`)
}
