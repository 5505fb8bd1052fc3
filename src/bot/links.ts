import { idOf } from './callback-data.ts'

/** What stands in a link behind `?start=`: Telegram allows Latin letters, digits, `_` and `-`. */
export function figurePayload(observationId: number): string {
  return `f${observationId}`
}

/** The observation that a link leads to, or null. */
export function figureOfPayload(payload: string): number | null {
  return payload.startsWith('f') ? idOf(payload.slice(1)) : null
}

/** The address that opens a figure in the bot. */
export function figureLink(username: string, observationId: number): string {
  return `https://t.me/${username}?start=${figurePayload(observationId)}`
}
