import type { Kind } from '../../facts/types.ts'

/** What every chart says around its picture. */
interface ChartHead {
  readonly title: string
  /** What all of it is about: the place, or the period; empty when the rows say so. */
  readonly subtitle: string
  /** Base unit of the values. */
  readonly unit: string
  /** Publishers of the figures, each once. */
  readonly sources: readonly string[]
  /** The words of a working that stands under the bars («تحقق: ۱۴۸ درصد»); null for none. */
  readonly note: string | null
  /** That the values were put into another unit; empty where they were not. */
  readonly conversion?: string
}

export interface ChartPoint {
  /** In the base unit; null where nothing was reported. */
  readonly value: number | null
  /** False for «بیش از», «حدود» and the like: drawn hollow, and said so. */
  readonly exact: boolean
  /** What another source says of the same. */
  readonly others: readonly number[]
}

export interface ChartSeries {
  readonly name: string
  readonly kind: Kind
  /** One for each label. */
  readonly points: readonly ChartPoint[]
}

/** Values over time: one series, several places, or the target beside the actual value. */
export interface LineChart extends ChartHead {
  readonly type: 'line'
  /** Short periods, the oldest first. */
  readonly labels: readonly string[]
  readonly series: readonly ChartSeries[]
}

export interface ChartBar {
  readonly name: string
  readonly value: number | null
  /** «بیش از», or empty. */
  readonly qualifier: string
  readonly kind: Kind
  /** What was asked for stands out. */
  readonly emphasised: boolean
}

/** Values beside each other: places, a ranking, or the target against the actual value. */
export interface BarChart extends ChartHead {
  readonly type: 'bars'
  /** Whether the rows are numbered as a ranking. */
  readonly ranked: boolean
  readonly bars: readonly ChartBar[]
}

export type ChartSpec = LineChart | BarChart
