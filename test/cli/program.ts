import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, vi } from 'vitest'
import { runCommandLine } from '../../src/cli/run.ts'

const PROGRAM = resolve(import.meta.dirname, '../../src/cli/arqam.js')

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Started {
  readonly child: ChildProcess
  /** Resolves with what the pattern finds in the output; rejects when the program ends before. */
  said(pattern: RegExp): Promise<RegExpExecArray>
  /** Sends a signal and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<Ended>
  readonly ended: Promise<Ended>
}

type Environment = Readonly<Record<string, string>>

const folders: string[] = []
const running = new Set<ChildProcess>()

afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder of the test's own, gone after it. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'arqam-cli-'))
  folders.push(path)
  return path
}

let filled: Promise<string> | undefined
afterAll(async () => {
  if (filled) rmSync(await filled, { recursive: true, force: true })
})

/** The address of a store with the sample figures, of the test's own: filled once and copied. */
export async function filledStore(): Promise<string> {
  filled ??= fill()
  const path = join(folder(), 'arqam.db')
  copyFileSync(join(await filled, 'arqam.db'), path)
  return `file:${path}`
}

async function fill(): Promise<string> {
  const path = mkdtempSync(join(tmpdir(), 'arqam-cli-filled-'))
  const { code, stderr } = await run(['migrate', '--database', `file:${join(path, 'arqam.db')}`])
  if (code !== 0) throw new Error(`the sample store could not be made: ${stderr}`)
  return path
}

/** Runs a command line in this process: quicker, where nothing depends on a process of its own. */
export async function runHere(
  args: readonly string[],
  environment: Environment = {},
): Promise<Ended> {
  const said = { log: '', error: '' }
  const spies = (['log', 'error'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation((text: string) => {
      said[name] += `${text}\n`
    }),
  )
  try {
    const code = await runCommandLine(args, environment)
    return { code, stdout: said.log, stderr: said.error }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

/** Starts the real program, with nothing of this process's environment but the path. */
export function start(args: readonly string[], environment: Environment = {}): Started {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  running.add(child)
  let stdout = ''
  let stderr = ''
  const heard = new Set<() => void>()
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    for (const look of heard) look()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
    for (const look of heard) look()
  })
  // A program that ends early closes its input.
  child.stdin.on('error', () => undefined)
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      running.delete(child)
      resolve({ code, stdout, stderr })
    })
  })
  return {
    child,
    ended,
    said(pattern) {
      return new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(stdout) ?? pattern.exec(stderr)
          if (!found) return
          heard.delete(look)
          resolve(found)
        }
        heard.add(look)
        look()
        ended.then(() => reject(new Error(`ended without ${pattern}: ${stdout}${stderr}`)), reject)
      })
    },
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      return await ended
    },
  }
}

/** Runs the real program to its end. */
export async function run(
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: Environment } = {},
): Promise<Ended> {
  const { child, ended } = start(args, env)
  child.stdin?.end(input)
  return await ended
}

export const lines = (text: string): string[] => text.trimEnd().split('\n')
