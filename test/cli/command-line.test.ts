import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder, lines, run, runHere } from './program.ts'

const COMMANDS = ['serve', 'ask', 'import', 'export', 'extract', 'backup', 'migrate', 'check']

describe('the command line', () => {
  it.each([[[]], [['help']], [['--help']], [['-h']]])('explains itself: arqam %j', async (args) => {
    const { code, stdout, stderr } = await runHere(args)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'))
    expect(stdout).toContain('BOT_TOKEN')
    expect(Math.max(...lines(stdout).map(({ length }) => length))).toBeLessThanOrEqual(100)
  })

  it.each([[['ask', '--help']], [['help', 'ask']]])('explains a command: %j', async (args) => {
    const { code, stdout } = await runHere(args)
    expect(code).toBe(0)
    expect(stdout).toContain('--now YYYY-MM-DD')
    expect(stdout).not.toContain('--dry-run')
  })

  const store = ['--database', 'file:never-opened.db']
  it.each<[string[], string]>([
    [['frobnicate'], 'arqam: «frobnicate» is no command; arqam help lists them'],
    [['constructor'], 'arqam: «constructor» is no command; arqam help lists them'],
    [['ask', '--frobnicate', 'قم'], "arqam: Unknown option '--frobnicate'"],
    [['ask', '-x'], "arqam: Unknown option '-x'"],
    [['ask', '--dry-run'], 'arqam: --dry-run is no option of this command'],
    [['serve', '--now', '2026-01-01'], 'arqam: --now is no option of this command'],
    [['ask', '--database'], "arqam: Option '--database <value>' argument missing"],
    [['ask', '--json=1'], "arqam: Option '--json' does not take an argument"],
    [['ask', '--now', 'دیروز', 'قم'], 'arqam: --now: «دیروز» is no day; write it as 2026-05-01'],
    [
      ['extract', '--published', '2026-02-30', '-'],
      'arqam: --published: «2026-02-30» is no day; write it as 2026-05-01',
    ],
    [['serve', 'now'], 'arqam: «now» is one word too many'],
    [
      ['ask', '--database', 'arqam.db', 'قم'],
      'arqam: --database must be an address such as file:arqam.db or postgres://host/arqam',
    ],
    [['ask', ...store.slice(0, 1), 'mysql://h/d', 'قم'], 'arqam: --database must be an address'],
  ])('refuses %j in one line', async (args, line) => {
    const { code, stdout, stderr } = await runHere(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(lines(stderr)).toHaveLength(1)
    expect(stderr).toContain(line)
  })

  it('is the same as a program of its own, from anywhere', async () => {
    expect(await run(['help'])).toEqual({ ...(await runHere(['help'])), code: 0 })
    expect(await run(['frobnicate'])).toMatchObject({ code: 2, stdout: '' })
  })

  it.each<[string[], string]>([
    [['import'], 'arqam: name a CSV, XLSX or JSONL file to import'],
    [['export'], 'arqam: FILE is missing'],
    [['backup'], 'arqam: FILE is missing'],
    [['extract', 'a', 'b'], 'arqam: one FILE only, not «b» as well'],
    [['migrate', 'now'], 'arqam: «now» is one word too many'],
  ])('tells which word is amiss: %j', async (args, line) => {
    const url = `file:${join(folder(), 'arqam.db')}`
    const { code, stderr } = await runHere([...args, '--empty', '--database', url])
    expect(code).toBe(2)
    expect(stderr.trimEnd()).toBe(line)
  })

  it('tells in one line why a store cannot be opened', async () => {
    const url = `file:${join(folder(), 'missing', 'arqam.db')}`
    const { code, stderr } = await runHere(['ask', '--database', url, 'قم'])
    expect(code).toBe(1)
    expect(lines(stderr)).toHaveLength(1)
    expect(stderr).toContain('missing/arqam.db')
  })

  it('tells why a database cannot be reached, and nothing of its password', async () => {
    const url = 'postgres://arqam:p4ssw0rd@127.0.0.1:9/arqam'
    const { code, stderr } = await run(['ask', 'قم'], { env: { DATABASE_URL: url } })
    expect(code).toBe(1)
    expect(lines(stderr)).toHaveLength(1)
    expect(stderr).toContain('ECONNREFUSED')
    expect(stderr).not.toContain('p4ssw0rd')
  })
})
