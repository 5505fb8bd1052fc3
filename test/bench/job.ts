import { fork } from 'node:child_process'
import { z } from 'zod'

export const jobSchema = z.object({
  task: z.enum(['subject', 'build', 'import', 'start', 'extraction', 'charts', 'change', 'worker']),
  subject: z.string().default(''),
  size: z.number(),
  indicators: z.number(),
  questions: z.number(),
  seconds: z.number(),
  /** Address of a store. */
  store: z.string().default(''),
  seed: z.string().default('bench'),
})
export type Job = z.infer<typeof jobSchema>

const CHILD = new URL('./child.ts', import.meta.url)
const FLAGS = ['--expose-gc', '--max-old-space-size=8192', '--import', 'tsx']

/**
 * Does a job in a process of its own, so that its memory and its garbage are nobody else's. Null
 * when it took longer than `limit` seconds or broke, which is told on standard error.
 */
export function runJob<Result>(
  job: z.input<typeof jobSchema>,
  result: z.ZodType<Result>,
  limit: number,
): Promise<Result | null> {
  return new Promise((resolve) => {
    const child = fork(CHILD, [JSON.stringify(job)], { execArgv: FLAGS, serialization: 'advanced' })
    let received: Result | null = null
    const timer = setTimeout(() => child.kill('SIGKILL'), limit * 1000)
    child.on('message', (message) => {
      received = result.parse(message)
    })
    child.on('error', (error) => process.stderr.write(`${error.message}\n`))
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      if (received === null)
        process.stderr.write(`  ${job.task} ${job.subject ?? ''} ${job.size}: ${signal ?? code}\n`)
      resolve(received)
    })
  })
}
