/**
 * `npm run torture`: how much the program withstands. Prints one table; exits with 1 when anything
 * did not hold.
 *
 *   npm run torture -- [PART…] [--short] [--seed WORD]
 *
 * Without parts all of them run. `TEST_POSTGRES_URL` names a PostgreSQL to use.
 */
import { parseArgs } from 'node:util'
import type { Figure } from './part.ts'
import { PARTS } from './parts.ts'
import { createRack } from './rack.ts'
import { brokenIn, tableOf } from './table.ts'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    short: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1404' },
  },
})

const say = (line: string) => process.stderr.write(`${line}\n`)
const print = (text: string) => process.stdout.write(`${text}\n`)

async function main(): Promise<number> {
  const names = positionals.length > 0 ? positionals : Object.keys(PARTS)
  const unknown = names.find((name) => !Object.hasOwn(PARTS, name))
  if (unknown !== undefined) {
    say(`«${unknown}» is no part; there are ${Object.keys(PARTS).join(', ')}`)
    return 2
  }
  const { short, seed } = options
  const { rack, close } = createRack({
    short,
    seed,
    postgresUrl: process.env.TEST_POSTGRES_URL,
    say,
  })
  const figures: Figure[] = []
  try {
    for (const name of names) {
      const part = await PARTS[name]?.()
      if (!part) continue
      const from = performance.now()
      figures.push(...(await part.run(rack)))
      say(`${name}: ${((performance.now() - from) / 1000).toFixed(1)} s`)
    }
  } finally {
    await close()
  }
  print(`seed ${seed}, ${short ? 'short form' : 'long form'}, ${new Date().toISOString()}\n`)
  print(tableOf(figures))
  const broken = brokenIn(figures)
  for (const line of broken) say(line)
  return broken.length === 0 ? 0 : 1
}

process.exitCode = await main()
