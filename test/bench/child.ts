/** The child's side of `runJob`: does the job that the command line names, and sends the result. */
import { jobSchema } from './job.ts'
import { TASKS } from './work/index.ts'

const job = jobSchema.parse(JSON.parse(process.argv[2] ?? ''))
const work = await TASKS[job.task]()
const result = await work(job)
process.send?.(result, () => process.exit())
