import { z } from 'zod'
import { drawChart } from '../../../src/answers/chart/draw-chart.ts'
import { renderPng } from '../../../src/answers/chart/render-png.ts'
import type { ChartSpec } from '../../../src/answers/chart/spec.ts'
import { createFacts } from '../data/facts.ts'
import type { Job } from '../job.ts'
import { quantile } from '../measure.ts'

export const chartsResult = z.object({
  /** Milliseconds of the first picture of the process, with the start of the renderer. */
  first: z.number(),
  p50: z.number(),
  perSecond: z.number(),
  /** Charts a second as SVG alone. */
  drawnPerSecond: z.number(),
})

const CHARTS = 60

/** Charts of a trend and of places by turns, no two alike, as PNG. */
export async function measureCharts(job: Job): Promise<z.infer<typeof chartsResult>> {
  const facts = createFacts(job.size, job.indicators)
  const specs = Array.from({ length: CHARTS }, (_, index) => {
    const values = Array.from({ length: 12 }, (_, at) => facts.at((index * 12 + at) % facts.size))
    return index % 2 === 0 ? trendOf(values) : placesOf(values)
  })
  const times: number[] = []
  for (const spec of specs) {
    const before = performance.now()
    await renderPng(drawChart(spec))
    times.push(performance.now() - before)
  }
  const [first = Number.NaN, ...later] = times
  const started = performance.now()
  for (const spec of specs) drawChart(spec)
  const drawn = (performance.now() - started) / 1000
  const laterSeconds = later.reduce((sum, time) => sum + time, 0) / 1000
  return {
    ...{ first, p50: quantile(later, 0.5), perSecond: later.length / laterSeconds },
    drawnPerSecond: specs.length / drawn,
  }
}

type Values = readonly ReturnType<ReturnType<typeof createFacts>['at']>[]

function headOf(values: Values) {
  const [first] = values
  const { name = '', unit = '' } = first?.indicator ?? {}
  return { title: name, unit, subtitle: first?.place.name ?? '', sources: ['سالنامه'], note: null }
}

const trendOf = (values: Values): ChartSpec => ({
  ...headOf(values),
  type: 'line',
  labels: values.map((_, index) => String(1390 + index)),
  series: [
    {
      ...{ name: 'عملکرد', kind: 'actual' },
      points: values.map(({ value }) => ({ value, exact: true, others: [] })),
    },
  ],
})

const placesOf = (values: Values): ChartSpec => ({
  ...headOf(values),
  ...{ type: 'bars', ranked: true },
  bars: values.map(({ place, value }) => ({
    ...{ name: place.name, value, qualifier: '', kind: 'actual', emphasised: false },
  })),
})
