import Big from 'big.js'
import type { Qualifier } from '../facts/types.ts'
import { formatQualifier, formatQuantity } from '../persian/format.ts'
import type { Figure } from './answer.ts'
import { shownValue, turned } from './shown-value.ts'

/** How a signed figure is put into words: «۱۵۰ هزار تن پایین‌تر از هدف». */
export interface DirectionWords {
  readonly up: string
  readonly down: string
  readonly same: string
  /** As much as nothing, but not exactly. */
  readonly almost: string
  /** More than nothing, by who knows how much. */
  readonly someUp: string
  readonly someDown: string
  readonly sameOrUp: string
  readonly sameOrDown: string
}

/**
 * A signed figure by its size and its direction. A computed «بیش از −۱۰» is a fall of less than 10:
 * its bound turns with its sign. A stated one is as its source worded it.
 */
export function directedText(one: Figure, words: DirectionWords, unit = one.unit): string {
  const { value, qualifier } = shownValue(one)
  if (value.eq(0)) return words[OF_NOTHING[qualifier]]
  const isFall = value.lt(0)
  const bound = isFall && one.derived !== null ? turned(qualifier) : qualifier
  const size = formatQuantity(new Big(value).abs(), unit)
  return [formatQualifier(bound), size, isFall ? words.down : words.up].filter(Boolean).join(' ')
}

const OF_NOTHING: Readonly<Record<Qualifier, keyof DirectionWords>> = {
  exact: 'same',
  about: 'almost',
  more_than: 'someUp',
  less_than: 'someDown',
  at_least: 'sameOrUp',
  at_most: 'sameOrDown',
}
