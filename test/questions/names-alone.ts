import type { Place, Vocabulary } from '../../src/facts/types.ts'
import { interpret } from '../../src/questions/interpret.ts'
import { persianDictionary } from '../../src/questions/known-words.ts'
import { compileLexicon } from '../../src/questions/lexicon.ts'
import type { Question } from '../../src/questions/question.ts'
import { vocabularyOfData } from '../eval-ingest/vocabulary-of-data.ts'

const DATA = vocabularyOfData()

/** The places of a fresh store, and indicators of these names. */
export function vocabularyOf(
  names: readonly (readonly [name: string, unit: string])[],
): Vocabulary {
  const indicators = names.map(([name, unit], id) => ({
    ...{ id, name, unit, additive: true, definition: null },
  }))
  const aliases = DATA.aliases.filter(({ target }) => target === 'place')
  return { version: 1, places: DATA.places, indicators, aliases }
}

/** What a vocabulary makes of a question: in words, short enough for a table. */
export function listener({ indicators, places, ...rest }: Vocabulary) {
  const lexicon = compileLexicon({ indicators, places, ...rest })
  const nameOf = (list: readonly (Pick<Place, 'id' | 'name'> | undefined)[], id?: number) =>
    list.find((one) => one?.id === id)?.name ?? '—'
  const told = ({ indicator, places: said, periods, kind, aspect }: Question) =>
    [
      nameOf(indicators, indicator?.value),
      ...(said?.value ?? []).map((id) => nameOf(places, id)),
      ...(periods?.value ?? []),
      ...(kind === null ? [] : [kind.value]),
      ...(aspect === 'value' ? [] : [aspect]),
    ].join(' · ')
  return (text: string): string => {
    const context = { today: '2025-11-24', previous: null, knownWords: persianDictionary }
    const found = interpret(text, lexicon, context).map((one) => {
      if (one.status === 'understood') return told(one.reading.question)
      if (one.status !== 'choices') return one.status
      return `asked back: ${one.readings.map(({ question }) => told(question)).join(' | ')}`
    })
    return found.join(' && ')
  }
}
