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
  /** Of questions that came meanwhile; null when none was answered before the end. */
  meanwhile: latency.nullable(),
  asked: z.number(),
})

/** Between two questions, whether the first is answered or not: people do not wait for others. */
const EVERY_MILLISECONDS = 50
const QUESTIONS = 40

/** The import of a sheet in the process of the bot, which is asked meanwhile. */
export async function measureImport(job: Job): Promise<z.infer<typeof importResult>> {
  const facts = createFacts(job.size, job.indicators)
  const first = await openWithNames(job.store, facts)
  await first.close()
  const bot = await openBot(job.store)
  const questions = createQuestions(facts, QUESTIONS, 'import')
  // The bot has been in use before the import comes.
  for (const { text } of questions) await bot.handle(text)
  globalThis.gc?.()
  const rssBefore = process.memoryUsage().rss / 1e6
  let rssPeak = rssBefore
  let running = true
  const times: number[] = []
  const underWay: Promise<void>[] = []
  const started = performance.now()
  const imported = importFacts(bot.store, facts).finally(() => {
    running = false
  })
  while (running) {
    const text = questions[underWay.length % questions.length]?.text ?? ''
    const due = started + underWay.length * EVERY_MILLISECONDS
    // From when it was due: what waits behind a busy process counts as waiting.
    const answer = bot.handle(text).then(() => void times.push(performance.now() - due))
    underWay.push(answer)
    rssPeak = Math.max(rssPeak, process.memoryUsage().rss / 1e6)
    const next = started + underWay.length * EVERY_MILLISECONDS
    await Promise.race([imported, wait(Math.max(0, next - performance.now()))])
  }
  const report = await imported
  const seconds = (performance.now() - started) / 1000
  const answered = [...times]
  await Promise.all(underWay)
  await bot.settle()
  await bot.close()
  return {
    ...{ rows: report.new, seconds, rssBefore, rssPeak, asked: underWay.length },
    meanwhile: answered.length === 0 ? null : latencyOf(times),
  }
}
