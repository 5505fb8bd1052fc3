import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder } from './program.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const readme = readFileSync(`${ROOT}/README.md`, 'utf8')

/** Blocks of the README that are fenced as something. */
const fenced = (kind: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, text = '']) => text,
  )

const wordsOf = (line: string): string[] =>
  [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')

describe('what the README shows', () => {
  it('is what the program prints, one command after another', () => {
    const cwd = folder()
    const [sheet = ''] = fenced('csv')
    const [head = '', row = ''] = sheet.split('\n')
    writeFileSync(join(cwd, 'figures.csv'), sheet)
    const undated = row.replace('سال ۹۸', 'پارسال').replace('2020-05-01', '')
    writeFileSync(join(cwd, 'bad.csv'), [head, row.replace('یزد', 'یرد'), undated].join('\n'))
    const examples = fenced('console').filter((text) => text.includes('\n', text.indexOf('\n') + 1))
    expect(examples.length).toBeGreaterThan(3)
    for (const example of examples) {
      const [command = '', ...shown] = example.trimEnd().split('\n')
      const args = wordsOf(command.replace('$ npx arqam ', ''))
      expect(printed(args, cwd)).toBe(shown.join('\n'))
    }
  })

  function printed(args: readonly string[], cwd: string): string {
    const env = { PATH: process.env.PATH, HOME: process.env.HOME }
    const options = { cwd, env, encoding: 'utf8' as const, stdio: 'pipe' as const }
    try {
      return execFileSync(
        process.execPath,
        [`${ROOT}/src/cli/arqam.js`, ...args],
        options,
      ).trimEnd()
    } catch (error) {
      // Rows that are refused end with 1, and what is said of them stands there all the same.
      if (error instanceof Error && 'stdout' in error) return String(error.stdout).trimEnd()
      throw error
    }
  }
})
