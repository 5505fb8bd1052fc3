import { describe, expect, it } from 'vitest'
import { withPlaceGuess } from '../../src/questions/place-guess.ts'
import { LEXICON, wordsOf } from './vocabulary-for-tests.ts'

const guessed = (text: string, typed: string) =>
  withPlaceGuess(wordsOf(text), typed, LEXICON)
    ?.find((word) => word.typed === typed)
    ?.senses.map((sense) => [sense.form.key, sense.risky])

describe('a word that keeps a question from being understood, taken for a place', () => {
  it('is one slip away, and is to be confirmed', () => {
    expect(guessed('گندم زید', 'زید')).toEqual([['یزد', true]])
  })

  it.each([
    ['far from every place', 'گندم سبزی', 'سبزی'],
    ['a word of ours', 'گندم چند', 'چند'],
  ])('is none when %s', (_, text, typed) => {
    expect(guessed(text, typed)).toBeUndefined()
  })
})
