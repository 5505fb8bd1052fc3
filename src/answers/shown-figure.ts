import type { Observation } from '../facts/types.ts'
import { formatNumber } from '../persian/format.ts'
import { HEMAT } from '../persian/unit-table.ts'
import { splitUnit, unitFactor } from '../persian/units.ts'
import type { Question } from '../questions/question.ts'
import type { Figure, Part } from './answer.ts'
import { convertedTo } from './derive.ts'
import { observationsOf } from './figure-text.ts'
import { figureOf } from './figures.ts'
import type { Desk } from './outcome.ts'
import { figure, newLine } from './parts.ts'
import { texts } from './texts.fa.ts'

const TOMAN = 'تومان'
const RIAL = 'ریال'
const MONEY = [TOMAN, RIAL]

/**
 * An observation in the unit in which it is wanted: that of «به ریال», else the chat's own for money.
 * A converted figure carries the stored one as its only input.
 */
export function shownFigure(
  observation: Observation,
  desk: Desk,
  question: Question | null = null,
): Figure {
  const stored = figureOf(observation, desk.names)
  const unit = wantedUnit(stored, question, desk)
  if (unit === null || unit === stored.unit || stored.value === null) return stored
  return convertedTo(stored, unit) ?? stored
}

/** The question as if «به ریال» had been said, where the chat prefers it and no unit was named. */
export function inMoneyOf(question: Question, { context, names }: Desk): Question {
  const { unit } = names.indicator(question.indicator?.value as number)
  const preferred = context.moneyUnit ?? unit
  const isMoney = [unit, preferred].every((one) => MONEY.includes(one))
  if (question.unit !== null || preferred === unit || !isMoney) return question
  return { ...question, unit: preferred, convert: true }
}

function wantedUnit({ unit }: Figure, question: Question | null, desk: Desk): string | null {
  if (question?.convert && question.unit !== null) {
    return question.unit === HEMAT ? TOMAN : splitUnit(question.unit).unit
  }
  const { moneyUnit } = desk.context
  return moneyUnit != null && MONEY.includes(unit) ? moneyUnit : null
}

/** The stored figure that a converted one came from; null of any other. */
export function convertedFrom({ unit, derived }: Figure): Figure | null {
  const [only, ...more] = derived?.inputs ?? []
  return only !== undefined && more.length === 0 && only.unit !== unit ? only : null
}

/** The stored figures that one rests on: itself, or what it was computed or converted from. */
export const basisOf = (one: Figure): readonly Figure[] =>
  one.derived?.inputs.flatMap(basisOf) ?? [one]

/** The figure with the source that it came from: a converted one has that of the stored one. */
export const sourced = (one: Figure): Figure => convertedFrom(one) ?? one

/** «از تومان به ریال تبدیل شده است (× ۱۰)», once for all figures that were; empty for none. */
export function conversionText(figures: readonly Figure[]): string {
  const steps = new Map<string, string>()
  for (const one of figures) {
    const from = convertedFrom(one)
    const step = stepOf(one)
    if (from === null || step === '') continue
    steps.set(`${from.unit} ${one.unit}`, texts.convertedAll(from.unit, one.unit, step))
  }
  return [...steps.values()].join('؛ ')
}

/** «× ۱۰»: by what a converted figure was multiplied. */
export function stepOf(one: Figure): string {
  const from = convertedFrom(one)
  const factor = from && unitFactor(from.unit, one.unit)
  if (!factor) return ''
  return factor.gte(1) ? `× ${formatNumber(factor)}` : `÷ ${formatNumber(factor.pow(-1))}`
}

/** What was converted, as a line of its own. */
export function conversionParts(figures: readonly Figure[]): Part[] {
  const words = conversionText(figures)
  return words === '' ? [] : [newLine, figure(words, figures.flatMap(observationsOf), 'italic')]
}
