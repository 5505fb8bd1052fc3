import Fuse from 'fuse.js'
import { askable, numbersOf, textOf } from './fact-texts.ts'
import { firstHit, type SubjectKind } from './subject.ts'

export const fuse: SubjectKind = {
  title: 'Fuse.js',
  setUp: 'over the facts, anywhere in the text (`ignoreLocation`), threshold 0.6',
  onStore: false,
  ceiling: false,
  async load({ facts }) {
    const index = new Fuse(
      numbersOf(facts).map((number) => textOf(facts, number)),
      { ignoreLocation: true, threshold: 0.6 },
    )
    return {
      ask: (text) => firstHit(facts, index.search(askable(text), { limit: 1 })[0]?.refIndex),
    }
  },
}
