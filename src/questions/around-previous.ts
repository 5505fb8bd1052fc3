import { parsePeriod } from '../persian/period-notation.ts'
import { precedingPeriod, previousPeriod } from '../persian/period-relations.ts'
import { MEANINGS } from '../persian/period-words.ts'
import type { PeriodMention } from '../persian/periods.ts'
import type { Token } from '../persian/tokens.ts'

type Unit = 'year' | 'half' | 'quarter' | 'month'

const UNITS: Readonly<Record<string, Unit | 'any'>> = {
  ماه: 'month',
  فصل: 'quarter',
  سهماهه: 'quarter',
  نیمه: 'half',
  نیمسال: 'half',
  دوره: 'any',
  مدت: 'any',
  بازه: 'any',
}
const SAME = new Set('همین همان همون اون آن'.split(' '))
const WHOLE = new Set(['کل', 'تمام'])
const BEFORE = new Set('قبل قبلش قبلی پیش پیشش قبلیش'.split(' '))
const AFTER = new Set('بعد بعدش بعدی بعدیش اینده'.split(' '))

/**
 * The periods of a follow-up that count from the one asked before, `previous` («1403-07»):
 * «ماه بعد», «همین فصل», «همان ماه سال قبل», «کل سال», and a month named alone («آذر چی؟»). What is counted
 * from a period of another length («فصل بعد» after a month) is left as it is. `keys` are the keys
 * of the tokens that the mentions count.
 */
export function aroundPrevious(
  mentions: readonly PeriodMention[],
  keys: readonly (string | null)[],
  tokens: readonly Token[],
  previous: string,
): readonly PeriodMention[] {
  const unit = unitOf(previous)
  if (unit === null) return mentions
  for (let at = 0; at < keys.length; at++) {
    const found =
      wholeYearAt(keys, at, previous, unit) ??
      (unit === 'year' ? null : stretchAt(keys, at, previous, unit, mentions)) ??
      namedAt(keys, at, previous, unit, mentions)
    if (found === null) continue
    const { from, to, period } = found
    const start = tokens[from]?.start ?? 0
    const end = tokens[to - 1]?.end ?? start
    const mention: PeriodMention = {
      ...{ from, to, start, end, text: '', period },
      ...{ basis: 'relative', shape: unit },
    }
    return [...mentions.filter((one) => one.to <= from || one.from >= to), mention]
  }
  return mentions
}

interface Found {
  readonly from: number
  readonly to: number
  readonly period: string
}

/** «کل سال», after a part of it. */
function wholeYearAt(
  keys: readonly (string | null)[],
  at: number,
  previous: string,
  unit: Unit,
): Found | null {
  if (unit === 'year' || !WHOLE.has(keys[at] ?? '') || keys[at + 1] !== 'سال') return null
  return { from: at, to: at + 2, period: previous.slice(0, 4) }
}

/** «ماه بعد», «همین فصل», «همان ماه سال قبل», «سال قبل همین ماه». */
function stretchAt(
  keys: readonly (string | null)[],
  at: number,
  previous: string,
  unit: Unit,
  mentions: readonly PeriodMention[],
): Found | null {
  const named = UNITS[keys[at] ?? '']
  if (named === undefined || (named !== 'any' && named !== unit)) return null
  const next = keys[at + 1] ?? ''
  if (BEFORE.has(next)) return { from: at, to: at + 2, period: precedingPeriod(previous) }
  if (AFTER.has(next)) return { from: at, to: at + 2, period: followingPeriod(previous) }
  if (!SAME.has(keys[at - 1] ?? '')) return null
  const year = mentions.find((one) => one.to === at - 1 || one.from === at + 1)
  const steps = year && (stepOf(year, keys) ?? Number(year.period) - Number(previous.slice(0, 4)))
  if (steps !== undefined && Number.isNaN(steps)) return null
  return {
    from: Math.min(at - 1, year?.from ?? at),
    to: Math.max(at + 1, year?.to ?? at),
    period: steps === undefined ? previous : previousPeriod(previous, -steps),
  }
}

/** «سال قبل» and «سال بعد» beside a stretch count from its year, «پارسال» from today. */
function stepOf({ from, to }: PeriodMention, keys: readonly (string | null)[]): number | undefined {
  const said = keys.slice(from, to)
  if (said[0] !== 'سال') return undefined
  return said.some((word) => BEFORE.has(word ?? ''))
    ? -1
    : said.some((word) => AFTER.has(word ?? ''))
      ? 1
      : undefined
}

/** A month's or season's name that is as often something else is one where one was asked before. */
function namedAt(
  keys: readonly (string | null)[],
  at: number,
  previous: string,
  unit: Unit,
  mentions: readonly PeriodMention[],
): Found | null {
  const meaning = MEANINGS.get(keys[at] ?? '')
  const isOfUnit =
    (unit === 'month' && meaning?.role === 'month') ||
    (unit === 'quarter' && meaning?.role === 'season')
  if (!isOfUnit || meaning?.value === undefined) return null
  if (mentions.some((one) => one.from <= at && at < one.to)) return null
  const year = previous.slice(0, 4)
  const period =
    unit === 'month'
      ? `${year}-${String(meaning.value).padStart(2, '0')}`
      : `${year}-Q${meaning.value}`
  return { from: at, to: at + 1, period }
}

function unitOf(notation: string): Unit | null {
  const period = parsePeriod(notation)
  if (period === null || period.unit === 'day') return null
  return period.unit === 'interval' || period.unit === 'until' ? null : period.unit
}

/** The stretch of the same length just after. */
function followingPeriod(notation: string): string {
  const nextYear = previousPeriod(notation, -1)
  let period = nextYear
  for (let before = precedingPeriod(period); before > notation; before = precedingPeriod(before))
    period = before
  return period
}
