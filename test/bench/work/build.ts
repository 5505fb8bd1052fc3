import { z } from 'zod'
import { importFacts, openWithNames } from '../data/build-store.ts'
import { createFacts } from '../data/facts.ts'
import type { Job } from '../job.ts'

export const buildResult = z.object({ seconds: z.number() })

/** Makes the store of a size in a file, by the import itself. */
export async function buildStore(job: Job): Promise<z.infer<typeof buildResult>> {
  const facts = createFacts(job.size, job.indicators)
  const started = performance.now()
  const store = await openWithNames(job.store, facts)
  const { refused, refusedRows } = await importFacts(store, facts)
  if (refused > 0) throw new Error(`refused: ${JSON.stringify(refusedRows[0])}`)
  await store.close()
  return { seconds: (performance.now() - started) / 1000 }
}
