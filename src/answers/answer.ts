import type { Kind, Measure, PeriodBasis, Qualifier } from '../facts/types.ts'
import type { Aspect, Origin, Question } from '../questions/question.ts'

/** A figure as it leaves the program: the JSON that DESIGN fixes. */
export interface Figure {
  /** In the indicator's base unit; null for a statement. */
  readonly value: number | null
  readonly unit: string
  readonly qualifier: Qualifier
  readonly kind: Kind
  readonly measure: Measure
  readonly indicator: string
  readonly place: string
  readonly period: string
  readonly periodBasis: PeriodBasis
  readonly derived: Derivation | null
  readonly statement?: string
  readonly speaker: string | null
  readonly quote: string | null
  readonly source: FigureSource | null
  /** The observation it was read from; null for a computed figure. */
  readonly observationId: number | null
}

export interface FigureSource {
  readonly title: string | null
  readonly publisher: string | null
  readonly url: string | null
  readonly publishedOn: string | null
}

/** How a computed figure came about; its inputs carry the sources. */
export interface Derivation {
  readonly formula: string
  readonly inputs: readonly Figure[]
}

export type Status = 'answered' | 'choices' | 'not_found' | 'not_understood' | 'help'

/** The question as it was understood, in words, with the origin of each slot. */
export interface ReadingSummary {
  readonly indicator: string | null
  readonly place: string | null
  readonly period: string | null
  readonly kind: Kind | null
  readonly aspect: Aspect
  readonly origins: Partial<Record<'indicator' | 'place' | 'period' | 'kind', Origin>>
}

export interface Choice {
  readonly label: string
  readonly reading: ReadingSummary
  /** What to ask when it is chosen. */
  readonly question: Question
}

/** A piece of a reply. Digits stand only in figures, or in text that quotes no number. */
export type Part =
  | { readonly type: 'text'; readonly text: string; readonly style?: 'bold' | 'italic' | 'quote' }
  /** Text whose digits come from the observations named (or from the calendar and the question). */
  | {
      readonly type: 'figure'
      readonly text: string
      readonly observationIds: readonly number[]
      readonly style?: 'bold' | 'italic' | 'quote'
    }
  /** Words of the question, said back: what was asked for and is not held. */
  | { readonly type: 'asked'; readonly text: string; readonly style?: 'bold' | 'italic' | 'quote' }
  | { readonly type: 'break' }

export interface Answer {
  readonly question: string
  readonly status: Status
  /** Plain text of all parts. */
  readonly text: string
  readonly parts: readonly Part[]
  readonly reading: ReadingSummary | null
  readonly figures: readonly Figure[]
  readonly nearby: readonly Figure[]
  readonly choices: readonly Choice[]
  /** The understood question; null when there is none. */
  readonly understood: Question | null
  /** What the next turn of the conversation may refer to; null when nothing. */
  readonly inPlay: Question | null
}
