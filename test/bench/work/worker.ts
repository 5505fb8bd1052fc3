import { z } from 'zod'
import { createFacts } from '../data/facts.ts'
import { createQuestions } from '../data/questions.ts'
import type { Job } from '../job.ts'
import { openBot } from '../subjects/open-bot.ts'

export const workerResult = z.object({ times: z.array(z.number()), seconds: z.number() })

/** Questions that one process answers at a time: the database is waited for meanwhile. */
const AT_ONCE = 8

/** One of several processes on one store: answers as many questions as it can. */
export async function measureWorker(job: Job): Promise<z.infer<typeof workerResult>> {
  const facts = createFacts(job.size, job.indicators)
  const questions = createQuestions(facts, job.questions, job.seed)
  const bot = await openBot(job.store)
  // While the vocabulary is compiled no connection can be made in its time.
  await bot.handle(questions[0]?.text ?? '')
  const times: number[] = []
  let next = 0
  const answerUntil = async (end: number, counted: boolean) => {
    while (performance.now() < end) {
      const { text } = questions[next++ % questions.length] ?? { text: '' }
      const before = performance.now()
      await bot.handle(text)
      if (counted) times.push(performance.now() - before)
    }
  }
  const together = (end: number, counted: boolean) =>
    Promise.all(Array.from({ length: AT_ONCE }, () => answerUntil(end, counted)))
  await together(performance.now() + job.seconds * 400, false)
  const started = performance.now()
  await together(started + job.seconds * 1000, true)
  await bot.settle()
  const seconds = (performance.now() - started) / 1000
  await bot.close()
  return { times, seconds }
}
