import type { Qualifier, Quantity } from '../../facts/types.ts'
import { exactValue } from '../../facts/values.ts'
import { formatQualifier, formatQuantity } from '../../persian/format.ts'

/** «هزار و ۲۰۰ میلیارد تومان», in the unit in which it was quoted. */
export function quotedQuantity(quantity: Quantity): string {
  return formatQuantity(exactValue(quantity), quantity.unit)
}

/** «بیش از ۳۷ واحد». */
export function qualifiedQuantity(qualifier: Qualifier, quantity: Quantity): string {
  return [formatQualifier(qualifier), quotedQuantity(quantity)].filter(Boolean).join(' ')
}
