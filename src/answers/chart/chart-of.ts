import type { Kind } from '../../facts/types.ts'
import { formatQualifier } from '../../persian/format.ts'
import { formatPeriod } from '../../persian/period-format.ts'
import { comparePeriods, sameLengthShape } from '../../persian/period-relations.ts'
import type { Answer, Figure } from '../answer.ts'
import { achievedShare, comparable } from '../derive.ts'
import { valueText as figureText } from '../figure-text.ts'
import { basisOf, conversionText, convertedFrom, sourced } from '../shown-figure.ts'
import type { BarChart, ChartPoint, ChartSeries, ChartSpec, LineChart } from './spec.ts'
import { texts } from './texts.fa.ts'

type Drawable = Pick<Answer, 'figures' | 'nearby' | 'reading'>

const MOST_SERIES = 5
const MOST_BARS = 40
/** A stretch of years with more gaps than this is drawn with the years that are known. */
const MOST_YEARS = 30

/**
 * The chart that an answer is best seen as, or null when there is nothing to compare: over time a
 * line, places beside each other or the target against the actual value as bars. Only figures of
 * one unit, measure and length of period stand in one chart.
 */
export function chartOf({ figures, nearby, reading }: Drawable): ChartSpec | null {
  // An order of changes is drawn as changes, and not as what they were computed from.
  const isOrder = reading?.aspect === 'most' || reading?.aspect === 'least'
  const partsOf = isOrder ? (one: Figure) => [one] : inputsOf
  const own = figures.flatMap(partsOf)
  const first = own.find(({ value }) => value !== null)
  if (first === undefined || first.statement !== undefined) return null
  const together = [...own, ...nearby.flatMap(partsOf)].filter(
    (one) => one.value !== null && comparable(one, first) && oneLength(one.period, first.period),
  )
  const shown = withoutRepeats(together)
  const places = distinct(shown, ({ place }) => place)
  const periods = distinct(shown, ({ period }) => period).sort(comparePeriods)
  if (periods.length > 1) return lineOf(shown, places, periods)
  if (places.length > 1) return placesOf(shown, first, own, reading?.aspect)
  return againstTarget(shown)
}

/** A computed figure is drawn as what it was computed from, a converted one as it is shown. */
function inputsOf(one: Figure): readonly Figure[] {
  if (one.derived === null || convertedFrom(one) !== null) return [one]
  return one.derived.inputs.flatMap(inputsOf)
}

/** «تاکنون» counts up to its report, a year stands alone: never in one chart. */
const oneLength = (a: string, b: string): boolean => a === b || sameLengthShape(a, b)

const distinct = <T>(figures: readonly Figure[], of: (one: Figure) => T): T[] => [
  ...new Set(figures.map(of)),
]

function withoutRepeats(figures: readonly Figure[]): Figure[] {
  const keyOf = (one: Figure) =>
    [one.place, one.period, one.kind, one.value, one.qualifier].join('|')
  const seen = new Set<string>()
  return figures.filter((one) => !seen.has(keyOf(one)) && seen.add(keyOf(one)))
}

function headOf(figures: readonly Figure[]) {
  const names = figures
    .flatMap(basisOf)
    .flatMap(({ source }) => source?.publisher ?? source?.title ?? [])
  return {
    unit: figures[0]?.unit ?? '',
    sources: [...new Set(names)],
    note: null,
    conversion: conversionText(figures),
  }
}

function lineOf(
  figures: readonly Figure[],
  places: readonly string[],
  periods: readonly string[],
): LineChart | null {
  const kinds = distinct(figures, ({ kind }) => kind)
  const slots = withMissingYears(periods)
  const groups = places.flatMap((place) => kinds.map((kind) => ({ place, kind })))
  const series = groups
    .map(({ place, kind }): ChartSeries => {
      const own = figures.filter((one) => one.place === place && one.kind === kind)
      return {
        name: seriesName(place, kind, places.length, kinds.length),
        kind,
        points: slots.map((period) => pointOf(own.filter((one) => one.period === period))),
      }
    })
    .filter(({ points }) => points.some(({ value }) => value !== null))
  const [only] = kinds
  const kind =
    kinds.length === 1 && only !== undefined && only !== 'actual' ? texts.kinds[only] : ''
  if (series.length > MOST_SERIES) return null
  return {
    type: 'line',
    title: figures[0]?.indicator ?? '',
    subtitle: [places.length === 1 ? places[0] : '', kind].filter(Boolean).join('، '),
    ...headOf(figures),
    labels: slots.map((period) => formatPeriod(period, { style: 'short' })),
    series,
  }
}

