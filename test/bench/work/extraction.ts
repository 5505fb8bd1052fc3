import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { openStore } from '../../../src/facts/open.ts'
import type { Vocabulary } from '../../../src/facts/types.ts'
import { loadVocabulary } from '../../../src/facts/vocabulary.ts'
import { extractDrafts } from '../../../src/ingest/extract.ts'
import { createFacts } from '../data/facts.ts'
import { createReports } from '../data/reports.ts'
import type { Job } from '../job.ts'
import { quantile } from '../measure.ts'

const speed = z.object({
  reports: z.number(),
  drafts: z.number(),
  perSecond: z.number(),
  /** Milliseconds a report. */
  p50: z.number(),
  longest: z.number(),
})

export const extractionResult = z.object({
  /** Milliseconds of the first report, with the compiling of the vocabulary. */
  first: z.number(),
  synthetic: speed,
  /** Of the reports that ARQAM_REPORTS names; null without. */
  real: speed.nullable(),
})

const REPORTS = 200

/** Drafting from reports, with the whole vocabulary. */
export async function measureExtraction(job: Job): Promise<z.infer<typeof extractionResult>> {
  const facts = createFacts(job.size, job.indicators)
  const store = await openStore({ url: job.store })
  const vocabulary = await loadVocabulary(store.db)
  await store.close()
  const [first = '', ...synthetic] = createReports(facts, REPORTS + 1, 'reports')
  const before = performance.now()
  extractDrafts(first, { vocabulary })
  const firstTook = performance.now() - before
  const real = realReports()
  return {
    first: firstTook,
    synthetic: speedOf(synthetic, vocabulary, job.seconds),
    real: real.length === 0 ? null : speedOf(real, vocabulary, job.seconds),
  }
}

function speedOf(reports: readonly string[], vocabulary: Vocabulary, seconds: number) {
  const times: number[] = []
  let drafts = 0
  const started = performance.now()
  for (const text of reports) {
    const before = performance.now()
    if (before - started > seconds * 1000) break
    drafts += extractDrafts(text, { vocabulary, publishedOn: '2024-11-24' }).length
    times.push(performance.now() - before)
  }
  const perSecond = times.length / ((performance.now() - started) / 1000)
  const longest = Math.max(...times)
  return { reports: times.length, drafts, perSecond, p50: quantile(times, 0.5), longest }
}

function realReports(): string[] {
  const folder = process.env.ARQAM_REPORTS
  if (folder === undefined || !existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
}
