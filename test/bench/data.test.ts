import { describe, expect, it } from 'vitest'
import { createFacts } from './data/facts.ts'
import { createQuestions, QUESTION_KINDS } from './data/questions.ts'

describe('the facts of the benchmark', () => {
  it.each([1000, 10_000])('are %i different ones, each of which it holds', (size) => {
    const facts = createFacts(size)
    const seen = new Set<string>()
    for (let number = 0; number < size; number++) {
      const fact = facts.at(number)
      expect(facts.has(fact)).toBe(true)
      seen.add(`${fact.indicator.name} ${fact.place.name} ${fact.year}`)
    }
    expect(seen.size).toBe(size)
  })

  it('reach a million, with all indicators and years', () => {
    const facts = createFacts(1_000_000)
    expect(facts.indicators).toHaveLength(2000)
    expect(facts.years).toHaveLength(26)
    expect(facts.has(facts.at(999_999))).toBe(true)
  })

  it('are refused beyond what there can be', () => {
    expect(() => createFacts(10_000_000)).toThrow(RangeError)
  })

  it('name each indicator once, with five other names', () => {
    const { indicators } = createFacts(1000)
    expect(new Set(indicators.map(({ name }) => name)).size).toBe(2000)
    expect(indicators.every(({ aliases }) => new Set(aliases).size === 5)).toBe(true)
  })
})

describe('its questions', () => {
  const facts = createFacts(1000)
  const questions = createQuestions(facts, 200, 'a')

  it('are the same for the same seed', () => {
    expect(createQuestions(facts, 200, 'a')).toEqual(questions)
    expect(createQuestions(facts, 200, 'b')).not.toEqual(questions)
  })

  it('are of each kind by turns, and clean ones hold the names as they are', () => {
    expect(questions.slice(0, 4).map(({ kind }) => kind)).toEqual(QUESTION_KINDS)
    for (const { text, due } of questions.filter(({ kind }) => kind === 'clean')) {
      expect(text).toContain(due?.indicator.name)
      expect(text).toContain(due?.place.name)
    }
  })

  it('say a town that is called as a month or a season only as a town', () => {
    const towns = createQuestions(createFacts(100_000), 20_000, 'a').filter(
      ({ kind, due }) => kind === 'clean' && /^(?:مهر|بهار)$/u.test(due?.place.name ?? ''),
    )
    expect(towns.length).toBeGreaterThan(0)
    for (const { text, due } of towns) expect(text).toContain(`شهرستان ${due?.place.name}`)
  })

  it('are misspelt by as many errors as they say', () => {
    const names = facts.indicators.map(({ name }) => name)
    const misspelt = questions.filter(({ kind }) => kind === 'two errors')
    expect(misspelt.some(({ text }) => names.every((name) => !text.includes(name)))).toBe(true)
  })

  it('ask for nothing that is held where they are said to', () => {
    const absent = questions.filter(({ kind }) => kind === 'absent')
    expect(absent.length).toBeGreaterThan(0)
    expect(absent.every(({ due }) => due === null)).toBe(true)
  })
})
