import { describe, expect, it } from 'vitest'
import type { Word } from '../../src/questions/sense.ts'
import { NO_WORDS, wordsOf } from './vocabulary-for-tests.ts'

const typed = (text: string) => wordsOf(text).map((word) => word.typed)

/** What a word is taken for: the key of its likeliest sense; null when it means nothing here. */
const meaning = (word: Word | undefined) => word?.senses[0]?.form.key ?? null
const meanings = (text: string) => wordsOf(text).map(meaning)

describe('spaces are put right', () => {
  it.each([
    ['چندواحدراکد', ['چند', 'واحدراکد']],
    ['تولیدگندم یزد', ['تولیدگندم', 'یزد']],
    ['بهره برداری صنعتی', ['بهره برداری صنعتی']],
    ['خراسان رضوی', ['خراسان رضوی']],
    ['کل کشور', ['کل', 'کشور']],
    ['یزد ۱۳۹۹؟', ['یزد', '1399', '?']],
  ])('%s', (text, words) => {
    expect(typed(text)).toEqual(words)
  })

  it('a word that no dictionary has is not cut up to fit', () => {
    expect(typed('شمشکوند قم')).toEqual(['شمشکوند', 'قم'])
    expect(meanings('شمشکوند قم')).toEqual([null, 'قم'])
  })
})

describe('a word is recognised', () => {
  it.each([
    ['as it stands', 'گندم', 'گندم'],
    ['in the plural', 'واحدها', 'واحد'],
    ['in the plural with an ending', 'واحدهایشان', 'واحد'],
    ['with the ezafe', 'واردات‌ِ', 'واردات'],
    ['with the object marker', 'گندمو', 'گندم'],
    ['of a place, as an adjective', 'یزدی', 'یزد'],
    ['in Arabic letters', 'توليد', 'تولید'],
    ['without the hamza', 'تاسیس', 'تاسیس'],
    ['in Finglish', 'gandom', 'گندم'],
    ['in Finglish with an ending', 'gandome', 'گندم'],
    ['with a neighbouring key', 'یزذ', 'یزد'],
    ['with a letter missing', 'اصفان', 'اصفهان'],
    ['with a letter doubled', 'گنندم', 'گندم'],
    ['with two letters swapped', 'گنمد', 'گندم'],
  ])('%s: %s', (_, text, key) => {
    expect(meanings(text)).toEqual([key])
  })

  it.each(['هرات', 'ارومیه', 'بیمارستان', 'قمصر', 'مسکونی', 'hospital'])(
    'not when it only resembles one: %s',
    (text) => {
      const [word] = wordsOf(text)
      const ours = word?.senses.filter(
        ({ form, cost, risky }) =>
          form.concepts.length + form.placeIds.length > 0 && cost < 0.5 && !risky,
      )
      expect(ours).toEqual([])
    },
  )
})

describe('doubt', () => {
  const best = (text: string, known = wordsOf(text)) => known[0]?.senses[0]

  it('grows from the word itself over inflection to slips', () => {
    const costs = ['گندم', 'واحدهایشان', 'گنندم', 'گندوم'].map((text) => best(text)?.cost ?? 9)
    expect(costs).toEqual([...costs].sort((a, b) => a - b))
    expect(costs[0]).toBe(0)
  })

  it('an inflection is no correction, a slip is one', () => {
    expect(best('واحدهایشان')?.corrected).toBe(false)
    expect(best('گنندم')?.corrected).toBe(true)
  })

  it('taking one Persian word for another is risky, an unknown word is not', () => {
    expect(best('کندم')).toMatchObject({ form: { key: 'گندم' }, risky: true })
    expect(best('کندم', wordsOf('کندم', NO_WORDS))?.risky).toBe(false)
  })
})

describe('a name of several words of which one is misspelt', () => {
  it.each([
    ['خمراسان رضوی', 'خراسانرضوی'],
    ['خراسون رضوی', 'خراسانرضوی'],
    ['خراسان رضئی', 'خراسانرضوی'],
    ['khorasan razavi', 'خراسانرضوی'],
  ])('%s', (text, key) => {
    expect(meanings(text)).toContain(key)
  })
})
