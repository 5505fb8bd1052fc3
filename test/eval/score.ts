import type { AnswerFigure, AnswerJson } from './answer.ts'
import type { Expectation, Figures, QuestionClass } from './cases.ts'
import { inBaseUnit, sameName, samePeriod, sameValue } from './compare.ts'

export type Outcome = 'right' | 'wrong' | 'asked' | 'refused'

export interface Score {
  /** What the program did: gave the right figures, gave others, asked back, or declined. */
  readonly outcome: Outcome
  /** Whether that was the right thing to do. */
  readonly asExpected: boolean
  /** Of an answer that asked back: whether what was meant is among the choices. */
  readonly offered: boolean
  /** Whether a figure was stated at all. */
  readonly stated: boolean
  /** Right figures first, but others behind them that nobody asked for. */
  readonly extra: boolean
}

/** A computed figure is rounded by whoever states it. */
const COMPUTED = new Set(['growth', 'achieved', 'share', 'average', 'compare', 'gap'])

const listOf = (names: string | string[] | undefined) =>
  names === undefined ? null : typeof names === 'string' ? [names] : names

const isOneOf = (
  given: string | null | undefined,
  expected: string | string[] | undefined,
  same: (given: string, expected: string) => boolean,
) => listOf(expected)?.some((name) => same(given ?? '', name)) ?? true

/** Whether a figure speaks of what was asked: place, and for a stored one all the rest. */
function speaksOf(figure: AnswerFigure, expect: Figures): boolean {
  if (!isOneOf(figure.place, expect.place, sameName)) return false
  if (figure.derived !== null && figure.derived !== undefined) return true
  return (
    isOneOf(figure.period, expect.period, samePeriod) &&
    isOneOf(figure.indicator, expect.indicator, sameName) &&
    (expect.kind === undefined || (figure.kind ?? 'actual') === expect.kind) &&
    (expect.measure === undefined || (figure.measure ?? 'level') === expect.measure)
  )
}

function hasValue(figure: AnswerFigure, value: number, expect: Figures): boolean {
  if (figure.value === null) return false
  const loosely = COMPUTED.has(expect.aspect) || figure.derived != null
  if (expect.unit === undefined || figure.unit == null) {
    return sameValue(figure.value, value, loosely)
  }
  const given = inBaseUnit(figure.value, figure.unit)
  const wanted = inBaseUnit(value, expect.unit)
  return given.dimension === wanted.dimension
    ? sameValue(given.value, wanted.value, loosely)
    : given.value === wanted.value || sameValue(figure.value, value, loosely)
}

function fits(
  figures: readonly AnswerFigure[],
  values: readonly number[],
  ordered: boolean,
  same: (figure: AnswerFigure, value: number) => boolean,
): boolean {
  const first = figures.slice(0, values.length)
  if (values.length === 0 || first.length < values.length) return false
  const left = [...values]
  return first.every((figure, index) => {
    if (ordered) return same(figure, values[index] ?? Number.NaN)
    const at = left.findIndex((value) => same(figure, value))
    if (at !== -1) left.splice(at, 1)
    return at !== -1
  })
}

/** How many of the first figures answer the question; 0 when they do not. */
function answeringFigures(figures: readonly AnswerFigure[], expect: Figures): number {
  const [first] = figures
  if (expect.statement === true) {
    const said = first !== undefined && first.value === null && (first.statement ?? '') !== ''
    return said && speaksOf(first, expect) ? figures.length : 0
  }
  if (expect.each === true) {
    const all = figures.length >= (expect.min ?? 1) && figures.every((one) => speaksOf(one, expect))
    return all ? figures.length : 0
  }
  const asStored = (figure: AnswerFigure, value: number) =>
    speaksOf(figure, expect) && hasValue(figure, value, expect)
  if (fits(figures, expect.values, expect.ordered === true, asStored)) return expect.values.length
  const other = (expect.or ?? []).find((values) =>
    fits(figures, values, false, (figure, value) => sameValue(figure.value ?? 1e99, value, true)),
  )
  return other?.length ?? 0
}

const squeeze = (text: string) => text.replace(/[\u200c\s]+/gu, '')

/** Whether the choices hold a reading with each of these names (or, for figures, what they say). */
function offers(answer: AnswerJson, expect: Expectation): boolean {
  if (expect === 'refuse') return false
  const says = (name: string, slot: string) =>
    answer.choices.some((choice) => {
      const read = choice.reading?.[slot]
      const labelled = squeeze(choice.label).includes(squeeze(name))
      return labelled || (typeof read === 'string' && sameName(read, name))
    })
  const wanted = 'choices' in expect ? expect.choices : { ...expect, any: false }
  const found = [
    ...(listOf(wanted.place) ?? []).map((name) => says(name, 'place')),
    ...(listOf(wanted.indicator) ?? []).map((name) => says(name, 'indicator')),
  ]
  return wanted.any === true ? found.includes(true) : !found.includes(false)
}

/** Judges one answer. An answer without a figure declines, whatever its status says. */
export function score(answer: AnswerJson, expect: Expectation): Score {
  const nothing = { asExpected: false, offered: false, stated: false, extra: false }
  if (answer.status === 'choices') {
    const offered = offers(answer, expect)
    const due = typeof expect === 'object' && ('choices' in expect || expect.alsoAsk === true)
    const asExpected = due && offered
    return { ...nothing, outcome: 'asked', asExpected, offered }
  }
  if (answer.status !== 'answered' || answer.figures.length === 0) {
    return { ...nothing, outcome: 'refused', asExpected: expect === 'refuse' }
  }
  const stated = answer.figures.some((figure) => figure.value !== null)
  const answering =
    expect === 'refuse' || 'choices' in expect ? 0 : answeringFigures(answer.figures, expect)
  const right = answering > 0
  return {
    ...nothing,
    outcome: right ? 'right' : 'wrong',
    asExpected: right,
    stated,
    extra: right && answer.figures.length > answering,
  }
}

/** The class that a turn counts under: a dialogue's turns may be of several. */
export function classOf(expect: Expectation, declared: QuestionClass): QuestionClass {
  if (expect === 'refuse') return declared === 'out_of_domain' ? declared : 'near_miss'
  return 'choices' in expect ? 'ambiguous' : 'answerable'
}

/**
 * EHRSQL's reliability score in percent: +1 for the right thing done, 0 for asking or declining
 * where an answer was due, −penalty for a wrong figure.
 */
export function reliability(scores: readonly Score[], penalty: number): number {
  if (scores.length === 0) return 0
  const points = scores.reduce(
    (sum, one) => sum + (one.outcome === 'wrong' ? -penalty : one.asExpected ? 1 : 0),
    0,
  )
  return (100 * points) / scores.length
}

/** Wilson's 95% interval of a share, in percent. */
export function wilson(successes: number, total: number): readonly [number, number] {
  if (total === 0) return [0, 100]
  const z = 1.959964
  const share = successes / total
  const spread = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total))
  const centre = share + (z * z) / (2 * total)
  const scale = 1 + (z * z) / total
  return [Math.max(0, (100 * (centre - spread)) / scale), (100 * (centre + spread)) / scale]
}
