import { latinDigits } from '../persian/format.ts'

/**
 * What a button carries: an action and its arguments, within the 64 bytes of Telegram. Larger
 * state is kept in a draft of the store, and the button carries its id.
 */
const ACTIONS = {
  source: 's',
  periods: 'y',
  figure: 'f',
  report: 'r',
  edit: 'e',
  choose: 'c',
  page: 'p',
  example: 'x',
  reported: 'rd',
  confirm: 'ok',
  cancel: 'no',
  nearest: 'n',
  setting: 'g',
  chart: 'ch',
  file: 'fl',
  target: 'tg',
  compare: 'cm',
  compareWith: 'cw',
  watch: 'wt',
  unwatch: 'uw',
  entry: 'w',
  editField: 'ef',
  undo: 'u',
  approve: 'ap',
  reject: 'rj',
  withdraw: 'wd',
  unanswered: 'q',
  handleReport: 'hr',
  revokeInvitation: 'iv',
  review: 'rv',
  again: 'ag',
} as const

export type Action = keyof typeof ACTIONS

export interface CallbackData {
  readonly action: Action
  readonly arguments: readonly string[]
}

const LIMIT_BYTES = 64
const SEPARATOR = ':'

/** Throws when it does not fit: a button that Telegram refuses would take the whole message along. */
export function encodeCallback(action: Action, ...values: readonly (string | number)[]): string {
  const data = [ACTIONS[action], ...values].join(SEPARATOR)
  if (Buffer.byteLength(data) > LIMIT_BYTES) {
    throw new RangeError(`Callback data «${data}» is longer than ${LIMIT_BYTES} bytes`)
  }
  return data
}

/** What a button carries, or null for data of another time or bot. */
export function decodeCallback(data: string): CallbackData | null {
  const [code, ...values] = data.split(SEPARATOR)
  for (const [action, known] of Object.entries(ACTIONS)) {
    if (known === code) return { action: action as Action, arguments: values }
  }
  return null
}

/** The largest id of the store: PostgreSQL refuses to look for a larger one. */
const LARGEST_ID = 2 ** 31 - 1

/** An argument that is a positive id, or null. */
export function idOf(argument: string | undefined): number | null {
  if (argument === undefined || !/^[1-9]\d{0,9}$/.test(argument)) return null
  const id = Number(argument)
  return id <= LARGEST_ID ? id : null
}

/** The id that typed digits of any script name, as large as ids get at most. */
export const typedId = (digits: string): number => Math.min(Number(latinDigits(digits)), LARGEST_ID)

const LISTED = '.'

/** Ids in one argument, as many of the first as fit in `bytes`. */
export function encodeIds(ids: readonly number[], bytes = 56): string {
  let listed = ''
  for (const id of ids) {
    const next = listed === '' ? String(id) : `${listed}${LISTED}${id}`
    if (next.length > bytes) break
    listed = next
  }
  return listed
}

export function decodeIds(argument: string | undefined): number[] {
  return (argument ?? '').split(LISTED).flatMap((text) => idOf(text) ?? [])
}