function seriesName(place: string, kind: Kind, places: number, kinds: number): string {
  if (places === 1) return texts.kinds[kind]
  return kinds === 1 ? place : `${place}، ${texts.kinds[kind]}`
}

/** Sources that disagree on one point are all drawn: the first on the line, the others beside it. */
function pointOf(own: readonly Figure[]): ChartPoint {
  const [first, ...rest] = own
  return {
    value: first?.value ?? null,
    exact: first === undefined || first.qualifier === 'exact',
    others: rest.flatMap(({ value }) => (value === null || value === first?.value ? [] : [value])),
  }
}

/** Years between the first and the last that nobody reported keep their place. */
function withMissingYears(periods: readonly string[]): string[] {
  const years = periods.map(Number)
  if (!periods.every((period) => /^\d{4}$/.test(period))) return [...periods]
  const from = Math.min(...years)
  const count = Math.max(...years) - from + 1
  if (count > MOST_YEARS) return [...periods]
  return Array.from({ length: count }, (_, index) => String(from + index))
}

/** One bar for each place, in the order of the answer; the best first where it ranks. */
function placesOf(
  figures: readonly Figure[],
  first: Figure,
  asked: readonly Figure[],
  aspect: string | undefined,
): BarChart | null {
  const ofKind = figures.filter((one) => one.kind === first.kind)
  if (distinct(ofKind, ({ place }) => place).length < 2 || ofKind.length > MOST_BARS) return null
  const conflict = new Set(ofKind.map(({ place }) => place)).size < ofKind.length
  const ranked = !conflict && (aspect === 'most' || aspect === 'least' || aspect === 'rank')
  const direction = aspect === 'least' ? 1 : -1
  const inOrder = ranked
    ? [...ofKind].sort((a, b) => direction * ((a.value ?? 0) - (b.value ?? 0)))
    : ofKind
  const emphasised = emphasisedOf(asked, aspect)
  const kind = first.kind === 'actual' ? '' : texts.kinds[first.kind]
  return {
    type: 'bars',
    title: first.indicator,
    subtitle: [formatPeriod(first.period), kind, sinceOf(first)].filter(Boolean).join('، '),
    ...headOf(ofKind),
    ranked,
    bars: inOrder.map((one) => ({
      ...barOf(one),
      name: conflict ? texts.ofSource(one.place, publisherOf(one)) : one.place,
      emphasised: emphasised.has(one),
    })),
  }
}

/** «تغییر نسبت به سال ۱۴۰۱» of a computed change. */
function sinceOf({ measure, derived }: Figure): string {
  const earlier = measure === 'change' ? derived?.inputs[1] : undefined
  return earlier === undefined ? '' : texts.changeSince(formatPeriod(earlier.period))
}

/** Of a place's rank only that place; of the rest everything that was asked for. */
function emphasisedOf(asked: readonly Figure[], aspect: string | undefined): Set<Figure> {
  const [first] = asked
  return new Set(aspect === 'rank' && first !== undefined ? [first] : asked)
}

const barOf = ({ value, qualifier, kind }: Figure) => ({
  value,
  qualifier: formatQualifier(qualifier),
  kind,
})

const publisherOf = (one: Figure): string => sourced(one).source?.publisher ?? texts.unknownSource

/** Target, actual and forecast of one place and period, with the share achieved. */
function againstTarget(figures: readonly Figure[]): BarChart | null {
  const first = figures[0]
  if (first === undefined || figures.length < 2) return null
  const kinds = distinct(figures, ({ kind }) => kind)
  const conflict = kinds.length < figures.length
  const nameOf = (one: Figure) =>
    conflict ? texts.ofSource(texts.kinds[one.kind], publisherOf(one)) : texts.kinds[one.kind]
  const inOrder = (['target', 'actual', 'forecast'] as const).flatMap((kind) =>
    figures.filter((one) => one.kind === kind),
  )
  return {
    type: 'bars',
    title: first.indicator,
    subtitle: `${first.place}، ${formatPeriod(first.period)}`,
    ...headOf(figures),
    note: conflict ? null : achievedNote(figures),
    ranked: false,
    bars: inOrder.map((one) => ({ ...barOf(one), name: nameOf(one), emphasised: true })),
  }
}

function achievedNote(figures: readonly Figure[]): string | null {
  const actual = figures.find(({ kind }) => kind === 'actual')
  const target = figures.find(({ kind }) => kind === 'target')
  const share = actual && target ? achievedShare(actual, target) : null
  if (share?.value == null) return null
  return texts.achieved(figureText(share))
}
