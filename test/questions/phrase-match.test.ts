import { describe, expect, it } from 'vitest'
import { matchPhrases, type PhraseMatch } from '../../src/questions/phrase-match.ts'
import { LEXICON, wordsOf } from './vocabulary-for-tests.ts'

const nameOf = ({ phrase }: PhraseMatch) =>
  LEXICON.vocabulary.indicators.find(({ id }) => id === phrase.indicatorId)?.name

/** The best match with an indicator's own name. */
const matchOf = (text: string, name: string) =>
  matchPhrases(wordsOf(text), LEXICON)
    .filter((match) => nameOf(match) === name && match.phrase.isName)
    .sort((a, b) => b.coverage - a.coverage)[0]

describe('what of a name was heard', () => {
  it.each([
    ['تولید گندم', 'تولید گندم', 1],
    ['خرید تضمینی گندم', 'خرید تضمینی گندم', 1],
    ['واحدهای راکد صنعتی احیاشده', 'احیای واحدهای راکد صنعتی', 1],
    ['احیای معدن‌های راکد', 'احیای معادن راکد', 1],
  ])('all of it: %s', (text, name, coverage) => {
    expect(matchOf(text, name)?.coverage).toBeCloseTo(coverage)
  })

  it('a word that many names share counts for less', () => {
    const wheat = matchOf('گندم', 'تولید گندم')?.coverage ?? 0
    const production = matchOf('تولید', 'تولید گندم')?.coverage ?? 0
    expect(wheat).toBeGreaterThan(0.5)
    expect(production).toBeLessThan(0.5)
    expect(matchOf('تولید', 'تولید گندم')?.telling).toBe(false)
    expect(matchOf('گندم', 'تولید گندم')?.telling).toBe(true)
  })

  it('the word itself costs least, inflection more, a slip most', () => {
    const costs = ['احیای معادن راکد', 'احیای معدن‌ها راکد', 'احیای معادن راکذ'].map(
      (text) => matchOf(text, 'احیای معادن راکد')?.cost ?? 9,
    )
    expect(costs).toEqual([...costs].sort((a, b) => a - b))
    expect(costs[0]).toBeLessThan(0.2)
  })

  it('a word without which a name means something else is missed', () => {
    expect(matchOf('صادرات', 'صادرات غیرنفتی')?.lacksEssential).toBe(true)
    expect(matchOf('صادرات غیرنفتی', 'صادرات غیرنفتی')?.lacksEssential).toBe(false)
  })

  it('what rests on taking one Persian word for another is weighed apart', () => {
    expect(matchOf('تولید کندم', 'تولید گندم')?.riskyWeight).toBeGreaterThan(0)
    expect(matchOf('تولید گندم', 'تولید گندم')?.riskyWeight).toBe(0)
  })

  it.each(['قیمت دلار', 'سلام', '۱۳۹۹', 'یزد', ''])('nothing: %s', (text) => {
    expect(matchPhrases(wordsOf(text), LEXICON)).toEqual([])
  })
})
