import { StoreError } from '../facts/errors.ts'

/** Something that went wrong in the world, told in one line to whoever runs the program. */
export class RunError extends Error {}

/** Names of the errors of other layers whose message is for people; by name, to load no layer for it. */
const FOR_PEOPLE = new Set(['PollingError', 'SheetError'])

/** Whether the message of an error tells people all they need, so that no stack belongs to it. */
export function isForPeople(error: unknown): error is Error {
  if (error instanceof RunError || error instanceof StoreError) return true
  return error instanceof Error && FOR_PEOPLE.has(error.name)
}
