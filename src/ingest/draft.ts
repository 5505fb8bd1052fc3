import type { Kind, Measure, PeriodBasis, Qualifier } from '../facts/types.ts'

/** What a reviewer must look at before a draft becomes a fact. */
export type DraftFlag =
  /** «5/21», «۱۲.۵۰۰»: the digits can be read in two ways; `value` is null until one is chosen. */
  | 'ambiguous-decimal'
  /** Out of proportion with the figure it is compared with: a scale word may be missing. */
  | 'implausible'
  /** «۳۰ تا ۴۰»: `value` is the low end, `alternatives` holds both. */
  | 'range'
  /** The unit was taken from a figure before. */
  | 'unit-elided'
  /** The title gives another figure for what seems to be the same thing. */
  | 'title-disagrees'
  /** «یک‌سوم»: written as the nearest 15 digits. */
  | 'rounded'
  /** The indicator is no phrase of the report, only words from around the figure. */
  | 'loose-name'

/** A figure proposed from a report; nothing is a fact until a person approves it. */
export interface Draft {
  /** In `unit`, scale words multiplied out; null when the text can be read in two ways. */
  readonly value: number | null
  readonly unit: string
  /** The figure as written, its unit included. */
  readonly valueText: string
  readonly qualifier: Qualifier
  /** What is counted, in the words of the report. */
  readonly indicator: string
  /** Name of the vocabulary's indicator that it is near enough to. */
  readonly matchedIndicator: string | null
  readonly place: string | null
  readonly period: string | null
  readonly periodText: string | null
  readonly periodBasis: PeriodBasis | null
  readonly kind: Kind
  readonly measure: Measure
  readonly speaker: string | null
  /** The verbatim sentence. */
  readonly quote: string
  /** 0 to 1. */
  readonly confidence: number
  /** UTF-16 offsets in the report, end exclusive: of the figure and of the sentence. */
  readonly start: number
  readonly end: number
  readonly quoteStart: number
  readonly quoteEnd: number
  readonly flags: readonly DraftFlag[]
  /** Values to choose from when a flag asks for it, the likeliest first. */
  readonly alternatives: readonly number[]
}
