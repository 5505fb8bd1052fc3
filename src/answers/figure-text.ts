import {
  formatQualifier,
  formatQuantity,
  persianDigits,
  type QuantityFormat,
} from '../persian/format.ts'
import { formatPeriod } from '../persian/period-format.ts'
import type { Figure, Part } from './answer.ts'
import { directedText } from './direction-text.ts'
import { asked, figure, newLine, text } from './parts.ts'
import { shownValue } from './shown-value.ts'
import { texts } from './texts.fa.ts'

/** «بیش از هزار و ۲۰۰ میلیارد تومان», or the words of a statement. */
export function valueText(one: Figure, format: QuantityFormat = {}): string {
  if (one.value === null) return one.statement ?? ''
  if (one.measure === 'change') return directedText(one, texts.change)
  const { value, qualifier } = shownValue(one)
  const quantity = formatQuantity(value, one.unit, format)
  return [formatQualifier(qualifier), quantity].filter(Boolean).join(' ')
}

/** How the values of a list are written: all alike, so that they are compared at a glance. */
export function formatOf(figures: readonly Figure[]): QuantityFormat {
  const isShort = (one: Figure) => valueText(one).includes('٫')
  return { whole: figures.some((one) => Math.abs(one.value ?? 0) >= MILLION && !isShort(one)) }
}

const MILLION = 1_000_000

export function periodText(period: string): string {
  return formatPeriod(period)
}

/** Ids of the observations that a figure rests on. */
export function observationsOf(one: Figure): number[] {
  if (one.observationId !== null) return [one.observationId]
  return (one.derived?.inputs ?? []).flatMap(observationsOf)
}

/** The figure's value as a part that names its observations. */
export function valuePart(one: Figure, style?: 'bold', format?: QuantityFormat): Part {
  return figure(valueText(one, format), observationsOf(one), style)
}

/** «قم، سال ۱۳۹۹ (هدف)»: where, when and of which kind. */
export function headingParts(one: Figure): Part[] {
  return [figure(`${one.place}، ${whenText(one)}`, observationsOf(one))]
}

/** «سال ۱۳۹۹ (هدف)», «تا سال ۱۴۰۰ (تجمعی، عملکرد)»: when and of which kind. */
export function whenText(one: Figure): string {
  return labelled(periodText(one.period), kindLabel(one))
}

/** The kind in brackets behind words; in the brackets that they end with, if they do. */
export function labelled(words: string, label: string): string {
  if (label === '') return words
  return words.endsWith(')') ? `${words.slice(0, -1)}، ${label})` : `${words} (${label})`.trim()
}

/** The kind, where the value does not tell it: «رتبه ۲» and «۳۰ درصد افزایش» say what they are. */
export function kindLabel(one: Figure): string {
  if (one.value === null) return ''
  const saysItself = one.measure === 'rank' || one.measure === 'change'
  if (!saysItself) return kindText(one)
  return one.kind === 'actual' ? '' : texts.kinds[one.kind]
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

/** «و ۳ مورد دیگر», where not everything is listed. */
export const moreParts = (count: number): Part[] =>
  count > 0 ? [newLine, asked(texts.more(persianDigits(String(count))))] : []
