import type { Kind, Measure, Observation } from '../facts/types.ts'
import { jalaliOf } from '../persian/calendar.ts'
import { comparePeriods, periodYear } from '../persian/period-relations.ts'
import type { Question } from '../questions/question.ts'

/** Kinds that a question may be answered with, in order; the first that is held is taken. */
export function acceptedKinds(
  question: Pick<Question, 'kind' | 'tense' | 'periods'>,
  today: string,
): readonly Kind[] {
  if (question.kind?.value === 'target') return ['target']
  if (question.kind?.value === 'forecast') return ['forecast']
  if (question.kind?.value === 'actual' || question.tense === 'past') return ['actual']
  // «امسال چند پروژه تکمیل می‌شود» looks ahead; «چقدر گندم تولید می‌شود» asks how it is.
  const said = question.periods?.value.at(-1)
  const ahead = said !== undefined && periodYear(said) >= jalaliOf(today).year
  if (question.tense === 'future' && ahead) return ['target', 'forecast', 'actual']
  return ['actual', 'target', 'forecast']
}

/** Measures that a question may be answered with, in order. */
export function acceptedMeasures(
  question: Pick<Question, 'aspect' | 'unit'>,
  indicatorUnit: string,
): readonly Measure[] {
  if (question.aspect === 'rank') return ['rank']
  if (question.aspect === 'share') return ['share']
  if (question.aspect === 'change') return ['change']
  if (question.unit === 'درصد' && indicatorUnit !== 'درصد') return ['share', 'change']
  if (question.unit !== null && question.unit !== 'درصد' && indicatorUnit === 'درصد') return []
  return ['level', 'share', 'change', 'rank']
}

/** The newest period among observations, in canonical notation; null of none. */
export function latestPeriod(observations: readonly Observation[]): string | null {
  let latest: string | null = null
  for (const { period } of observations)
    if (latest === null || comparePeriods(period, latest) > 0) latest = period
  return latest === null ? null : widest(latest, observations)
}

/** Of periods that end on one day the longest: the year rather than its last quarter. */
function widest(period: string, observations: readonly Observation[]): string {
  const own = observations.find((one) => one.period === period)
  const ending = observations.filter((one) => one.lastDay === own?.lastDay)
  return ending.reduce(
    (best, one) => ((one.firstDay ?? '') < (best.firstDay ?? '') ? one : best),
    ending[0] as Observation,
  ).period
}

/**
 * Whether an observation is of the period asked for. «تاکنون» (an open start) asks for the
 * latest cumulative figure.
 */
export function isOfPeriod(observation: Pick<Observation, 'period'>, asked: string): boolean {
  if (observation.period === asked) return true
  return asked.startsWith('../') && observation.period.startsWith('../')
}

/** The first of `wanted` that some observation has, and the observations that have it. */
export function firstHeld<T extends Kind | Measure>(
  observations: readonly Observation[],
  wanted: readonly T[],
  of: (observation: Observation) => Kind | Measure,
): { value: T; observations: Observation[] } | null {
  for (const value of wanted) {
    const held = observations.filter((observation) => of(observation) === value)
    if (held.length > 0) return { value, observations: held }
  }
  return null
}

/** Several sources that say the same count once, each with its own words kept. */
export function withoutRepeats(observations: readonly Observation[]): Observation[] {
  const seen = new Set<string>()
  return observations.filter((observation) => {
    const said = [
      observation.placeId,
      observation.period,
      observation.kind,
      observation.measure,
      observation.value,
      observation.qualifier,
      observation.statement,
    ].join('|')
    if (seen.has(said)) return false
    seen.add(said)
    return true
  })
}

/** Observations nearest in time to a period asked for, nearest first. */
export function nearestInTime<One extends Pick<Observation, 'period'>>(
  observations: readonly One[],
  asked: string | null,
): One[] {
  const sorted = [...observations].sort((a, b) => comparePeriods(b.period, a.period))
  if (asked === null) return sorted
  const distance = (one: One) => Math.abs(yearsApart(one.period, asked))
  return sorted.sort((a, b) => distance(a) - distance(b))
}

function yearsApart(a: string, b: string): number {
  return yearIn(a) - yearIn(b)
}

function yearIn(period: string): number {
  return Number(/(\d{4})(?!.*\d{4})/.exec(period)?.[1] ?? 0)
}
