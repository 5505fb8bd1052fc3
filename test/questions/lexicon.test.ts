import { describe, expect, it } from 'vitest'
import { key } from '../../src/persian/normalise.ts'
import { compileLexicon } from '../../src/questions/lexicon.ts'
import { withoutPlural } from '../../src/questions/name-words.ts'
import { LEXICON, VOCABULARY } from './vocabulary-for-tests.ts'

const form = (text: string) => LEXICON.forms.get(key(text))

describe('the lexicon of a vocabulary', () => {
  it('has a phrase for each name and alias, and nothing of others', () => {
    const phrases = LEXICON.phrases.map(({ text }) => text)
    for (const { name } of VOCABULARY.indicators) expect(phrases).toContain(name)
    const aliases = VOCABULARY.aliases.filter(({ target }) => target === 'indicator')
    for (const { text } of aliases) expect(phrases).toContain(text)
  })

  it('knows each place by its names, and the ambiguous ones by all they stand for', () => {
    expect(form('یزد')?.placeIds).toHaveLength(1)
    expect(form('قم')?.placeIds).toHaveLength(2)
    expect(form('خراسان')?.placeIds).toHaveLength(3)
    expect(form('هرات')?.placeIds ?? []).toEqual([])
  })

  it.each([
    ['چند', 'function'],
    ['رتبه', 'aspect'],
    ['سال', 'time'],
    ['تن', 'unit'],
    ['چرا', 'trap'],
  ] as const)('knows what %s does in a question: %s', (word, role) => {
    expect(form(word)?.roles.has(role)).toBe(true)
  })

  it('words of one name that inflect alike are one concept', () => {
    const concepts = (text: string) => form(text)?.concepts.flatMap(({ run }) => run)
    expect(concepts('واحدها') ?? concepts('واحد')).toEqual(concepts('واحد'))
  })

  it('weighs words that many names share less, and marks those that cannot be left out', () => {
    const concept = (word: string) =>
      LEXICON.concepts.find(({ id }) => form(word)?.concepts.some(({ run }) => run.includes(id)))
    expect(concept('تولید')?.weight).toBeLessThan(concept('گندم')?.weight ?? 0)
    expect(concept('تولید')?.telling).toBe(false)
    expect(concept('گندم')?.telling).toBe(true)
    expect(concept('مصوب')?.essential).toBe(true)
  })

  it('keeps zinc in a name, which elsewhere is «on»', () => {
    const zinc = { id: 1, name: 'تولید روی', unit: 'تن', additive: true, definition: null }
    const vocabulary = { version: 1, places: [], indicators: [zinc], aliases: [] }
    const { phrases, concepts } = compileLexicon(vocabulary)
    const words = phrases[0]?.concepts.map((id) => concepts[id]?.word)
    expect(words).toEqual(['تولید', 'روی'])
  })

  it('is made of an empty vocabulary as well', () => {
    const empty = compileLexicon({ version: 1, places: [], indicators: [], aliases: [] })
    expect(empty.phrases).toEqual([])
  })
})

describe('the plural inside a name', () => {
  it.each([
    ['واحدهای', 'واحد'],
    ['واحدها', 'واحد'],
    ['پروژههایی', 'پروژه'],
    ['احیای', 'احیا'],
    ['گندم', 'گندم'],
    ['تنها', 'تن'],
    ['ها', 'ها'],
  ])('%s → %s', (word, bare) => {
    expect(withoutPlural(word)).toBe(bare)
  })
})

describe('a form of several words', () => {
  it('is shown with its words apart', () => {
    const text = [...LEXICON.forms.values()].find((form) => form.words === 2)?.text
    expect(text?.split(' ')).toHaveLength(2)
  })
})
