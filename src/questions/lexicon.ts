import type { Indicator, Place, Vocabulary } from '../facts/types.ts'
import type { FuzzyIndex } from './fuzzy-index.ts'
import { LexiconBuilder } from './lexicon-builder.ts'
import type { NameNumber } from './name-numbers.ts'
import type { SkeletonIndex } from './skeleton-index.ts'

/** A unit of meaning that indicator names are made of: a word, or a group of synonyms. */
export interface Concept {
  readonly id: number
  readonly key: string
  /** The word itself, or the first of its synonyms. */
  readonly word: string
  /** What it adds to a name: 1 for a telling word, less for one that many names share. */
  readonly weight: number
  /** A name that has it means something else without it («غیرنفتی»). */
  readonly essential: boolean
  /** Not one that names share, nor one that asks for an aspect: it tells names apart. */
  readonly telling: boolean
}

/** A way to say an indicator, as the concepts that must be heard. */
export interface Phrase {
  readonly id: number
  readonly indicatorId: number
  readonly text: string
  readonly isName: boolean
  readonly concepts: readonly number[]
  /** Keys of its words as written, to prefer the literal word over a synonym. */
  readonly keys: readonly string[]
  /** What it lists («صنعت، کشاورزی و گردشگری»): one of them alone is another thing. */
  readonly listed: readonly number[]
  /** Its numbers: of another number, or of none, it says nothing. */
  readonly needed: readonly number[]
  readonly weight: number
  /** Of two that were heard as well the lower one counts; by it they stand wherever they are listed. */
  readonly order: number
}

/** What a form (a key without spaces) may stand for. */
export interface Form {
  readonly key: string
  /** Concepts in the order said, each run being one meaning of the form. */
  readonly concepts: readonly ConceptSense[]
  readonly placeIds: readonly number[]
  readonly roles: ReadonlySet<Role>
  /** More than one word when spaced out. */
  readonly words: number
  /** The key without the silent ه that ends a word inside it («بهره‌برداری»). */
  readonly spoken: string
  /** As it is shown to people: its words apart. */
  readonly text: string
}

export interface ConceptSense {
  readonly run: readonly number[]
  readonly cost: number
  /** Keys beside which the form does not mean this («صادر» beside «پروانه»). */
  readonly notWith: readonly string[]
  /** Keys beside which alone it means this; none where it does beside anything. */
  readonly with: readonly string[]
  /** A verb or word of questions alone: it tells an action, and says no other name once more. */
  readonly asked?: true
}

/** What a word does in a question, apart from naming an indicator or a place. */
export type Role = 'function' | 'aspect' | 'part' | 'time' | 'unit' | 'trap' | 'companion'

export interface Lexicon {
  readonly vocabulary: Vocabulary
  readonly indicators: ReadonlyMap<number, Indicator>
  readonly places: ReadonlyMap<number, Place>
  readonly concepts: readonly Concept[]
  readonly phrases: readonly Phrase[]
  readonly forms: ReadonlyMap<string, Form>
  /** The forms that name places, in the order of `forms`. */
  readonly placeForms: readonly Form[]
  /** Concept → phrases that contain it. */
  readonly postings: readonly (readonly number[])[]
  /** Indicator → the telling concepts of its own name, once for each way to hear it. */
  readonly nameConcepts: ReadonlyMap<number, readonly (readonly number[])[]>
  /** Indicator → concepts of all its names: words of one explain words said beside another. */
  readonly indicatorConcepts: ReadonlyMap<number, ReadonlySet<number>>
  readonly phrasesOf: ReadonlyMap<number, readonly Phrase[]>
  /** Indicator → keys and stems of the words of its own name. */
  readonly nameKeys: ReadonlyMap<number, ReadonlySet<string>>
  /** Numbers that names have, by what they say. */
  readonly numbers: ReadonlyMap<string, readonly NameNumber[]>
  readonly fuzzy: FuzzyIndex
  /** Forms of several words alone. */
  readonly fuzzyJoined: FuzzyIndex
  /** For words in Latin letters. */
  readonly skeletons: SkeletonIndex
  readonly longestForm: number
}

/** Builds the lexicon of a vocabulary. */
export function compileLexicon(vocabulary: Vocabulary): Lexicon {
  return new LexiconBuilder(vocabulary).lexiconOf(vocabulary)
}

/** The lexicon of a vocabulary that changes. */
export interface LivingLexicon {
  readonly lexicon: Lexicon
  /**
   * The lexicon as if compiled anew, at the cost of the names that changed. The ones before it
   * must not be used any more.
   */
  follow(changed: Vocabulary): Lexicon
}

export function livingLexicon(vocabulary: Vocabulary): LivingLexicon {
  const builder = new LexiconBuilder(vocabulary)
  return {
    lexicon: builder.lexiconOf(vocabulary),
    follow(changed) {
      builder.follow(changed)
      return builder.lexiconOf(changed)
    },
  }
}
