import { ApiError, badRequest } from './api-error.ts'
import type { Parameters } from './method-table.ts'

/** What a messenger that speaks the same API does not do as Telegram does. */
export interface Messenger {
  /** Methods that it does not have. */
  readonly lacks?: readonly string[]
  /** Parameters that it refuses. */
  readonly refuses?: readonly string[]
  /** Parameters that it takes no notice of. */
  readonly ignores?: readonly string[]
}

/** The parameters as the messenger takes them. Throws as it would refuse the call. */
export function asMessengerTakes(
  method: string,
  given: Parameters,
  { lacks = [], refuses = [], ignores = [] }: Messenger,
): Parameters {
  if (lacks.includes(method)) throw new ApiError(404, 'Not Found: method not found')
  const refused = refuses.find((name) => given[name] !== undefined)
  if (refused !== undefined) throw badRequest(`parameter ${refused} is not supported`)
  return Object.fromEntries(Object.entries(given).filter(([name]) => !ignores.includes(name)))
}
