import { key } from '../persian/normalise.ts'
import type { Token } from '../persian/tokens.ts'
import { exactSenses } from './exact-senses.ts'
import type { KnownWords } from './known-words.ts'
import type { Lexicon } from './lexicon.ts'
import type { Interpretation, Reading } from './question.ts'

/**
 * A whole question in which a misspelt word was taken for one of grammar («در هماان» for «در همان»)
 * may have named its place by it: it does not take that of the question before.
 */
export function withoutDoubtfulPlace(
  one: Interpretation,
  tokens: readonly Token[],
  lexicon: Lexicon,
  knownWords: KnownWords,
): Interpretation {
  if (one.status !== 'understood') return one
  const { question, corrections } = one.reading
  if (question.indicator?.origin !== 'said' || question.places?.origin !== 'previous') return one
  const named = new Set(
    corrections
      .filter(({ meant }) => isName(meant, lexicon))
      .flatMap(({ typed }) => typed.split(' ').map(key)),
  )
  const isOdd = ({ kind, text }: Token) =>
    kind === 'word' && !named.has(key(text)) && isNoWord(key(text), lexicon, knownWords)
  if (!tokens.some(isOdd)) return one
  const reading: Reading = { ...one.reading, question: { ...question, places: null } }
  return { ...one, reading }
}

function isNoWord(typed: string, lexicon: Lexicon, knownWords: KnownWords): boolean {
  return (
    typed.length >= SHORTEST && exactSenses(typed, lexicon).length === 0 && !knownWords.has(typed)
  )
}

const SHORTEST = 3

/** Whether a word tells of an indicator or a place. */
function isName(meant: string, { forms }: Lexicon): boolean {
  const form = forms.get(key(meant))
  return form !== undefined && (form.concepts.length > 0 || form.placeIds.length > 0)
}
