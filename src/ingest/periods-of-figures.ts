import type { Kind, PeriodBasis } from '../facts/types.ts'
import { jalaliOf } from '../persian/calendar.ts'
import { key } from '../persian/normalise.ts'
import { findPeriods, type PeriodMention } from '../persian/periods.ts'
import type { Clause } from './clauses.ts'
import type { Figure } from './figures.ts'
import { phraseSet } from './phrase-table.ts'
import type { Sentence } from './sentences.ts'
import { CARRYING_PHRASES, TURNING_WORDS } from './words/references.ts'

export interface FigurePeriod {
  readonly period: string | null
  readonly text: string | null
  readonly basis: PeriodBasis | null
}

/** Without a publication date relative words cannot be resolved; any day finds where they stand. */
const ANY_DAY = '2021-03-21'

export function periodsIn(sentence: Sentence, publishedOn: string | undefined): PeriodMention[] {
  return findPeriods(sentence.tokens, publishedOn ?? ANY_DAY).map((mention) => ({
    ...mention,
    text: sentence.text.slice(mention.start, mention.end),
  }))
}

const CARRYING = phraseSet(CARRYING_PHRASES)

/** Where a figure stands: what its period is sought in. */
export interface FigureSetting {
  readonly sentence: Sentence
  readonly keys: readonly string[]
  readonly clause: Clause
  readonly figures: readonly Figure[]
  readonly kind: Kind
  readonly periods: readonly PeriodMention[]
  /** The period of the sentence before. */
  readonly carried: PeriodMention | null
  /** The period of the figure before it in the sentence. */
  readonly previous: PeriodMention | null
}

/**
 * The period of a figure: directly after it, in its clause, said earlier in the same speech, of
 * the figure that its relative clause goes on about, or carried by words such as «این مدت».
 */
export function periodOf(figure: Figure, setting: FigureSetting): PeriodMention | null {
  const { sentence, keys, clause, figures, kind, periods, carried, previous } = setting
  const usable = periods.filter((period) => period.invalid === undefined)
  const own = usable.find((period) => follows(period, figure, keys))
  if (own !== undefined) return own
  const others = figures.filter((other) => other !== figure && isHeldAgainst(keys, other))
  const plain = usable.filter(
    (period) =>
      !period.comparison &&
      !isReportingDay(period, sentence) &&
      !others.some((other) => follows(period, other, keys)),
  )
  const speech = speechStart(keys, figure)
  const before = plain.findLast(
    (period) =>
      period.to <= figure.from &&
      period.from >= speech &&
      (period.from >= clause.from || mayLast(period, kind)),
  )
  const after = plain.find(
    (period) =>
      period.from >= figure.to && period.to <= clause.to && !opensAnother(period, keys, figures),
  )
  const inside = before !== undefined && before.from >= clause.from ? before : undefined
  if (inside !== undefined) return inside
  if (CARRYING.find(keys, clause.from, figure.from).length > 0) return previous ?? carried
  if (after !== undefined || before !== undefined) return after ?? before ?? null
  if (previous === null || turnsFrom(previous, figure, keys, usable)) return null
  return mayLast(previous, kind) ? previous : null
}

/** «تاکنون … هزینه شده و … دیگر نیاز است»: what is only meant has not gone on until now. */
function mayLast({ period }: PeriodMention, kind: Kind): boolean {
  return kind === 'actual' || !period.startsWith('../')
}

/** «… در سال ۲۰۱۸ … است، به علاوه …»: something else is spoken of than with the figure before. */
function turnsFrom(
  previous: PeriodMention,
  figure: Figure,
  keys: readonly string[],
  periods: readonly PeriodMention[],
): boolean {
  if (!periods.includes(previous)) return false
  return keys.slice(previous.to, figure.from).some((word) => TURNS.has(word))
}

/** «… راه‌اندازی و از ابتدای سال تاکنون ۲۵ میلیارد …»: a period that opens what the next figure says. */
function opensAnother(
  period: PeriodMention,
  keys: readonly string[],
  figures: readonly Figure[],
): boolean {
  const next = figures.find((figure) => figure.from >= period.to)
  if (next === undefined || next.from - period.to > 2) return false
  return /^(و|،|;)$/.test(keys[period.from - 1] ?? '')
}

/** «… با بیان اینکه …، گفت: …», «همچنین …»: what was said before is about something else. */
function speechStart(keys: readonly string[], figure: Figure): number {
  return (
    keys
      .slice(0, figure.from)
      .findLastIndex((word) => /^(:|اینکه)$/.test(word) || TURNS.has(word)) + 1
  )
}

const TURNS = new Set(TURNING_WORDS.map(key))

/** «نسبت به ۸۴ هزار دستگاه سال قبل»: what another figure is held against. */
export function isHeldAgainst(keys: readonly string[], figure: Figure): boolean {
  return (
    /^(به|با)$/.test(keys[figure.from - 1] ?? '') &&
    /^(نسبت|مقایسه|قیاس)$/.test(keys[figure.from - 2] ?? '')
  )
}

/** «۸۴ هزار و ۵۰۷ دستگاه سال قبل»: a period directly after a figure is its own. */
function follows(period: PeriodMention, figure: Figure, keys: readonly string[]): boolean {
  const gap = period.from - figure.to
  if (gap === 0) return true
  return gap === 1 && /^(در|طی|ی)$/.test(keys[figure.to] ?? '')
}

/** «امروز», «دوشنبه ۴ شهریور» before «گفت»: the day of the speech. */
function isReportingDay(period: PeriodMention, sentence: Sentence): boolean {
  if (period.shape !== 'day') return false
  return /گفت|افزود|اظهار|خبر|جلسه|نشست|آیین|جمع|حاشیه/.test(sentence.text)
}

/** «دهه فجر» is when something is opened; what is told of it next is of no days. */
export function carriedOn(period: PeriodMention | null): PeriodMention | null {
  return period?.note === 'event' ? null : period
}

/** As the draft gives it. A figure without one holds up to the report, if it is no plan. */
export function draftPeriod(
  mention: PeriodMention | null,
  kind: Kind,
  publishedOn: string | undefined,
): FigurePeriod {
  if (mention === null) {
    if (publishedOn === undefined || kind !== 'actual')
      return { period: null, text: null, basis: null }
    return { period: `../${jalaliOf(publishedOn).year}`, text: null, basis: 'inferred' }
  }
  const stated = mention.basis === 'stated'
  if (!stated && publishedOn === undefined) return { period: null, text: mention.text, basis: null }
  return { period: mention.period, text: mention.text, basis: stated ? 'stated' : 'inferred' }
}
