import { jalaliOf } from '../persian/calendar.ts'
import { parsePeriod } from '../persian/period-notation.ts'
import { periodYear, previousPeriod } from '../persian/period-relations.ts'
import type { PeriodMention } from '../persian/periods.ts'
import type { Token } from '../persian/tokens.ts'

const YEAR = 'سال'
const ITS_LAST_YEAR = new Set(['پارسالش', 'پارسالشو', 'پارسالشم', 'پارسالشون'])
const PAST = 'گذشته'
const ITS = new Set(['ش', 'اش', 'شو'])
const BEFORE = new Set(['قبل', 'قبلی', 'پیش', 'قبلتر', 'قبلترش'])
const AFTER = new Set(['بعد', 'بعدی'])

/**
 * The years of a turn that count from the period asked for just before, `previous`: «سال گذشته‌ش»,
 * and «سال قبل» or «سال بعد» where nothing else is said. «پارسالش» is last year, or the year before
 * it where last year was asked for already. `isSilent` tells of a word that it says nothing.
 */
export function yearFromPrevious(
  mentions: readonly PeriodMention[],
  keys: readonly (string | null)[],
  tokens: readonly Token[],
  { previous, today }: { readonly previous: string | null; readonly today: string },
  isSilent: (at: number) => boolean,
): readonly PeriodMention[] {
  for (let at = 0; at < keys.length; at++) {
    const found = itsLastYear(keys, at, previous, today) ?? yearBeside(keys, at, previous, isSilent)
    if (found === null) continue
    const { to, period } = found
    const start = tokens[at]?.start ?? 0
    const end = tokens[to - 1]?.end ?? start
    const mention: PeriodMention = {
      ...{ from: at, to, start, end, text: '', period },
      ...{ basis: 'relative', shape: 'year' },
    }
    return [...mentions.filter((one) => one.to <= at || one.from >= to), mention]
  }
  return mentions
}

interface Found {
  readonly to: number
  readonly period: string
}

function itsLastYear(
  keys: readonly (string | null)[],
  at: number,
  previous: string | null,
  today: string,
): Found | null {
  if (!ITS_LAST_YEAR.has(keys[at] ?? '')) return null
  const lastYear = jalaliOf(today).year - 1
  if (previous === null || !isOneStretch(previous)) return { to: at + 1, period: String(lastYear) }
  const back = Math.max(periodYear(previous) - lastYear, 0) || 1
  const years = periodYear(previous) < lastYear ? periodYear(previous) - lastYear : back
  return { to: at + 1, period: previousPeriod(previous, years) }
}

function yearBeside(
  keys: readonly (string | null)[],
  at: number,
  previous: string | null,
  isSilent: (at: number) => boolean,
): Found | null {
  if (previous === null || keys[at] !== YEAR || !isOneStretch(previous)) return null
  const word = keys[at + 1] ?? ''
  if (word === PAST && ITS.has(keys[at + 2] ?? ''))
    return { to: at + 3, period: previousPeriod(previous) }
  const years = BEFORE.has(word) ? 1 : AFTER.has(word) ? -1 : 0
  const isAlone = keys.every((_, other) => other === at || other === at + 1 || isSilent(other))
  return years !== 0 && isAlone ? { to: at + 2, period: previousPeriod(previous, years) } : null
}

function isOneStretch(notation: string): boolean {
  const unit = parsePeriod(notation)?.unit
  return unit !== undefined && unit !== 'interval' && unit !== 'until'
}
