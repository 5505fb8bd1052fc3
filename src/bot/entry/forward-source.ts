import type { MessageOrigin } from 'grammy/types'
import { todayInTehran } from '../../persian/calendar.ts'
import type { ReviewSource } from './review-state.ts'

/** A first line that is no longer is a headline. */
const LONGEST_TITLE = 150
/** How a body begins, on a line of its own or not. */
const OPENING = /^به\s+گزارش/

export const NO_SOURCE: ReviewSource = {
  title: null,
  publisher: null,
  url: null,
  publishedOn: null,
}

/** The source that a channel's post is; what a person forwarded of another tells of none. */
export function sourceOfPost(origin: MessageOrigin | undefined, text: string): ReviewSource {
  if (origin?.type !== 'channel') return NO_SOURCE
  const { chat, message_id, date } = origin
  // Posts of private channels go by the channel's number, which the Bot API writes as -100….
  const address = chat.username ?? `c/${String(chat.id).replace(/^-100/, '')}`
  return {
    title: headlineOf(text),
    publisher: chat.title || null,
    // An older messenger may leave either out.
    url: message_id > 0 ? `https://t.me/${address}/${message_id}` : null,
    publishedOn: date > 0 ? todayInTehran(new Date(date * 1000)) : null,
  }
}

function headlineOf(text: string): string | null {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim())
  const first = lines.find((line) => line !== '' && !OPENING.test(line))
  return first !== undefined && lines.length > 1 && first.length <= LONGEST_TITLE ? first : null
}
