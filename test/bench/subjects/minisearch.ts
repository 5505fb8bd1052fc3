import MiniSearch from 'minisearch'
import { askable, numbersOf, textOf, wordsOf } from './fact-texts.ts'
import { firstHit, type SubjectKind } from './subject.ts'

export const miniSearch: SubjectKind = {
  title: 'MiniSearch',
  setUp: 'any word (`OR`), `fuzzy: 0.25`',
  onStore: false,
  ceiling: false,
  async load({ facts }) {
    const index = new MiniSearch<{ id: number; text: string }>({
      fields: ['text'],
      tokenize: wordsOf,
      searchOptions: { fuzzy: 0.25, combineWith: 'OR' },
    })
    for (const number of numbersOf(facts)) index.add({ id: number, text: textOf(facts, number) })
    return {
      ask(text) {
        const id: unknown = index.search(askable(text))[0]?.id
        return firstHit(facts, typeof id === 'number' ? id : undefined)
      },
    }
  },
}
