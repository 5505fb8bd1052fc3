import type { ChangeSet } from './types.ts'

export type StoreErrorCode =
  | 'cannot_open'
  | 'cannot_migrate'
  | 'cannot_back_up'
  | 'invalid_data'
  | 'invalid_value'
  | 'invalid_period'
  | 'not_found'
  | 'duplicate'
  | 'conflict'
  | 'undo_refused'

/** An error of the store whose message is Persian and may be shown to the person as it is. */
export class StoreError extends Error {
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StoreError'
    this.code = code
  }
}

export interface ConflictDetails {
  readonly observationId: number
  readonly expectedRevision: number
  readonly currentRevision: number
  /** The change set that came in between: who, when, by which command. */
  readonly changedBy: ChangeSet
}

/** Someone else changed the observation since it was read. */
export class ConflictError extends StoreError {
  readonly details: ConflictDetails

  constructor(message: string, details: ConflictDetails) {
    super('conflict', message)
    this.name = 'ConflictError'
    this.details = details
  }
}

export type UndoRefusal =
  | 'already_undone'
  | 'later_changes'
  | 'still_in_use'
  | 'name_taken'
  | 'member_change'

/** A change set that cannot be undone, and the change sets that stand in the way. */
export class UndoRefusedError extends StoreError {
  readonly reason: UndoRefusal
  readonly inTheWay: readonly ChangeSet[]

  constructor(message: string, reason: UndoRefusal, inTheWay: readonly ChangeSet[]) {
    super('undo_refused', message)
    this.name = 'UndoRefusedError'
    this.reason = reason
    this.inTheWay = inTheWay
  }
}
