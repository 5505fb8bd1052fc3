import Big from 'big.js'
import type { Qualifier } from '../facts/types.ts'
import { formatNumber, formatQuantity } from '../persian/format.ts'
import { isKnownUnit } from '../persian/units.ts'
import type { Figure } from './answer.ts'
import { derivedFigure } from './figures.ts'
import { turned } from './shown-value.ts'
import { texts } from './texts.fa.ts'

/**
 * Figures of two indicators set together, exactly, each with its working. What does not fit
 * together is no figure but the reason.
 */
export type Paired = Figure | 'unlike' | 'by_nothing' | 'unknown_direction'

const PERCENT = 'درصد'
const TON = 'تن'
const KILOGRAM = 'کیلوگرم'

/**
 * One figure by `per` units of another of the same place, period and kind: «۳٫۵ تن در هکتار». Of one unit it is
 * a ratio in percent. `name` is what the quotient is called.
 */
export function quotientOf(first: Figure, second: Figure, name: string, per = 1): Paired {
  if (!together(first, second)) return 'unlike'
  const [dividend, divisor] = [first.value ?? 0, second.value ?? 0]
  if (divisor <= 0) return 'by_nothing'
  const qualifier = ofQuotient(first, second)
  if (qualifier === null) return 'unknown_direction'
  const isRatio = first.unit === second.unit
  const plain = new Big(dividend).times(isRatio ? 100 : per).div(divisor)
  // A person's share of a harvest is a matter of kilograms.
  const isSmall = first.unit === TON && !isRatio && plain.abs().lt(1)
  const factor = (isRatio ? 1 : per) * (isSmall ? 1000 : 1)
  const unit = isRatio ? PERCENT : unitBy(isSmall ? KILOGRAM : first.unit, second.unit, per)
  const value = Number((isSmall ? plain.times(1000) : plain).toPrecision(15))
  const working = [first, second].map((one) => formatQuantity(one.value ?? 0, one.unit)).join(' ÷ ')
  const formula = factor === 1 ? working : `${working} × ${formatNumber(factor)}`
  const derived = derivedFigure({ value, unit, qualifier }, formula, [first, second])
  return { ...derived, indicator: name }
}

/** Two figures of one unit, place, period and kind together. */
export function sumOfTwo(first: Figure, second: Figure, name: string): Paired {
  if (!together(first, second) || first.unit !== second.unit) return 'unlike'
  const qualifier = joined(first.qualifier, second.qualifier)
  if (qualifier === null) return 'unknown_direction'
  const value = new Big(first.value ?? 0).plus(second.value ?? 0).toNumber()
  const formula = [first, second].map((one) => formatQuantity(one.value ?? 0, one.unit)).join(' + ')
  const derived = derivedFigure({ value, unit: first.unit, qualifier }, formula, [first, second])
  return { ...derived, indicator: name }
}

/** «تن در هکتار» where people say so, else «تومان به ازای هر واحد». */
export function unitBy(unit: string, divisor: string, per: number): string {
  const short = texts.unitIn(unit, divisor)
  return per === 1 && isKnownUnit(short) ? short : texts.unitPer(unit, perText(per), divisor)
}

/** «هزار» of «به ازای هر هزار نفر»; nothing of one. */
export const perText = (per: number): string => (per === 1 ? '' : formatQuantity(per, ''))

/** A level of each at one place and time, of one kind; no percentages, no ranks. */
function together(first: Figure, second: Figure): boolean {
  return (
    [first, second].every(
      ({ value, measure, unit }) => value !== null && measure === 'level' && unit !== PERCENT,
    ) &&
    first.place === second.place &&
    first.period === second.period &&
    first.kind === second.kind
  )
}

/**
 * More than something by exactly so many is more than the quotient; something by more than so many
 * is less. Where both are bounds of one direction, or the one is vague, nothing can be said: null.
 */
function ofQuotient(first: Figure, second: Figure): Qualifier | null {
  if ((first.value ?? 0) < 0 && second.qualifier !== 'exact') return null
  return joined(first.qualifier, turned(second.qualifier))
}

/** What holds of two together that push the same way; null where they pull apart. */
function joined(a: Qualifier, b: Qualifier): Qualifier | null {
  if (a === b || b === 'exact') return a
  if (a === 'exact') return b
  const both = [a, b]
  if (both.every((one) => LOWER.has(one))) return 'at_least'
  return both.every((one) => UPPER.has(one)) ? 'at_most' : null
}

const LOWER: ReadonlySet<Qualifier> = new Set(['more_than', 'at_least'])
const UPPER: ReadonlySet<Qualifier> = new Set(['less_than', 'at_most'])
