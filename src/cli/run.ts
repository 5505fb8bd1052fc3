import { troubleOf } from '../facts/trouble.ts'
import { COMMANDS } from './commands.ts'
import { isForPeople } from './errors.ts'
import { clockOf, readOptions, UsageError } from './options.ts'
import { redactor } from './redactor.ts'
import { usage, usageOf } from './usage.ts'

/**
 * Runs a command line; gives the exit code: 0 done, 1 something is wrong with the data or the
 * world, 2 the call or the configuration is wrong.
 */
export async function runCommandLine(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  const [name = 'help', ...rest] = args
  try {
    return await run(name, rest, environment)
  } catch (error) {
    const redact = redactor(environment)
    if (error instanceof UsageError) {
      console.error(redact(`arqam: ${error.message}`))
      return 2
    }
    const told = troubleOf(error) ?? (isForPeople(error) ? error.message : null)
    console.error(redact(told ?? unexpected(error)))
    return 1
  }
}

async function run(
  name: string,
  rest: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  if (['help', '--help', '-h'].includes(name)) {
    console.log(rest[0] === undefined ? usage() : usageOf(rest[0]))
    return 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (command === undefined) throw new UsageError(`«${name}» is no command; arqam help lists them`)
  const options = readOptions(rest, command.options)
  if (options.help) {
    console.log(usageOf(name))
    return 0
  }
  const start = await command.load()
  return await start({ options, environment, clock: clockOf(options.now) })
}

/** A fault of the program: whoever reports it needs all of it. */
const unexpected = (error: unknown): string =>
  `arqam: unexpected error\n${error instanceof Error ? error.stack : String(error)}`
