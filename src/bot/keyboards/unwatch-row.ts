import type { InlineKeyboardButton } from 'grammy/types'
import { encodeCallback } from '../callback-data.ts'
import { texts } from '../texts.fa.ts'

/** «دیگر خبر نده», under whatever tells of a subscription. */
export const unwatchRow = (subscriptionId: number): InlineKeyboardButton[] => [
  { text: texts.buttons.unwatch, callback_data: encodeCallback('unwatch', subscriptionId) },
]
