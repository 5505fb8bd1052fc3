import { spawn, spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { serveStatus } from '../../src/cli/status-pages.ts'
import { folder, run } from './program.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const sources = () =>
  readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|js)$/.test(name))
    .map((name) => join('src', name))
const dockerfile = read('data/deploy/Dockerfile')
const unit = read('data/deploy/arqam.service')

describe('the image', () => {
  it('holds all that the program needs', async () => {
    const app = folder()
    const copied = [...dockerfile.matchAll(/^COPY (?!--)(.+) (\S+)$/gm)].flatMap(([, from]) =>
      (from ?? '').split(' '),
    )
    expect(copied).toContain('src')
    for (const path of copied) cpSync(join(ROOT, path), join(app, path), { recursive: true })
    symlinkSync(join(ROOT, 'node_modules'), join(app, 'node_modules'))
    const program = join(app, 'src/cli/arqam.js')
    const { stdout } = spawnSync(
      process.execPath,
      [program, 'ask', 'در سال ۹۹ چند واحد راکد در قم احیا شد؟'],
      {
        cwd: app,
        env: { PATH: process.env.PATH, DATABASE_URL: 'file::memory:' },
        encoding: 'utf8',
      },
    )
    expect(stdout).toContain('۳۷ واحد')
  })

  it('installs every package that the program imports', () => {
    const { dependencies } = JSON.parse(read('package.json'))
    const imported = new Set<string>()
    for (const file of sources()) {
      for (const [, name] of read(file).matchAll(
        /^(?!import type).*(?:from|import\()\s*'(?!node:)(@[\w-]+\/[\w.-]+|[a-z][\w.-]*)/gm,
      )) {
        if (name !== undefined) imported.add(name)
      }
    }
    expect(imported.size).toBeGreaterThan(8)
    for (const name of imported) expect(Object.keys(dependencies)).toContain(name)
  })

  it('does not run as root', () => {
    expect(dockerfile.match(/^USER (\w+)$/m)?.[1]).toBe('node')
  })

  it('is healthy while the pages say so', async () => {
    const check: string[] = JSON.parse(/HEALTHCHECK[^[]*(\[.*?\])$/ms.exec(dockerfile)?.[1] ?? '[]')
    let status = 200
    const server = await serveStatus(async () => ({ status, text: '' }), 0)
    const exit = async () => {
      const child = spawn(process.execPath, check.slice(1), {
        env: { ...process.env, PORT: String(server.port) },
        stdio: 'ignore',
      })
      return await new Promise((resolve) => child.on('close', resolve))
    }
    expect(await exit()).toBe(0)
    status = 503
    expect(await exit()).toBe(1)
    await server.close()
    expect(await exit()).toBe(1)
  })
})

describe('the unit of systemd', () => {
  it('does not start again what a wrong configuration stopped', async () => {
    const { code } = await run(['serve'], { env: { BOT_TOKEN: 'none' } })
    expect(unit).toContain(`RestartPreventExitStatus=${code}\n`)
  })

  it('waits longer than the program takes to end', () => {
    expect(Number(/TimeoutStopSec=(\d+)/.exec(unit)?.[1])).toBeGreaterThan(10)
  })
})
