import Big from 'big.js'
import { unitFactor } from '../persian/units.ts'
import { StoreError } from './errors.ts'
import { remembered } from './remembered.ts'
import { texts } from './texts.fa.ts'
import type { Measure, Quantity } from './types.ts'

const MOST_DIGITS = 15
const HIGHEST_POWER = 24
const ONE = new Big(1)
const DIGITS = /^-?\d{1,40}$/
const PLAIN = /^-?\d{1,15}$/

/** The exact number of a quantity, in its own unit. Throws a StoreError when it is malformed. */
export function exactValue({ digits, decimals, power }: Quantity): Big {
  if (!DIGITS.test(digits) || !isScaled({ decimals, power }))
    throw new StoreError('invalid_value', texts.invalidValue(digits))
  return new Big(`${digits}e${power - decimals}`)
}

const isScaled = ({ decimals, power }: Pick<Quantity, 'decimals' | 'power'>): boolean =>
  [decimals, power].every(
    (scale) => Number.isInteger(scale) && scale >= 0 && scale <= HIGHEST_POWER,
  )

/**
 * The unit that the value of an observation is in: the base unit of its indicator, except that a
 * rank, share or change may have a unit of its own («رتبه», «درصد»). Null when a level does not fit.
 */
export function unitOfValue(unit: string, measure: Measure, baseUnit: string): string | null {
  if (factorBetween(unit, baseUnit)) return baseUnit
  return measure === 'level' ? null : unit
}

/**
 * The quantity as a number that lost nothing, in {@link unitOfValue}. Throws a StoreError when the
 * units do not convert or more than 15 significant digits are needed.
 */
export function baseValue(quantity: Quantity, measure: Measure, baseUnit: string): number {
  const unit = unitOfValue(quantity.unit, measure, baseUnit)
  const factor = unit === null ? null : factorBetween(quantity.unit, unit)
  if (!factor) {
    throw new StoreError('invalid_value', texts.unitsDoNotConvert(quantity.unit, baseUnit))
  }
  // The same number, as the engine itself reads a decimal; most figures are of this kind.
  if (factor === ONE && PLAIN.test(quantity.digits) && isScaled(quantity)) {
    return Number(`${quantity.digits}e${quantity.power - quantity.decimals}`)
  }
  const value = exactValue(quantity).times(factor)
  if (value.c.length > MOST_DIGITS) {
    throw new StoreError('invalid_value', texts.tooManyDigits(quantity.digits))
  }
  return value.toNumber()
}

const factors = remembered((pair) => {
  const [unit = '', baseUnit = ''] = pair.split('\n')
  return { factor: unitFactor(unit, baseUnit) }
})

const factorBetween = (unit: string, baseUnit: string): Big | null =>
  unit === baseUnit ? ONE : factors(`${unit}\n${baseUnit}`).factor

/** A number in a unit as a quantity, for figures that come as numbers: 12.5 is digits 125, decimals 1. */
export function quantityOf(value: Big | number | string, unit: string): Quantity {
  const plain = new Big(value).toFixed()
  const [whole = '0', fraction = ''] = plain.split('.')
  const digits = `${whole}${fraction}`.replace(/^(-?)0+(?=\d)/, '$1')
  return { digits, decimals: fraction.length, power: 0, unit }
}
