import { z } from 'zod'
import { changeResult } from './work/change.ts'
import { chartsResult } from './work/charts.ts'
import { extractionResult } from './work/extraction.ts'
import { importResult } from './work/import.ts'
import { postgresRow } from './work/postgres.ts'
import { startResult } from './work/start.ts'
import { subjectResult } from './work/subject.ts'

/** All that a run found, as `--json` keeps it. */
export const benchResult = z.object({
  date: z.string(),
  machine: z.object({
    processor: z.string(),
    cores: z.number(),
    node: z.string(),
    /** Average load of the minute before: above a half core other work disturbed the figures. */
    load: z.number(),
  }),
  sizes: z.array(z.number()),
  indicators: z.number(),
  subjects: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      setUp: z.string(),
      ceiling: z.boolean(),
      onStore: z.boolean(),
      size: z.number(),
      /** What filled the store once; null for those that build an index at each start. */
      importSeconds: z.number().nullable(),
      /** Null where it could not, or not in the time that it had. */
      result: subjectResult.nullable(),
    }),
  ),
  /** Of the largest size. */
  import: importResult.nullable(),
  start: startResult.nullable(),
  change: changeResult.nullable(),
  extraction: extractionResult.nullable(),
  charts: chartsResult.nullable(),
  postgres: z.array(postgresRow),
})

export type BenchResult = z.infer<typeof benchResult>
export type SubjectRow = BenchResult['subjects'][number]
