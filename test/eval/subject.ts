/**
 * The program under examination, from outside: `arqam import`, then `arqam ask --json`, questions
 * on standard input, one answer a line. Nothing of `src` is imported here.
 */
import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AnswerJson, type Ask, type AskOptions, answerJson } from './answer.ts'
import type { StoreRow } from './store-rows.ts'

export interface Subject {
  readonly ask: Ask
  /** Removes the store. */
  close(): void
}

export interface SubjectOptions {
  /** How to start the program. Default: `node src/cli/arqam.js`. */
  readonly command?: readonly [string, ...string[]]
  /** Questions that one process gets; bounds memory and what a crash can cost. Default 400. */
  readonly perProcess?: number
  /** Processes at a time. Default 2. */
  readonly atATime?: number
}

interface Waiting {
  readonly question: string
  readonly options: AskOptions
  resolve(answer: AnswerJson): void
  reject(reason: Error): void
}

function run(command: readonly string[], input: string): Promise<string> {
  const [program = 'node', ...given] = command
  return new Promise((resolve, reject) => {
    const child = spawn(program, given, { stdio: ['pipe', 'pipe', 'pipe'] })
    const out: Buffer[] = []
    const errors: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
    // A program that ends early closes its input; its exit code then tells why.
    child.stdin.on('error', () => undefined)
    child.on('error', reject)
    child.on('close', (code) => {
      const said = Buffer.concat(errors).toString('utf8').slice(-2000)
      if (code === 0) resolve(Buffer.concat(out).toString('utf8'))
      else reject(new Error(`${command.join(' ')} ended with ${code}: ${said}`))
    })
    child.stdin.end(input)
  })
}

/** Turns of a conversation stay together; all else goes by its day, in parts. */
function batchesOf(waiting: readonly Waiting[], perProcess: number): Waiting[][] {
  const groups = new Map<string, Waiting[]>()
  for (const one of waiting) {
    const name = `${one.options.now} ${one.options.conversation ?? ''}`
    groups.set(name, [...(groups.get(name) ?? []), one])
  }
  return [...groups.values()].flatMap((group) => {
    if (group[0]?.options.conversation != null) return [group]
    const parts: Waiting[][] = []
    for (let at = 0; at < group.length; at += perProcess) {
      parts.push(group.slice(at, at + perProcess))
    }
    return parts
  })
}

/**
 * A fresh store with what the project ships, and `rows` imported on top. Without rows the store
 * is left to `ask` itself, which fills a fresh one. Questions asked in one turn of the event loop
 * share processes, so ask many at once. Each process works on its own copy of the store: no
 * question sees what another left behind.
 */
export async function createAsk(
  rows: readonly StoreRow[],
  options: SubjectOptions = {},
): Promise<Subject> {
  const { command = ['node', 'src/cli/arqam.js'], perProcess = 400, atATime = 2 } = options
  const folder = mkdtempSync(join(tmpdir(), 'arqam-eval-'))
  const store = join(folder, 'store.db')
  if (rows.length > 0) {
    const file = join(folder, 'store.jsonl')
    writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    await run([...command, 'import', file, '--database', `file:${store}`], '')
  }

  let copies = 0
  async function answer(batch: readonly Waiting[]): Promise<void> {
    copies += 1
    const copy = join(folder, `copy-${copies}.db`)
    const parts = ['', '-wal', '-shm'].filter((part) => existsSync(store + part))
    for (const part of parts) copyFileSync(store + part, copy + part)
    const { now, conversation } = batch[0]?.options ?? { now: '', conversation: null }
    const chat = conversation === null ? [] : ['--chat']
    const input = batch.map((one) => `${one.question.replaceAll('\n', ' ')}\n`).join('')
    try {
      const printed = await run(
        [...command, 'ask', '--json', ...chat, '--now', now, '--database', `file:${copy}`],
        input,
      )
      const lines = printed.split('\n').filter((line) => line.trim() !== '')
      if (lines.length !== batch.length) {
        throw new Error(`${batch.length} questions asked, ${lines.length} lines answered`)
      }
      const answers = lines.map((line) => answerJson.parse(JSON.parse(line)))
      batch.forEach((one, index) => {
        const given = answers[index]
        if (given !== undefined) one.resolve(given)
      })
    } catch (error) {
      await afterFailure(batch, error instanceof Error ? error.message : String(error))
    } finally {
      for (const part of ['', '-wal', '-shm']) rmSync(copy + part, { force: true })
    }
  }

  /** Halves the batch until the question that the program fails on stands alone, and names it. */
  async function afterFailure(batch: readonly Waiting[], reason: string): Promise<void> {
    if (batch.length > 1 && batch[0]?.options.conversation === null) {
      const middle = Math.ceil(batch.length / 2)
      await answer(batch.slice(0, middle))
      await answer(batch.slice(middle))
      return
    }
    const asked = batch.map((one) => `«${one.question}»`).join(', ')
    for (const one of batch) one.reject(new Error(`${asked}: ${reason}`))
  }

  let waiting: Waiting[] = []
  async function flush(): Promise<void> {
    const batches = batchesOf(waiting, perProcess)
    waiting = []
    const worker = async () => {
      for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
        await answer(batch)
      }
    }
    await Promise.all(Array.from({ length: atATime }, worker))
  }

  return {
    ask: (question, asked) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(() => void flush())
        waiting.push({ question, options: asked, resolve, reject })
      }),
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}
