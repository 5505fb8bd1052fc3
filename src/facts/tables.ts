import type { Schema } from './schema.ts'

type Table = keyof Schema

/** The tables with their keys, each after those that it refers to. */
export const TABLES: Readonly<Record<Table, readonly string[]>> = {
  meta: ['name'],
  change_set: ['id'],
  place: ['id'],
  unit: ['id'],
  indicator: ['id'],
  alias: ['id'],
  source: ['id'],
  observation: ['id'],
  observation_revision: ['observation_id', 'revision'],
  vocabulary_event: ['id'],
  member: ['telegram_id'],
  conversation: ['chat_id'],
  chat_setting: ['chat_id'],
  question_log: ['id'],
  mistake_report: ['id'],
  draft: ['id'],
  subscription: ['id'],
  notice: ['id'],
  lease: ['name'],
  chat_state: ['chat_id', 'telegram_id', 'kind'],
  kept: ['id'],
  processed_update: ['update_id'],
}

/** Those whose `id` counts by itself. */
export const COUNTED: readonly Table[] = [
  'change_set',
  'place',
  'unit',
  'indicator',
  'alias',
  'source',
  'vocabulary_event',
  'question_log',
  'mistake_report',
  'draft',
  'subscription',
  'notice',
]
