import { persianDigits } from '../../persian/format.ts'
import { COLOURS, drawFoot, drawHead, MARGIN, notesOf, picture, RIGHT } from './frame.ts'
import { type ValueScale, valueScale } from './scale.ts'
import type { BarChart, ChartBar } from './spec.ts'
import { BOLD, rounded, svgText, textWidth, wrapped } from './svg-text.ts'
import { texts } from './texts.fa.ts'

const WIDEST_NAME = 260
const GAP = 12

/** How the rows are laid out: many of them stand closer. */
interface Layout {
  readonly size: number
  readonly row: number
  readonly bar: number
  /** Where the names end at their left, and bars begin. */
  readonly start: number
  /** Where zero lies: at `start`, unless there are negative values. */
  readonly zero: number
  /** Width of a unit of value. */
  readonly step: number
}

/**
 * Bars that grow to the left from names at the right, as a Persian reader expects; negative ones
 * to the right. The value stands at the end of its bar. What is missing is written, not drawn.
 */
export function drawBars(spec: BarChart): string {
  const values = spec.bars.flatMap(({ value }) => value ?? [])
  const scale = valueScale(values, spec.unit)
  const head = drawHead(spec, scale.unit, [])
  const layout = layoutOf(spec, scale)
  const parts: string[] = [head.svg]
  let y = head.bottom + 10
  for (const [index, bar] of spec.bars.entries()) {
    parts.push(drawRow(bar, spec.ranked ? index + 1 : null, y, layout, scale))
    y += layout.row
  }
  const { zero } = layout
  parts.push(
    `<line x1="${zero}" x2="${zero}" y1="${head.bottom + 8}" y2="${y}" stroke="${COLOURS.soft}" stroke-width="1.5"/>`,
  )
  const foot = drawFoot(spec, notesOf(scale, false, false), y + 8)
  return picture(foot.bottom, [...parts, foot.svg])
}

function layoutOf({ bars, ranked }: BarChart, scale: ValueScale): Layout {
  const many = bars.length > 12
  const size = many ? 20 : 22
  const names = bars.map(({ name }, index) =>
    textWidth(rowName(name, ranked ? index + 1 : null), size * BOLD),
  )
  const nameWidth = Math.min(WIDEST_NAME, Math.max(0, ...names))
  const start = RIGHT - nameWidth - GAP
  const widthOf = (bar: ChartBar) => textWidth(valueText(bar, scale), size * BOLD) + GAP
  const above = bars.filter(({ value }) => (value ?? 0) >= 0)
  const below = bars.filter(({ value }) => (value ?? 0) < 0)
  const highest = Math.max(0, ...above.map(({ value }) => value ?? 0))
  const lowest = Math.max(0, ...below.map(({ value }) => -(value ?? 0)))
  const roomAbove = Math.max(0, ...above.map(widthOf))
  const roomBelow = Math.max(0, ...below.map(widthOf))
  const length = Math.max(40, start - MARGIN - roomAbove - roomBelow)
  const step = length / (highest + lowest || 1)
  return {
    size,
    row: many ? 34 : 46,
    bar: many ? 20 : 26,
    start,
    zero: rounded(start - roomBelow - lowest * step),
    step,
  }
}

function drawRow(
  bar: ChartBar,
  position: number | null,
  top: number,
  { size, row, bar: thickness, zero, step }: Layout,
  scale: ValueScale,
): string {
  const middle = top + row / 2
  const weight = bar.emphasised ? 700 : 400
  const baseline = middle + size * 0.36
  const parts = [drawName(rowName(bar.name, position), middle, size, weight)]
  if (bar.value === null) {
    const style = { size: size - 1, fill: COLOURS.soft }
    return [...parts, svgText(texts.notReported, zero - GAP, baseline, style)].join('')
  }
  const length = rounded(Math.abs(bar.value) * step)
  const left = bar.value < 0 ? zero : rounded(zero - length)
  const fill = bar.emphasised ? COLOURS[bar.kind] : COLOURS.others
  parts.push(
    `<rect x="${left}" y="${rounded(middle - thickness / 2)}" width="${length}" height="${thickness}" fill="${fill}"/>`,
  )
  const at = bar.value < 0 ? left + length + 8 : left - 8
  const anchor = bar.value < 0 ? 'start' : 'end'
  parts.push(svgText(valueText(bar, scale), at, baseline, { size, weight, anchor }))
  return parts.join('')
}

/** A name too long for one line takes two smaller ones. */
function drawName(name: string, middle: number, size: number, weight: 400 | 700): string {
  if (textWidth(name, size * BOLD) <= WIDEST_NAME) {
    return svgText(name, RIGHT, middle + size * 0.36, { size, weight })
  }
  const smaller = size - 4
  const lines = wrapped(name, smaller * BOLD, WIDEST_NAME, 2)
  const first = lines.length === 1 ? middle + smaller * 0.36 : middle - 3
  return lines
    .map((line, index) =>
      svgText(line, RIGHT, first + index * (smaller + 2), { size: smaller, weight }),
    )
    .join('')
}

const rowName = (name: string, position: number | null): string =>
  position === null ? name : `${texts.ordinal(persianDigits(String(position)))} ${name}`

const valueText = ({ value, qualifier }: ChartBar, scale: ValueScale): string =>
  value === null ? texts.notReported : [qualifier, scale.write(value)].filter(Boolean).join(' ')
