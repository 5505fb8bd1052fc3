import type { Kind } from '../facts/types.ts'
import { key } from '../persian/normalise.ts'
import { findPeriods, type PeriodMention } from '../persian/periods.ts'
import type { Token } from '../persian/tokens.ts'
import { type FoundPhrase, PhraseFinder } from './phrase-finder.ts'
import type { Aspect } from './question.ts'
import type { Sense, Word } from './recognise.ts'
import {
  ASPECT_PHRASES,
  EXCLUSIONS,
  FUTURE_VERBS,
  KIND_PHRASES,
  PAST_VERBS,
} from './words/aspect-words.ts'

/** What the words of a question say apart from names of indicators and places. */
export interface Grammar {
  /** The words as corrected, for recognisers that read text. */
  readonly tokens: readonly Token[]
  readonly periods: readonly PeriodMention[]
  readonly aspects: readonly FoundPhrase<Aspect>[]
  readonly kinds: readonly FoundPhrase<Kind>[]
  readonly exclusions: readonly FoundPhrase<true>[]
  readonly tense: 'past' | 'future' | null
}

const aspectFinder = new PhraseFinder(entriesOf(ASPECT_PHRASES))
const kindFinder = new PhraseFinder(entriesOf(KIND_PHRASES))
const exclusionFinder = new PhraseFinder(EXCLUSIONS.map((phrase) => [phrase, true as const]))
const tenseFinder = new PhraseFinder<'past' | 'future'>([
  ...PAST_VERBS.map((verb) => [verb, 'past'] as const),
  ...FUTURE_VERBS.map((verb) => [verb, 'future'] as const),
])

function entriesOf<T extends string>(
  table: Readonly<Partial<Record<T, readonly string[]>>>,
): (readonly [string, T])[] {
  return (Object.keys(table) as T[]).flatMap((value) =>
    (table[value] ?? []).map((phrase) => [phrase, value] as const),
  )
}

/** `today` is the ISO day that relative words count from. */
export function readGrammar(words: readonly Word[], today: string): Grammar {
  const tokens = words.map(correctedToken)
  const keys = tokens.map((token) => (token.kind === 'punctuation' ? null : key(token.text)))
  const tenses = tenseFinder.find(keys)
  return {
    tokens,
    periods: findPeriods(tokens, today),
    aspects: aspectFinder.find(keys),
    kinds: kindFinder.find(keys),
    exclusions: exclusionFinder.find(keys),
    tense: tenses.at(-1)?.value ?? null,
  }
}

/** The token that the word stands for once a slip in a word of grammar is put right. */
function correctedToken(word: Word): Token {
  const sense = grammarSense(word)
  if (sense === null) return word.token
  const kind = word.token.kind === 'latin' ? 'word' : word.token.kind
  return { ...word.token, kind, text: sense.form.key }
}

/** The sense that replaces the typed word: the likeliest one, when it was not typed so. */
export function grammarSense(word: Word): Sense | null {
  const best = word.senses.find((sense) => !sense.risky)
  return best?.corrected === true ? best : null
}
