import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { importFacts, openWithNames } from '../data/build-store.ts'
import { createFacts } from '../data/facts.ts'
import { createQuestions } from '../data/questions.ts'
import type { Job } from '../job.ts'
import { latencyOf } from '../measure.ts'
import { openBot } from '../subjects/open-bot.ts'

const latency = z.object({ count: z.number(), p50: z.number(), p95: z.number(), p99: z.number() })

export const importResult = z.object({
  rows: z.number(),
  seconds: z.number(),
  /** Megabytes: before, and the most while it ran. */
  rssBefore: z.number(),
  rssPeak: z.number(),
  /** Questions that came meanwhile, that had their reply before the end, and that failed. */
  asked: z.number(),
  answered: z.number(),
  failed: z.number(),
  /** Milliseconds from when a question came to its reply. */
  meanwhile: latency,
})

/** Between two questions, whether the first is answered or not: people do not wait for others. */
const EVERY_MILLISECONDS = 250
/** So many people ask by turns, each again after ten seconds. */
const PEOPLE = 40

/** The import of a sheet in the process of the bot, which is asked meanwhile. */
export async function measureImport(job: Job): Promise<z.infer<typeof importResult>> {
  const facts = createFacts(job.size, job.indicators)
  const first = await openWithNames(job.store, facts)
  await first.close()
  const bot = await openBot(job.store)
  const questions = createQuestions(facts, PEOPLE, 'import')
  // The bot has been in use before the import comes.
  for (const { text } of questions) await bot.handle(text)
  globalThis.gc?.()
  const rssBefore = process.memoryUsage().rss / 1e6
  let rssPeak = rssBefore
  let running = true
  let answered = 0
  const times: number[] = []
  const underWay: Promise<unknown>[] = []
  const started = performance.now()
  const imported = importFacts(bot.store, facts).finally(() => {
    running = false
  })
  for (let asked = 0; running; asked++) {
    // From when it was due: what waits behind a busy process counts as waiting.
    const due = started + asked * EVERY_MILLISECONDS
    const { replied, done } = bot.take(questions[asked % PEOPLE]?.text ?? '', asked % PEOPLE)
    const timed = replied.then(() => {
      times.push(performance.now() - due)
      if (running) answered++
    })
    underWay.push(timed, done)
    rssPeak = Math.max(rssPeak, process.memoryUsage().rss / 1e6)
    const next = due + EVERY_MILLISECONDS
    await Promise.race([imported, wait(Math.max(0, next - performance.now()))])
  }
  const { new: rows } = await imported
  const seconds = (performance.now() - started) / 1000
  await Promise.all(underWay)
  const asked = underWay.length / 2
  const failed = bot.errors.length
  await bot.close()
  const meanwhile = latencyOf(times)
  return { rows, seconds, rssBefore, rssPeak, asked, answered, failed, meanwhile }
}
