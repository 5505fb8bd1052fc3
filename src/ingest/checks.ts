import Big from 'big.js'
import { key } from '../persian/normalise.ts'
import type { DraftFlag } from './draft.ts'
import type { Figure } from './figures.ts'

export interface Checked {
  readonly figure: Figure
  readonly flags: readonly DraftFlag[]
  readonly alternatives: readonly Big[]
}

const COMPARING = /^(نسبت|مقایسه|قیاس|به|افزایش|کاهش|بوده|بود|رسید|رسیده)$/
const THOUSAND = new Big(1000)

/**
 * Figures of one sentence that are compared and lie about a thousand times apart: «۳۶ میلیارد»
 * after «۳۲ هزار میلیارد». The smaller is flagged; both readings are offered.
 */
export function implausibleIn(
  figures: readonly Figure[],
  keys: readonly string[],
): Map<Figure, Big> {
  const found = new Map<Figure, Big>()
  for (const [index, figure] of figures.entries()) {
    const next = figures[index + 1]
    if (next === undefined || next.unit !== figure.unit) continue
    if (figure.value === null || next.value === null) continue
    const between = keys.slice(figure.to, next.from)
    if (between.length > 12 || !between.some((word) => COMPARING.test(word))) continue
    const [small, large] = figure.value.lt(next.value) ? [figure, next] : [next, figure]
    const corrected = (small.value ?? new Big(0)).times(THOUSAND)
    const ratio = corrected.eq(0) ? new Big(0) : corrected.div(large.value ?? 1)
    if (ratio.gte(0.3) && ratio.lte(3)) found.set(small, corrected)
  }
  return found
}

/** A share above the whole is a slip or no share. */
export function isImpossibleShare(figure: Figure, measure: string): boolean {
  return measure === 'share' && figure.unit === 'درصد' && (figure.value?.gt(100) ?? false)
}

export interface Stated {
  readonly value: number | null
  readonly alternatives: readonly number[]
  readonly unit: string
  readonly indicator: string
  readonly heading: boolean
}

/**
 * Titles repeat a figure of the body. One that the body does not give, beside a figure of the same
 * unit for the same thing, disagrees with it.
 */
export function titleDisagrees(title: Stated, body: readonly Stated[]): boolean {
  const same = body.filter((other) => other.unit === title.unit)
  if (title.value === null || same.length === 0) return false
  if (same.some((other) => isRepeat(title, other) || isRounded(title, other))) return false
  return same.some((other) => sharedWords(title.indicator, other.indicator) > 0)
}

export function isRepeat(a: Stated, b: Stated): boolean {
  if (a.unit !== b.unit) return false
  if (a.value === null || b.value === null) {
    return a.value === b.value && a.alternatives.join() === b.alternatives.join()
  }
  return a.value === b.value
}

/** «بیش از ۱۰ هزار» in the title for ۱۰ هزار و ۳۵۵. */
function isRounded(title: Stated, body: Stated): boolean {
  if (title.value === null || body.value === null || title.value === 0) return false
  return Math.abs(body.value / title.value - 1) < 0.06
}

function sharedWords(a: string, b: string): number {
  const words = new Set(contentWords(a))
  return contentWords(b).filter((word) => words.has(word)).length
}

/** The words of a phrase that tell something, without its unit, as keys. */
export function contentWords(phrase: string, unit = ''): string[] {
  const units = new Set(unit.split(' ').map(key))
  return phrase
    .split(/[\s\u200c،]+/)
    .map(key)
    .filter((word) => word.length > 2 && !units.has(word))
}
