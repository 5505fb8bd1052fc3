import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
// It comes with tsx, on which the program runs.
import { build } from 'esbuild'

const ROOT = resolve(import.meta.dirname, '../../..')

/** What packages of the older kind look for around them. */
const COMMONJS = [
  "import { createRequire as requiring } from 'node:module'",
  'const require = requiring(import.meta.url)',
  'const __filename = import.meta.filename',
  'const __dirname = import.meta.dirname',
].join('\n')

/**
 * The real program and its packages in one file, so that a start costs a third: with hundreds of kills most of the
 * time goes into starting it again. Gives the path to run.
 */
export async function bundledProgram(): Promise<string> {
  // As far from data/ as src/cli/ is, which is where the program looks for it from.
  const folder = join(ROOT, 'node_modules', '.torture')
  mkdirSync(folder, { recursive: true })
  const work = join(ROOT, 'src', 'bot', 'work')
  await build({
    entryPoints: [
      { in: join(ROOT, 'src', 'main.ts'), out: 'main' },
      // The thread that reads reports is looked for beside the program.
      { in: join(work, 'slow-work-thread-main.ts'), out: 'slow-work-thread' },
    ],
    outdir: folder,
    ...{ bundle: true, platform: 'node', format: 'esm', logLevel: 'error' },
    // node-fetch knows an AbortSignal by the name of its class.
    keepNames: true,
    external: ['better-sqlite3', '@resvg/resvg-wasm', 'tsx', 'pg-native'],
    banner: { js: COMMONJS },
  })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  const start = join(folder, 'start.js')
  writeFileSync(
    start,
    "import { main } from './main.js'\nprocess.exitCode = await main(process.argv.slice(2))\n",
  )
  return start
}

export interface Victim {
  readonly child: ChildProcess
  /** Lines of standard output and of the log, as they came. */
  readonly said: readonly string[]
  /** Resolves when a line fits, or at the end of the process. */
  until(fits: RegExp): Promise<void>
  readonly ended: Promise<void>
}

/** Starts the program. */
export function startProgram(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Victim {
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  const heard = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    let rest = ''
    stream.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n')
      // A line that was cut short by the kill was said to nobody.
      rest = lines.pop() ?? ''
      said.push(...lines)
      for (const look of [...heard]) look()
    })
  }
  let isOver = false
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => {
      isOver = true
      for (const look of [...heard]) look()
      resolve()
    })
  })
  return {
    child,
    said,
    ended,
    until: (fits) =>
      new Promise((resolve) => {
        const look = () => {
          if (!isOver && !said.some((line) => fits.test(line))) return
          heard.delete(look)
          resolve()
        }
        heard.add(look)
        look()
      }),
  }
}
