import { inject } from 'vitest'
import type { Figure, Part } from './part.ts'
import { createRack } from './rack.ts'
import { brokenIn, tableOf } from './table.ts'

/** The seed of the short form: another one each time would be found out at the wrong time. */
const SEED = 'short'

/** Runs the short form of a part in a test; gives what broke. */
export async function brokenInShortForm(part: Part): Promise<string[]> {
  const say = (line: string) => process.stderr.write(`${line}\n`)
  const postgresUrl = inject('postgresUrl')
  const { rack, close } = createRack({ short: true, seed: SEED, postgresUrl, say })
  const figures: readonly Figure[] = await part.run(rack).finally(close)
  say(tableOf(figures))
  return brokenIn(figures)
}
