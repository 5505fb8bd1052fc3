import { afterEach, describe, expect, it } from 'vitest'
import { createTaskThread, TaskError, type TaskThread } from '../../../src/bot/work/task-thread.ts'
import type { testTasks } from './tasks-for-tests.ts'

const ENTRY = new URL('./thread-for-tests.js', import.meta.url)
const LIMITS = { longestTaskMs: 20_000, most: 3, idleMs: 60_000, memoryMb: 64 }

const threads: TaskThread<typeof testTasks>[] = []

function threadWith(limits: Partial<typeof LIMITS> = {}): TaskThread<typeof testTasks> {
  const thread = createTaskThread<typeof testTasks>(ENTRY, { ...LIMITS, ...limits })
  threads.push(thread)
  return thread
}

afterEach(async () => {
  for (const thread of threads.splice(0)) await thread.close()
})

const failure = async (task: Promise<unknown>): Promise<string> =>
  await task.then(
    () => 'done',
    (error: unknown) => (error instanceof TaskError ? error.code : String(error)),
  )

describe('a thread for slow work', () => {
  it('does tasks one after the other and gives their results', async () => {
    const thread = threadWith()
    const tasks = [thread.run('wait', 50), thread.run('double', 2), thread.run('double', 3)]
    expect(await Promise.all(tasks)).toEqual(['waited', 4, 6])
  })

  it('hands on what a task throws, and goes on', async () => {
    const thread = threadWith()
    expect(await failure(thread.run('refuse', 'no'))).toBe('RangeError: no')
    expect(await thread.run('double', 4)).toBe(8)
  })

  it('refuses more than may wait', async () => {
    const thread = threadWith({ most: 2 })
    const taken = [thread.run('wait', 50), thread.run('double', 1)]
    expect(await failure(thread.run('double', 2))).toBe('busy')
    expect(await Promise.all(taken)).toEqual(['waited', 2])
    expect(await thread.run('double', 2)).toBe(4)
  })

  it.each([
    ['ends the process', (thread: TaskThread<typeof testTasks>) => thread.run('end', 3)],
    ['fails outside of the task', (thread) => thread.run('failLater', null)],
    ['takes all memory', (thread) => thread.run('eatMemory', null)],
  ])('only the task that %s is lost', async (_, harm) => {
    const thread = threadWith()
    const lost = failure(harm(thread))
    const next = thread.run('double', 5)
    expect(await lost).toBe('crashed')
    expect(await next).toBe(10)
  })

  it('only the task that never ends is lost', async () => {
    const thread = threadWith({ longestTaskMs: 3_000 })
    const lost = failure(thread.run('runForEver', null))
    const next = thread.run('double', 5)
    expect(await lost).toBe('too_slow')
    expect(await next).toBe(10)
  })

  it('starts anew after it had nothing to do', async () => {
    const thread = threadWith({ idleMs: 1 })
    expect(await thread.run('double', 1)).toBe(2)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await thread.run('double', 2)).toBe(4)
  })

  it('closes when its tasks are done, and takes no more', async () => {
    const thread = threadWith()
    const tasks = [thread.run('wait', 50), thread.run('double', 2)]
    const closed = thread.close()
    expect(await failure(thread.run('double', 3))).toBe('closed')
    await closed
    expect(await Promise.all(tasks)).toEqual(['waited', 4])
  })
})
