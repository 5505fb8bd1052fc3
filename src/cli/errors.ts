import { StoreError } from '../facts/errors.ts'

/** Something that went wrong in the world, told in one line to whoever runs the program. */
export class RunError extends Error {}

/** Errors of other layers whose message is for people; by name, so that no layer is loaded for it. */
const FOR_PEOPLE = new Set(['PollingError', 'SheetError'])

/** Whether the message of an error tells people all they need, so that no stack belongs to it. */
export function isForPeople(error: unknown): error is Error {
  if (error instanceof RunError || error instanceof StoreError) return true
  if (!(error instanceof Error)) return false
  // What the system refuses names the file or the port and the reason.
  return FOR_PEOPLE.has(error.name) || 'syscall' in error
}
