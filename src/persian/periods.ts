import { type Atom, periodAtoms } from './period-atoms.ts'
import { dateRule } from './period-dates.ts'
import { endingRule, fromBeginningRule } from './period-ends.ts'
import { decadeRule, governmentRule, planRule } from './period-named.ts'
import { parsePeriod, writePeriod } from './period-notation.ts'
import { partRule, yearListRule, yearRule } from './period-points.ts'
import { rangeRule, untilRule } from './period-ranges.ts'
import {
  type InvalidPeriod,
  type PeriodShape,
  type Reading,
  type Rule,
  type Scene,
  scene,
  shapeOf,
} from './period-reading.ts'
import { periodYear, previousPeriod } from './period-relations.ts'
import {
  countedRule,
  goneYearRule,
  itsYearRule,
  sameStretchRule,
  unitRule,
  vagueRule,
} from './period-relative.ts'
import { COMPARING } from './period-words.ts'
import { isCounted } from './period-years.ts'
import { type Token, tokenise } from './tokens.ts'

export type { InvalidPeriod, PeriodShape } from './period-reading.ts'

export interface PeriodMention {
  /** Token indexes, end exclusive. */
  readonly from: number
  readonly to: number
  /** Offsets in the original text, end exclusive. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** Canonical notation; '' when `invalid`. */
  readonly period: string
  /** `relative` when the day of asking decided: «پارسال», «نیمه دوم», «تاکنون». */
  readonly basis: 'stated' | 'relative'
  readonly shape: PeriodShape
  /** What another period is compared with: «نسبت به سال قبل», «مدت مشابه سال قبل». */
  readonly comparison?: boolean
  readonly invalid?: InvalidPeriod
  /** For `needs-previous`: how many years from the period asked before («سال قبلش» is −1). */
  readonly step?: number
  /** The years of «سال‌های ۱۴۰۱ و ۱۴۰۲», for who would compare them rather than sum them. */
  readonly members?: readonly string[]
  /** Why this period, for an explanation: `year-unsaid`, `rolling`, `gregorian`, `event` … */
  readonly note?: string
}

export interface PeriodOptions {
  /** Whether a number before this token counts something. Default: a short list of units. */
  readonly isUnit?: (token: Token) => boolean
}

/** Longest and most particular first; the first that reads wins. */
const RULES: readonly Rule[] = [
  fromBeginningRule,
  endingRule,
  rangeRule,
  dateRule,
  decadeRule,
  planRule,
  governmentRule,
  sameStretchRule,
  goneYearRule,
  itsYearRule,
  yearListRule,
  untilRule,
  countedRule,
  partRule,
  unitRule,
  vagueRule,
  yearRule,
]

/**
 * Finds the periods that tokens speak of, in their order. Relative words count from `today`
 * (Gregorian ISO day). Throws RangeError when `today` is none.
 */
export function findPeriods(
  tokens: readonly Token[],
  today: string,
  { isUnit }: PeriodOptions = {},
): PeriodMention[] {
  const unitAt = (atom: Atom | undefined) => {
    const token = atom && tokens[atom.from]
    return isCounted(atom) || (token !== undefined && isUnit?.(token) === true)
  }
  const setting = scene(periodAtoms(tokens), today, unitAt)
  return settle(setting, giveYears(setting, read(setting)), tokens)
}

/** {@link findPeriods} over a text; `text` of each mention is a piece of it. */
export function findPeriodsInText(
  text: string,
  today: string,
  options: PeriodOptions = {},
): PeriodMention[] {
  return findPeriods(tokenise(text), today, options).map((mention) => ({
    ...mention,
    text: text.slice(mention.start, mention.end),
  }))
}

function read(setting: Scene): Reading[] {
  const readings: Reading[] = []
  for (let at = 0; at < setting.atoms.length; ) {
    let reading: Reading | null = null
    for (const rule of RULES) {
      reading = rule(setting, at)
      if (reading !== null) break
    }
    if (reading !== null) readings.push(reading)
    at = reading === null ? at + 1 : afterToken(setting, reading.to)
  }
  return readings
}

/** A token of several atoms («آبانماه») belongs to one mention only. */
function afterToken({ atoms }: Scene, to: number): number {
  const end = atoms[to - 1]?.to ?? 0
  let at = to
  while ((atoms[at]?.from ?? end) < end) at++
  return at
}

