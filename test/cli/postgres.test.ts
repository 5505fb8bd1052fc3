import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freshUrl } from '../facts/fresh-url.ts'
import { folder, lines, run } from './program.ts'

const QUESTION = 'در سال ۹۹ چند واحد راکد در قم احیا شد؟'

const arqam = (...args: string[]) => run(args)
const told = (stdout: string) => lines(stdout).filter((line) => line.includes('sha256'))

describe('arqam on PostgreSQL', () => {
  it('fills a fresh database and answers from it', { timeout: 60_000 }, async () => {
    const url = await freshUrl('postgres')
    const { stdout, code } = await arqam('ask', '--database', url, QUESTION)
    expect(code).toBe(0)
    expect(stdout).toContain('۳۷ واحد')
  })

  it('copies from a file and back with the same checksums, and each copy answers', {
    timeout: 120_000,
  }, async () => {
    const path = folder()
    const [file, back] = ['a.db', 'b.db'].map((name) => `file:${join(path, name)}`)
    const url = await freshUrl('postgres')
    await arqam('ask', '--database', String(file), QUESTION)
    const there = await arqam('copy', '--from', String(file), '--to', url)
    expect(there).toMatchObject({ code: 0, stderr: '' })
    expect(there.stdout).toMatch(/\d+ rows arrived as they left\.\n$/)
    expect((await arqam('ask', '--database', url, QUESTION)).stdout).toContain('۳۷ واحد')
    const again = await arqam('copy', '--from', url, '--to', String(back))
    expect(told(again.stdout)).toEqual(told(there.stdout))
    expect((await arqam('ask', '--database', String(back), QUESTION)).stdout).toContain('۳۷ واحد')
    const refused = await arqam('copy', '--from', String(back), '--to', url)
    expect(refused.code).toBe(1)
    expect(lines(refused.stderr)).toEqual([expect.stringContaining('مقصد خالی نیست')])
  })

  it('migrates, checks and backs it up, and the backup answers', { timeout: 60_000 }, async () => {
    const url = await freshUrl('postgres')
    expect((await arqam('migrate', '--database', url)).code).toBe(0)
    expect((await arqam('check', '--database', url)).stdout).toContain('store: good')
    const path = join(folder(), 'a.db')
    expect((await arqam('backup', '--database', url, path)).code).toBe(0)
    const { stdout } = await arqam('ask', '--database', `file:${path}`, QUESTION)
    expect(stdout).toContain('۳۷ واحد')
  })

  it('says in one line, without the password, that it is out of reach', async () => {
    const { code, stderr } = await run(['ask', QUESTION], {
      env: { DATABASE_URL: 'postgres://reza:secret@127.0.0.1:9/arqam' },
    })
    expect(code).toBe(1)
    expect(lines(stderr)).toHaveLength(1)
    expect(stderr).not.toContain('secret')
  })
})

describe('arqam copy', () => {
  it.each([
    [['--to', 'file:b.db'], 2, '--from URL is missing'],
    [['--from', 'file:a.db'], 2, '--to URL is missing'],
    [['--from', 'a.db', '--to', 'file:b.db'], 2, '--from must be an address'],
    [['--from', 'file:/none/a.db', '--to', 'file:/none/b.db'], 1, 'is not there'],
  ])('%j exits with %i', async (args, code, message) => {
    const ended = await arqam('copy', ...args)
    expect(ended.code).toBe(code)
    expect(ended.stderr).toContain(message)
  })
})
