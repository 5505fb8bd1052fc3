import {
  COLOURS,
  drawFoot,
  drawHead,
  type LegendEntry,
  MARGIN,
  notesOf,
  picture,
  RIGHT,
} from './frame.ts'
import { type Axis, niceAxis, type ValueScale, valueScale } from './scale.ts'
import type { ChartPoint, ChartSeries, LineChart } from './spec.ts'
import { BOLD, rounded, svgText, textWidth } from './svg-text.ts'
import { texts } from './texts.fa.ts'

const HEIGHT = 290
const LABEL = 20

interface Plot {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly axis: Axis
  readonly count: number
}

/** Values over time, which runs from left to right with the axis at the left, as in Iranian yearbooks. */
export function drawLine(spec: LineChart): string {
  const points = spec.series.flatMap((series) => series.points)
  const values = points.flatMap(({ value, others }) => [
    ...(value === null ? [] : [value]),
    ...others,
  ])
  const scale = valueScale(values, spec.unit)
  const axis = niceAxis(values)
  const head = drawHead(spec, scale.unit, legendOf(spec.series))
  const ticks = axis.ticks.map((tick) => scale.write(tick))
  const left = MARGIN + Math.max(...ticks.map((tick) => textWidth(tick, LABEL))) + 10
  const plot: Plot = {
    left: left + 26,
    right: RIGHT - 26,
    top: head.bottom + 38,
    bottom: head.bottom + 38 + HEIGHT,
    axis,
    count: spec.labels.length,
  }
  const hollow = points.some(({ value, exact }) => value !== null && !exact)
  const conflict = points.some(({ others }) => others.length > 0)
  const foot = drawFoot(
    spec,
    notesOf(scale, hollow, conflict),
    plot.bottom + labelsBelow(plot) + 14,
  )
  return picture(foot.bottom, [
    head.svg,
    drawGrid(plot, left, ticks),
    drawLabels(spec.labels, plot),
    drawGaps(spec, plot),
    ...spec.series.map((series, index) => drawSeries(series, colourOf(spec.series, index), plot)),
    ...spec.series.map((_, index) => drawValues(spec.series, index, plot, scale)),
    ...spec.series.map((series) => drawOthers(series, plot, scale)),
    foot.svg,
  ])
}

const xOf = ({ left, right, count }: Plot, index: number): number =>
  count === 1 ? rounded((left + right) / 2) : rounded(left + ((right - left) * index) / (count - 1))

const yOf = ({ top, bottom, axis }: Plot, value: number): number =>
  rounded(bottom - ((value - axis.low) / (axis.high - axis.low)) * (bottom - top))

/** Target beside actual are told apart by their kinds, places by a colour each. */
function colourOf(all: readonly ChartSeries[], index: number): string {
  const kinds = new Set(all.map(({ kind }) => kind))
  const own = all[index]
  if (own !== undefined && kinds.size === all.length) return COLOURS[own.kind]
  return COLOURS.series[index % COLOURS.series.length] ?? COLOURS.actual
}

const dashed = ({ kind }: ChartSeries): boolean => kind !== 'actual'

function legendOf(all: readonly ChartSeries[]): LegendEntry[] {
  if (all.length < 2) return []
  return all.map((series, index) => ({
    name: series.name,
    colour: colourOf(all, index),
    dashed: dashed(series),
  }))
}

function drawGrid(plot: Plot, left: number, ticks: readonly string[]): string {
  return plot.axis.ticks
    .map((tick, index) => {
      const y = yOf(plot, tick)
      const colour = tick === 0 ? COLOURS.soft : COLOURS.line
      return (
        `<line x1="${rounded(left)}" x2="${RIGHT}" y1="${y}" y2="${y}" stroke="${colour}" stroke-width="1.5"/>` +
        svgText(ticks[index] ?? '', left - 8, y + 6, { size: LABEL, fill: COLOURS.soft })
      )
    })
    .join('')
}

/** Values below zero are written under their points, and the periods under those. */
const labelsBelow = ({ axis }: Plot): number => (axis.low < 0 ? 56 : 30)

/** Labels that would touch are thinned out, counted from the newest. */
function drawLabels(labels: readonly string[], plot: Plot): string {
  const widest = Math.max(...labels.map((label) => textWidth(label, LABEL))) + 10
  const apart = plot.count === 1 ? widest : (plot.right - plot.left) / (plot.count - 1)
  const every = Math.max(1, Math.ceil(widest / apart))
  return labels
    .map((label, index) =>
      (labels.length - 1 - index) % every === 0
        ? svgText(label, xOf(plot, index), plot.bottom + labelsBelow(plot), {
            size: LABEL,
            anchor: 'middle',
          })
        : '',
    )
    .join('')
}

