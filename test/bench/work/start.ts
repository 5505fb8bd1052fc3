import { z } from 'zod'
import { createFacts } from '../data/facts.ts'
import { createQuestions } from '../data/questions.ts'
import type { Job } from '../job.ts'
import { memoryNow, quantile } from '../measure.ts'
import { openBot } from '../subjects/open-bot.ts'

export const startResult = z.object({
  /** Seconds from the opening of the store to the first answer, and from the start of the process. */
  opened: z.number(),
  started: z.number(),
  /** Milliseconds: the second question's, and the next hundred's median. */
  second: z.number(),
  later: z.number(),
  /** Megabytes after the first answer, and after a hundred. */
  rssFirst: z.number(),
  rss: z.number(),
  heap: z.number(),
})

/** The program's way to its first answer, with a store that is full. */
export async function measureStart(job: Job): Promise<z.infer<typeof startResult>> {
  const facts = createFacts(job.size, job.indicators)
  const questions = createQuestions(facts, 104, 'start').map(({ text }) => text)
  const before = performance.now()
  const bot = await openBot(job.store)
  await bot.handle(questions[0] ?? '')
  const after = performance.now()
  const rssFirst = process.memoryUsage().rss / 1e6
  const times: number[] = []
  for (const text of questions.slice(1)) {
    const asked = performance.now()
    await bot.handle(text)
    times.push(performance.now() - asked)
  }
  const { rss, heap } = memoryNow()
  await bot.close()
  return {
    ...{ opened: (after - before) / 1000, started: after / 1000, rssFirst, rss, heap },
    ...{ second: times[0] ?? Number.NaN, later: quantile(times.slice(1), 0.5) },
  }
}
