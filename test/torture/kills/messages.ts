import { texts } from '../../../src/bot/texts.fa.ts'
import { formatQuantity } from '../../../src/persian/format.ts'
import type { Message } from '../../../src/trial/wire-types.ts'

export const INDICATOR = 'احیای واحدهای راکد صنعتی'

/** How a change that was made is told. */
const DONE = 'ثبت شد'

/** Whether the message tells of the figure with this value. */
export const isOf = (message: Message, value: number): boolean =>
  message.text?.includes(formatQuantity(value, 'واحد')) ?? false

/** A confirmation of this very change: one of an earlier change may come late. */
export const isDoneWith = (message: Message, value: number): boolean =>
  (message.text?.startsWith(DONE) ?? false) && isOf(message, value)

/** The last word on a change: made, refused, or closed before. */
export const isVerdictOn = (message: Message, value: number): boolean =>
  isDoneWith(message, value) || message.text === texts.closedDraft || isApology(message)

export const isApology = ({ text }: Message): boolean => text === texts.failed

export const hasButton = (message: Message, label: string): boolean =>
  (message.reply_markup?.inline_keyboard ?? []).flat().some(({ text }) => text === label)