/** What is missing is written upright in its place; a gap is never a zero. */
function drawGaps({ labels, series }: LineChart, plot: Plot): string {
  return labels
    .map((_, index) => {
      const missing = series.filter(({ points }) => points[index]?.value == null)
      const none = missing.length === series.length
      const [actual] = missing.filter(({ kind }) => kind === 'actual')
      // Of a target beside its actual value, that this one is still missing is worth saying.
      if (!none && (series.length !== 2 || actual === undefined)) return ''
      const text = none ? texts.notReported : texts.notReportedOf(actual?.name ?? '')
      const style = { size: 17, fill: COLOURS.soft, anchor: 'start', rotate: -90 } as const
      return svgText(text, xOf(plot, index) + 6, plot.bottom - 12, style)
    })
    .join('')
}

function drawSeries(series: ChartSeries, colour: string, plot: Plot): string {
  const parts: string[] = []
  const dash = dashed(series) ? ' stroke-dasharray="9 7"' : ''
  for (const run of runsOf(series.points)) {
    const path = run.map(({ index, value }) => `${xOf(plot, index)},${yOf(plot, value)}`).join(' ')
    if (run.length > 1) {
      parts.push(
        `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="4" stroke-linejoin="round"${dash}/>`,
      )
    }
  }
  for (const [index, point] of series.points.entries()) {
    const x = xOf(plot, index)
    for (const other of point.others) parts.push(diamond(x, yOf(plot, other), colour))
    if (point.value === null) continue
    const fill = point.exact ? colour : '#ffffff'
    parts.push(
      `<circle cx="${x}" cy="${yOf(plot, point.value)}" r="6" fill="${fill}" stroke="${colour}" stroke-width="3"/>`,
    )
  }
  return parts.join('')
}

const diamond = (x: number, y: number, colour: string): string =>
  `<path d="M${x} ${y - 8}L${x + 8} ${y}L${x} ${y + 8}L${x - 8} ${y}Z" fill="#ffffff" stroke="${colour}" stroke-width="3"/>`

/** The line is broken where a value is missing. */
function runsOf(points: readonly ChartPoint[]): { index: number; value: number }[][] {
  const runs: { index: number; value: number }[][] = [[]]
  for (const [index, { value }] of points.entries()) {
    if (value === null) runs.push([])
    else runs.at(-1)?.push({ index, value })
  }
  return runs
}

const MOST_LABELLED = 8

/** Every value where there is room, else the ends and the extremes; valleys are labelled below. */
function drawValues(
  all: readonly ChartSeries[],
  which: number,
  plot: Plot,
  scale: ValueScale,
): string {
  const own = all[which]
  if (own === undefined || all.length > 2) return ''
  const values = own.points.map(({ value }) => value)
  const labelled = labelledOf(values)
  const colour = colourOf(all, which)
  return [...labelled]
    .map((index) => {
      const value = values[index]
      if (value == null) return ''
      const other = all.length === 2 ? all[1 - which]?.points[index]?.value : undefined
      const below =
        other == null ? isValley(values, index) : value < other || (value === other && which === 1)
      const text = scale.write(value)
      const y = yOf(plot, value) + (below ? 28 : -14)
      const half = textWidth(text, LABEL * BOLD) / 2
      const x = Math.min(Math.max(xOf(plot, index), MARGIN + half), RIGHT + MARGIN - 4 - half)
      const style = {
        size: LABEL,
        weight: 700,
        fill: all.length === 2 ? colour : COLOURS.ink,
      } as const
      return svgText(text, x, y, { ...style, anchor: 'middle' })
    })
    .join('')
}

function labelledOf(values: readonly (number | null)[]): Set<number> {
  const known = values.flatMap((value, index) => (value === null ? [] : [index]))
  if (known.length <= MOST_LABELLED) return new Set(known)
  const by = (compare: (a: number, b: number) => boolean) =>
    known.reduce((best, index) => (compare(values[index] ?? 0, values[best] ?? 0) ? index : best))
  const ends = [known[0] ?? 0, known.at(-1) ?? 0]
  return new Set([...ends, by((a, b) => a > b), by((a, b) => a < b)])
}

/** Where the line comes from above and goes up again. */
function isValley(values: readonly (number | null)[], index: number): boolean {
  const own = values[index] ?? 0
  const before = values[index - 1]
  const after = values[index + 1]
  if (before == null && after == null) return false
  return (before == null || before > own) && (after == null || after > own)
}

/** What another source says stands beside its diamond. */
function drawOthers({ points }: ChartSeries, plot: Plot, scale: ValueScale): string {
  return points
    .flatMap(({ others }, index) =>
      others.map((other) =>
        svgText(scale.write(other), xOf(plot, index) - 15, yOf(plot, other) + 6, { size: LABEL }),
      ),
    )
    .join('')
}
