import { renderPng } from '../../answers/chart/render-png.ts'
import type { Vocabulary } from '../../facts/types.ts'
import { type ReportReading, reportReading } from '../../ingest/extract.ts'
import type { SlowTasks } from './slow-tasks.ts'
import { createTaskThread } from './task-thread.ts'

/** What would hold up the answers of others, wherever it is done. */
export interface SlowWork {
  /** `publishedOn` is a Gregorian ISO day. */
  readReport(
    text: string,
    publishedOn: string | null,
    vocabulary: Vocabulary,
  ): Promise<ReportReading>
  renderPng(svg: string): Promise<Uint8Array>
}

/** A report of 200,000 characters takes two seconds; a first picture one. */
const LIMITS = { longestTaskMs: 30_000, most: 20, idleMs: 600_000, memoryMb: 512 }

/**
 * Slow work in a thread of its own, which starts when it is first needed. Beside their own errors
 * its functions throw a TaskError: when too much waits, or the thread fails or takes too long.
 */
export function slowWorkInThread(): SlowWork & { close(): Promise<void> } {
  const entry = new URL('./slow-work-thread.js', import.meta.url)
  const thread = createTaskThread<SlowTasks>(entry, LIMITS)
  const written = new WeakMap<Vocabulary, string>()
  return {
    readReport(text, publishedOn, vocabulary) {
      const json = written.get(vocabulary) ?? JSON.stringify(vocabulary)
      written.set(vocabulary, json)
      return thread.run('readReport', { text, publishedOn, vocabulary: json })
    },
    renderPng: (svg) => thread.run('renderPng', svg),
    close: () => thread.close(),
  }
}

/** Slow work where it is asked for, which waits meanwhile: for tests and tools. */
export const slowWorkHere: SlowWork = {
  readReport: async (text, publishedOn, vocabulary) =>
    reportReading(text, { vocabulary, ...(publishedOn !== null && { publishedOn }) }),
  renderPng: async (svg) => await renderPng(svg),
}
