import { parentPort } from 'node:worker_threads'
import type { TaskReply, Tasks } from './task-thread.ts'

/** The other end of `createTaskThread`: does what it is asked, as long as the thread lives. */
export function serveTasks(tasks: Tasks): void {
  parentPort?.on('message', async ({ name, input }: { name: string; input: never }) => {
    const reply = await doTask(tasks, name, input)
    parentPort?.postMessage(reply)
  })
}

async function doTask(tasks: Tasks, name: string, input: never): Promise<TaskReply> {
  try {
    const task = tasks[name]
    if (task === undefined) throw new RangeError(`no task is called ${name}`)
    return { done: true, result: await task(input) }
  } catch (error) {
    return { done: false, error }
  }
}
