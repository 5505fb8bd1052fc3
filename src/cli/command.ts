import type { Store } from '../facts/open.ts'
import { readConfiguration } from './configuration.ts'
import { openConfigured } from './open.ts'
import type { Options } from './options.ts'

/** What a command is called with. */
export interface Call {
  readonly options: Options
  readonly environment: NodeJS.ProcessEnv
  readonly clock: () => Date
}

/** Carries a command out; gives the exit code. */
export type Run = (call: Call) => Promise<number>

/** A command that works on an open store, which is closed after it whatever happens. */
export const onStore =
  (work: (call: Call, store: Store) => Promise<number>): Run =>
  async (call) => {
    const configuration = readConfiguration(call.environment)
    const store = await openConfigured(call.options, configuration, call.clock())
    try {
      return await work(call, store)
    } finally {
      await store.close()
    }
  }
