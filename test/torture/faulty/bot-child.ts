import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface BotChild {
  /** Bytes of the heap after a collection of garbage. */
  heap(): Promise<number>
  /** What it logged as errors, and rejections that nobody handled. */
  readonly faults: readonly string[]
  /** How it ended before it was told to, in words; null while it lives. */
  died(): string | null
  stop(): Promise<void>
}

export interface BotChildOptions {
  readonly database: string
  readonly apiRoot: string
  readonly token: string
  readonly owner: number
}

/** Starts the bot in a process of its own. Rejects when it ends before it is ready. */
export async function startBot(options: BotChildOptions): Promise<BotChild> {
  const { database, apiRoot, token, owner } = options
  const child = spawn(
    process.execPath,
    [
      ...['--expose-gc', '--import', 'tsx', join(import.meta.dirname, 'bot-process.ts')],
      ...[database, apiRoot, token, String(owner)],
    ],
    { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] },
  )
  const faults: string[] = []
  const heaps: number[] = []
  const heard = new Set<() => void>()
  let isReady = false
  let isStopping = false
  let death: string | null = null
  child.on('exit', (code, signal) => {
    if (!isStopping) death = `the bot ended by itself: ${signal ?? code}`
    for (const look of heard) look()
  })
  if (child.stdout === null) throw new Error('the bot has no output')
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [first, second] = line.split(' ')
    if (first === 'ready') isReady = true
    else if (first === 'heap') heaps.push(Number(second))
    else if (first === 'error' || first === 'unhandled') faults.push(line)
    for (const look of heard) look()
  })

  function until(isDone: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (!isDone() && death === null) return
        heard.delete(look)
        if (isDone()) resolve()
        else reject(new Error(death ?? ''))
      }
      heard.add(look)
      look()
    })
  }

  await until(() => isReady)
  return {
    faults,
    died: () => death,
    async heap() {
      const known = heaps.length
      child.send('heap')
      await until(() => heaps.length > known)
      return heaps.at(-1) ?? 0
    },
    async stop() {
      isStopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}
