import type { Question } from '../questions/question.ts'
import type { Names } from './figures.ts'
import { perText } from './quotient.ts'
import { texts } from './texts.fa.ts'

/** «تولید گندم به ازای هر هکتار (سطح زیر کشت گندم)»; the name alone of one indicator. */
export function indicatorName({ aspect, indicator, second }: Question, names: Names): string {
  if (indicator === null) return ''
  const first = names.indicator(indicator.value)
  if (second === undefined || !names.hasIndicator(second.indicator)) return first.name
  const other = names.indicator(second.indicator)
  if (aspect === 'sum') return texts.sumOf(first.name, other.name)
  if (first.unit === other.unit) return texts.ratioOf(first.name, other.name)
  return texts.perUnitOf(first.name, perText(second.per), other.unit, other.name)
}
