import { Index } from 'flexsearch'
import { askable, textOf, wordsOf } from './fact-texts.ts'
import { firstHit, type SubjectKind } from './subject.ts'

export const flexSearch: SubjectKind = {
  title: 'FlexSearch',
  setUp: '`tokenize: "tolerant"`, `suggest: true`, without its cache of results',
  onStore: false,
  ceiling: false,
  async load({ facts }) {
    const index = new Index({ tokenize: 'tolerant', encode: wordsOf })
    for (let number = 0; number < facts.size; number++) index.add(number, textOf(facts, number))
    return {
      ask(text) {
        const [id] = index.search(askable(text), { limit: 1, suggest: true })
        return firstHit(facts, typeof id === 'number' ? id : undefined)
      },
    }
  },
}
