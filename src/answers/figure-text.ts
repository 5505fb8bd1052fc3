import { formatQualifier, formatQuantity, persianDigits } from '../persian/format.ts'
import { formatPeriod } from '../persian/period-format.ts'
import type { Figure, Part } from './answer.ts'
import { figure, text } from './parts.ts'
import { texts } from './texts.fa.ts'

/** «بیش از هزار و ۲۰۰ میلیارد تومان», or the words of a statement. */
export function valueText(one: Figure): string {
  if (one.value === null) return one.statement ?? ''
  const rounded = one.derived !== null ? { decimals: 1 } : {}
  if (one.measure === 'change') return changeText(one, rounded)
  const quantity = formatQuantity(one.value, one.unit, rounded)
  return [formatQualifier(one.qualifier), quantity].filter(Boolean).join(' ')
}

function changeText(one: Figure, rounded: { decimals?: number }): string {
  const value = one.value ?? 0
  const amount = formatQuantity(Math.abs(value), one.unit, rounded)
  const direction = value < 0 ? texts.decrease : texts.increase
  if (value === 0) return texts.unchanged
  return [formatQualifier(one.qualifier), amount, direction].filter(Boolean).join(' ')
}

export function periodText(period: string): string {
  return formatPeriod(period)
}

/** Ids of the observations that a figure rests on. */
export function observationsOf(one: Figure): number[] {
  if (one.observationId !== null) return [one.observationId]
  return (one.derived?.inputs ?? []).flatMap(observationsOf)
}

/** The figure's value as a part that names its observations. */
export function valuePart(one: Figure, style?: 'bold'): Part {
  return figure(valueText(one), observationsOf(one), style)
}

/** «قم، سال ۱۳۹۹ (هدف)»: where, when and of which kind. */
export function headingParts(one: Figure): Part[] {
  const ids = observationsOf(one)
  const kind = one.value === null ? [] : [text(` (${kindText(one)})`)]
  return [figure(`${one.place}، ${periodText(one.period)}`, ids), ...kind]
}

/** «عملکرد», «هدف», «رتبه», «سهم هدف‌گذاری‌شده» … */
export function kindText(one: Figure): string {
  const kind = texts.kinds[one.kind]
  if (one.measure === 'level') return kind
  const measure = texts.measures[one.measure]
  return one.kind === 'actual' ? measure : `${measure}، ${kind}`
}

/** Dates that people read: «۱۴۰۰/۰۲/۱۱», or that it is unknown. */
export function publicationText(day: string | null, jalali: (day: string) => string): string {
  return day === null ? texts.unknownDate : persianDigits(jalali(day))
}
