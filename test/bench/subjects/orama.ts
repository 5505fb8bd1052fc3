import { create, insertMultiple, search } from '@orama/orama'
import { askable, numbersOf, textOf, wordsOf } from './fact-texts.ts'
import { firstHit, type SubjectKind } from './subject.ts'

/** Its own splits words of Latin letters only. */
const TOKENIZER = {
  language: 'english',
  normalizationCache: new Map<string, string>(),
  tokenize: (text: string) => wordsOf(text),
}

export const orama: SubjectKind = {
  title: 'Orama',
  setUp: 'any word, a tokenizer for Persian; without `tolerance`, with which it finds fewer',
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
        const { hits } = await search(index, { term: askable(text), limit: 1 })
        return firstHit(facts, hits[0] === undefined ? undefined : Number(hits[0].id))
      },
    }
  },
}
