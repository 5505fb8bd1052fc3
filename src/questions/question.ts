import type { Kind } from '../facts/types.ts'

/** Where the value of a slot came from; the reply says so. */
export type Origin = 'said' | 'previous' | 'default' | 'assumed'

export interface Slot<T> {
  readonly value: T
  readonly origin: Origin
}

/** What is asked about an indicator. */
export type Aspect =
  | 'value'
  | 'achieved'
  | 'gap'
  /** The part of a target that was not reached, in percent. */
  | 'unmet'
  | 'target_and_actual'
  | 'change'
  | 'share'
  | 'rank'
  | 'compare'
  | 'most'
  | 'least'
  | 'total'
  | 'average'
  | 'trend'
  | 'list'
  | 'source'
  | 'definition'
  | 'quotient'
  | 'sum'
  | 'statement'

/** A question that has been understood: everything is an id, a notation or a closed choice. */
export interface Question {
  readonly aspect: Aspect
  /** Null only for a list of what is held. */
  readonly indicator: Slot<number> | null
  /** Null when no place was said. */
  readonly places: Slot<readonly number[]> | null
  /** Canonical notations; null when none was said. */
  readonly periods: Slot<readonly string[]> | null
  /** Null when neither target, actual nor forecast was said. */
  readonly kind: Slot<Kind> | null
  /** What the verb implies: «شد» speaks of something done, «می‌شود» of something to come. */
  readonly tense: 'past' | 'future' | null
  /** The unit that is asked for («چند تن», «به ریال»). */
  readonly unit: string | null
  /** Whether that unit is one to show the value in («به ریال»), rather than what is counted. */
  readonly convert: boolean
  /** How many places of a ranking («پنج استان اول»). */
  readonly count: number | null
  /** A place alone: what to ask about it is to be chosen. */
  readonly bare?: boolean
  /** «بیشترین رشد»: the change is ranked, not the value. */
  readonly ofChange?: boolean
  /** «چند نفر اضافه شد»: a change is told in what is counted, not in percent. */
  readonly byAmount?: boolean
  /** «در کدام سال بیشترین …»: years of one place are ranked, not places. */
  readonly overYears?: boolean
  /** «از ۱۴۰۰ تا ۱۴۰۳ چقدر …»: an amount is asked for over a stretch, and no trend by that word. */
  readonly withSum?: boolean
  /** «تا پایان ۱۴۰۳»: that year, or all until then. */
  readonly toYearEnd?: boolean
  /** Of a quotient or a sum, the other indicator, and of how many of its units it is asked. */
  readonly second?: Second
  /** What was asked in the same message before it: asked again along with it. */
  readonly also?: readonly Question[]
  /** Of a text that is asked for, what it should tell of (see `text-asked.ts`). */
  readonly about?: readonly string[]
  /** Of a list, the indicators that have to do with the subject that was said. */
  readonly among?: readonly number[]
  /** In a conversation, what was asked just before it: «جمعشون» is of the two. */
  readonly before?: Question
  /** In a conversation, whether turns that were not understood came after it. */
  readonly aside?: boolean
  /** The period that a change is measured against («نسبت به سال ۹۸»). */
  readonly base: string | null
}

/** «به ازای هر هزار نفر»: the population, by thousands. */
export interface Second {
  readonly indicator: number
  readonly per: number
}

/** What nobody has said anything of yet; spread it and add what was said. */
export const EMPTY_QUESTION: Question = {
  aspect: 'value',
  indicator: null,
  places: null,
  periods: null,
  kind: null,
  tense: null,
  unit: null,
  convert: false,
  count: null,
  base: null,
}

/** A value that the asker said or pressed. */
export function said<Value>(value: Value): Slot<Value> {
  return { value, origin: 'said' }
}

/** One way to understand a text, and how well it explains it. */
export interface Reading {
  /** What was not said of the name makes no other thing of it. */
  readonly whole?: boolean
  readonly question: Question
  /** 0 to 1: how much of the asked-for indicator's name was said, less what was guessed. */
  readonly score: number
  /** The words that led to the indicator, as typed. */
  readonly words: readonly string[]
  /** Typed word → word that it was taken for, where they differ by more than inflection. */
  readonly corrections: readonly Correction[]
}

export interface Correction {
  readonly typed: string
  readonly meant: string
}

export type Interpretation =
  | { readonly status: 'understood'; readonly reading: Reading }
  /** Several readings are close, or the best one rests on a guess that the asker must confirm. */
  | {
      readonly status: 'choices'
      readonly about: 'indicator' | 'place' | 'spelling'
      readonly readings: readonly Reading[]
    }
  /** Something was recognised, but words that no reading explains stand in the way. */
  | {
      readonly status: 'unexplained'
      readonly words: readonly string[]
      /** «بدون نفت», «فقط»: what limits or reverses the question, as typed. */
      readonly conditions?: readonly string[]
      /** Periods that do not exist or that nobody here knows, as typed. */
      readonly invalidPeriods?: readonly string[]
      /** The unit that was asked for, where the nearest indicator is not counted in it. */
      readonly otherUnit?: string
      /** The places that were said. */
      readonly placeIds: readonly number[]
      /** Readings of the rest, to show what is near; never to answer. */
      readonly near: readonly Reading[]
    }
  /** A greeting, a word of thanks, or a wish to know what can be asked. */
  | { readonly status: 'help'; readonly thanks?: boolean }
  | { readonly status: 'not_understood'; readonly words: readonly string[] }
