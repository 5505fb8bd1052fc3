import { create, insertMultiple, search } from '@orama/orama'
import { numbersOf, searchable, textOf, wordsOf } from './fact-texts.ts'
import { firstHit, type SubjectKind } from './subject.ts'

/** Its own splits words of Latin letters only. */
const TOKENIZER = {
  language: 'english',
  normalizationCache: new Map<string, string>(),
  tokenize: (text: string) => wordsOf(text),
}

export const orama: SubjectKind = {
  title: 'Orama',
  setUp: '`tolerance: 1`, any word (`threshold: 1`), a tokenizer for Persian',
  onStore: false,
  ceiling: false,
  async load({ facts }) {
    const index = create({ schema: { text: 'string' }, components: { tokenizer: TOKENIZER } })
    const documents = numbersOf(facts).map((number) => ({
      id: String(number),
      text: textOf(facts, number),
    }))
    await insertMultiple(index, documents)
    return {
      async ask(text) {
        const { hits } = await search(index, { term: searchable(text), tolerance: 1, limit: 1 })
        return firstHit(facts, hits[0] === undefined ? undefined : Number(hits[0].id))
      },
    }
  },
}
