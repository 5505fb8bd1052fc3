import Big from 'big.js'
import { formatNumber } from '../../persian/format.ts'
import { texts } from './texts.fa.ts'

/** How the values of a chart are written: in what power of ten, and with how many decimals. */
export interface ValueScale {
  /** «میلیارد تومان». */
  readonly unit: string
  /** A value in that unit, in Persian digits. */
  write(value: number): string
  /** Whether any of the values is written rounded. */
  readonly rounds: boolean
}

const HALF_UP = 1

/** A unit in which the largest value has at most four digits before the point. */
export function valueScale(values: readonly number[], unit: string): ValueScale {
  const largest = Math.max(0, ...values.map(Math.abs))
  const scale = texts.scales.find(({ power }) => largest >= 10 ** (power === 12 ? 13 : power + 1))
  const power = scale?.power ?? 0
  const scaled = (value: number) => new Big(value).div(new Big(10).pow(power))
  const shown = (value: number) => {
    const exact = scaled(value)
    return exact.round(decimalsOf(exact.abs()), HALF_UP)
  }
  return {
    unit: [scale?.word, unit].filter(Boolean).join(' '),
    write: (value) => formatNumber(shown(value)),
    rounds: values.some((value) => !scaled(value).eq(shown(value))),
  }
}

/** At least three digits are kept: a small value beside great ones still says something. */
function decimalsOf(value: Big): number {
  if (value.gte(100)) return 0
  return value.gte(10) ? 1 : 2
}

export interface Axis {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
}

const WANTED_TICKS = 5

/** Round steps from at most zero to at least zero, which the axis always holds. */
export function niceAxis(values: readonly number[]): Axis {
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  // All zero, or nothing at all: any span will do, but none.
  const span = high - low || 1
  const step = niceStep(span / (WANTED_TICKS - 1))
  const first = Math.floor(low / step)
  const last = Math.max(Math.ceil(high / step), first + 1)
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => times(first + index, step))
  return { low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1, ticks }
}

/** 1, 2, 2.5 or 5 times a power of ten. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 2.5, 5, 10].find((one) => one * power >= rough * 0.999) ?? 10
  return times(factor, power)
}

const times = (a: number, b: number): number => new Big(a).times(b).toNumber()
