import Big from 'big.js'
import type { Qualifier } from '../facts/types.ts'
import { formatNumber } from '../persian/format.ts'
import { sameLengthShape } from '../persian/period-relations.ts'
import { unitFactor } from '../persian/units.ts'
import { TIMES } from '../questions/special-units.ts'
import type { Figure } from './answer.ts'
import { derivedFigure } from './figures.ts'
import { turned } from './shown-value.ts'
import { texts } from './texts.fa.ts'

/**
 * Figures computed from others, exactly, each with its formula and inputs. Every function gives
 * null where the parts do not fit together.
 */

const PERCENT = 'درصد'

/** 37 of 25 is 148 percent. Needs the same place, period and unit, and a target above zero. */
export function achievedShare(actual: Figure, target: Figure): Figure | null {
  if (!comparable(actual, target) || actual.period !== target.period) return null
  if (target.value === null || actual.value === null || target.value <= 0) return null
  const value = percent(actual.value, target.value)
  const formula = workingOf([actual, target], ([a, b]) => `${a} ÷ ${b}`)
  const qualifier = ofQuotient(actual, target)
  return derivedFigure(
    { value, unit: PERCENT, qualifier, kind: 'actual', measure: 'share' },
    formula,
    [actual, target],
  )
}

/** What is missing of a target, in percent of it; null where it was reached. */
export function unmetShare(actual: Figure, target: Figure): Figure | null {
  const achieved = achievedShare(actual, target)
  const value = achieved?.value == null ? -1 : new Big(100).minus(achieved.value).toNumber()
  if (achieved === null || value < 0) return null
  const formula = workingOf([target, actual], ([a, b]) => `(${a} − ${b}) ÷ ${a}`)
  const qualifier = turned(achieved.qualifier)
  return derivedFigure(
    { value, unit: PERCENT, qualifier, kind: 'actual', measure: 'share' },
    formula,
    [actual, target],
  )
}

/** Actual less target, in the indicator's unit; negative when the target was missed. */
export function gapToTarget(actual: Figure, target: Figure): Figure | null {
  if (!comparable(actual, target) || actual.period !== target.period) return null
  return difference(actual, target)
}

/** One figure less another of the same unit. */
export function difference(a: Figure, b: Figure): Figure | null {
  if (!comparable(a, b) || a.value === null || b.value === null) return null
  const value = new Big(a.value).minus(b.value).toNumber()
  const formula = workingOf([a, b], ([first, second]) => `${first} − ${second}`)
  const qualifier = ofDifference(a.qualifier, b.qualifier)
  return derivedFigure({ value, unit: a.unit, qualifier }, formula, [a, b])
}

/** How many times the second the first is; null of a second at zero or below. */
export function timesOf(first: Figure, second: Figure): Figure | null {
  if (!comparable(first, second)) return null
  if (first.value === null || second.value === null || second.value <= 0) return null
  const value = rounded(new Big(first.value).div(second.value))
  const formula = workingOf([first, second], ([a, b]) => `${a} ÷ ${b}`)
  const qualifier = ofQuotient(first, second)
  return derivedFigure({ value, unit: TIMES, qualifier }, formula, [first, second])
}

/** Growth in percent from an earlier period of the same length; null from zero or below. */
export function changeOver(later: Figure, earlier: Figure): Figure | null {
  if (!comparable(later, earlier) || !sameLengthShape(later.period, earlier.period)) return null
  if (later.value === null || earlier.value === null || earlier.value <= 0) return null
  const value = new Big(percent(later.value, earlier.value)).minus(100).toNumber()
  const formula = workingOf([later, earlier], ([now, before]) => `(${now} − ${before}) ÷ ${before}`)
  const qualifier = ofQuotient(later, earlier)
  return derivedFigure({ value, unit: PERCENT, qualifier, measure: 'change' }, formula, [
    later,
    earlier,
  ])
}

/** A part in percent of its whole, of the same period and kind. */
export function shareOf(part: Figure, whole: Figure): Figure | null {
  if (!comparable(part, whole) || part.period !== whole.period || part.kind !== whole.kind)
    return null
  if (part.value === null || whole.value === null || whole.value <= 0) return null
  const formula = workingOf([part, whole], ([a, b]) => `${a} ÷ ${b}`)
  const qualifier = ofQuotient(part, whole)
  return derivedFigure(
    { value: percent(part.value, whole.value), unit: PERCENT, qualifier, measure: 'share' },
    formula,
    [part, whole],
  )
}

