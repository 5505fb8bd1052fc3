import type { Migration } from 'kysely'
import type { Engine } from '../engine.ts'
import { firstSchema } from './0001_first_schema.ts'
import { subscriptions } from './0002_subscriptions.ts'
import { leases } from './0003_leases.ts'
import { chatState } from './0004_chat_state.ts'
import { lookUps } from './0005_look_ups.ts'
import { inbox } from './0006_inbox.ts'

/** All migrations by name, in order. A released one is never edited: add the next. */
export const migrationsFor = (engine: Engine): Record<string, Migration> => ({
  '0001_first_schema': firstSchema(engine),
  '0002_subscriptions': subscriptions(engine),
  '0003_leases': leases(engine),
  '0004_chat_state': chatState(engine),
  '0005_look_ups': lookUps(),
  '0006_inbox': inbox(engine),
})
