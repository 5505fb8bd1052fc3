import { renderPng } from '../../answers/chart/render-png.ts'
import type { Vocabulary } from '../../facts/types.ts'
import { type ReportReading, reportReading } from '../../ingest/extract.ts'

export interface ReportToRead {
  readonly text: string
  /** Gregorian ISO day that «سال گذشته» counts from. */
  readonly publishedOn: string | null
  /** As JSON: one copy in place of thousands of objects, and easily seen to be the same again. */
  readonly vocabulary: string
}

let last: { json: string; vocabulary: Vocabulary } | undefined

function vocabularyOf(json: string): Vocabulary {
  if (last?.json !== json) {
    last = { json, vocabulary: JSON.parse(json) }
  }
  return last.vocabulary
}

/** Takes about 6 ms for each 1,000 characters. */
function readReport({ text, publishedOn, vocabulary }: ReportToRead): ReportReading {
  return reportReading(text, {
    vocabulary: vocabularyOf(vocabulary),
    ...(publishedOn !== null && { publishedOn }),
  })
}

/** What takes long enough to hold up the answers of others. */
export const slowTasks = { readReport, renderPng: (svg: string) => renderPng(svg) }
export type SlowTasks = typeof slowTasks
