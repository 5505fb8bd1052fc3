import type { Job } from '../job.ts'

type Task = (job: Job) => Promise<unknown>

/** What a process of its own can be told to do; only that is loaded there. */
export const TASKS: Readonly<Record<Job['task'], () => Promise<Task>>> = {
  subject: async () => (await import('./subject.ts')).measureSubject,
  build: async () => (await import('./build.ts')).buildStore,
  import: async () => (await import('./import.ts')).measureImport,
  start: async () => (await import('./start.ts')).measureStart,
  extraction: async () => (await import('./extraction.ts')).measureExtraction,
  charts: async () => (await import('./charts.ts')).measureCharts,
  change: async () => (await import('./change.ts')).measureChange,
  worker: async () => (await import('./worker.ts')).measureWorker,
}
