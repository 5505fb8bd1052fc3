import type { Fact, Facts } from '../data/facts.ts'

/** What a subject says to a question: the figure it states, or that it asks back or refuses. */
export type Said =
  | {
      readonly type: 'figure'
      readonly indicator: string
      readonly place: string
      readonly year: string
    }
  | { readonly type: 'asked back'; readonly offersDue: (due: Fact) => boolean }
  | { readonly type: 'refused' }

export const REFUSED: Said = { type: 'refused' }

/** Something that answers questions over the facts, in a process of its own. */
export interface Subject {
  ask(text: string): Promise<Said> | Said
  /** Resolves when nothing that an answer caused is left to do. */
  settle?(): Promise<void>
  close?(): Promise<void>
}

export interface SubjectOptions {
  readonly facts: Facts
  /** Address of a store that holds the facts. */
  readonly store: string
}

export interface SubjectKind {
  readonly title: string
  /** What a reader should know of how it was set up. */
  readonly setUp: string
  /** Whether it answers from the store; the others read the facts and build an index of their own. */
  readonly onStore: boolean
  /** A ceiling does only part of the work: what it says is not judged. */
  readonly ceiling: boolean
  /** Questions under way at a time when its throughput is measured, as a bot has them. Default 1. */
  readonly atOnce?: number
  load(options: SubjectOptions): Promise<Subject>
}

/** A search library has no notion of refusing: its first hit is its answer. */
export function firstHit(facts: Facts, number: number | undefined): Said {
  if (number === undefined) return REFUSED
  const { indicator, place, year } = facts.at(number)
  return { type: 'figure', indicator: indicator.name, place: place.name, year: String(year) }
}
