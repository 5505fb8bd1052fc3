import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { binaryFolder } from './binaries.ts'

export interface Postgres {
  /** Address of the server's own database, with the rights to create others. */
  readonly url: string
  stop(): Promise<void>
}

/** Of a throw-away server: nothing of it has to outlive a power cut. */
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
const MILLISECONDS_TO_START = 30_000

/**
 * Starts a PostgreSQL of its own in a folder of its own, on a free port of the loopback. As root
 * it runs as the user `postgres`, who is created when there is none. Persian is sorted as Persian,
 * so that what relies on the order of code points is found out.
 */
export async function startPostgres(given: readonly string[] = SETTINGS): Promise<Postgres> {
  const scratch = mkdtempSync(join(tmpdir(), 'arqam-postgres-'))
  chmodSync(scratch, 0o755)
  const remove = () => rmSync(scratch, { recursive: true, force: true })
  try {
    const binaries = binaryFolder(scratch)
    const identity = process.getuid?.() === 0 ? postgresUser() : null
    const data = join(scratch, 'data')
    mkdirSync(data, { mode: 0o700 })
    const password = randomBytes(12).toString('hex')
    const passwordFile = join(scratch, 'password')
    writeFileSync(passwordFile, password)
    if (identity) for (const path of [data, passwordFile]) own(path, identity)
    const options = { ...identity, cwd: data, env: { ...process.env, LC_ALL: 'C' } }
    const initdb = (locale: readonly string[]) =>
      execFileSync(
        join(binaries, 'initdb'),
        [
          ...['-D', data, '-U', 'arqam', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
          ...['-E', 'UTF8', '--no-sync', '--no-instructions', ...locale],
        ],
        { ...options, stdio: 'pipe' },
      )
    try {
      initdb(['--locale-provider=icu', '--icu-locale=fa'])
    } catch {
      initdb([])
    }
    const port = await freePort()
    const settings = [...given, 'listen_addresses=127.0.0.1', 'unix_socket_directories=']
    const child = spawn(
      join(binaries, 'postgres'),
      ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4000)
    })
    const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
    const watcher = watch(child.pid ?? 0, scratch)
    const url = `postgres://arqam:${password}@127.0.0.1:${port}/postgres`
    await Promise.race([
      reached(url),
      ended.then(() => Promise.reject(new Error(`PostgreSQL ended: ${said}`))),
    ])
    return {
      url,
      async stop() {
        watcher.kill('SIGKILL')
        child.kill('SIGQUIT')
        await ended
        remove()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}

/** Ends the server and removes its folder when this process is gone, however it went. */
function watch(pid: number, scratch: string): ChildProcess {
  const watcher = spawn(
    'sh',
    ['-c', 'cat; kill -QUIT "$0"; sleep 1; rm -rf "$1"', String(pid), scratch],
    { detached: true, stdio: ['pipe', 'ignore', 'ignore'] },
  )
  watcher.unref()
  return watcher
}

interface Identity {
  readonly uid: number
  readonly gid: number
}

function postgresUser(): Identity {
  const id = (option: string) => Number(execFileSync('id', [option, 'postgres'], { stdio: 'pipe' }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    execFileSync('useradd', ['--system', '--user-group', 'postgres'], { stdio: 'pipe' })
    return { uid: id('-u'), gid: id('-g') }
  }
}

const own = (path: string, { uid, gid }: Identity) => chownSync(path, uid, gid)

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function reached(url: string): Promise<void> {
  const until = Date.now() + MILLISECONDS_TO_START
  for (;;) {
    const client = new pg.Client(url)
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (Date.now() > until) throw error
      await wait(50)
    }
  }
}
