import type { Random } from '../eval/random.ts'

/** What a part of the torture is given. */
export interface Rack {
  /** The short form: for CI, and while one works on the part. */
  readonly short: boolean
  /** Printed with the table; the same seed gives the same faults. */
  readonly seed: string
  /** A generator of its own for each purpose that is named. */
  random(purpose: string): Random
  /** An address of a new, empty PostgreSQL database; null where no PostgreSQL can be started. */
  postgres(): Promise<string | null>
  /** A line of progress, on standard error. */
  say(line: string): void
}

/** One line of the table. */
export interface Figure {
  /** What was done, and how often: «kills on SQLite», 500. */
  readonly what: string
  readonly times: number
  /** What held, in a few words and numbers. */
  readonly held: string
  /** What did not hold, a line each, with all that is needed to do it again. */
  readonly broken: readonly string[]
}

/** A part of the torture: `npm run torture NAME` runs it alone. */
export interface Part {
  readonly name: string
  run(rack: Rack): Promise<readonly Figure[]>
}
