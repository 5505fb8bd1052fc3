import Big from 'big.js'
import type { Qualifier } from '../facts/types.ts'
import { formatQualifier, formatQuantity, persianDigits } from '../persian/format.ts'
import { formatPeriod } from '../persian/period-format.ts'
import type { Figure, Part } from './answer.ts'
import { figure, newLine, text } from './parts.ts'
import { texts } from './texts.fa.ts'

/** «بیش از هزار و ۲۰۰ میلیارد تومان», or the words of a statement. */
export function valueText(one: Figure): string {
  if (one.value === null) return one.statement ?? ''
  const { value, qualifier } = shownOf(one)
  if (one.measure === 'change') return changeText(value, formatQualifier(qualifier), one.unit)
  return [formatQualifier(qualifier), formatQuantity(value, one.unit)].filter(Boolean).join(' ')
}

/** A computed value of many decimals («۴۱٫۶۶۶…») is shown rounded, and said to be about that. */
function shownOf({ value, qualifier, derived }: Figure): { value: Big; qualifier: Qualifier } {
  const exact = new Big(value ?? 0)
  if (derived === null || exact.eq(exact.round(2))) return { value: exact, qualifier }
  const decimals = exact.abs().gte(1000) ? 0 : 1
  return { value: exact.round(decimals), qualifier: qualifier === 'exact' ? 'about' : qualifier }
}

function changeText(value: Big, qualifier: string, unit: string): string {
  if (value.eq(0)) return texts.unchanged
  const direction = value.lt(0) ? texts.decrease : texts.increase
  return [qualifier, formatQuantity(value.abs(), unit), direction].filter(Boolean).join(' ')
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

/** A line that tells that the period of some figure was worked out, where figures are listed. */
export function inferredParts(figures: readonly Figure[]): Part[] {
  if (!figures.some((one) => one.periodBasis === 'inferred')) return []
  return [newLine, text(figures.length > 1 ? texts.someInferred : texts.inferred, 'italic')]
}
