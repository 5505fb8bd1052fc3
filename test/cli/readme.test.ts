import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commandTable } from '../../src/bot/commands.ts'
import { COMMANDS } from '../../src/cli/commands.ts'
import { OPTIONS } from '../../src/cli/options.ts'
import { usage } from '../../src/cli/usage.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const english = readFileSync(`${ROOT}/README.md`, 'utf8')
const persian = readFileSync(`${ROOT}/README.fa.md`, 'utf8')

describe('the READMEs', () => {
  it('name all commands and options of the command line', () => {
    for (const name of Object.keys(COMMANDS)) expect(english).toContain(`\`arqam ${name}`)
    for (const name of Object.keys(OPTIONS).filter((option) => option !== 'help'))
      expect(english).toContain(`--${name}`)
  })

  it('name the variables that the program names', () => {
    const named = usage().match(/^ {2}[A-Z_]{4,}(?= )/gm) ?? []
    expect(named.length).toBeGreaterThan(8)
    for (const name of named) expect(english).toContain(`| \`${name.trim()}\` |`)
  })

  it('list the commands of the bot as the bot itself does', () => {
    expect(persian).toContain(commandTable('fa'))
    expect(english).toContain(commandTable('en'))
  })

  it.each([english, persian])('link and show only what is there', (text) => {
    const targets = [...text.matchAll(/(?:\]\(|src=")([^)"#]+)/g)].map(([, target]) => target ?? '')
    const local = targets.filter((target) => !target.startsWith('http'))
    expect(local.length).toBeGreaterThan(0)
    for (const target of local) expect(existsSync(resolve(dirname(`${ROOT}/x`), target))).toBe(true)
  })
})
