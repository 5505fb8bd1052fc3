import { parseArgs } from 'node:util'

/** A wrong call or configuration: one clear line for the person who typed it. */
export class UsageError extends Error {}

export interface Options {
  readonly positionals: readonly string[]
  readonly json: boolean
  readonly chat: boolean
  readonly empty: boolean
  readonly dryRun: boolean
  readonly skipErrors: boolean
  readonly now: string | undefined
  readonly database: string | undefined
  readonly place: string | undefined
  readonly published: string | undefined
}

const DEFINITIONS = {
  json: { type: 'boolean', default: false },
  chat: { type: 'boolean', default: false },
  empty: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  'skip-errors': { type: 'boolean', default: false },
  now: { type: 'string' },
  database: { type: 'string' },
  place: { type: 'string' },
  published: { type: 'string' },
} as const

/** Reads the words after the command. Throws a UsageError that names what is wrong. */
export function readOptions(args: readonly string[]): Options {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: DEFINITIONS,
      allowPositionals: true,
    })
    return {
      positionals,
      json: values.json,
      chat: values.chat,
      empty: values.empty,
      dryRun: values['dry-run'],
      skipErrors: values['skip-errors'],
      now: values.now,
      database: values.database,
      place: values.place,
      published: values.published,
    }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** The moment that `--now` names: noon in Tehran of that day; without it, this moment. */
export function clockOf(now: string | undefined): () => Date {
  if (now === undefined) return () => new Date()
  if (!/^\d{4}-\d{2}-\d{2}$/.test(now) || Number.isNaN(Date.parse(now)))
    throw new UsageError(`--now: «${now}» is no day; write it as 2026-05-01`)
  return () => new Date(`${now}T12:00:00+03:30`)
}
