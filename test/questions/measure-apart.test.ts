import { describe, expect, it } from 'vitest'
import { tokenise } from '../../src/persian/tokens.ts'
import { withMeasuresApart } from '../../src/questions/measure-apart.ts'
import { wordsOf } from './vocabulary-for-tests.ts'

const wordFor = (typed: string) => ({
  typed,
  token: tokenise(typed)[0] ?? {
    kind: 'word' as const,
    text: typed,
    start: 0,
    end: 0,
    joined: false,
  },
  senses: [],
})
const apart = (...typed: string[]) =>
  withMeasuresApart(typed.map(wordFor), (text) => wordsOf(text))?.map((word) => word.typed)

describe('words that only tell what is measured', () => {
  it.each([
    [
      ['ارزش صادرات', 'قم'],
      ['ارزش', 'صادرات', 'قم'],
    ],
    [['وزن صادرات غیرنفتی'], ['وزن', 'صادرات غیرنفتی']],
  ])('%j is heard as %j', (typed, expected) => {
    expect(apart(...typed)).toEqual(expected)
  })

  it.each([['صادرات غیرنفتی'], ['ارزش'], ['احیا شد']])('%s stays as it is', (typed) => {
    expect(apart(typed)).toBeUndefined()
  })
})