/** The figure in another unit of its dimension; null where there is no such conversion. */
export function convertedTo(one: Figure, unit: string): Figure | null {
  const factor = unitFactor(one.unit, unit)
  if (factor === null || one.value === null) return null
  const value = new Big(one.value).times(factor).toNumber()
  const step = factor.gte(1)
    ? `× ${formatNumber(factor)}`
    : `÷ ${formatNumber(new Big(1).div(factor))}`
  const { qualifier, measure } = one
  return derivedFigure({ value, unit, qualifier, measure }, `${formatNumber(one.value)} ${step}`, [
    one,
  ])
}

/** The sum of figures of one unit and kind; null of fewer than two. */
export function totalOf(figures: readonly Figure[], place: string, period: string): Figure | null {
  const sum = sumOf(figures)
  if (sum === null) return null
  const formula = workingOf(figures, (terms) => terms.join(' + '))
  const first = figures[0] as Figure
  return derivedFigure(
    { value: sum.toNumber(), unit: first.unit, qualifier: ofSum(figures), place, period },
    formula,
    figures,
  )
}

/** The mean of figures of one unit and kind; null of fewer than two. */
export function averageOf(
  figures: readonly Figure[],
  place: string,
  period: string,
): Figure | null {
  const sum = sumOf(figures)
  if (sum === null) return null
  const formula = workingOf(
    figures,
    (terms) => `(${terms.join(' + ')}) ÷ ${formatNumber(figures.length)}`,
  )
  const first = figures[0] as Figure
  const value = rounded(sum.div(figures.length))
  return derivedFigure(
    { value, unit: first.unit, qualifier: ofSum(figures), place, period },
    formula,
    figures,
  )
}

function sumOf(figures: readonly Figure[]): Big | null {
  const first = figures[0]
  if (first === undefined || figures.length < 2) return null
  if (
    !figures.every((one) => one.value !== null && comparable(one, first) && one.kind === first.kind)
  )
    return null
  return figures.reduce((sum, one) => sum.plus(one.value ?? 0), new Big(0))
}

/** Figures of one indicator may be set against each other when unit and measure agree. */
export function comparable(a: Figure, b: Figure): boolean {
  return a.unit === b.unit && a.measure === b.measure && a.indicator === b.indicator
}

const MILLIARD = 1_000_000_000

/** The working in words of its numbers; money in milliards where nothing is lost by it. */
function workingOf(
  figures: readonly Figure[],
  write: (numbers: readonly string[]) => string,
): string {
  const values = figures.map(({ value }) => value ?? 0)
  const isGreat =
    values.some((value) => value !== 0) && values.every((value) => value % MILLIARD === 0)
  if (!isGreat) return write(values.map((value) => formatNumber(value)))
  const numbers = values.map((value) => formatNumber(new Big(value).div(MILLIARD)))
  return texts.milliards(write(numbers), figures[0]?.unit ?? '')
}

function percent(part: number, whole: number): number {
  return rounded(new Big(part).times(100).div(whole))
}

/** Twelve significant digits: more than any source has, and free of binary noise. */
function rounded(value: Big): number {
  return Number(value.toPrecision(12))
}

/** «بیش از ۶۰۰» of exactly 500 is more than 120 percent; of «حدود ۵۰۰» only about. */
function ofQuotient(numerator: Figure, denominator: Figure): Qualifier {
  // More of what something negative is divided by is less of a loss: left open.
  if ((numerator.value ?? 0) < 0 && denominator.qualifier !== 'exact') return 'about'
  return ofDifference(numerator.qualifier, denominator.qualifier)
}

function ofDifference(first: Qualifier, second: Qualifier): Qualifier {
  if (second === 'exact') return first
  if (first === 'exact') return turned(second)
  return first === turned(second) ? first : 'about'
}

/** Bounds of one direction add up; mixed ones make the sum approximate. */
function ofSum(figures: readonly Figure[]): Qualifier {
  const bounds = new Set(figures.map((one) => one.qualifier).filter((one) => one !== 'exact'))
  if (bounds.size === 0) return 'exact'
  const kinds = [...bounds]
  if (kinds.every((one) => one === 'more_than')) return 'more_than'
  if (kinds.every((one) => one === 'more_than' || one === 'at_least')) return 'at_least'
  if (kinds.every((one) => one === 'less_than')) return 'less_than'
  if (kinds.every((one) => one === 'less_than' || one === 'at_most')) return 'at_most'
  return 'about'
}
