import { ApiError } from './api-error.ts'

export interface Fault {
  /** How many calls of the method fail; 1 when left out. */
  times?: number
  /** The error code; 500, or 429 with `retryAfter`. */
  status?: number
  description?: string
  /** Seconds, as `parameters.retry_after` of a 429. */
  retryAfter?: number
  migrateToChatId?: number
  /** Ends the connection without an answer: `before` the method is carried out, or `after`. */
  reset?: 'before' | 'after'
}

export interface Faults {
  add(method: string, fault: Fault): void
  /** The fault that the next call of a method meets, used up by one. */
  take(method: string): Fault | undefined
}

export function createFaults(): Faults {
  const planned = new Map<string, { fault: Fault; left: number }[]>()
  return {
    add(method, fault) {
      const entry = { fault, left: fault.times ?? 1 }
      planned.set(method, [...(planned.get(method) ?? []), entry])
    },
    take(method) {
      const next = planned.get(method)?.find((entry) => entry.left > 0)
      if (!next) return undefined
      next.left -= 1
      return next.fault
    },
  }
}

/** A fault as the error that Telegram would answer. */
export function faultError({ status, description, retryAfter, migrateToChatId }: Fault): ApiError {
  const code = status ?? (retryAfter === undefined ? 500 : 429)
  const text =
    description ??
    (retryAfter === undefined
      ? 'Internal Server Error'
      : `Too Many Requests: retry after ${retryAfter}`)
  return new ApiError(code, text, {
    ...(retryAfter !== undefined && { retry_after: retryAfter }),
    ...(migrateToChatId !== undefined && { migrate_to_chat_id: migrateToChatId }),
  })
}
