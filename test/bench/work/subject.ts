import { z } from 'zod'
import { createFacts } from '../data/facts.ts'
import { createQuestions, QUESTION_KINDS } from '../data/questions.ts'
import type { Job } from '../job.ts'
import { askAll, latencyOf, memoryNow, throughputOf } from '../measure.ts'
import { subjectKind } from '../subjects/index.ts'

const questionKind = z.enum(QUESTION_KINDS)
const tally = z.object({
  asked: z.number(),
  right: z.number(),
  wrong: z.number(),
  offered: z.number(),
})

export const subjectResult = z.object({
  buildSeconds: z.number(),
  latency: z.object({ count: z.number(), p50: z.number(), p95: z.number(), p99: z.number() }),
  perSecond: z.number(),
  tallies: z.partialRecord(questionKind, tally),
  misses: z.array(z.object({ kind: questionKind, text: z.string(), said: z.string() })).readonly(),
  rss: z.number(),
  heap: z.number(),
})
export type SubjectResult = z.infer<typeof subjectResult>

const WARM_UP = { questions: 400, share: 0.25 }
/** A ceiling needs more rounds to be timed at all; it remembers nothing that would flatter it. */
const ROUNDS_OF_A_CEILING = 20

/** Sets a subject up and asks it; what it does first, until the code is compiled, is not counted. */
export async function measureSubject(job: Job): Promise<SubjectResult> {
  const kind = await subjectKind(job.subject)
  const facts = createFacts(job.size, job.indicators)
  const started = performance.now()
  const subject = await kind.load({ facts, store: job.store })
  const buildSeconds = (performance.now() - started) / 1000
  const first = createQuestions(facts, WARM_UP.questions, `${job.seed} before`)
  const own = createQuestions(facts, job.questions, job.seed)
  const rounds = kind.ceiling ? ROUNDS_OF_A_CEILING : 1
  const questions = Array.from({ length: rounds }, () => own).flat()
  await askAll(subject, first, { seconds: job.seconds * WARM_UP.share, least: 1 })
  globalThis.gc?.()
  const { times, ...asked } = await askAll(subject, questions, job)
  const { atOnce } = kind
  const throughput = atOnce && { perSecond: await throughputOf(subject, own, { ...job, atOnce }) }
  const memory = memoryNow()
  await subject.close?.()
  return { buildSeconds, latency: latencyOf(times), ...asked, ...throughput, ...memory }
}
