import type { InlineKeyboardButton } from 'grammy/types'
import type { Place, Vocabulary } from '../../facts/types.ts'
import { formatQualifier, formatQuantity } from '../../persian/format.ts'
import { encodeCallback } from '../callback-data.ts'
import { nearIndicators } from '../entry/near-indicators.ts'
import { chosenDraft, isUndecided } from '../entry/read-report.ts'
import type { Review } from '../entry/review-state.ts'
import { inRows, type Keyboard } from '../replies.ts'
import { reportTexts } from '../report-texts.fa.ts'
import { inPersianDigits } from '../texts.fa.ts'

const { buttons } = reportTexts

/** What a button of a review does; the card that it means goes with it. */
export const REVIEW_PRESSES = {
  approve: 'a',
  skip: 'r',
  show: 'g',
  summary: 'h',
  approveSure: 's',
  skipKnown: 'k',
  finish: 'e',
  discard: 'x',
  value: 'v',
  indicator: 'i',
  place: 'p',
  today: 't',
} as const

export type ReviewPress = keyof typeof REVIEW_PRESSES

/** What was pressed, or null for a code of another time. */
export function reviewPressOf(code: string | undefined): ReviewPress | null {
  for (const [press, known] of Object.entries(REVIEW_PRESSES)) {
    if (known === code) return press as ReviewPress
  }
  return null
}

function button(
  text: string,
  reviewId: number,
  press: ReviewPress,
  ...values: readonly number[]
): InlineKeyboardButton {
  return {
    text,
    callback_data: encodeCallback('review', reviewId, REVIEW_PRESSES[press], ...values),
  }
}

/**
 * Under the summary: the places that all figures without one may be of, and the ways on; `sure` and
 * `known` count the open figures that may be decided on together.
 */
export function summaryKeyboard(
  reviewId: number,
  review: Review,
  places: readonly Place[],
  { sure, known }: { readonly sure: number; readonly known: number },
): Keyboard {
  const first = review.items.findIndex(({ status }) => status === 'open')
  return [
    ...inRows(places.map(({ id, name }) => button(name, reviewId, 'place', id))),
    ...(review.source.publishedOn === null ? [[button(buttons.today, reviewId, 'today')]] : []),
    [
      button(buttons.begin, reviewId, 'show', Math.max(first, 0)),
      ...(sure > 0 ? [button(buttons.approveSure, reviewId, 'approveSure')] : []),
    ],
    ...(known > 0 ? [[button(buttons.skipKnown, reviewId, 'skipKnown')]] : []),
    lastRow(reviewId),
  ]
}

/** Under a card; the likeliest of several values comes first. */
export function cardKeyboard(
  reviewId: number,
  { items }: Review,
  at: number,
  vocabulary: Vocabulary,
): Keyboard {
  const item = items[at]
  if (!item) return []
  const { draft, fields } = item
  const values = draft.alternatives.map((value, index) => {
    const { qualifier } = chosenDraft(draft, value)
    const quantity = inPersianDigits(formatQuantity(value, fields.unit ?? draft.unit))
    const text = [formatQualifier(qualifier), quantity].filter(Boolean).join(' ')
    return button(text, reviewId, 'value', at, index)
  })
  const near =
    fields.newIndicator === undefined ? [] : nearIndicators(fields.newIndicator, vocabulary)
  return [
    ...(isUndecided(item) ? inRows(values) : []),
    ...near.map(({ id, name }) => [button(buttons.asKnown(name), reviewId, 'indicator', at, id)]),
    [button(buttons.approve, reviewId, 'approve', at), button(buttons.skip, reviewId, 'skip', at)],
    [
      ...(at > 0 ? [button(buttons.previous, reviewId, 'show', at - 1)] : []),
      ...(at < items.length - 1 ? [button(buttons.next, reviewId, 'show', at + 1)] : []),
      button(buttons.summary, reviewId, 'summary'),
    ],
    [button(buttons.approveSure, reviewId, 'approveSure')],
    lastRow(reviewId),
  ]
}

/** Under a message that refuses to store: to the card that is the reason. */
export const toCard = (reviewId: number, at: number, all: number): Keyboard => [
  [button(reportTexts.card(at + 1, all), reviewId, 'show', at)],
]

/** Tells a press that means it from one by mistake. */
export const CONFIRMED = 1

/** Under the question whether to drop what was done. */
export const discardKeyboard = (reviewId: number): Keyboard => [
  [
    button(buttons.reallyDiscard, reviewId, 'discard', CONFIRMED),
    button(buttons.goOn, reviewId, 'summary'),
  ],
]

const lastRow = (reviewId: number) => [
  button(buttons.finish, reviewId, 'finish'),
  button(buttons.discard, reviewId, 'discard'),
]
