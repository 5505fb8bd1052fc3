import { parsePeriod } from '../persian/period-notation.ts'
import { checkTexts as texts } from './check-texts.fa.ts'
import { StoreError } from './errors.ts'
import { periodDays } from './period-days.ts'
import { type SourceInput, sourceIdentity } from './sources.ts'
import type { Indicator, Kind, Measure, Observation, Qualifier, Quantity } from './types.ts'
import { baseValue, exactValue, unitOfValue } from './values.ts'

/** A figure that someone wants to save. */
export interface CheckedFigure {
  readonly period: string
  readonly kind: Kind
  readonly measure: Measure
  readonly qualifier: Qualifier
  readonly quantity: Quantity | null
  readonly statement: string | null
  readonly source: SourceInput | null
}

/** What it is checked against. */
export interface CheckScene {
  readonly indicator: Pick<Indicator, 'name' | 'unit'>
  /** The current figures of the same indicator and place. */
  readonly neighbours: readonly Observation[]
  /** ISO day (Gregorian) in Tehran. */
  readonly today: string
  /** The figure that is corrected; it is no neighbour of itself. */
  readonly observationId?: number
}

export type FindingCode =
  | 'missing_source'
  | 'other_unit'
  | 'bad_value'
  | 'bad_rank'
  | 'future_actual'
  | 'duplicate'
  | 'same_source'
  | 'other_source'
  | 'tenfold'
  | 'past_target'

export interface Finding {
  readonly code: FindingCode
  /** A refused figure is not saved; a warned one is, when the person means it. */
  readonly severity: 'refused' | 'warned'
  /** Persian: the reason and the way out. */
  readonly message: string
  /** The figure that stands in the way or beside. */
  readonly observationId: number | null
}

/** How many times the last figure a new one may be before it looks like a slip of zeros or units. */
const JUMP = 10

/**
 * What is wrong or odd about a figure before it is saved, the refusals first. Pure: the figures
 * beside it and today's date are given.
 */
export function checkFigure(figure: CheckedFigure, scene: CheckScene): Finding[] {
  const others = scene.neighbours.filter(({ id }) => id !== scene.observationId)
  const fitting = valueFinding(figure, scene)
  const findings = [
    ...sourceFinding(figure),
    ...fitting,
    ...(fitting.length === 0 ? rankFinding(figure) : []),
    ...timeFindings(figure, scene.today),
    ...twinFindings(figure, others),
    ...(fitting.length === 0 ? jumpFinding(figure, scene, others) : []),
  ]
  const isRefused = ({ severity }: Finding) => severity === 'refused'
  return [...findings.filter(isRefused), ...findings.filter((one) => !isRefused(one))]
}

export const refusalsIn = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ severity }) => severity === 'refused')

const refused = (code: FindingCode, message: string, observationId: number | null = null) => ({
  code,
  severity: 'refused' as const,
  message,
  observationId,
})
const warned = (code: FindingCode, message: string, observationId: number | null = null) => ({
  code,
  severity: 'warned' as const,
  message,
  observationId,
})

function sourceFinding({ source }: CheckedFigure): Finding[] {
  const named = [source?.title, source?.publisher, source?.url].some((part) => part?.trim())
  return named ? [] : [refused('missing_source', texts.missingSource)]
}

function valueFinding({ quantity, measure }: CheckedFigure, { indicator }: CheckScene): Finding[] {
  if (!quantity) return []
  const { name, unit } = indicator
  if (unitOfValue(quantity.unit, measure, unit) === null) {
    return [refused('other_unit', texts.otherUnit(quantity.unit, name, unit))]
  }
  try {
    baseValue(quantity, measure, unit)
    return []
  } catch (error) {
    if (error instanceof StoreError) return [refused('bad_value', error.message)]
    throw error
  }
}

function rankFinding({ measure, quantity }: CheckedFigure): Finding[] {
  if (measure !== 'rank' || !quantity) return []
  const rank = exactValue(quantity)
  const isRank = rank.gte(1) && rank.round(0, 0).eq(rank)
  return isRank ? [] : [refused('bad_rank', texts.badRank)]
}

function timeFindings({ period, kind }: CheckedFigure, today: string): Finding[] {
  const { firstDay, lastDay } = periodDays(period)
  if (kind === 'actual') {
    const isFuture = firstDay !== null && firstDay > today
    return isFuture ? [refused('future_actual', texts.futureActual(period))] : []
  }
  return lastDay < today ? [warned('past_target', texts.pastTarget(kind, period))] : []
}

/** Figures of the same indicator, place, period, kind and measure. */
function twinFindings(figure: CheckedFigure, others: readonly Observation[]): Finding[] {
  const twins = others.filter(
    ({ period, kind, measure, statement }) =>
      period === figure.period &&
      kind === figure.kind &&
      measure === figure.measure &&
      (statement === null) === (figure.statement === null),
  )
  const ofSource = twins.filter(({ source }) => isSameSource(source, figure.source))
  const twin = ofSource.find((one) => saysTheSame(one, figure))
  if (twin) return [refused('duplicate', texts.duplicate(twin.id), twin.id)]
  // Several sayings of one source may stand side by side; several numbers hardly.
  const [rival] = figure.statement === null ? ofSource : []
  if (rival) return [warned('same_source', texts.sameSource(rival), rival.id)]
  const [beside] = figure.statement === null ? twins : []
  return beside ? [warned('other_source', texts.otherSource(beside), beside.id)] : []
}

function isSameSource(known: SourceInput, given: SourceInput | null): boolean {
  const isNamed = [given?.title, given?.publisher, given?.url].some((part) => part?.trim())
  return given !== null && isNamed && sourceIdentity(known) === sourceIdentity(given)
}

function saysTheSame(one: Observation, { quantity, statement, qualifier }: CheckedFigure) {
  if (statement !== null) return one.statement === statement.trim()
  if (!quantity || !one.quantity || one.qualifier !== qualifier) return false
  return quantity.unit === one.quantity.unit && exactValue(quantity).eq(exactValue(one.quantity))
}

/** Compared with the figure of the period before, or else of the one after, of the same length. */
function jumpFinding(
  figure: CheckedFigure,
  { indicator }: CheckScene,
  others: readonly Observation[],
): Finding[] {
  const { quantity, measure, kind, period } = figure
  if (!quantity || measure !== 'level') return []
  const value = baseValue(quantity, measure, indicator.unit)
  const unit = parsePeriod(period)?.unit
  const { lastDay } = periodDays(period)
  const alike = others.filter(
    (one) =>
      one.kind === kind &&
      one.measure === measure &&
      one.period !== period &&
      one.value !== null &&
      one.value !== 0 &&
      parsePeriod(one.period)?.unit === unit,
  )
  const byDay = [...alike].sort((a, b) => a.lastDay.localeCompare(b.lastDay))
  const last = byDay.filter((one) => one.lastDay < lastDay).at(-1) ?? byDay[0]
  if (!last?.value) return []
  if (!isJump(value, last.value)) return []
  const isMore = Math.abs(value) > Math.abs(last.value)
  return [warned('tenfold', texts.tenfold(last, isMore), last.id)]
}

/** Whether a value is more than ten times another that is not zero, or less than a tenth of it. */
export function isJump(value: number, other: number): boolean {
  const ratio = Math.abs(value / other)
  return value !== 0 && (ratio > JUMP || ratio < 1 / JUMP)
}