/** «پارسال نیمه دوم», «۱۴۰۳، سه ماهه اول», «مهر و دی ۱۴۰۳»: a neighbour says the year. */
function giveYears({ atoms }: Scene, readings: readonly Reading[]): Reading[] {
  const given: Reading[] = []
  for (const [index, reading] of readings.entries()) {
    const before = given.at(-1)
    const next = readings[index + 1]
    const gap = (left: Reading, right: Reading) =>
      atoms.slice(left.to, right.from).every((atom) => /^(در|تو|توی|طی|،|,|\(|-)$/.test(atom.word))
    if (reading.inYear && before?.period?.unit === 'year' && !before.step && gap(before, reading)) {
      const period = reading.inYear(before.period.year)
      const { note: _, inYear: __, ...rest } = reading
      given[given.length - 1] = { ...rest, from: before.from, period, relative: before.relative }
      continue
    }
    const joined =
      next !== undefined && next.from === reading.to + 1 && atoms[reading.to]?.role === 'and'
    if (reading.inYear && joined && next.period && !next.inYear && next.period.unit !== 'year') {
      const period = reading.inYear(periodYear(writePeriod(next.period)))
      const { note: _, inYear: __, ...rest } = reading
      given.push({ ...rest, period, relative: next.relative })
      continue
    }
    given.push(reading)
  }
  return given
}

/** Turns readings into mentions, and resolves those that count from the one before. */
function settle(
  setting: Scene,
  readings: readonly Reading[],
  tokens: readonly Token[],
): PeriodMention[] {
  const mentions: PeriodMention[] = []
  let anchor: PeriodMention | null = null
  for (const reading of readings) {
    const base = reading.sameStretch ? (lastStretch(setting, mentions) ?? anchor) : anchor
    const compared = reading.sameStretch === true || isCompared(setting, reading.from)
    const mention = mentionOf(setting, fromAnchor(reading, base, compared), tokens, compared)
    mentions.push(mention)
    if (mention.period !== '' && !compared) anchor = mention
  }
  return mentions
}

/** «مدت مشابه پارسال» compares a stretch of this year, or a stated one; not «سال قبل» beside it. */
function lastStretch(
  { now }: Scene,
  mentions: readonly PeriodMention[],
): PeriodMention | undefined {
  return mentions.findLast(
    ({ period, basis, comparison }) =>
      period !== '' && !comparison && (basis === 'stated' || periodYear(period) === now.year),
  )
}

function fromAnchor(reading: Reading, anchor: PeriodMention | null, compared: boolean): Reading {
  const { step } = reading
  if (reading.sameStretch && anchor !== null) {
    const back =
      step !== undefined ? -step : periodYear(anchor.period) - yearOf(reading, anchor.period)
    return {
      ...reading,
      period: parsePeriod(previousPeriod(anchor.period, back)),
      note: 'same-stretch',
    }
  }
  if (step === undefined) return reading
  if (reading.period === null) {
    if (anchor === null) return { ...reading, invalid: 'needs-previous' }
    return { ...reading, period: parsePeriod(previousPeriod(anchor.period, -step)) }
  }
  if (!compared || anchor === null || anchor.basis !== 'stated') return reading
  return { ...reading, period: { unit: 'year', year: periodYear(anchor.period) + step } }
}

function yearOf(reading: Reading, fallback: string): number {
  return reading.period?.unit === 'year' ? reading.period.year : periodYear(fallback) - 1
}

/** «نسبت به …», «در مقایسه با …», at most two words before. */
function isCompared({ atoms }: Scene, at: number): boolean {
  const link = /^(به|با)$/.test(atoms[at - 1]?.word ?? '')
  return link && COMPARING.has(atoms[at - 2]?.word ?? '')
}

function mentionOf(
  { atoms }: Scene,
  reading: Reading,
  tokens: readonly Token[],
  comparison: boolean,
): PeriodMention {
  const from = atoms[reading.from]?.from ?? 0
  const to = atoms[reading.to - 1]?.to ?? from + 1
  const { period, invalid, note, members, step } = reading
  return {
    from,
    to,
    start: tokens[from]?.start ?? 0,
    end: tokens[to - 1]?.end ?? 0,
    text: joinTokens(tokens.slice(from, to)),
    period: period === null ? '' : writePeriod(period),
    basis: reading.relative ? 'relative' : 'stated',
    shape: reading.shape ?? (period === null ? shapeOfInvalid(invalid) : shapeOf(period)),
    ...(comparison ? { comparison } : {}),
    ...(period === null ? { invalid: invalid ?? 'needs-previous' } : {}),
    ...(period === null && step !== undefined ? { step } : {}),
    ...(members ? { members: members.map(writePeriod) } : {}),
    ...(note ? { note } : {}),
  }
}

function shapeOfInvalid(invalid: InvalidPeriod | undefined): PeriodShape {
  if (invalid === 'day-out-of-range') return 'day'
  return invalid === 'vague' ? 'years' : 'year'
}

function joinTokens(tokens: readonly Token[]): string {
  const half = (token: Token, index: number) =>
    token.kind === 'word' && tokens[index - 1]?.kind === 'word' ? '\u200c' : ''
  return tokens
    .map((token, index) => {
      if (index === 0) return token.text
      return (token.joined ? half(token, index) : ' ') + token.text
    })
    .join('')
}
