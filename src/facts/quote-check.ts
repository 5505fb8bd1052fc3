import { findNumbers } from '../persian/numerals.ts'
import type { Quantity } from './types.ts'
import { exactValue } from './values.ts'

/**
 * Whether the verbatim words state numbers and this value is none of them: a correction of one
 * without the other leaves a figure that its own source contradicts. A number that can be read in
 * two ways contradicts nothing.
 */
export function isContradictedBy(quote: string, quantity: Quantity): boolean {
  const numbers = findNumbers(quote)
  if (numbers.length === 0 || numbers.some(({ ambiguous, written }) => ambiguous || !written))
    return false
  const value = exactValue(quantity)
  return numbers.every(({ written }) => {
    if (!written) return false
    return !exactValue({ ...written, unit: quantity.unit }).eq(value)
  })
}
