import { setTimeout as wait } from 'node:timers/promises'
import { serveTasks } from '../../../src/bot/work/serve-tasks.ts'

export const testTasks = {
  double: (value: number) => value * 2,
  wait: async (milliseconds: number) => await wait(milliseconds, 'waited'),
  refuse: (reason: string): never => {
    throw new RangeError(reason)
  },
  runForEver: (_: null): never => {
    for (;;);
  },
  end: (code: number): never => process.exit(code),
  failLater: async (_: null) => {
    setTimeout(() => {
      throw new Error('later')
    })
    await wait(10_000)
  },
  eatMemory: (_: null): never => {
    const all: number[][] = []
    for (;;) all.push(new Array<number>(1e6).fill(all.length))
  },
}

serveTasks(testTasks)
