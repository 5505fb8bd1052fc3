import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface Running {
  readonly child: ChildProcess
  /** The lines it has written so far. */
  readonly said: readonly string[]
  /** Resolves once it has written this many lines; rejects when it ends before. */
  lines(count: number): Promise<void>
  /** Resolves with its exit code, null when it was killed. */
  readonly ended: Promise<number | null>
}

/** Runs a script of this folder in a process of its own. */
export function startScript(name: string, ...args: string[]): Running {
  const script = join(import.meta.dirname, name)
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: string[] = []
  const heard = new Set<() => void>()
  const reader = createInterface({ input: child.stdout }).on('line', (line) => {
    said.push(line)
    for (const look of heard) look()
  })
  const closed = Promise.all([once(child, 'close'), once(reader, 'close')])
  const ended = closed.then(() => child.exitCode)
  return {
    child,
    said,
    ended,
    lines: (count) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (said.length >= count) resolve()
        }
        heard.add(look)
        look()
        ended.then(() => reject(new Error(`ended after ${said.length} lines`)), reject)
      }),
  }
}
