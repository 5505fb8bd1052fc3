import { persianDigits } from '../../persian/format.ts'
import type { ValueScale } from './scale.ts'
import type { ChartSpec } from './spec.ts'
import { BOLD, rounded, svgText, textWidth, wrapped } from './svg-text.ts'
import { texts } from './texts.fa.ts'

/** All pictures are this wide; they are shown on phones some 380 pixels wide. */
export const WIDTH = 640
export const MARGIN = 24
export const RIGHT = WIDTH - MARGIN

export const COLOURS = {
  ink: '#1f2933',
  soft: '#52606d',
  line: '#d9e2ec',
  actual: '#1565a9',
  target: '#e08a1e',
  forecast: '#7b5aa6',
  others: '#a9c8e4',
  series: ['#1565a9', '#c2410c', '#2f855a', '#7b5aa6', '#b7791f'],
} as const

export interface LegendEntry {
  readonly name: string
  readonly colour: string
  readonly dashed: boolean
}

export interface Drawn {
  readonly svg: string
  /** Where the next thing may begin. */
  readonly bottom: number
}

const TITLE = 25
const SMALL = 18
const LEGEND = 19

/** Title, subtitle with the unit, and the legend, from the top. */
export function drawHead(spec: ChartSpec, unit: string, legend: readonly LegendEntry[]): Drawn {
  const parts: string[] = []
  let y = 18
  for (const line of wrapped(spec.title, TITLE * BOLD, RIGHT - MARGIN, 3)) {
    y += 36
    parts.push(svgText(line, RIGHT, y - 8, { size: TITLE, weight: 700 }))
  }
  const subtitle = texts.subtitle(spec.subtitle, unit === '' ? '' : texts.inUnit(unit))
  for (const line of wrapped(subtitle, 19, RIGHT - MARGIN, 2)) {
    y += 28
    parts.push(svgText(line, RIGHT, y - 6, { size: 19, fill: COLOURS.soft }))
  }
  const entries = drawLegend(legend, y + 8)
  return { svg: parts.join('') + entries.svg, bottom: entries.bottom }
}

/** Entries run from right to left, each a mark with its name at the left of it. */
function drawLegend(legend: readonly LegendEntry[], top: number): Drawn {
  if (legend.length === 0) return { svg: '', bottom: top }
  const parts: string[] = []
  let x = RIGHT
  let y = top + 22
  for (const { name, colour, dashed } of legend) {
    const [short = ''] = wrapped(name, LEGEND, 270, 1)
    const width = 38 + textWidth(short, LEGEND) + 22
    if (x - width < MARGIN && x !== RIGHT) {
      x = RIGHT
      y += 28
    }
    const dash = dashed ? ' stroke-dasharray="7 5"' : ''
    parts.push(
      `<line x1="${x}" x2="${x - 30}" y1="${y - 6}" y2="${y - 6}" stroke="${colour}" stroke-width="5"${dash}/>`,
      svgText(short, x - 38, y, { size: LEGEND }),
    )
    x = rounded(x - width)
  }
  return { svg: parts.join(''), bottom: y + 10 }
}

/** The working, what the marks mean, and the source, down to the lower edge. */
export function drawFoot(spec: ChartSpec, notes: readonly string[], top: number): Drawn {
  const parts: string[] = []
  let y = top
  if (spec.note !== null) {
    for (const line of wrapped(spec.note, 20 * BOLD, RIGHT - MARGIN, 2)) {
      y += 30
      parts.push(svgText(line, RIGHT, y, { size: 20, weight: 700 }))
    }
    y += 4
  }
  const small = [...notes, spec.conversion ?? '', texts.source(sourceNames(spec.sources))].filter(
    Boolean,
  )
  for (const text of small) {
    for (const line of wrapped(text, SMALL, RIGHT - MARGIN, 2)) {
      y += 26
      parts.push(svgText(line, RIGHT, y, { size: SMALL, fill: COLOURS.soft }))
    }
  }
  return { svg: parts.join(''), bottom: y + 18 }
}

const MOST_SOURCES = 3

function sourceNames(sources: readonly string[]): string {
  if (sources.length === 0) return texts.unknownSource
  const more = sources.length - MOST_SOURCES
  const named = sources.slice(0, MOST_SOURCES)
  return [...named, ...(more > 0 ? [texts.andMore(persianDigits(String(more)))] : [])].join('، ')
}

/** What must be said of the values as they are drawn. */
export function notesOf(scale: ValueScale, hollow: boolean, conflict: boolean): string[] {
  return [
    ...(scale.rounds ? [texts.rounded] : []),
    ...(hollow ? [texts.hollow] : []),
    ...(conflict ? [texts.conflict] : []),
  ]
}

/** The whole picture on its white ground. */
export function picture(height: number, content: readonly string[]): string {
  const tall = Math.round(height)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${tall}" ` +
    `viewBox="0 0 ${WIDTH} ${tall}" font-family="Vazirmatn">` +
    `<rect width="100%" height="100%" fill="#ffffff"/>${content.join('')}</svg>`
  )
}
