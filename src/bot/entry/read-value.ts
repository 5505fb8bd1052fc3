import type { Qualifier, Quantity } from '../../facts/types.ts'
import { fold } from '../../persian/normalise.ts'
import { findNumbers } from '../../persian/numerals.ts'

export interface ReadValue {
  readonly qualifier: Qualifier
  readonly quantity: Omit<Quantity, 'unit'>
  /** Null when none was said. */
  readonly unit: string | null
}

const LONGEST_UNIT_WORDS = 3

/**
 * A text that is one value, with its qualifier and unit: «بیش از هزار و ۲۰۰ میلیارد تومان». What
 * follows the number is its unit even when no table knows it. Null for anything else, also
 * for what can be read in two ways.
 */
export function readValue(text: string): ReadValue | null {
  const [mention, ...others] = findNumbers(text)
  if (!mention || others.length > 0 || mention.ambiguous || !mention.written) return null
  const { written, qualifier } = mention
  const start = Math.min(mention.start, mention.qualifierStart ?? mention.start)
  if (text.slice(0, start).trim() !== '') return null
  const rest = text.slice(mention.end).trim()
  const quantity = { digits: written.digits, decimals: written.decimals, power: written.power }
  if (mention.unit) return rest === '' ? { qualifier, quantity, unit: mention.unit.unit } : null
  if (rest === '') return { qualifier, quantity, unit: null }
  const words = rest.split(/\s+/)
  const isUnit =
    words.length <= LONGEST_UNIT_WORDS && words.every((word) => /^[\p{L}\u200c]+$/u.test(word))
  return isUnit ? { qualifier, quantity, unit: fold(rest) } : null
}
