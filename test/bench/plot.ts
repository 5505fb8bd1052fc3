import { COLOURS, MARGIN, picture, RIGHT } from '../../src/answers/chart/frame.ts'
import { renderPng } from '../../src/answers/chart/render-png.ts'
import { svgText } from '../../src/answers/chart/svg-text.ts'
import type { BenchResult } from './results.ts'

const TOP = 96
const BOTTOM = 500
const LEFT = MARGIN + 70
/** Names stand at the right of their lines. */
const NAMES = 200
const PLOT_RIGHT = RIGHT - NAMES
const LABEL = 15

const PALETTE = ['#c2410c', '#b7791f', '#2f855a', '#7b5aa6', '#52606d', '#9f1239']
const OURS = ['ask', 'bot']

interface Line {
  readonly title: string
  readonly colour: string
  readonly isOurs: boolean
  readonly points: readonly { readonly size: number; readonly time: number }[]
}

/** The median time of a question over the number of facts, both by powers of ten, as PNG. */
export function drawPlot(result: BenchResult): Promise<Uint8Array> {
  return renderPng(plotSvg(linesOf(result)))
}

function linesOf({ subjects }: BenchResult): Line[] {
  const names = [...new Set(subjects.filter(({ ceiling }) => !ceiling).map(({ name }) => name))]
  const shown = names.filter((name) => name !== 'bot-http')
  const peers = shown.filter((name) => !OURS.includes(name))
  return shown.map((name) => {
    const own = subjects.filter((row) => row.name === name)
    const isOurs = OURS.includes(name)
    return {
      title: (own[0]?.title ?? name).replaceAll('`', ''),
      colour: isOurs ? COLOURS.actual : (PALETTE[peers.indexOf(name)] ?? COLOURS.soft),
      isOurs,
      points: own.flatMap(({ size, result }) =>
        result === null ? [] : [{ size, time: result.latency.p50 }],
      ),
    }
  })
}

export function plotSvg(lines: readonly Line[]): string {
  const points = lines.flatMap((line) => line.points)
  const across = powersOf(points.map(({ size }) => size))
  const up = powersOf(points.map(({ time }) => time))
  const x = scaled(across, LEFT + 20, PLOT_RIGHT - 14)
  const y = scaled(up, BOTTOM, TOP)
  const names = spread(lines.map(({ points: own }) => y(own.at(-1)?.time ?? 1)))
  return picture(BOTTOM + 76, [
    svgText('Median time of a question', MARGIN, 44, { size: 24, weight: 700, anchor: 'start' }),
    svgText('milliseconds, over the number of facts; both axes by powers of ten', MARGIN, 72, {
      ...{ size: LABEL, fill: COLOURS.soft, anchor: 'start' },
    }),
    ...up.map((power) => rule(y(10 ** power), powerText(power))),
    ...across.map((power) => {
      const style = { size: LABEL, fill: COLOURS.soft, anchor: 'middle' } as const
      return svgText(powerText(power), x(10 ** power), BOTTOM + 28, style)
    }),
    svgText('facts', (LEFT + PLOT_RIGHT) / 2, BOTTOM + 54, {
      ...{ size: LABEL, fill: COLOURS.soft, anchor: 'middle' },
    }),
    ...lines.map((line, index) => drawn(line, x, y, names[index] ?? 0)),
  ])
}

type Scale = (value: number) => number

function drawn(
  { title, colour, isOurs, points }: Line,
  x: Scale,
  y: Scale,
  nameAt: number,
): string {
  const [last] = points.slice(-1)
  if (last === undefined) return ''
  const width = isOurs ? 4 : 2.5
  const path = points.map(({ size, time }) => `${round(x(size))},${round(y(time))}`).join(' ')
  const leader = `${round(x(last.size))},${round(y(last.time))} ${PLOT_RIGHT + 8},${round(nameAt)}`
  return [
    `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="${width}"/>`,
    `<polyline points="${leader}" fill="none" stroke="${colour}" stroke-width="0.8"/>`,
    ...points.map(
      ({ size, time }) =>
        `<circle cx="${round(x(size))}" cy="${round(y(time))}" r="${width + 1}" fill="${colour}"/>`,
    ),
    svgText(title, PLOT_RIGHT + 12, nameAt + 5, {
      ...{ size: LABEL, weight: isOurs ? 700 : 400, fill: colour, anchor: 'start' },
    }),
  ].join('')
}

function rule(y: number, text: string): string {
  return (
    `<line x1="${LEFT}" x2="${PLOT_RIGHT}" y1="${round(y)}" y2="${round(y)}" stroke="${COLOURS.line}" stroke-width="1.5"/>` +
    svgText(text, LEFT - 8, y + 5, { size: LABEL, fill: COLOURS.soft })
  )
}

/** The powers of ten from just below the values to just above them. */
function powersOf(values: readonly number[]): number[] {
  const first = Math.floor(Math.log10(Math.min(...values)) + 1e-9)
  const last = Math.max(first + 1, Math.ceil(Math.log10(Math.max(...values)) - 1e-9))
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function scaled(powers: readonly number[], from: number, to: number): Scale {
  const [first, last] = [powers[0] ?? 0, powers.at(-1) ?? 1]
  return (value) => from + ((Math.log10(value) - first) / (last - first)) * (to - from)
}

const powerText = (power: number): string =>
  power >= 0 ? (10 ** power).toLocaleString('en-US') : (10 ** power).toFixed(-power)

/** Heights moved apart so that each has a line of its own, the order kept. */
function spread(heights: readonly number[]): number[] {
  const order = heights.map((height, index) => ({ height, index }))
  order.sort((a, b) => a.height - b.height)
  const moved = [...heights]
  let least = TOP
  for (const { height, index } of order) {
    moved[index] = Math.max(height, least)
    least = (moved[index] ?? 0) + LABEL + 5
  }
  return moved
}

const round = (length: number): number => Math.round(length * 100) / 100
