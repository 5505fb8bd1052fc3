import { drawBars } from './bar-chart.ts'
import { drawLine } from './line-chart.ts'
import type { ChartSpec } from './spec.ts'

/** The chart as SVG, 640 units wide, in the font Vazirmatn; the caller brings the font. */
export function drawChart(spec: ChartSpec): string {
  return spec.type === 'line' ? drawLine(spec) : drawBars(spec)
}
