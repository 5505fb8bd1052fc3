import Big from 'big.js'
import { formatNumber, formatQualifier, formatQuantity } from '../persian/format.ts'
import { splitUnit } from '../persian/units.ts'
import type { Figure } from './answer.ts'

/** «بیش از ۱۲ هزار میلیارد ریال (× ۱۰)»: a conversion always shows its factor. */
export function convertedText(one: Figure, unit: string, factor: Big): string {
  const value = new Big(one.value ?? 0).times(factor)
  const scaled = splitUnit(unit)
  const shown =
    scaled.power === 0 && unit !== 'همت'
      ? formatQuantity(value, unit)
      : `${formatNumber(value.round(6))} ${unit}`
  const working = factor.gte(1)
    ? `× ${formatNumber(factor)}`
    : `÷ ${formatNumber(new Big(1).div(factor))}`
  return `${[formatQualifier(one.qualifier), shown].filter(Boolean).join(' ')} (${working})`
}
