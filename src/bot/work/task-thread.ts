import { Worker } from 'node:worker_threads'

/** What a thread can do, by name. Inputs and results cross by structured clone. */
export type Tasks = Readonly<Record<string, (input: never) => unknown>>
export type TaskInput<T extends Tasks, Name extends keyof T> = Parameters<T[Name]>[0]
export type TaskResult<T extends Tasks, Name extends keyof T> = Awaited<ReturnType<T[Name]>>

/** Why a task has no result, apart from what it threw itself. */
export type TaskFailure = 'busy' | 'too_slow' | 'crashed' | 'closed'

export class TaskError extends Error {
  readonly code: TaskFailure

  constructor(code: TaskFailure, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'TaskError'
    this.code = code
  }
}

export interface TaskThreadOptions {
  /** Of one task, counted from when its turn comes; starting the thread included. */
  readonly longestTaskMs: number
  /** Tasks that wait or run; a further one is refused. */
  readonly most: number
  /** A thread that had nothing to do for so long gives its memory back. */
  readonly idleMs: number
  readonly memoryMb: number
}

export interface TaskThread<T extends Tasks> {
  /** Throws what the task throws, and a TaskError when there is no result for another reason. */
  run<Name extends keyof T & string>(
    name: Name,
    input: TaskInput<T, Name>,
  ): Promise<TaskResult<T, Name>>
  /** Takes no more tasks and waits for those that were taken. */
  close(): Promise<void>
}

export type TaskReply =
  | { readonly done: true; readonly result: unknown }
  | { readonly done: false; readonly error: unknown }

interface Job {
  readonly name: string
  readonly input: unknown
  readonly resolve: (result: never) => void
  readonly reject: (error: unknown) => void
}

/**
 * A thread for work that would hold up everyone else, one task after the other. It starts with the
 * first task, and anew after one that ran too long or took the thread with it: only that task fails.
 * `entry` is a module that calls `serveTasks`.
 */
export function createTaskThread<T extends Tasks>(
  entry: URL,
  { longestTaskMs, most, idleMs, memoryMb }: TaskThreadOptions,
): TaskThread<T> {
  const waiting: Job[] = []
  let worker: Worker | null = null
  let running: Promise<void> | null = null
  let idle: NodeJS.Timeout | undefined
  let isClosed = false

  function started(): Worker {
    if (worker !== null) return worker
    const fresh = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
    // One that fails between two tasks has harmed nobody.
    fresh.on('error', () => undefined)
    fresh.on('exit', () => {
      if (worker === fresh) worker = null
    })
    worker = fresh
    return fresh
  }

  async function stopWorker(): Promise<void> {
    const stopped = worker
    worker = null
    await stopped?.terminate()
  }

  async function workOff(): Promise<void> {
    clearTimeout(idle)
    for (let job = waiting[0]; job !== undefined; job = waiting[0]) {
      const { resolve, reject } = job
      try {
        const reply = await replyTo(started(), job, longestTaskMs)
        if (reply.done) resolve(reply.result as never)
        else reject(reply.error)
      } catch (error) {
        await stopWorker()
        reject(error)
      }
      waiting.shift()
    }
    running = null
    // A thread with nothing to do keeps no program alive.
    worker?.unref()
    idle = setTimeout(() => void stopWorker(), idleMs)
    idle.unref()
  }

  return {
    run(name, input) {
      if (isClosed) return Promise.reject(new TaskError('closed', 'the thread is closed'))
      if (waiting.length >= most) {
        return Promise.reject(new TaskError('busy', `${most} tasks wait already`))
      }
      return new Promise((resolve, reject) => {
        waiting.push({ name, input, resolve, reject })
        running ??= workOff()
      })
    },
    async close() {
      isClosed = true
      await running
      clearTimeout(idle)
      await stopWorker()
    },
  }
}

/** Throws a TaskError when the thread ends or the time is up before it replies. */
function replyTo(worker: Worker, { name, input }: Job, longestMs: number): Promise<TaskReply> {
  const ended = new AbortController()
  worker.ref()
  return new Promise<TaskReply>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new TaskError('too_slow', `${name} took more than ${longestMs} ms`)),
      longestMs,
    )
    const crashed = (cause?: unknown) =>
      reject(new TaskError('crashed', `the thread ended during ${name}`, { cause }))
    const onExit = () => crashed()
    worker.once('message', resolve).once('messageerror', crashed)
    worker.once('error', crashed).once('exit', onExit)
    ended.signal.addEventListener('abort', () => {
      clearTimeout(timer)
      worker.off('message', resolve).off('messageerror', crashed)
      worker.off('error', crashed).off('exit', onExit)
    })
    worker.postMessage({ name, input })
  }).finally(() => ended.abort())
}
