import { z } from 'zod'
import type { AnswerFigure } from './answer.ts'
import { readLines } from './cases.ts'
import { inBaseUnit } from './compare.ts'

const row = z.looseObject({
  indicator: z.string(),
  place: z.string(),
  period: z.string(),
  value: z.union([z.number(), z.string()]).optional(),
  unit: z.string(),
  kind: z.enum(['actual', 'target', 'forecast']).default('actual'),
  measure: z.string().default('level'),
  statement: z.string().optional(),
})

/** One line of an importable store (DESIGN, section 5, Import). */
export type StoreRow = z.infer<typeof row>

export function readRows(file: string): StoreRow[] {
  return readLines(file).map((line) => row.parse(line))
}

/** «۵ هزار و ۲۷۴» or a plain number; the examiner's stores hold no other spelling. */
export function plainNumber(value: number | string): number {
  if (typeof value === 'number') return value
  const digits = value.replace(/[۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
  const [thousands, rest = '0'] = digits.includes('هزار') ? digits.split('هزار') : ['0', digits]
  const number = (text: string) => Number(text.replace('و', '').trim() || '0')
  return number(thousands?.trim() || '1') * 1000 + number(rest)
}

/** The figure that a row states, in the smallest unit of its dimension. */
export function figureOf(stored: StoreRow): AnswerFigure {
  const base = inBaseUnit(plainNumber(stored.value ?? 0), stored.unit)
  return {
    value: stored.value === undefined ? null : base.value,
    unit: SMALLEST[base.dimension] ?? stored.unit.split(' ').at(-1) ?? stored.unit,
    kind: stored.kind,
    measure: stored.measure,
    indicator: stored.indicator,
    place: stored.place,
    period: stored.period,
    statement: stored.statement ?? null,
    derived: null,
  }
}

const SMALLEST: Record<string, string> = {
  mass: 'کیلوگرم',
  money: 'ریال',
  power: 'کیلووات',
  energy: 'کیلووات ساعت',
  area: 'متر مربع',
  people: 'نفر',
}
