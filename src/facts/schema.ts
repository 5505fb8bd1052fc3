import type { Generated } from 'kysely'
import type {
  AliasTarget,
  Kind,
  Measure,
  PeriodBasis,
  PlaceKind,
  Qualifier,
  Role,
} from './types.ts'

/**
 * The tables, as Kysely sees them. Only types both engines share: integers, doubles and text.
 * Flags are 0 or 1, instants are ISO 8601 in UTC, days are ISO (Gregorian), JSON is text.
 */
export interface Schema {
  meta: MetaTable
  place: PlaceTable
  unit: UnitTable
  indicator: IndicatorTable
  alias: AliasTable
  source: SourceTable
  change_set: ChangeSetTable
  observation: ObservationTable
  observation_revision: ObservationRevisionTable
  vocabulary_event: VocabularyEventTable
  member: MemberTable
  conversation: ConversationTable
  chat_setting: ChatSettingTable
  question_log: QuestionLogTable
  mistake_report: MistakeReportTable
  draft: DraftTable
  processed_update: ProcessedUpdateTable
  subscription: SubscriptionTable
  notice: NoticeTable
  lease: LeaseTable
  chat_state: ChatStateTable
  kept: KeptTable
}

/**
 * `version` counts change sets, so that caches follow; `filled` is 1 once a fresh store is set up;
 * `noticed` is the version up to which subscribers were told.
 */
export interface MetaTable {
  name: string
  value: number
}

/** Places, indicators and aliases are never deleted: `retired_in` names the change set that hid them. */
export interface PlaceTable {
  id: Generated<number>
  name: string
  kind: PlaceKind
  iso_code: string | null
  parent_id: number | null
  added_in: number
  retired_in: number | null
}

export interface UnitTable {
  id: Generated<number>
  name: string
}

export interface IndicatorTable {
  id: Generated<number>
  name: string
  unit: string
  additive: number
  definition: string | null
  added_in: number
  retired_in: number | null
}

export interface AliasTable {
  id: Generated<number>
  target: AliasTarget
  target_id: number
  text: string
  added_in: number
  retired_in: number | null
}

export interface SourceTable {
  id: Generated<number>
  /** What makes two sources the same: title, publisher, address and day, as JSON. */
  identity: string
  title: string | null
  publisher: string | null
  url: string | null
  published_on: string | null
  /** The full text, where a report was pasted. */
  text: string | null
}

export interface ChangeSetTable {
  id: Generated<number>
  actor_telegram_id: number | null
  actor_name: string
  command: string
  reason: string | null
  update_id: number | null
  undoes_id: number | null
  recorded_at: string
}

/** The identity of an observation, and its newest revision flattened for look-ups by index. */
export interface ObservationTable {
  id: number
  indicator_id: number
  place_id: number
  period: string
  first_day: string | null
  last_day: string
  kind: Kind
  measure: Measure
  /** In the base unit of the indicator. */
  value: number | null
  head_revision: number
  retired: number
}

export interface ObservationRevisionTable {
  observation_id: number
  revision: number
  change_set_id: number
  retired: number
  /** The revision that first said this content: an undo repeats an earlier one. */
  content_revision: number
  indicator_id: number
  place_id: number
  period: string
  first_day: string | null
  last_day: string
  period_basis: PeriodBasis
  kind: Kind
  measure: Measure
  qualifier: Qualifier
  value: number | null
  digits: string | null
  decimals: number | null
  power: number | null
  unit: string | null
  statement: string | null
  speaker: string | null
  quote: string | null
  source_id: number
  note: string | null
}

export type VocabularyTarget = 'place' | 'indicator' | 'alias' | 'member'

/** Append-only: what a change set did to something other than an observation. */
export interface VocabularyEventTable {
  id: Generated<number>
  change_set_id: number
  target: VocabularyTarget
  target_id: number
  /** JSON of the state; null where the thing was not there. */
  before: string | null
  after: string | null
  /** The event that first left the thing so, where an undo repeats it; 0 for not there yet. */
  state_of: number | null
}

export interface MemberTable {
  telegram_id: number
  name: string
  role: Role
  added_at: string
  removed_at: string | null
}

export interface ConversationTable {
  chat_id: number
  question: string
  updated_at: string
}

export interface ChatSettingTable {
  chat_id: number
  default_place_id: number | null
  digits: string
  money_unit: string | null
}

export interface QuestionLogTable {
  id: Generated<number>
  chat_id: number | null
  telegram_id: number | null
  question: string
  status: string
  detail: string | null
  asked_at: string
  /** 1 when the asker wants to hear of it once the figure is added. */
  wants_notice: number
  resolved_at: string | null
}

export interface MistakeReportTable {
  id: Generated<number>
  chat_id: number | null
  telegram_id: number | null
  observation_id: number | null
  text: string
  reported_at: string
  resolved_at: string | null
  resolved_by: string | null
}

export interface DraftTable {
  id: Generated<number>
  chat_id: number
  telegram_id: number
  kind: string
  payload: string
  status: string
  created_at: string
  updated_at: string
  change_set_id: number | null
}

export interface ProcessedUpdateTable {
  update_id: number
  processed_at: string
  /** The update as JSON, until it is handled. */
  content: string | null
  tries: Generated<number>
}

/** A chat that wants to hear when the answer to something changes; `topic` is JSON. */
export interface SubscriptionTable {
  id: Generated<number>
  chat_id: number
  telegram_id: number
  topic: string
  label: string
  /** What the answer said when the chat last heard of it; empty for no answer. */
  said: string
  created_at: string
  ended_at: string | null
}

/** `sending` is claimed and not yet answered by Telegram: after a crash it stays so. */
export interface NoticeTable {
  id: Generated<number>
  subscription_id: number
  status: 'waiting' | 'sending' | 'sent' | 'dropped'
  created_at: string
  settled_at: string | null
}

/** Who does a piece of work that one process at a time does. */
export interface LeaseTable {
  name: string
  holder: string
  expires_at: string
}

/** What is known last of a person in a chat, of each kind; `payload` is JSON. */
export interface ChatStateTable {
  chat_id: number
  telegram_id: number
  kind: string
  payload: string
  updated_at: string
}

/** What a button refers to that is too large for it; `payload` is JSON. */
export interface KeptTable {
  id: string
  chat_id: number
  kind: string
  payload: string
  kept_at: string
}
