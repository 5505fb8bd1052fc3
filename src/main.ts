import { ask } from './cli/ask.ts'
import { readConfiguration } from './cli/configuration.ts'
import { importFiles } from './cli/import.ts'
import { openConfigured } from './cli/open.ts'
import { clockOf, type Options, readOptions, UsageError } from './cli/options.ts'
import { StoreError } from './facts/errors.ts'
import type { Store } from './facts/open.ts'

type Command = (options: Options, store: Store, clock: () => Date) => Promise<number>

/** Commands that work on an open store. */
const COMMANDS: Readonly<Record<string, Command>> = { ask, import: importFiles }

const USAGE = `arqam serve | ask | import | export | extract | backup | migrate | check

See README.md for what each of them takes.`

/** Runs a command line; gives the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args
  try {
    const command = COMMANDS[name]
    if (command === undefined) throw new UsageError(USAGE)
    const options = readOptions(rest)
    const clock = clockOf(options.now)
    const store = await openConfigured(options, readConfiguration(process.env), clock())
    try {
      return await command(options, store, clock)
    } finally {
      await store.close()
    }
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof StoreError)) throw error
    console.error(error.message)
    return 2
  }
}
