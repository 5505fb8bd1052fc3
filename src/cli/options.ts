import { parseArgs } from 'node:util'
import { isIsoDay } from '../persian/calendar.ts'

/** A wrong call or configuration: one clear line for the person who typed it. */
export class UsageError extends Error {}

export interface Options {
  readonly positionals: readonly string[]
  readonly json: boolean
  readonly chat: boolean
  readonly empty: boolean
  readonly dryRun: boolean
  readonly skipErrors: boolean
  readonly help: boolean
  readonly now: string | undefined
  readonly database: string | undefined
  readonly place: string | undefined
  readonly published: string | undefined
  readonly from: string | undefined
  readonly to: string | undefined
}

/** All options of all commands; `value` names what stands after one. */
export const OPTIONS = {
  json: { type: 'boolean', says: 'one JSON object a line' },
  chat: { type: 'boolean', says: 'the lines are one conversation' },
  now: { type: 'string', value: 'YYYY-MM-DD', says: 'answer as on this day' },
  'dry-run': { type: 'boolean', says: 'tell what would change, and change nothing' },
  'skip-errors': { type: 'boolean', says: 'import the good rows although others are refused' },
  place: { type: 'string', value: 'P', says: 'the place of figures that name none' },
  published: { type: 'string', value: 'YYYY-MM-DD', says: 'the day the report came out' },
  database: { type: 'string', value: 'URL', says: 'file:PATH or postgres://…, over DATABASE_URL' },
  from: { type: 'string', value: 'URL', says: 'the store to copy' },
  to: { type: 'string', value: 'URL', says: 'an empty store: file:PATH or postgres://…' },
  empty: { type: 'boolean', says: 'fill a fresh store with the places of data/ alone' },
  help: { type: 'boolean', says: 'this page' },
} as const

export type OptionName = keyof typeof OPTIONS

/** The words after a command. Throws a UsageError that names an option the command does not take. */
export function readOptions(args: readonly string[], allowed: readonly OptionName[]): Options {
  const { values, positionals } = parse(args)
  const foreign = Object.keys(values).find((name) => !allowed.some((one) => one === name))
  if (foreign !== undefined) throw new UsageError(`--${foreign} is no option of this command`)
  checkDay('--now', values.now)
  checkDay('--published', values.published)
  return {
    positionals,
    json: values.json ?? false,
    chat: values.chat ?? false,
    empty: values.empty ?? false,
    dryRun: values['dry-run'] ?? false,
    skipErrors: values['skip-errors'] ?? false,
    help: values.help ?? false,
    now: values.now,
    database: values.database,
    place: values.place,
    published: values.published,
    from: values.from,
    to: values.to,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    // Node goes on to explain how to pass words that begin with a dash.
    const [first = ''] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/)
    throw new UsageError(first)
  }
}

function checkDay(option: string, day: string | undefined): void {
  if (day !== undefined && !isIsoDay(day))
    throw new UsageError(`${option}: «${day}» is no day; write it as 2026-05-01`)
}

/** The moment that `--now` names: noon in Tehran of that day; without it, this moment. */
export function clockOf(now: string | undefined): () => Date {
  if (now === undefined) return () => new Date()
  return () => new Date(`${now}T12:00:00+03:30`)
}

/** The only word that may stand after a command. Throws a UsageError when it lacks or is followed. */
export function onlyWord(options: Options, what: string): string {
  const [word, ...more] = options.positionals
  if (word === undefined) throw new UsageError(`${what} is missing`)
  if (more.length > 0) throw new UsageError(`one ${what} only, not «${more.join(' ')}» as well`)
  return word
}

/** For commands that take options only. */
export function noWords(options: Options): void {
  const [word] = options.positionals
  if (word !== undefined) throw new UsageError(`«${word}» is one word too many`)
}
